import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import type { OutcomeEntry } from '../../safety/audit/audit-record.ts'
import { type CommandChange, type LiveCommand, NO_OUTPUT, type Output, type StoredCommand } from '../models.ts'
import type { Sanitise } from '../ports.ts'
import { outputSha256, shownLimitBytes, showOutput, wholeSha256 } from './output-text.ts'
import type { RunStore } from './run-store.ts'
import { isTerminal, isWaiting, type Transition } from './state-machine.ts'

/** True when output was cut, by the device or by the console. */
export function isCut({ marks }: CommandRecord): boolean {
  return marks.includes('cut-by-console') || marks.includes('cut-by-device')
}

/** Puts the output that arrived so far into the record, as it may be shown. */
function withOutput({ stored, output }: LiveCommand, sanitise: Sanitise): StoredCommand {
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

/** Puts the output of a command into its record. */
export function showOutputOf(command: LiveCommand, sanitise: Sanitise): void {
  command.stored = withOutput(command, sanitise)
  command.isOutputStale = false
}

/** Returns the record of a command with all output that arrived so far. */
export function shownRecord(command: LiveCommand, sanitise: Sanitise): CommandRecord {
  if (command.isOutputStale) showOutputOf(command, sanitise)
  return command.stored.record
}

/** Takes a change into the record of a command; `endedAt` is epoch ms, null while it goes on. */
export function changedBy(
  before: StoredCommand,
  next: Transition,
  change: CommandChange,
  endedAt: number | null,
): StoredCommand {
  const { record, resultSha256 } = before
  const marks = new Set([...record.marks, ...(change.marks ?? []), ...(next.mark === null ? [] : [next.mark])])
  return {
    ...before,
    record: { ...record, finishedAt: endedAt, ...change.record, state: next.state, marks: [...marks] },
    resultSha256: change.resultSha256 ?? resultSha256,
  }
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
