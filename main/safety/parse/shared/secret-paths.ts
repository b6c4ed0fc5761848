import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { findSecret, isSecretTree, readsSecret } from '../../secrets/find-secret.ts'
import type { Arg } from './arguments.ts'
import { isRawDisk, patternOf, placesOf } from './paths.ts'

/** A wildcard longer than this is not followed but taken to reach everything. */
const MAX_PATTERN = 200

const READS_SECRET = {
  en: 'reads a secret (a key, a password file or the memory of the device)',
  zh: '读取机密（密钥、密码文件或设备内存）',
}

/**
 * Returns why an argument can reach a secret, from every directory that the command changed to; undefined otherwise.
 *
 * Handles: wildcards, links, `..`, values attached to options, raw disks, which hold every secret.
 * @example `cat ~/.ssh/id_rsa` → change
 * @example `cd /etc && cat shadow` → change
 * @example `head -c 9 /etc/mosquitto/*` → change
 */
export function reachedSecret(arg: Arg, directories: readonly string[]): LocalizedText | undefined {
  const whole = patternOf(arg)
  const isPattern = arg.glob !== undefined
  if (whole.length < 3 && !isPattern) return undefined
  if (isPattern && whole.length > MAX_PATTERN) return READS_SECRET
  for (const candidate of candidatesOf(whole)) {
    for (const place of placesOf(candidate, directories)) {
      if (isRawDisk(place.replace(/^(?:\.\.\/)+/, '/'))) return READS_SECRET
      const found = findSecret(place, isPattern)
      if (found && (found.paths.length > 0 || !isNoPath(candidate))) return readsSecret(found)
    }
  }
  return undefined
}

/** Options, assignments, addresses and sentences: a word in them does not make them a file that is called so. */
function isNoPath(candidate: string): boolean {
  return /^-|=|:\/\/|\s/.test(candidate)
}

/** The parts of an argument that a program may take as a path: after `=`, `@`, `:` or a short option. */
function candidatesOf(text: string): readonly string[] {
  const found = [text]
  const equals = text.indexOf('=')
  if (equals >= 0) found.push(text.slice(equals + 1))
  if (/^-[A-Za-z]./.test(text) && text[1] !== '-') found.push(text.slice(2))
  const mark = /file:\/\/|[@:,]/.exec(text)
  if (mark && mark.index + mark[0].length < text.length) found.push(text.slice(mark.index + mark[0].length))
  const slash = text.indexOf('/')
  if (slash > 0 && !/^\w+:\/\//.test(text)) found.push(text.slice(slash))
  return found
}

/** True if reading this directory and all below it comes across secrets. */
export function isTreeWithSecrets(arg: Arg, directories: readonly string[]): boolean {
  return placesOf(patternOf(arg), directories).some((place) => place !== '' && isSecretTree(place))
}
