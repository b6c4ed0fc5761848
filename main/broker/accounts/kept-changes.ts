import type { AccountsUndo } from '../../../preload/contract/models/broker/accounts.ts'

/** A change that was made, with the export of the state before it. */
export interface KeptChange extends AccountsUndo {
  readonly connectionId: string
  readonly operator: string
  /** What `exportText` wrote before the change. */
  readonly before: string
  /** `digestOf` the state that it was to lead to. */
  readonly after: string
}

/** Where changes are kept over a restart. `save` throws `DISK_FAILED`. */
export interface ChangeStore {
  list(): readonly KeptChange[]
  save(changes: readonly KeptChange[]): void
}

/** Changes of one connection that can be taken back; each export of 1,000 accounts is some 200 kB. */
const KEPT = 10

/** Puts a change in, and lets go of the oldest of its connection. */
export function withChange(changes: readonly KeptChange[], change: KeptChange): readonly KeptChange[] {
  const own = [...changes.filter(({ connectionId }) => connectionId === change.connectionId), change]
  return [...changes.filter(({ connectionId }) => connectionId !== change.connectionId), ...own.slice(-KEPT)]
}

/** The changes of a connection that can be taken back, newest first. */
export function undosOf(changes: readonly KeptChange[], connectionId: string): readonly AccountsUndo[] {
  return changes
    .filter((change) => change.connectionId === connectionId)
    .map(({ id, at, kind, name }) => ({ id, at, kind, name }))
    .reverse()
}
