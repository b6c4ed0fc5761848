import type { Events } from '../../../../preload/contract/events.ts'
import type { Run, Turn } from '../../../../preload/contract/models/commands/command.ts'
import { reuse } from '../../../lib/reuse.ts'

/** An answer that is still arriving: all of its text, and what of a proposal can be read already. */
export type StreamedAnswer = Pick<Events['console.streamed'], 'text' | 'draft'>

/** The timeline as the window holds it: turns oldest first, and the answers that are still arriving. */
export interface TurnsState {
  readonly turns: readonly Turn[]
  readonly streamed: ReadonlyMap<string, StreamedAnswer>
  readonly hasOlder: boolean
  /** False until the first page is there. */
  readonly isLoaded: boolean
}

export type TurnsAction =
  | { readonly type: 'cleared' }
  /** A page of main: the latest turns, or older ones. */
  | { readonly type: 'page'; readonly turns: readonly Turn[]; readonly limit: number }
  /** Whole turns that changed, each version once; always newer than what is held. */
  | { readonly type: 'changed'; readonly turns: readonly Turn[] }
  /** Turns that were asked for again, most of them unchanged; never older than what is held. */
  | { readonly type: 'read-again'; readonly turns: readonly Turn[] }
  /** Runs that changed, of turns that did not. */
  | { readonly type: 'ran'; readonly runs: readonly Run[] }
  | ({ readonly type: 'streamed'; readonly turnId: string } & StreamedAnswer)

export const NO_TURNS: TurnsState = { turns: [], streamed: new Map(), hasOlder: false, isLoaded: false }

export function turnsReducer(state: TurnsState, action: TurnsAction): TurnsState {
  switch (action.type) {
    case 'cleared':
      return NO_TURNS
    case 'page':
      return withPage(state, action.turns, action.limit)
    case 'changed':
      return withTurns(state, action.turns)
    case 'read-again':
      return withTurns(state, reused(state, action.turns))
    case 'ran':
      return withRuns(state, action.runs)
    case 'streamed':
      return withStreamed(state, action.turnId, { text: action.text, draft: action.draft })
  }
}

/** Pages of history never overwrite a turn that an event brought: the event is newer than the question, or equal. */
function withPage(state: TurnsState, page: readonly Turn[], limit: number): TurnsState {
  const known = new Set(state.turns.map((turn) => turn.id))
  const oldest = state.turns[0]?.createdAt ?? Number.POSITIVE_INFINITY
  const reachesBack = !state.isLoaded || page.every((turn) => turn.createdAt <= oldest)
  return {
    ...state,
    isLoaded: true,
    turns: inOrder([...page.filter((turn) => !known.has(turn.id)), ...state.turns]),
    hasOlder: reachesBack ? page.length === limit : state.hasOlder,
  }
}

function withTurns(state: TurnsState, changed: readonly Turn[]): TurnsState {
  if (changed.length === 0) return state
  const byId = new Map(changed.map((turn) => [turn.id, turn]))
  const kept = state.turns.map((turn) => byId.get(turn.id) ?? turn)
  const known = new Set(state.turns.map((turn) => turn.id))
  const added = [...byId.values()].filter((turn) => !known.has(turn.id))
  const streamed = new Map([...state.streamed].filter(([id]) => byId.get(id)?.isThinking ?? true))
  return { ...state, turns: added.length === 0 ? kept : inOrder([...kept, ...added]), streamed }
}

/** Keeps what says the same as it is held, because a turn that is another object is drawn anew, with all its answers. */
function reused({ turns }: TurnsState, read: readonly Turn[]): readonly Turn[] {
  const held = new Map(turns.map((turn) => [turn.id, turn]))
  return read.map((turn) => reuse(held.get(turn.id), turn) ?? turn)
}

/** A run of a turn that is not held is left out: the turn brings it. */
function withRuns(state: TurnsState, runs: readonly Run[]): TurnsState {
  const byTurn = new Map(runs.map((run) => [run.turnId, run]))
  const turns = state.turns.map((turn) => {
    const run = byTurn.get(turn.id)
    return run === undefined ? turn : { ...turn, run }
  })
  return { ...state, turns }
}

function withStreamed(state: TurnsState, turnId: string, answer: StreamedAnswer): TurnsState {
  const turn = state.turns.find((candidate) => candidate.id === turnId)
  if (turn && !turn.isThinking) return state
  return { ...state, streamed: new Map(state.streamed).set(turnId, answer) }
}

function inOrder(turns: readonly Turn[]): readonly Turn[] {
  return [...turns].sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

/** Puts the turns of one question together, at the place of the first: systems with other commands have turns of their own. */
export function questionsOf(turns: readonly Turn[]): readonly (readonly [Turn, ...Turn[]])[] {
  const questions = new Map<string, [Turn, ...Turn[]]>()
  for (const turn of turns) {
    const parts = questions.get(questionIdOf(turn))
    if (parts === undefined) questions.set(questionIdOf(turn), [turn])
    else parts.push(turn)
  }
  return [...questions.values()]
}

/** Lists the runs of the turns of a question. */
export function runsOf(parts: readonly Turn[]): readonly Run[] {
  return parts.flatMap(({ run }) => run ?? [])
}

const questionIdOf = ({ id, partOf }: Turn): string => partOf ?? id

/** True for a turn that waits for the operator's decision on a command. */
export function isUndecided({ decision, proposal }: Turn): boolean {
  return decision === 'open' && proposal !== null
}

/** Finds another turn of the same question that waits for a decision. */
export function nextOpenOf(turns: readonly Turn[], decided: Turn): Turn | null {
  const isNext = (turn: Turn) =>
    turn.id !== decided.id && questionIdOf(turn) === questionIdOf(decided) && isUndecided(turn)
  return turns.find(isNext) ?? null
}
