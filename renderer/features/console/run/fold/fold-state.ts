import type { CommandRecord, Run } from '../../../../../preload/contract/models/command.ts'
import type { FoldCounts, FoldGroup, FoldKind, RunFold } from '../../../../../preload/contract/models/folding.ts'
import { copyText, isActive } from '../run-state.ts'

/** Groups open at first; the rest is opened by hand, because fifty open answers are read by nobody. */
const OPEN_AT_FIRST = 6
/** Requests under way at a time, because main and the broker have other work too. */
const PARALLEL_REQUESTS = 8

/** Kinds in the order of the head, each with its count. */
const HEAD_KINDS: readonly { readonly kind: FoldKind; readonly count: Exclude<keyof FoldCounts, 'devices'> }[] = [
  { kind: 'majority', count: 'same' },
  { kind: 'differs', count: 'differ' },
  { kind: 'failed', count: 'failed' },
  { kind: 'silent', count: 'silent' },
  { kind: 'waiting', count: 'waiting' },
]

/** Lists the parts of the head that are not empty; they add up to the devices of the run. */
export function headParts(counts: FoldCounts): readonly { readonly kind: FoldKind; readonly count: number }[] {
  return HEAD_KINDS.map(({ kind, count }) => ({ kind, count: counts[count] })).filter(({ count }) => count > 0)
}

/** Decides which groups are open before the operator touched any: what needs a look, or the only one there is. */
export function openAtFirst(groups: readonly FoldGroup[]): ReadonlySet<string> {
  const only = groups.length === 1 ? groups : []
  const odd = groups.filter(({ kind }) => kind !== 'majority' && kind !== 'waiting').slice(0, OPEN_AT_FIRST)
  return new Set([...only, ...odd].map(({ id }) => id))
}

/** A group as the search and the filter leave it. */
export interface ShownGroup {
  readonly group: FoldGroup
  /** Its records that match; all of them without a search. */
  readonly records: readonly CommandRecord[]
  readonly sample: CommandRecord
}

/** Puts the records of a run to its groups, and keeps what the filter and the search in ids and outputs leave. */
export function shownGroups(fold: RunFold, run: Run, kind: FoldKind | null, search: string): readonly ShownGroup[] {
  const byDevice = new Map(run.commands.map((record) => [record.deviceId, record]))
  const byCommand = new Map(run.commands.map((record) => [record.commandId, record]))
  const text = search.trim().toLowerCase()
  const isFound = ({ deviceId, stdout, stderr }: CommandRecord) =>
    [deviceId, stdout, stderr].some((part) => part.toLowerCase().includes(text))
  return fold.groups.flatMap((group) => {
    if (kind !== null && group.kind !== kind) return []
    const all = group.deviceIds.flatMap((id) => byDevice.get(id) ?? [])
    const records = text === '' ? all : all.filter(isFound)
    const usual = byCommand.get(group.sampleCommandId)
    const sample = usual !== undefined && records.includes(usual) ? usual : records[0]
    return sample === undefined ? [] : [{ group, records, sample }]
  })
}

/** Returns the answer that most devices gave, which the others are compared with; null where no two are the same. */
export function majorityText(fold: RunFold, run: Run): string | null {
  const group = fold.groups.find(({ kind }) => kind === 'majority')
  const sample = run.commands.find(({ commandId }) => commandId === group?.sampleCommandId)
  return sample === undefined ? null : copyText(sample)
}

/** Tells if a comparison with the majority says something: both gave an answer. */
export function isComparable({ group, sample }: ShownGroup, majority: string | null): boolean {
  return majority !== null && (group.kind === 'differs' || group.kind === 'failed') && copyText(sample) !== ''
}

export function devicesOf(fold: RunFold, kind: FoldKind): readonly string[] {
  return fold.groups.filter((group) => group.kind === kind).flatMap(({ deviceIds }) => deviceIds)
}

/** Similar answers are offered where main found that they make few groups of many, and the way back always. */
export function offersModes(fold: RunFold): boolean {
  return fold.mode === 'similar' || fold.suggestsSimilar === true
}

/** Returns the commands that have not ended; these can be cancelled. */
export function openCommands(run: Run): readonly string[] {
  return run.commands.filter(({ state }) => isActive(state)).map(({ commandId }) => commandId)
}

/** Does `act` with every item, a few at a time; throws the first failure when all have been tried. */
export async function forEachBounded<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>) {
  const queue = items.values()
  const failures: unknown[] = []
  const work = async () => {
    for (const item of queue) await act(item).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: PARALLEL_REQUESTS }, work))
  if (failures.length > 0) throw failures[0]
}
