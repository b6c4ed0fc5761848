import { createHash } from 'node:crypto'
import type { CommandRecord } from '../../../preload/contract/models/command.ts'
import type { FoldMode } from '../../../preload/contract/models/folding.ts'
import { ACTIVE_STATES } from '../../../preload/contract/models/limits.ts'
import { masked, normalise } from './normalise.ts'

const ACTIVE: ReadonlySet<string> = new Set(ACTIVE_STATES)

/** True for a command that has not ended. */
export function isOpen({ state }: CommandRecord): boolean {
  return ACTIVE.has(state)
}

/** Returns what the members of a group have in common, as a hash. A command that has not ended counts by its state, because its output is not whole. */
export function foldKey(record: CommandRecord, mode: FoldMode): string {
  const { state, exitCode, stdout, stderr, reason, deviceId } = record
  const hash = createHash('sha256').update(`${state}\0${exitCode}\0`)
  if (!isOpen(record)) {
    for (const text of [stdout, stderr, reason ?? '']) {
      const plain = normalise(text)
      hash.update(mode === 'exact' ? plain : masked(plain, deviceId)).update('\0')
    }
  }
  return hash.digest('hex').slice(0, 32)
}
