import type { CommandRecord } from '../../../preload/contract/models/command.ts'
import type { OutcomeEntry } from '../../safety/audit/audit-record.ts'
import { type LiveCommand, NO_OUTPUT, type Output, type StoredCommand } from '../models.ts'
import type { Sanitise } from '../ports.ts'
import { outputSha256, shownLimitBytes, showOutput, wholeSha256 } from './output-text.ts'
import type { RunStore } from './run-store.ts'
import { isTerminal, isWaiting } from './state-machine.ts'

/** True when output was cut, by the device or by the console. */
export function isCut({ marks }: CommandRecord): boolean {
  return marks.includes('cut-by-console') || marks.includes('cut-by-device')
}

/** Puts the output that arrived so far into the record, as it may be shown. */
export function withOutput({ stored, output }: LiveCommand, sanitise: Sanitise): StoredCommand {
  const { record, deviceCount } = stored
  const { hasInvisible, ...shown } = showOutput(output, shownLimitBytes(deviceCount), sanitise)
  const marks = new Set(record.marks)
  if (hasInvisible) marks.add('invisible-characters')
  const isShort = shown.shownBytes < shown.outputBytes
  if (isShort) marks.add('cut-by-console')
  // What goes on has no whole answer yet.
  const whole = isShort && isTerminal(record.state) ? { wholeSha256: wholeSha256(output) } : {}
  return { ...stored, record: { ...record, ...shown, ...whole, marks: [...marks] } }
}

/** Output that a command may still show; of one that has ended it is in the database alone. */
export function outputLeft({ record }: StoredCommand, store: RunStore): Output {
  return isWaiting(record.state) ? store.output(record.commandId) : NO_OUTPUT
}

/** Builds the audit record of how a command ended. */
export function outcomeOf({ stored, output, proof }: LiveCommand, reason: string | null, at: number): OutcomeEntry {
  const { record, connectionId } = stored
  const { runId, deviceId, commandId, state: outcome, marks } = record
  const outputBytes = output.totalBytes
  const sha256 = outputBytes > 0 ? outputSha256(output) : null
  const of = { connectionId, runId, deviceId, commandId, outcome, isLate: marks.includes('late'), reason }
  return { kind: 'outcome', at, ...of, outputBytes, outputSha256: sha256, ...(proof !== undefined && { proof }) }
}
