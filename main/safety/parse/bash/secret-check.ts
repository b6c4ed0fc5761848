import type { OptionFacts } from '../../options/option-facts.ts'
import { deviceFileOf } from '../../tables/device-files.ts'
import { type Arg, isAnyGiven, type ParsedArgs } from '../shared/arguments.ts'
import { patternOf, placesOf } from '../shared/paths.ts'
import { isTreeWithSecrets, reachedSecret } from '../shared/secret-paths.ts'
import type { BashScope } from './bash-scope.ts'

const ENDLESS_FILE = {
  en: 'never ends: reads a device without an end; use head -c N',
  zh: '不会结束：读取没有结尾的设备；请使用 head -c N',
}
export const READS_TREE = { en: 'reads whole directories that hold secrets', zh: '读取含有机密的整个目录' }

/** Adds the secret that an argument can reach. */
export function addSecret(arg: Arg, scope: BashScope): void {
  const secret = reachedSecret(arg, scope.directories)
  if (secret) scope.verdict.add('change', 'secret.read', secret)
}

/** Checks the files that a covered read opens for secrets and device files. */
export function checkOpenedFiles(
  files: readonly Arg[],
  how: { readonly isTree: boolean; readonly canEnd: boolean },
  scope: BashScope,
): void {
  for (const file of files) {
    addSecret(file, scope)
    addDeviceFile(file, how.canEnd, scope)
  }
  if (how.isTree && files.some((arg) => isTreeWithSecrets(arg, scope.directories)))
    scope.verdict.add('change', 'secret.tree', READS_TREE)
}

function addDeviceFile(file: Arg, canEnd: boolean, scope: BashScope): void {
  for (const place of placesOf(patternOf(file), scope.directories)) {
    const device = deviceFileOf(place)
    if (!device) continue
    if (device.class !== 'read') scope.verdict.add(device.class, device.rule, device.reason)
    if (device.isEndless && !canEnd) scope.verdict.markEndless('endless.device', ENDLESS_FILE)
  }
}

/**
 * Looks for secrets among all arguments of a call that no manual covers, except those that are names or patterns to its
 * program.
 *
 * Handles: secret places by wildcards, links and `..`, device files, whole trees that hold secrets.
 * @example `sort -o out /etc/shadow` → change
 * @example `cat /etc/shado?` → change
 * @example `grep -r password /etc` → change
 * @example `cat /dev/watchdog` → destructive
 */
export function checkSecrets(args: readonly Arg[], parsed: ParsedArgs, facts: OptionFacts, scope: BashScope): void {
  if (facts.isNamesOnly) return
  const script = facts.hasPatternFirst && !isAnyGiven(parsed, facts.first, facts) ? parsed.operands[0] : undefined
  const isRecursive = facts.isAlwaysTree || isAnyGiven(parsed, facts.trees, facts)
  for (const arg of args) {
    if (arg === script) continue
    addSecret(arg, scope)
    addDeviceFile(arg, facts.isBounded || scope.canEndSoon, scope)
  }
  if (!isRecursive) return
  const roots = parsed.operands.filter((arg) => arg !== script)
  if (roots.some((arg) => isTreeWithSecrets(arg, scope.directories)))
    scope.verdict.add('change', 'secret.tree', READS_TREE)
}
