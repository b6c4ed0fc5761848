import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { ResultCounts } from '../../../preload/contract/models/assistant/assist.ts'
import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import type { FoldGroup, RunFold } from '../../../preload/contract/models/commands/folding.ts'
import type { ResultGroup } from '../../shared/assistance.ts'
import { fromDevice, type MarkedText } from '../../shared/marked-text.ts'
import { isDropped } from '../folding/fold-keys.ts'

/** Groups listed for a model; devices in no group are counted. */
export const MAX_GROUPS = 12
const MAX_NAMED = 20
/** Devices named of each way to stand out, so that no way pushes another from the list. */
const MAX_OUTLIERS_A_REASON = 20

/** The results of a run in figures, with devices of the same outcome and output together. */
export interface ResultDigest {
  readonly counts: ResultCounts
  readonly byState: Readonly<Record<string, number>>
  /** All groups, failed and silent ones first. */
  readonly folded: readonly FoldGroup[]
  /** The groups that a model reads, largest first; size cuts none that failed, is silent or doubtful before the others. */
  readonly groups: readonly ResultGroup[]
  readonly otherDevices: number
}

/** Digests the commands of a run, folded exactly. `output` of the groups is sanitised, as the window shows it. */
export function digestResults(
  { groups: folded }: Pick<RunFold, 'groups'>,
  commands: readonly CommandRecord[],
  maxGroups = MAX_GROUPS,
): ResultDigest {
  const byState: Record<string, number> = {}
  for (const { state } of commands) byState[state] = (byState[state] ?? 0) + 1
  const shown = shownGroups(folded, maxGroups)
  const wanted = new Set(shown.map(({ sampleCommandId }) => sampleCommandId))
  const samples = new Map(
    commands.filter(({ commandId }) => wanted.has(commandId)).map((record) => [record.commandId, record]),
  )
  return {
    byState,
    counts: countsOf(commands, byState, folded),
    folded,
    groups: shown.flatMap(({ deviceIds, sampleCommandId }) => {
      const record = samples.get(sampleCommandId)
      if (record === undefined) return []
      const { state, exitCode } = record
      const named = deviceIds.slice(0, MAX_NAMED)
      return [{ deviceIds: named, deviceCount: deviceIds.length, state, exitCode, output: outputOf(record) }]
    }),
    otherDevices: commands.length - shown.reduce((sum, { deviceIds }) => sum + deviceIds.length, 0),
  }
}

/** Chooses groups for a model: what stands out first, but never without the largest answer that others are compared with. */
function shownGroups(folded: readonly FoldGroup[], max: number): readonly FoldGroup[] {
  const standsOut = ({ kind, isDoubtful }: FoldGroup) => isDoubtful || kind === 'failed' || kind === 'silent'
  const largest = folded.filter((group) => !standsOut(group)).sort((a, b) => b.deviceIds.length - a.deviceIds.length)
  const room = largest.length > 0 ? max - 1 : max
  const first = folded.filter(standsOut).slice(0, room)
  const chosen = [...first, ...largest.slice(0, max - first.length)]
  return chosen.sort((a, b) => b.deviceIds.length - a.deviceIds.length)
}

/** Adds up the results of several runs; their variants are those of each, because answers to different commands differ. */
export function addedUp(digests: readonly ResultDigest[]): Pick<ResultDigest, 'counts' | 'byState' | 'otherDevices'> {
  const sumOf = (count: (digest: ResultDigest) => number) => digests.reduce((sum, digest) => sum + count(digest), 0)
  const states = new Set(digests.flatMap(({ byState }) => Object.keys(byState)))
  return {
    byState: Object.fromEntries([...states].map((state) => [state, sumOf(({ byState }) => byState[state] ?? 0)])),
    counts: {
      devices: sumOf(({ counts }) => counts.devices),
      succeeded: sumOf(({ counts }) => counts.succeeded),
      failed: sumOf(({ counts }) => counts.failed),
      unanswered: sumOf(({ counts }) => counts.unanswered),
      variants: sumOf(({ counts }) => counts.variants),
      doubtful: sumOf(({ counts }) => counts.doubtful ?? 0),
    },
    otherDevices: sumOf(({ otherDevices }) => otherDevices),
  }
}

function countsOf(
  { length: devices }: readonly CommandRecord[],
  { succeeded = 0, failed = 0 }: Readonly<Record<string, number>>,
  folded: readonly FoldGroup[],
): ResultCounts {
  return {
    devices,
    succeeded,
    failed,
    unanswered: devices - succeeded - failed,
    variants: folded.filter((group) => !group.isDropped && (group.state === 'succeeded' || group.state === 'failed'))
      .length,
    doubtful: folded.reduce((sum, { isDoubtful, deviceIds }) => (isDoubtful ? sum + deviceIds.length : sum), 0),
  }
}

/** Joins standard output with what went wrong after it. */
export function outputOf(record: CommandRecord): MarkedText {
  const { stdout, stderr, reason } = record
  const lost = isDropped(record) ? '(the output is no longer kept)' : ''
  const parts = [stdout.trimEnd(), stderr === '' ? '' : `stderr: ${stderr.trimEnd()}`, reason ?? '', lost]
  return fromDevice(parts.filter(Boolean).join('\n'))
}

const REASONS = ['failed', 'unanswered', 'doubtful', 'differs'] as const
type Reason = (typeof REASONS)[number]

interface Outlier {
  readonly deviceId: string
  readonly why: string
}

const WHY: Readonly<Record<Reason, Readonly<Record<Language, string>>>> = {
  failed: { en: 'failed', 'zh-CN': '失败' },
  unanswered: { en: 'no result', 'zh-CN': '没有结果' },
  doubtful: { en: 'says success, but its output says that something failed', 'zh-CN': '报告成功，但输出提示有错误' },
  differs: { en: 'answers unlike most of the others', 'zh-CN': '与大多数设备的结果不同' },
}

/** Finds devices that stand out, without a model: failed first, then silent, doubtful, and unlike the majority. */
export function outliersOf(
  { folded, counts }: Pick<ResultDigest, 'folded' | 'counts'>,
  language: Language,
): readonly Outlier[] {
  const majority = folded.find(({ kind }) => kind === 'majority')?.deviceIds.length ?? 0
  // Where most answers differ from each other (uptimes), differing is nothing to stand out by.
  const hasMajority = majority * 2 >= counts.succeeded
  return REASONS.filter((reason) => reason !== 'differs' || hasMajority).flatMap((reason) =>
    folded
      .filter((group) => reasonOf(group) === reason)
      .flatMap(({ deviceIds }) => deviceIds)
      .slice(0, MAX_OUTLIERS_A_REASON)
      .map((deviceId) => ({ deviceId, why: WHY[reason][language] })),
  )
}

/** Adds what failed, is silent or doubtful to the devices that a model named, because a model may leave one out. */
export function withFailures(
  named: readonly Outlier[],
  { folded, counts }: Pick<ResultDigest, 'folded' | 'counts'>,
  language: Language,
): readonly Outlier[] {
  const whys = new Map(named.map((outlier) => [outlier.deviceId, outlier]))
  const sure = outliersOf({ folded: folded.filter((group) => reasonOf(group) !== 'differs'), counts }, language)
  const own = new Set(sure.map(({ deviceId }) => deviceId))
  return [
    ...sure.map((outlier) => whys.get(outlier.deviceId) ?? outlier),
    ...named.filter(({ deviceId }) => !own.has(deviceId)),
  ]
}

function reasonOf({ kind, isDoubtful }: FoldGroup): Reason | null {
  if (kind === 'failed') return 'failed'
  if (kind === 'silent' || kind === 'waiting') return 'unanswered'
  if (isDoubtful) return 'doubtful'
  return kind === 'differs' ? 'differs' : null
}
