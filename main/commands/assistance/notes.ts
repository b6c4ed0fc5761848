import { AppError } from '../../../preload/contract/errors.ts'
import type { TurnNote } from '../../../preload/contract/models/assistant/assist.ts'
import type { AskUsage } from '../../../preload/contract/models/assistant/assistant.ts'
import type { QuestionOptions } from '../../shared/assistance.ts'
import type { Log } from '../../shared/log.ts'
import { failureOf } from '../models.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import { type SentQuestions, usageOf } from './sent-questions.ts'

interface NotesDeps {
  readonly turns: TurnStore
  /** Holds the ids of the notes at work, which the turn store reads. */
  readonly workingNotes: Set<string>
  readonly sent: SentQuestions
  readonly sanitise: (text: string) => string
  readonly newId: () => string
  readonly log: Log
}

/** Content of a finished note. */
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

/** Writes the assistant's notes on turns: at most one of a kind, safe to show, each cancellable. */
export class Notes {
  readonly #deps: NotesDeps
  readonly #running = new Map<string, { readonly turnId: string; readonly controller: AbortController }>()
  readonly #working = new Set<Promise<void>>()

  constructor(deps: NotesDeps) {
    this.#deps = deps
  }

  /** Puts a working note on the turn and fills it in when `work` is done; a second call while it works changes nothing. */
  start(
    turnId: string,
    kind: TurnNote['kind'],
    known: Partial<NoteContent>,
    work: (options: QuestionOptions) => Promise<NoteContent>,
  ): void {
    const before = this.#deps.turns.get(turnId).turn.assist?.notes?.find((note) => note.kind === kind)
    if (before !== undefined && this.#running.has(before.id)) return
    const note: TurnNote = { ...EMPTY, ...known, id: this.#deps.newId(), kind, state: 'working' }
    const controller = new AbortController()
    this.#begin(note.id, turnId, controller)
    try {
      this.#put(turnId, note)
    } catch (error) {
      this.#end(note.id)
      throw error
    }
    const working = this.#work(turnId, note, controller.signal, work).finally(() => this.#working.delete(working))
    this.#working.add(working)
  }

  /** Puts a note on the turn that needs no work. */
  add(turnId: string, kind: TurnNote['kind'], content: NoteContent): void {
    this.#put(turnId, { ...EMPTY, ...this.#inert(content), id: this.#deps.newId(), kind, state: 'done' })
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
        this.#deps.log.error('a sent question cannot be saved', error)
      }
    }
    let done: TurnNote
    try {
      const content = await work({ signal, onText: () => undefined, onSent })
      done = { ...note, ...this.#inert(content), state: 'done', usage }
    } catch (error) {
      if (!(error instanceof AppError)) this.#deps.log.error('a note of the assistant failed', error)
      done = {
        ...note,
        state: 'failed',
        usage,
        failure: failureOf(signal.aborted ? new AppError('ASSISTANT_CANCELLED') : error),
      }
    }
    try {
      this.#put(turnId, done)
    } catch (error) {
      this.#deps.log.error('a note cannot be saved', error)
    } finally {
      this.#end(note.id)
    }
  }

  /** Replaces the turn's note of the same kind, and nothing else of it, because the turn may have changed meanwhile. */
  #put(turnId: string, note: TurnNote): void {
    const stored = this.#deps.turns.get(turnId)
    const { turn } = stored
    const others = turn.assist?.notes?.filter(({ kind }) => kind !== note.kind) ?? []
    const assist = { ...turn.assist, notes: [...others, note] }
    this.#deps.turns.save({ ...stored, turn: { ...turn, assist } })
  }

  #begin(noteId: string, turnId: string, controller: AbortController): void {
    this.#running.set(noteId, { turnId, controller })
    this.#deps.workingNotes.add(noteId)
  }

  #end(noteId: string): void {
    this.#running.delete(noteId)
    this.#deps.workingNotes.delete(noteId)
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
