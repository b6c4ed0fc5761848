import type { CommandRecord } from '../../../preload/contract/models/command.ts'
import type { FoldMode, RunFold } from '../../../preload/contract/models/folding.ts'
import { foldByKeys, suggestsSimilar } from './fold.ts'
import { foldKey } from './fold-keys.ts'

/** Runs whose keys are remembered; the window looks at few at once. */
const MAX_RUNS = 4

/** Ms of folding after which others get their turn. */
const SLICE_MS = 10

interface Known {
  readonly record: CommandRecord
  readonly keys: Partial<Record<FoldMode, string>>
}

/** Folds runs as their results arrive: each answer is normalised and hashed once, however often its run is folded. */
export class RunFolds {
  readonly #nextTurn: () => Promise<void>
  readonly #runs = new Map<string, Map<string, Known>>()

  /** `nextTurn` resolves after others had their turn. */
  constructor(nextTurn: () => Promise<void>) {
    this.#nextTurn = nextTurn
  }

  /** Folds a run in slices, and says of an exact fold with many groups if masks would help. */
  async fold(runId: string, records: readonly CommandRecord[], mode: FoldMode): Promise<RunFold> {
    const known = this.#known(runId)
    const folded = await this.#foldAs(mode, runId, records, known)
    if (mode === 'similar') return folded
    // A fold with few groups is never replaced, so its masks need no work.
    if (!suggestsSimilar(folded, { ...folded, groups: [] })) return { ...folded, suggestsSimilar: false }
    const similar = await this.#foldAs('similar', runId, records, known)
    return { ...folded, suggestsSimilar: suggestsSimilar(folded, similar) }
  }

  async #foldAs(
    mode: FoldMode,
    runId: string,
    records: readonly CommandRecord[],
    known: Map<string, Known>,
  ): Promise<RunFold> {
    let since = performance.now()
    for (const record of records) {
      keyOf(known, record, mode)
      if (performance.now() - since < SLICE_MS) continue
      await this.#nextTurn()
      since = performance.now()
    }
    return foldByKeys(runId, records, mode, (record) => keyOf(known, record, mode))
  }

  /** Returns the keys of a run, and forgets the run that was not looked at longest. */
  #known(runId: string): Map<string, Known> {
    const known = this.#runs.get(runId) ?? new Map<string, Known>()
    this.#runs.delete(runId)
    this.#runs.set(runId, known)
    for (const oldest of this.#runs.keys()) {
      if (this.#runs.size <= MAX_RUNS) break
      this.#runs.delete(oldest)
    }
    return known
  }
}

function keyOf(known: Map<string, Known>, record: CommandRecord, mode: FoldMode): string {
  const before = known.get(record.commandId)
  const current = before !== undefined && isSame(before.record, record) ? before : { record, keys: {} }
  if (current !== before) known.set(record.commandId, current)
  current.keys[mode] ??= foldKey(record, mode)
  return current.keys[mode]
}

/** Compares what keys are made of, because a record that was read from the database again is another object. */
function isSame(a: CommandRecord, b: CommandRecord): boolean {
  if (a === b) return true
  return (
    a.state === b.state &&
    a.exitCode === b.exitCode &&
    a.stdout === b.stdout &&
    a.stderr === b.stderr &&
    a.reason === b.reason
  )
}
