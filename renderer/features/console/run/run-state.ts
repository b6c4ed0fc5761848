import type { TurnNote } from '../../../../preload/contract/models/assistant/assist.ts'
import type {
  CommandMark,
  CommandRecord,
  CommandState,
  Run,
  RunStates,
  Turn,
} from '../../../../preload/contract/models/commands/command.ts'
import { ACTIVE_STATES } from '../../../../preload/contract/models/limits.ts'
import { runsOf } from '../turn/turns-state.ts'

const ACTIVE: ReadonlySet<CommandState> = new Set(ACTIVE_STATES)

/** No answer is declared this long after the timeout. */
const ANSWER_GRACE_S = 10

export function isActive(state: CommandState): boolean {
  return ACTIVE.has(state)
}

/** Counts the commands of a run by state. */
export function statesOf({ commands, states }: Run): RunStates {
  if (states !== undefined) return states
  const counted: Partial<Record<CommandState, number>> = {}
  for (const { state } of commands) counted[state] = (counted[state] ?? 0) + 1
  return counted
}

export function deviceCount(run: Run): number {
  return Object.values(statesOf(run)).reduce((sum, count) => sum + count, 0)
}

/** Compares lists by what they hold, because a list that was made anew holds the same runs. */
export function isSameRuns(one: Run | readonly Run[], other: Run | readonly Run[]): boolean {
  const [runs, others] = [[one].flat(), [other].flat()]
  return runs.length === others.length && runs.every((run, index) => run === others[index])
}

/** True while a command of the run has not ended. */
export function hasActive(run: Run): boolean {
  return ACTIVE_STATES.some((state) => (statesOf(run)[state] ?? 0) > 0)
}

/** After this many seconds without a result the state becomes `no-answer`, unless the command waits behind another. */
export function answerLimitS(timeoutS: number): number {
  return timeoutS + ANSWER_GRACE_S
}

/** Measures how long a command has been on its way, in ms: until now, or until it ended. */
export function elapsedMs(record: CommandRecord, run: Run, now: number): number {
  const start = record.sentAt ?? run.approvedAt
  return Math.max(0, (record.finishedAt ?? now) - start)
}

/** Why a command was not delivered, where it was the console that did not send it. */
const UNSENT_REASONS = ['not-connected', 'not-sent', 'no-challenge'] as const

export function unsentOf({ state, reason }: CommandRecord): (typeof UNSENT_REASONS)[number] | null {
  return state === 'not-delivered' ? (UNSENT_REASONS.find((known) => known === reason) ?? null) : null
}

const REFUSALS = { '0x87': 'notAllowed', '0x90': 'topic', '0x95': 'tooLarge', '0x97': 'quota' } as const

/** Why the broker refused a command, by the reason code of its PUBACK (MQTT 5, 3.4.2.1). */
export function refusalOf({ state, reason }: CommandRecord): (typeof REFUSALS)[keyof typeof REFUSALS] | 'other' | null {
  if (state !== 'refused' || reason === null) return null
  return isRefusal(reason) ? REFUSALS[reason] : 'other'
}

function isRefusal(reason: string): reason is keyof typeof REFUSALS {
  return Object.hasOwn(REFUSALS, reason)
}

const SILENT: ReadonlySet<CommandState> = new Set(['no-answer', 'unknown', 'cancelled'])

/** What was known of a command without an answer when it was sent. */
export function silenceOf({ state, marks }: CommandRecord): 'may-run-later' | 'not-heard' | null {
  if (!SILENT.has(state)) return null
  return (['may-run-later', 'not-heard'] as const).find((mark) => marks.includes(mark)) ?? null
}

/** States in which the command did, or may have done, its work. */
export function hasOutcome(state: CommandState): boolean {
  return state === 'succeeded' || state === 'failed'
}

/** Marks in the order in which they matter; the cut is shown apart, with its figures. */
export function notableMarks(marks: readonly CommandMark[]): readonly CommandMark[] {
  const order: readonly CommandMark[] = [
    'conflict',
    'duplicate',
    'not-utf8',
    'timeout-kills-nothing',
    'invisible-characters',
    'cut-by-device',
    'not-proven',
    'output-dropped',
  ]
  return order.filter((mark) => marks.includes(mark))
}

/** True where the output was dropped to make room: nothing of it can be shown or saved. */
export function isDropped({ marks }: CommandRecord): boolean {
  return marks.includes('output-dropped')
}

export function isCut(record: CommandRecord): boolean {
  if (isDropped(record)) return false
  return record.marks.includes('cut-by-console') || record.shownBytes < record.outputBytes
}

/** Returns what "copy" takes: the output, and the error output after it. */
export function copyText(record: CommandRecord): string {
  if (record.stderr === '') return record.stdout
  if (record.stdout === '') return record.stderr
  return `${record.stdout}${record.stdout.endsWith('\n') ? '' : '\n'}${record.stderr}`
}

/** Results of several devices are summed up with or without a model, those of one only by a model. */
export function canSummarise({ run }: Turn, hasModel: boolean): boolean {
  if (run === null || hasActive(run)) return false
  return deviceCount(run) > 1 || (hasModel && run.commands.some(({ outputBytes }) => outputBytes > 0))
}

/** True where a note counted other outcomes than its runs have now, because an answer came late. */
export function isOutdated({ counts, state }: TurnNote, runs: readonly Run[]): boolean {
  if (counts === null || runs.length === 0 || state === 'working') return false
  const sumOf = (count: (run: Run) => number) => runs.reduce((sum, run) => sum + count(run), 0)
  return (
    counts.devices !== sumOf(deviceCount) ||
    counts.succeeded !== sumOf((run) => statesOf(run).succeeded ?? 0) ||
    counts.failed !== sumOf((run) => statesOf(run).failed ?? 0)
  )
}

/** True if the turn has a summary of its results as they are now, or one is being made. */
export function isSummarised(turn: Turn): boolean {
  const notes = turn.assist?.notes ?? []
  return notes.some((note) => note.kind === 'summary' && note.state !== 'failed' && !isOutdated(note, runsOf([turn])))
}

/** A failure is sent to a model once; the repair of a repair is asked for in words. */
export function canFix({ run, assist }: Turn, hasModel: boolean): boolean {
  if (!hasModel || assist?.isFixAsked === true || assist?.fixOf !== undefined) return false
  if (run === null) return false
  const { failed = 0, 'timed-out': timedOut = 0 } = statesOf(run)
  return failed + timedOut > 0
}
