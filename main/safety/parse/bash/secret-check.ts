import type { OptionSpec } from '../../tables/rule.ts'
import { type Arg, hasFlag, parseArgs } from '../shared/arguments.ts'
import { isTreeWithSecrets, reachedSecret } from '../shared/secret-paths.ts'
import type { BashScope } from './bash-scope.ts'

const ENDLESS_FILE = {
  en: 'never ends: reads a device without an end; use head -c N',
  zh: '不会结束：读取没有结尾的设备；请使用 head -c N',
}
const READS_TREE = { en: 'reads whole directories that hold secrets', zh: '读取含有机密的整个目录' }

/** Adds the secret that an argument can reach. */
export function addSecret(arg: Arg, scope: BashScope): void {
  const secret = reachedSecret(arg, scope.directories)
  if (secret) scope.verdict.add('change', 'secret.read', secret)
}

/** Looks for secrets among all arguments of a program, except those that are only names or patterns to it. */
export function checkSecrets(args: readonly Arg[], spec: OptionSpec, scope: BashScope): void {
  if (spec.isNamesOnly) return
  const parsed = parseArgs(args, spec)
  const isScriptFirst =
    spec.scriptUnless !== undefined && !spec.scriptUnless.split(' ').some((flag) => hasFlag(parsed, flag, []))
  const script = isScriptFirst ? parsed.operands[0] : undefined
  const isRecursive =
    spec.recursive === '*' || spec.recursive?.split(' ').some((flag) => hasFlag(parsed, flag, [])) === true
  for (const arg of args) {
    if (arg === script) continue
    addSecret(arg, scope)
    if (
      /^\/dev\/(?:zero|u?random|full|kmsg|tty\w*|input\/.*|hidraw\d|console|ptmx|video\d+)$|^\/proc\/kmsg$/.test(
        arg.value,
      )
    ) {
      if (!spec.endsOnDevices && !scope.canEndSoon) scope.verdict.markEndless('endless.device', ENDLESS_FILE)
    }
  }
  if (!isRecursive) return
  const roots = parsed.operands.filter((arg) => arg !== script)
  if (roots.some((arg) => isTreeWithSecrets(arg, scope.directories)))
    scope.verdict.add('change', 'secret.tree', READS_TREE)
}
