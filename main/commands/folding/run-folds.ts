import type { CommandRecord, Run } from '../../../preload/contract/models/commands/command.ts'
import type { FoldMode, RunFold } from '../../../preload/contract/models/commands/folding.ts'
import { QUESTION_LINES_MAX } from '../../../preload/contract/models/limits.ts'
import { inSlices, type NextTurn } from '../../shared/work/slices.ts'
import { foldByKeys, suggestsSimilar } from './fold.ts'
import { isDropped, type KeyedAnswer, keyedAnswer, namesItself } from './fold-keys.ts'
import type { MaskThread } from './mask-thread.ts'

/** Runs whose keys are remembered; the window looks at few at once, and at all lines of a question. */
const MAX_RUNS = QUESTION_LINES_MAX

interface Known {
  readonly record: CommandRecord
  readonly keys: Partial<Record<FoldMode, string>>
}

interface RunFoldsDeps {
  readonly nextTurn: NextTurn
  /** Hashes an answer for exact comparison. */
  readonly exactKey: (record: CommandRecord) => string
  readonly masks: Pick<MaskThread, 'keysOf'>
  readonly hostNameOf: (connectionId: string, deviceId: string) => string | null
}

type FoldedRun = Pick<Run, 'id' | 'connectionId' | 'commands'>

/** Folds runs as their results arrive: each answer is normalised and hashed once, however often its run is folded. */
export class RunFolds {
  readonly #deps: RunFoldsDeps
  readonly #runs = new Map<string, Map<string, Known>>()

  constructor(deps: RunFoldsDeps) {
    this.#deps = deps
  }

  /** Folds a run in slices, and says of an exact fold with many groups if masks would help. */
  async fold(run: FoldedRun, mode: FoldMode): Promise<RunFold> {
    const known = this.#known(run.id)
    const exact = await this.#exact(run, known)
    if (mode === 'similar') return this.#similar(run, known)
    // A fold with few groups is never replaced, so its masks need no work.
    if (!suggestsSimilar(exact, { ...exact, groups: [] })) return { ...exact, suggestsSimilar: false }
    return { ...exact, suggestsSimilar: suggestsSimilar(exact, await this.#similar(run, known)) }
  }

  /** Folds a run in slices by equal answers, for who compares no further. */
  exact(run: FoldedRun): Promise<RunFold> {
    return this.#exact(run, this.#known(run.id))
  }

  async #exact({ id, commands }: FoldedRun, known: Map<string, Known>): Promise<RunFold> {
    const keyFor = (record: CommandRecord) => {
      const current = knownOf(known, record)
      current.keys.exact ??= this.#deps.exactKey(record)
      return current.keys.exact
    }
    await inSlices(commands, this.#deps.nextTurn, keyFor)
    return foldByKeys(id, commands, 'exact', keyFor)
  }

  /** Masks what has no key yet; equal answers that do not name their devices are masked once. */
  async #similar({ id, connectionId, commands }: FoldedRun, known: Map<string, Known>): Promise<RunFold> {
    const answers = new Map<string, KeyedAnswer>()
    const wanted: { readonly of: Known; readonly name: string }[] = []
    await inSlices(commands, this.#deps.nextTurn, (record) => {
      const of = knownOf(known, record)
      if (of.keys.similar !== undefined) return
      const answer = keyedAnswer(record, this.#deps.hostNameOf(connectionId, record.deviceId))
      const name = namesItself(answer) ? `command ${record.commandId}` : `answer ${of.keys.exact}`
      answers.set(name, answer)
      wanted.push({ of, name })
    })
    const keys = await this.#deps.masks.keysOf([...answers.values()])
    const byName = new Map([...answers.keys()].map((name, index) => [name, keys[index]]))
    for (const { of, name } of wanted) of.keys.similar = byName.get(name) ?? name
    return foldByKeys(id, commands, 'similar', (record) => knownOf(known, record).keys.similar ?? record.commandId)
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

function knownOf(known: Map<string, Known>, record: CommandRecord): Known {
  const before = known.get(record.commandId)
  if (before !== undefined && isSame(before.record, record)) return before
  const current: Known = { record, keys: {} }
  known.set(record.commandId, current)
  return current
}

/** Compares what keys are made of, because a record that was read from the database again is another object. */
function isSame(a: CommandRecord, b: CommandRecord): boolean {
  if (a === b) return true
  return (
    a.state === b.state &&
    a.exitCode === b.exitCode &&
    a.stdout === b.stdout &&
    a.stderr === b.stderr &&
    a.reason === b.reason &&
    a.wholeSha256 === b.wholeSha256 &&
    isDropped(a) === isDropped(b)
  )
}
