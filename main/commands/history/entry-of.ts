import type { CommandState, Turn } from '../../../preload/contract/models/commands/command.ts'
import {
  HISTORY_TEXT_CHARS,
  type HistoryEntry,
  type TurnOutcome,
} from '../../../preload/contract/models/commands/history.ts'
import type { StoredRun, StoredTurn } from '../models.ts'

/** Devices named in a row of the history. */
const NAMED_DEVICES = 3

/** What an answer without a command is. */
const ANSWERED: Readonly<Record<NonNullable<Turn['answer']>['kind'], TurnOutcome>> = {
  answer: 'answered',
  question: 'asked-back',
  choose: 'asked-back',
  decline: 'not-understood',
  refuse: 'declined',
}

/** Commands of a run by their state. */
type StateCounts = NonNullable<HistoryEntry['run']>['counts']

/** An entry as stored: `hasDroppedOutputs` has a column of its own. */
export type EntryBody = Omit<HistoryEntry, 'hasDroppedOutputs'>

/** Describes one exchange as a row of the history. */
export function entryOf(
  { turn }: StoredTurn,
  run: StoredRun | null,
  counts: StateCounts,
  operator: string | null,
): EntryBody {
  const { id: turnId, connectionId, createdAt, mode, text, proposal, answer } = turn
  const command = run?.command ?? proposal?.command ?? null
  const deviceIds = devicesOf(turn)
  return {
    turnId,
    connectionId,
    at: createdAt,
    operator,
    mode,
    text: text.slice(0, HISTORY_TEXT_CHARS),
    command: command?.slice(0, HISTORY_TEXT_CHARS) ?? null,
    deviceIds: deviceIds.slice(0, NAMED_DEVICES),
    deviceCount: deviceIds.length,
    class: proposal?.classification.class ?? null,
    source: proposal?.source.kind ?? answer?.source?.kind ?? null,
    outcome: outcomeOf(turn, run),
    run: run === null ? null : { id: run.id, approvedAt: run.approvedAt, counts },
  }
}

/** Lists the devices of a turn: those of its proposal, because a proposal may be for fewer. */
export function devicesOf({ proposal, deviceIds }: Turn): readonly string[] {
  return proposal?.deviceIds ?? deviceIds
}

/** Words that `outcome:` finds an entry by, each between blanks. A barred command that was turned down is both. */
export function outcomeWords({ turn }: StoredTurn, entry: EntryBody): string {
  const states: readonly CommandState[] = entry.run?.counts.map(({ state }) => state) ?? []
  const isBarred = turn.proposal?.isSendable === false && entry.run === null
  return ` ${[...new Set([entry.outcome, ...(isBarred ? ['barred'] : []), ...states])].join(' ')} `
}

function outcomeOf({ proposal, decision, answer, failure }: Turn, run: StoredRun | null): TurnOutcome {
  if (run !== null) return 'ran'
  if (decision === 'rejected') return 'rejected'
  if (proposal !== null) {
    if (!proposal.isSendable) return 'barred'
    return decision === 'expired' ? 'expired' : 'open'
  }
  if (answer !== null) return ANSWERED[answer.kind]
  if (failure !== null && failure !== undefined) return 'unanswered'
  return decision === 'expired' ? 'expired' : 'open'
}

/** Returns all of an exchange that was said before anything ran, for the search. */
export function searchTextOf({ turn, proposedCommand }: StoredTurn, run: StoredRun | null): string {
  const { text, proposal, answer, assist } = turn
  const commands = new Set([proposedCommand, proposal?.command, run?.command])
  const explanation = proposal?.explanation ?? null
  const answered = answer === null || answer.kind === 'choose' ? [] : [answer.text.en, answer.text.zh]
  const offered =
    answer?.kind === 'choose' ? answer.options.flatMap(({ title, command }) => [title.en, title.zh, command]) : []
  const notes = assist?.notes?.map((note) => note.text) ?? []
  const said = [text, ...commands, explanation?.en, explanation?.zh, ...answered, ...offered, ...notes]
  return [...said, ...devicesOf(turn)].filter((part) => typeof part === 'string' && part !== '').join('\n')
}
