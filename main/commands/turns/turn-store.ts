import { AppError } from '../../../preload/contract/errors.ts'
import type { TurnAssist, TurnNote } from '../../../preload/contract/models/assistant/assist.ts'
import type {
  CommandRecord,
  Run,
  RunHead,
  TextOrigin,
  Turn,
} from '../../../preload/contract/models/commands/command.ts'
import { WHOLE_RUN_MAX } from '../../../preload/contract/models/limits.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { type Database, prepared } from '../../shared/sqlite.ts'
import type { After } from '../../shared/timers.ts'
import { inSlices, nextTurn } from '../../shared/work/slices.ts'
import { JsonRows } from '../json-rows.ts'
import { failureOf, type StoredTurn, turnBody } from '../models.ts'
import type { TargetDevice } from '../ports.ts'
import type { AnswerReadings } from '../runs/answer-readings.ts'
import { TurnMessages } from './turn-messages.ts'

const SAVE_TURN = `INSERT INTO turns (id, connection_id, created_at, body) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET body = excluded.body`
const PAGE =
  'SELECT body FROM turns WHERE connection_id = ? AND created_at < ? ORDER BY created_at DESC, id DESC LIMIT ?'
/** Asks of valid JSON only, because `->>` fails the whole query at a damaged row. */
const OPEN_TURNS = `SELECT body FROM turns WHERE CASE WHEN json_valid(body) THEN body ->> '$.turn.decision' = 'open'
  AND (body ->> '$.turn.isThinking' = 1 OR body ->> '$.turn.proposal' IS NOT NULL) END`

interface TurnStoreDeps {
  readonly database: Database
  readonly runs: {
    runOfTurn(turnId: string): Run | null
    headOfTurn(turnId: string): RunHead | null
    load(turnId: string): Promise<Run | null>
  }
  /** Ids of the notes at work in this session; a working note that is not among them was left by an earlier one. */
  readonly workingNotes: ReadonlySet<string>
  readonly readings: AnswerReadings
  readonly now: Clock
  readonly after: After
  readonly log: Log
  readonly newId: () => string
  /** Sends turns that changed, oldest first, to the window. */
  readonly emit: (turns: readonly Turn[]) => void
  /** Sends the heads of long runs that changed while their turns did not. */
  readonly emitRuns: (runs: readonly Run[]) => void
}

/** Initial fields of a turn. */
export interface TurnStart {
  readonly connectionId: string
  readonly targets: readonly TargetDevice[]
  readonly mode: Turn['mode']
  readonly text: string
  readonly isThinking: boolean
  readonly isFromDeviceOutput: boolean
  readonly partOf?: string
  readonly assist?: TurnAssist
}

/** Stores the turns, holds the open ones in memory, and sends each change to the window once. */
export class TurnStore {
  readonly #deps: TurnStoreDeps
  readonly #database: Database
  readonly #rows: JsonRows
  /** What the window is sent. */
  readonly messages: TurnMessages
  readonly #open = new Map<string, StoredTurn>()
  /** Approved turns that are not in the database yet. */
  readonly #approved = new Map<string, StoredTurn>()
  /** The turn that was read last, because a view asks many times about one, and thousands of ids take long to read. */
  #lastRead: StoredTurn | null = null
  #lastCreatedAt = 0

  constructor(deps: TurnStoreDeps) {
    this.#deps = deps
    this.#database = deps.database
    this.#rows = new JsonRows(deps.database, deps.log)
    this.messages = new TurnMessages({
      ...deps,
      shown: (turnId) => {
        const stored = this.find(turnId)
        return stored === null ? null : this.shown(stored)
      },
      longRun: (turnId) => this.#longRun(turnId),
    })
  }

  /** Makes a turn that is not saved yet. No two have the same time, because the window pages back by it. */
  create({ targets, ...given }: TurnStart): StoredTurn {
    this.#lastCreatedAt = Math.max(this.#deps.now(), this.#lastCreatedAt + 1)
    const turn: Turn = {
      ...given,
      id: this.#deps.newId(),
      createdAt: this.#lastCreatedAt,
      deviceIds: targets.map((target) => target.deviceId),
      answer: null,
      proposal: null,
      decision: 'open',
      run: null,
      failure: null,
    }
    return { turn, optionExplanations: [], proposedCommand: null }
  }

  find(turnId: string): StoredTurn | null {
    const held = this.#open.get(turnId) ?? this.#approved.get(turnId)
    if (held !== undefined) return held
    if (this.#lastRead?.turn.id === turnId) return this.#lastRead
    this.#lastRead = this.#rows.one(turnBody, 'SELECT body FROM turns WHERE id = ?', turnId)
    return this.#lastRead
  }

  /** Finds a turn. Throws `NOT_FOUND`. */
  get(turnId: string): StoredTurn {
    const stored = this.find(turnId)
    if (stored === null) throw new AppError('NOT_FOUND', { turnId })
    return stored
  }

  /**
   * True if a device had a part in a text of this origin: notes are made from results, turns carry a mark. An unknown
   * turn or a missing origin counts as the worst.
   */
  isFromDevice(origin: TextOrigin | undefined): boolean {
    if (origin?.kind === 'typed') return false
    if (origin?.kind === 'turn') return this.find(origin.turnId)?.turn.isFromDeviceOutput ?? true
    return true
  }

  /** Lists turns of this session that wait for the assistant or a decision. */
  open(): readonly StoredTurn[] {
    return [...this.#open.values()]
  }

  /** Lists turns that an earlier session left waiting. */
  leftOpen(): readonly StoredTurn[] {
    return this.#rows.many(turnBody, OPEN_TURNS).filter(({ turn }) => !this.#open.has(turn.id))
  }

  /** Lists the latest turns made before `before` (epoch ms; null for now), oldest first, without their runs. */
  latest(connectionId: string, before: number | null, limit: number): readonly StoredTurn[] {
    const until = before ?? Number.MAX_SAFE_INTEGER
    return this.#rows.many(turnBody, PAGE, connectionId, until, limit).reverse()
  }

  /** Saves a turn and sends it to the window at once. Throws `DISK_FAILED`, and then the turn is as it was. */
  save(stored: StoredTurn): void {
    const { id } = stored.turn
    try {
      this.#write(stored)
    } catch (error) {
      throw new AppError('DISK_FAILED', {}, { cause: error })
    }
    this.#approved.delete(id)
    this.#hold(stored)
    this.messages.changed(id)
    this.messages.flush()
  }

  /** Holds an approved turn in memory, so that no second click finds it open, until `saveApproved` or `discardApproved`. */
  holdApproved(stored: StoredTurn): void {
    this.#approved.set(stored.turn.id, stored)
    this.#hold(stored)
    this.messages.changed(stored.turn.id)
  }

  /** Saves the turn that `holdApproved` holds, inside a transaction of the caller; may throw. */
  saveApproved(turnId: string): void {
    const latest = this.#approved.get(turnId)
    if (latest !== undefined) this.#write(latest)
    this.#approved.delete(turnId)
  }

  /** Drops the approved turn, because what was not saved does not count. */
  discardApproved(turnId: string): void {
    this.#lastRead = null
    this.#approved.delete(turnId)
  }

  /** Returns a turn with its whole run and readings. */
  view({ turn }: StoredTurn): Turn {
    return { ...this.#withoutLostNotes(turn), run: this.#wholeRun(turn) }
  }

  /** Reads the run of a turn, with its answers in words, in slices; null without one, and for a turn that is not known. */
  async runOf(turnId: string): Promise<Run | null> {
    const stored = this.find(turnId)
    const run = stored === null ? null : await this.#deps.runs.load(turnId)
    const withReading = run === null ? null : this.#deps.readings.of(run, stored?.turn.proposal ?? null)
    if (run === null || withReading === null) return run
    const commands: CommandRecord[] = []
    await inSlices(run.commands, nextTurn, (record) => void commands.push(withReading(record)))
    return { ...run, commands }
  }

  /** As `runOf`, at once. */
  runNow(turnId: string): Run | null {
    const stored = this.find(turnId)
    return stored === null ? null : this.#wholeRun(stored.turn)
  }

  /** As `view`, in slices. */
  async whole({ turn }: StoredTurn): Promise<Turn> {
    return { ...this.#withoutLostNotes(turn), run: await this.runOf(turn.id) }
  }

  #wholeRun({ id, proposal }: Turn): Run | null {
    const run = this.#deps.runs.runOfTurn(id)
    if (run === null) return null
    const withReading = this.#deps.readings.of(run, proposal)
    return withReading === null ? run : { ...run, commands: run.commands.map(withReading) }
  }

  /** Returns a turn as the window gets it: of a long run the states, because it changes many times a second. */
  shown(stored: StoredTurn): Turn {
    const run = this.#longRun(stored.turn.id)
    return run === null ? this.view(stored) : { ...this.#withoutLostNotes(stored.turn), run }
  }

  /** Returns the run of a turn without its commands; null for a short one or none. */
  #longRun(turnId: string): Run | null {
    const head = this.#deps.runs.headOfTurn(turnId)
    if (head === null || head.devices <= WHOLE_RUN_MAX) return null
    const { devices: _, ...start } = head
    return { ...start, commands: [] }
  }

  page(connectionId: string, before: number | null, limit: number): readonly Turn[] {
    const stored = this.latest(connectionId, before, limit)
    return stored.map((turn) => this.shown(this.#approved.get(turn.turn.id) ?? turn))
  }

  #write(stored: StoredTurn): void {
    const { id, connectionId, createdAt } = stored.turn
    this.#lastRead = null
    prepared(this.#database, SAVE_TURN).run(id, connectionId, createdAt, JSON.stringify(stored))
    this.#lastRead = stored
  }

  #hold(stored: StoredTurn): void {
    const { id, decision, isThinking, proposal } = stored.turn
    if (decision === 'open' && (isThinking || proposal !== null)) this.#open.set(id, stored)
    else this.#open.delete(id)
  }

  /** Shows notes that an earlier session left at work as failed. */
  #withoutLostNotes(turn: Turn): Turn {
    const { assist } = turn
    const isLost = ({ state, id }: TurnNote) => state === 'working' && !this.#deps.workingNotes.has(id)
    if (assist?.notes?.some(isLost) !== true) return turn
    const failure = failureOf(new AppError('ASSISTANT_CANCELLED'))
    const notes = assist.notes.map((note) => (isLost(note) ? { ...note, state: 'failed' as const, failure } : note))
    return { ...turn, assist: { ...assist, notes } }
  }
}
