import { AppError, type Failure } from '../../../preload/contract/errors.ts'
import type { TurnNote } from '../../../preload/contract/models/assist.ts'
import type { AskUsage } from '../../../preload/contract/models/assistant.ts'
import type { Turn } from '../../../preload/contract/models/command.ts'
import type { QuestionOptions } from '../../shared/assistance.ts'
import type { Log } from '../../shared/log.ts'
import type { TurnBook } from '../turns/turn-store.ts'
import { failureOf } from './answer-stream.ts'
import { type SentQuestions, usageOf } from './sent-questions.ts'

interface NoteDeskDeps {
  readonly turns: TurnBook
  readonly sent: SentQuestions
  readonly sanitise: (text: string) => string
  readonly newId: () => string
  readonly log: Log
}

/** What a note says when it is done. */
type NoteContent = Pick<TurnNote, 'command' | 'text' | 'parts' | 'outliers' | 'nextStep' | 'counts' | 'source'>

const EMPTY: NoteContent & Pick<TurnNote, 'usage' | 'failure'> = {
  text: '',
  parts: [],
  outliers: [],
  nextStep: null,
  counts: null,
  source: { kind: 'model', name: '' },
  usage: null,
  failure: null,
}

/** Notes of the assistant on turns: at most one of a kind, made safe to show, each to be called off. */
export class NoteDesk {
  readonly #deps: NoteDeskDeps
  readonly #running = new Map<string, { readonly turnId: string; readonly controller: AbortController }>()
  readonly #working = new Set<Promise<void>>()

  constructor(deps: NoteDeskDeps) {
    this.#deps = deps
  }

  /** Puts a working note on the turn and fills it in when `work` is done; a second call while it works changes nothing. */
  start(
    turnId: string,
    kind: TurnNote['kind'],
    known: Partial<NoteContent>,
    work: (options: QuestionOptions) => Promise<NoteContent>,
  ): Turn {
    const stored = this.#deps.turns.find(turnId)
    if (stored === null) throw new AppError('NOT_FOUND', { turnId })
    const before = stored.turn.assist?.notes?.find((note) => note.kind === kind)
    if (before !== undefined && this.#running.has(before.id)) return this.#deps.turns.view(stored)
    const note: TurnNote = { ...EMPTY, ...known, id: this.#deps.newId(), kind, state: 'working' }
    const controller = new AbortController()
    this.#running.set(note.id, { turnId, controller })
    let turn: Turn
    try {
      turn = this.#put(turnId, note)
    } catch (error) {
      this.#running.delete(note.id)
      throw error
    }
    const working = this.#work(turnId, note, controller.signal, work).finally(() => {
      this.#running.delete(note.id)
      this.#working.delete(working)
    })
    this.#working.add(working)
    return turn
  }

  /** A note that needs no work. */
  keep(turnId: string, kind: TurnNote['kind'], content: NoteContent): Turn {
    return this.#put(turnId, { ...EMPTY, ...this.#inert(content), id: this.#deps.newId(), kind, state: 'done' })
  }

  /** A turn whose working notes are all at work in this session; others ended with the one before. */
  settle(turn: Turn): Turn {
    const { assist } = turn
    const isLost = ({ state, id }: TurnNote) => state === 'working' && !this.#running.has(id)
    if (assist?.notes?.some(isLost) !== true) return turn
    const failure = failureOf(new AppError('ASSISTANT_CANCELLED'))
    const notes = assist.notes.map((note) => (isLost(note) ? { ...note, state: 'failed' as const, failure } : note))
    return { ...turn, assist: { ...assist, notes } }
  }

  cancel(turnId: string): void {
    for (const running of this.#running.values()) if (running.turnId === turnId) running.controller.abort()
  }

  async dispose(): Promise<void> {
    for (const { controller } of this.#running.values()) controller.abort()
    await Promise.all(this.#working)
  }

  /** Never rejects. */
  async #work(
    turnId: string,
    note: TurnNote,
    signal: AbortSignal,
    work: (options: QuestionOptions) => Promise<NoteContent>,
  ): Promise<void> {
    let usage: AskUsage | null = null
    const onSent: QuestionOptions['onSent'] = (sent) => {
      usage = usageOf([sent])
      try {
        this.#deps.sent.add(turnId, sent)
      } catch (error) {
        this.#deps.log.error('what was sent cannot be kept', error)
      }
    }
    let done: TurnNote
    try {
      const content = await work({ signal, onText: () => undefined, onSent })
      done = { ...note, ...this.#inert(content), state: 'done', usage }
    } catch (error) {
      if (!(error instanceof AppError)) this.#deps.log.error('a note of the assistant failed', error)
      done = { ...note, state: 'failed', usage, failure: failureIn(error, signal) }
    }
    try {
      this.#put(turnId, done)
    } catch (error) {
      this.#deps.log.error('a note cannot be kept', error)
    }
  }

  /** The turn may have changed meanwhile: only its notes are touched. */
  #put(turnId: string, note: TurnNote): Turn {
    const stored = this.#deps.turns.find(turnId)
    if (stored === null) throw new AppError('NOT_FOUND', { turnId })
    const { turn } = stored
    const others = turn.assist?.notes?.filter(({ kind }) => kind !== note.kind) ?? []
    return this.#deps.turns.save({
      ...stored,
      turn: { ...turn, assist: { ...turn.assist, notes: [...others, note] } },
    })
  }

  #inert(content: NoteContent): NoteContent {
    const { sanitise } = this.#deps
    return {
      ...content,
      text: sanitise(content.text),
      parts: content.parts.map(({ part, meaning }) => ({ part: sanitise(part), meaning: sanitise(meaning) })),
      outliers: content.outliers.map(({ deviceId, why }) => ({ deviceId, why: sanitise(why) })),
      nextStep: content.nextStep === null ? null : sanitise(content.nextStep),
    }
  }
}

function failureIn(error: unknown, signal: AbortSignal): Failure {
  return failureOf(signal.aborted ? new AppError('ASSISTANT_CANCELLED') : error)
}
