import { createHash } from 'node:crypto'
import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import type { FoldMode } from '../../../preload/contract/models/commands/folding.ts'
import { ACTIVE_STATES } from '../../../preload/contract/models/limits.ts'
import { masked, normalise } from './normalise.ts'

const ACTIVE: ReadonlySet<string> = new Set(ACTIVE_STATES)

/** True for a command that has not ended. */
export function isOpen({ state }: CommandRecord): boolean {
  return ACTIVE.has(state)
}

/** True where what a device printed was dropped to make room. */
export function isDropped({ marks }: CommandRecord): boolean {
  return marks.includes('output-dropped')
}

/** What the key of an answer is made of, as it goes to the thread that masks. */
export interface KeyedAnswer {
  readonly outcome: string
  /** Empty for a command that has not ended: it counts by its state, because its output is not whole. */
  readonly texts: readonly string[]
  /** Of a whole answer of which the texts are only a part; empty for any other. */
  readonly wholeSha256: string
  /** What the device calls itself, in its answer too. */
  readonly names: readonly string[]
}

/** Takes from a record what its key is made of. */
export function keyedAnswer(record: CommandRecord, hostName: string | null = null): KeyedAnswer {
  const { state, exitCode, stdout, stderr, reason, deviceId, wholeSha256 = '' } = record
  const texts = isOpen(record) ? [] : [stdout, stderr, reason ?? '']
  // Without a part of its own, answers that nobody knows would be equal to empty ones.
  const kept = isDropped(record) ? 'dropped\0' : ''
  return { outcome: `${state}\0${exitCode}\0${kept}`, texts, wholeSha256, names: namesOf(deviceId, hostName) }
}

/** A name that every machine has for itself tells none apart; a number alone would be found in every table. */
const COMMON_NAME = /^(?:localhost(?:\.localdomain)?|\d+)$/i

/** Lists the id, the host name, and the first part of that, which a machine prints as often. */
function namesOf(deviceId: string, hostName: string | null): readonly string[] {
  if (hostName === null) return [deviceId]
  const [first = ''] = hostName.split('.')
  const hosts = [hostName, first].filter((name) => name.length > 1 && !COMMON_NAME.test(name))
  return [...new Set([deviceId, ...hosts])].sort((a, b) => b.length - a.length)
}

/**
 * Returns what the members of a group have in common, as a hash. Of an answer that is shown in part the whole counts, but
 * where answers only have to be similar: then its shown part does.
 */
export function keyOf({ outcome, texts, wholeSha256, names }: KeyedAnswer, mode: FoldMode): string {
  const hash = createHash('sha256').update(outcome)
  const [, , reason = ''] = texts
  const compared = mode === 'exact' && wholeSha256 !== '' ? [wholeSha256, reason] : texts
  for (const text of compared) {
    const plain = normalise(text)
    hash.update(mode === 'exact' ? plain : masked(plain, names)).update('\0')
  }
  return hash.digest('hex').slice(0, 32)
}

/** Returns the key of a record. */
export function foldKey(record: CommandRecord, mode: FoldMode, hostName: string | null = null): string {
  return keyOf(keyedAnswer(record, hostName), mode)
}

/** True where an answer names its device, so that it is not masked like an equal one of another device. */
export function namesItself({ texts, names }: KeyedAnswer): boolean {
  return names.some((name) => name === '' || texts.some((text) => text.includes(name)))
}
