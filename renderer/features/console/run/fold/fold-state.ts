import type { CommandRecord, Run } from '../../../../../preload/contract/models/commands/command.ts'
import {
  FOLD_KINDS,
  type FoldCounts,
  type FoldGroup,
  type FoldKind,
  type RunFold,
} from '../../../../../preload/contract/models/commands/folding.ts'
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
  { kind: 'dropped', count: 'dropped' },
  { kind: 'failed', count: 'failed' },
  { kind: 'silent', count: 'silent' },
  { kind: 'waiting', count: 'waiting' },
]

/** Kinds that compare the answers to one command, which says nothing where commands differ. */
export const COMPARED_KINDS: ReadonlySet<FoldKind> = new Set(['majority', 'differs'])

/** Lists the parts of the head that are not empty; they add up to the devices of the run. */
export function headParts(counts: FoldCounts): readonly { readonly kind: FoldKind; readonly count: number }[] {
  return HEAD_KINDS.map(({ kind, count }) => ({ kind, count: counts[count] })).filter(({ count }) => count > 0)
}

/** A run with its groups: the only one of a card, or that of one command of a question. */
export interface RunLine {
  readonly run: Run
  readonly fold: RunFold
}

/** Kinds that nobody needs to look at first. */
const CLOSED_KINDS: ReadonlySet<FoldKind> = new Set(['majority', 'waiting', 'dropped'])

/** Decides which groups are open before the operator touched any: what needs a look, or the only one there is. */
export function openAtFirst(groups: readonly ShownGroup[]): ReadonlySet<string> {
  const only = groups.length === 1 ? groups : []
  const odd = groups.filter(({ group }) => !CLOSED_KINDS.has(group.kind)).slice(0, OPEN_AT_FIRST)
  return new Set([...only, ...odd].map(({ key }) => key))
}

/** A group as the search and the filter leave it. */
export interface ShownGroup {
  /** Names it among the groups of all lines: other commands may get equal answers. */
  readonly key: string
  readonly group: FoldGroup
  readonly run: Run
  /** Device with the answer that most gave to the same command; null where no two are the same. */
  readonly majority: string | null
  /** Its devices that match, at least one; all of them without a search. The answer of the first is shown for all. */
  readonly deviceIds: readonly [string, ...string[]]
}

/**
 * Puts the groups of all lines into one list, failures first, and keeps what the filter and the search leave of them;
 * `found` null is no search.
 */
export function shownGroups(
  lines: readonly RunLine[],
  kind: FoldKind | null = null,
  found: ReadonlySet<string> | null = null,
): readonly ShownGroup[] {
  const shown = lines.flatMap(({ run, fold }) => {
    const majority = majorityDevice(fold)
    return fold.groups.flatMap((group): ShownGroup[] => {
      if (kind !== null && group.kind !== kind) return []
      const [first, ...rest] = found === null ? group.deviceIds : group.deviceIds.filter((id) => found.has(id))
      return first === undefined
        ? []
        : [{ key: `${run.id} ${group.id}`, group, run, majority, deviceIds: [first, ...rest] }]
    })
  })
  if (lines.length < 2) return shown
  return shown.sort(
    (a, b) =>
      FOLD_KINDS.indexOf(a.group.kind) - FOLD_KINDS.indexOf(b.group.kind) ||
      b.group.deviceIds.length - a.group.deviceIds.length,
  )
}

/** Adds up what became of the devices of all lines. */
export function countsOf(lines: readonly RunLine[]): FoldCounts {
  const of = (count: keyof FoldCounts) => lines.reduce((sum, { fold }) => sum + fold.counts[count], 0)
  return {
    devices: of('devices'),
    same: of('same'),
    differ: of('differ'),
    dropped: of('dropped'),
    failed: of('failed'),
    silent: of('silent'),
    waiting: of('waiting'),
  }
}

/** Counts the devices that gave a result, good or bad. */
export function answeredCount({ devices, silent, waiting }: FoldCounts): number {
  return devices - silent - waiting
}

/** Finds the devices of a run whose id or output holds a text, in any case. */
export function searchRun({ commands }: Run, text: string): ReadonlySet<string> {
  const wanted = text.toLowerCase()
  const isFound = ({ deviceId, stdout, stderr }: CommandRecord) =>
    [deviceId, stdout, stderr].some((part) => part.toLowerCase().includes(wanted))
  return new Set(commands.filter(isFound).map(({ deviceId }) => deviceId))
}

function majorityDevice({ groups }: RunFold): string | null {
  return groups.find(({ kind }) => kind === 'majority')?.deviceIds[0] ?? null
}

/** Tells if a comparison with the majority may say something: both gave an answer. */
export function isComparable(
  { kind, isDropped }: FoldGroup,
  sample: CommandRecord | undefined,
  majority: string | null,
): boolean {
  if (isDropped) return false
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
export function canExplain(folds: readonly RunFold[]): boolean {
  const answers = folds
    .flatMap(({ groups }) => groups)
    .filter(({ kind, isDropped }) => !isDropped && (kind === 'majority' || kind === 'differs' || kind === 'failed'))
  return folds.every(({ counts }) => counts.waiting === 0) && answers.length > 1
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
