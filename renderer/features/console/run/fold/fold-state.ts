import type { CommandRecord, Run } from '../../../../../preload/contract/models/command.ts'
import type { FoldCounts, FoldGroup, FoldKind, RunFold } from '../../../../../preload/contract/models/folding.ts'
import { RUN_COMMANDS_MAX } from '../../../../../preload/contract/models/limits.ts'
import { request } from '../../../../lib/api.ts'
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
  /** Its devices that match, at least one; all of them without a search. The answer of the first is shown for all. */
  readonly deviceIds: readonly [string, ...string[]]
}

/** Keeps what the filter and the search leave of the groups; `found` null is no search. */
export function shownGroups(
  { groups }: RunFold,
  kind: FoldKind | null,
  found: ReadonlySet<string> | null,
): readonly ShownGroup[] {
  return groups.flatMap((group) => {
    if (kind !== null && group.kind !== kind) return []
    const [first, ...rest] = found === null ? group.deviceIds : group.deviceIds.filter((id) => found.has(id))
    return first === undefined ? [] : [{ group, deviceIds: [first, ...rest] }]
  })
}

/** Finds the devices of a run whose id or output holds a text, in any case. */
export function searchRun({ commands }: Run, text: string): ReadonlySet<string> {
  const wanted = text.toLowerCase()
  const isFound = ({ deviceId, stdout, stderr }: CommandRecord) =>
    [deviceId, stdout, stderr].some((part) => part.toLowerCase().includes(wanted))
  return new Set(commands.filter(isFound).map(({ deviceId }) => deviceId))
}

/** Returns a device with the answer that most gave, which the others are compared with; null where no two are the same. */
export function majorityDevice({ groups }: RunFold): string | null {
  return groups.find(({ kind }) => kind === 'majority')?.deviceIds[0] ?? null
}

/** Tells if a comparison with the majority may say something: both gave an answer. */
export function isComparable({ kind }: FoldGroup, sample: CommandRecord | undefined, majority: string | null): boolean {
  const hasAnswer = sample === undefined || copyText(sample) !== ''
  return majority !== null && (kind === 'differs' || kind === 'failed') && hasAnswer
}

export function devicesOf(fold: RunFold, kind: FoldKind): readonly string[] {
  return fold.groups.filter((group) => group.kind === kind).flatMap(({ deviceIds }) => deviceIds)
}

/** Similar answers are offered where main found that they make few groups of many, and the way back always. */
export function offersModes(fold: RunFold): boolean {
  return fold.mode === 'similar' || fold.suggestsSimilar === true
}

/** True where devices have ended with different answers, which a model can explain. */
export function canExplain({ groups, counts }: RunFold): boolean {
  const answers = groups.filter(({ kind }) => kind === 'majority' || kind === 'differs' || kind === 'failed')
  return counts.waiting === 0 && answers.length > 1
}

/** Lists the commands of a run that have not ended, asked for in parts where the run came without them; these can be cancelled. */
export async function openCommands(run: Run, fold: RunFold): Promise<readonly string[]> {
  const isOpen = ({ state }: CommandRecord) => isActive(state)
  if (run.states === undefined) return run.commands.filter(isOpen).map(({ commandId }) => commandId)
  const waiting = devicesOf(fold, 'waiting')
  const open: string[] = []
  for (let from = 0; from < waiting.length; from += RUN_COMMANDS_MAX) {
    const deviceIds = waiting.slice(from, from + RUN_COMMANDS_MAX)
    const part = await request('console.commands', { turnId: run.turnId, deviceIds, isBrief: true })
    open.push(...part.filter(isOpen).map(({ commandId }) => commandId))
  }
  return open
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
