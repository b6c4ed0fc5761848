import type { Turn } from '../../../preload/contract/models/commands/command.ts'
import type { HistoryEntry, HistoryWindow } from '../../../preload/contract/models/commands/history.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Database, prepared } from '../../shared/sqlite.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import { type FilterSurroundings, historyCondition } from './history-conditions.ts'
import type { HistoryIndex } from './history-index.ts'
import { matchesOf } from './history-matches.ts'
import { entryOfRow } from './history-rows.ts'

/** Ms that a query may spend on what changed just now. */
const CATCH_UP_MS = 40
/** Ms that the matches of a filter hold without a change, because some filters go by the time. */
const MATCHES_HOLD_MS = 10_000
/** Runs offered for a comparison. */
const MAX_SAME = 50

const ENTRIES = `SELECT h.body, h.has_dropped FROM json_each(?) AS wanted JOIN history h ON h.id = wanted.value
  ORDER BY wanted.key`
const SAME_COMMAND = `SELECT body, has_dropped FROM history
  WHERE command_sha = (SELECT command_sha FROM history WHERE turn_id = ?) AND run_id IS NOT NULL
    AND connection_id = (SELECT connection_id FROM history WHERE turn_id = ?) AND turn_id <> ?
  ORDER BY at DESC LIMIT ${MAX_SAME}`

interface HistoryDeps {
  readonly database: Database
  readonly index: HistoryIndex
  readonly turns: Pick<TurnStore, 'get' | 'view'>
  readonly connections: () => FilterSurroundings['connections']
  readonly now: Clock
}

interface EntryRow {
  readonly body: string
  readonly has_dropped: number
}

/** Matches of the last filter; its windows are slices of them. */
interface Matches {
  readonly filter: string
  readonly revision: number
  readonly at: number
  /** Oldest first. */
  readonly ids: readonly number[]
}

/** Answers what was asked, proposed, decided, sent and answered, on all connections. */
export class History {
  readonly #deps: HistoryDeps
  #matches: Matches | null = null

  constructor(deps: HistoryDeps) {
    this.#deps = deps
  }

  /** Returns a part of the entries that match, newest first. Throws `FILTER_INVALID`. */
  query(filter: string, offset: number, limit: number): HistoryWindow {
    this.#deps.index.catchUp(CATCH_UP_MS)
    const ids = this.#matchesOf(filter)
    const end = Math.max(0, ids.length - offset)
    const wanted = JSON.stringify(ids.slice(Math.max(0, end - limit), end).reverse())
    const entries = prepared<EntryRow>(this.#deps.database, ENTRIES).all(wanted).map(entryOfRow)
    return { entries, offset, total: ids.length, pending: this.#deps.index.pending() }
  }

  /** Returns one exchange as it was. Throws `NOT_FOUND`. */
  turn(turnId: string): Turn {
    const { turns } = this.#deps
    return turns.view(turns.get(turnId))
  }

  /**
   * Returns the latest other runs of the same command on the same connection; none for a turn without a run, and for what is not
   * in the index yet. Throws `NOT_FOUND`.
   */
  sameCommand(turnId: string): readonly HistoryEntry[] {
    this.#deps.turns.get(turnId)
    this.#deps.index.catchUp(CATCH_UP_MS)
    return prepared<EntryRow>(this.#deps.database, SAME_COMMAND).all(turnId, turnId, turnId).map(entryOfRow)
  }

  #matchesOf(filter: string): readonly number[] {
    const { connections, database, index, now } = this.#deps
    const known = this.#matches
    const isFresh = known !== null && known.filter === filter && known.revision === index.revision
    if (isFresh && now() - known.at < MATCHES_HOLD_MS) return known.ids
    const condition = historyCondition(filter, { now: now(), connections: connections() })
    const ids = matchesOf(database, condition)
    this.#matches = { filter, revision: index.revision, at: now(), ids }
    return ids
  }
}
