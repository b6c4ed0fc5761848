import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import {
  FOLD_KINDS,
  type FoldCounts,
  type FoldGroup,
  type FoldKind,
  type FoldMode,
  type RunFold,
} from '../../../preload/contract/models/commands/folding.ts'
import { foldKey, isDropped, isOpen } from './fold-keys.ts'

/** Longer outputs speak of failures that are not theirs: logs, manuals, listings. */
const SHORT_CHARS = 400

const FAILURE_WORDS =
  /\b(?:command not found|not found|no such (?:file|device|process|container|unit)|permission denied|access (?:is )?denied|operation not permitted|is not recognized|cannot (?:access|open|stat|execute|connect)|could not be found|unknown (?:command|option)|invalid option|unrecognized option|connection refused|read-only file system|no space left|segmentation fault|illegal option|must be root|are you root)\b/i

/** True for a success whose short text says that something failed, because many shells end a pipe with exit code 0. */
export function isDoubtful({ state, stdout, stderr }: CommandRecord): boolean {
  if (state !== 'succeeded' || stdout.length + stderr.length > SHORT_CHARS) return false
  return FAILURE_WORDS.test(`${stdout}\n${stderr}`)
}

/** Exact groups up to this number are read at a glance. */
const GLANCE_GROUPS = 5

/** Folds a run at once, without a memory of earlier folds. */
export function foldRun(runId: string, records: readonly CommandRecord[], mode: FoldMode): RunFold {
  return foldByKeys(runId, records, mode, (record) => foldKey(record, mode))
}

/** Folds a run by the key of each command. */
export function foldByKeys(
  runId: string,
  records: readonly CommandRecord[],
  mode: FoldMode,
  keyOf: (record: CommandRecord) => string,
): RunFold {
  const members = new Map<string, [CommandRecord, ...CommandRecord[]]>()
  for (const record of records) {
    const key = keyOf(record)
    const group = members.get(key)
    if (group === undefined) members.set(key, [record])
    else group.push(record)
  }
  const majority = majorityOf(members)
  const groups = [...members].map(([id, group]): FoldGroup => {
    const [sample] = group
    return {
      id,
      kind: id === majority ? 'majority' : kindOf(sample),
      state: sample.state,
      exitCode: sample.exitCode,
      deviceIds: group.map(({ deviceId }) => deviceId),
      sampleCommandId: sample.commandId,
      isDoubtful: isDoubtful(sample),
      isDropped: isDropped(sample),
    }
  })
  groups.sort(
    (a, b) => FOLD_KINDS.indexOf(a.kind) - FOLD_KINDS.indexOf(b.kind) || b.deviceIds.length - a.deviceIds.length,
  )
  return { runId, mode, groups, counts: countsOf(groups) }
}

/** True where exact groups are too many to read and masks make them fewer than half. */
export function suggestsSimilar(exact: RunFold, similar: RunFold): boolean {
  return exact.groups.length > GLANCE_GROUPS && similar.groups.length < exact.groups.length / 2
}

/** Finds the largest group of at least two successes whose answers are known; the first of equal ones. */
function majorityOf(members: ReadonlyMap<string, readonly [CommandRecord, ...CommandRecord[]]>): string | null {
  let id: string | null = null
  let size = 1
  for (const [key, group] of members) {
    if (group[0].state !== 'succeeded' || isDropped(group[0]) || group.length <= size) continue
    id = key
    size = group.length
  }
  return id
}

function kindOf(record: CommandRecord): FoldKind {
  if (isOpen(record)) return 'waiting'
  if (record.state === 'succeeded') return isDropped(record) ? 'dropped' : 'differs'
  return record.state === 'failed' ? 'failed' : 'silent'
}

function countsOf(groups: readonly FoldGroup[]): FoldCounts {
  const of = (kind: FoldKind) =>
    groups.reduce((sum, group) => (group.kind === kind ? sum + group.deviceIds.length : sum), 0)
  const parts = {
    same: of('majority'),
    differ: of('differs'),
    dropped: of('dropped'),
    failed: of('failed'),
    silent: of('silent'),
    waiting: of('waiting'),
  }
  return { devices: groups.reduce((sum, { deviceIds }) => sum + deviceIds.length, 0), ...parts }
}
