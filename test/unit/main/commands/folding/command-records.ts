import type { CommandRecord } from '../../../../../preload/contract/models/commands/command.ts'

/** Builds an answered command; the device's number makes its ids. */
export function answered(number: number, stdout: string, changes: Partial<CommandRecord> = {}): CommandRecord {
  const size = Buffer.byteLength(stdout)
  return {
    commandId: `command-${number}`,
    runId: 'run-1',
    deviceId: `gw-${String(number).padStart(3, '0')}`,
    state: 'succeeded',
    marks: [],
    sentAt: 1000,
    finishedAt: 2000,
    durationMs: 1000,
    stdout,
    stderr: '',
    exitCode: 0,
    outputBytes: size,
    shownBytes: size,
    reason: null,
    ...changes,
  }
}

/** Builds a command without an answer. */
export function silent(number: number, state: CommandRecord['state'] = 'no-answer'): CommandRecord {
  return answered(number, '', { state, exitCode: null, finishedAt: null, durationMs: null })
}

/** Takes all steps of a work at once. */
export function atOnce<Result>(steps: Generator<undefined, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}
