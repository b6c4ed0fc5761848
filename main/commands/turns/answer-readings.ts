import type { CommandRecord, Proposal, Run } from '../../../preload/contract/models/command.ts'
import type { ReadAnswer } from '../ports.ts'

/** Cut answers say only a part of what the command found. */
const CUT = new Set(['cut-by-console', 'cut-by-device'])

/** The run with its answers put into words, where the phrasebook wrote exactly the command that ran. */
export function withReadings(run: Run, proposal: Proposal | null, readAnswer: ReadAnswer): Run {
  if (proposal?.source.kind !== 'phrasebook' || proposal.isEdited || proposal.command !== run.command) return run
  return { ...run, commands: run.commands.map((record) => withReading(run.command, record, readAnswer)) }
}

function withReading(command: string, record: CommandRecord, readAnswer: ReadAnswer): CommandRecord {
  const { state, stdout, stderr, marks } = record
  if ((state !== 'succeeded' && state !== 'failed') || marks.some((mark) => CUT.has(mark))) return record
  const reading = readAnswer(command, { isSuccess: state === 'succeeded', stdout, stderr })
  return reading === null ? record : { ...record, reading }
}
