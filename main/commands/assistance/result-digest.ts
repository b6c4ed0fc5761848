import type { ResultCounts } from '../../../preload/contract/models/assist.ts'
import type { CommandRecord } from '../../../preload/contract/models/command.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { ResultGroup } from '../../shared/assistance.ts'
import { fromDevice, type MarkedText } from '../../shared/marked-text.ts'

/** Groups listed; devices in no group are counted. */
const MAX_GROUPS = 12
const MAX_NAMED = 20
const MAX_OUTLIERS = 20

/** The results of a run in figures, with devices of the same outcome and output together. */
export interface ResultDigest {
  readonly counts: ResultCounts
  readonly byState: Readonly<Record<string, number>>
  /** Largest first. */
  readonly groups: readonly ResultGroup[]
  readonly otherDevices: number
}

/** Groups results. `output` of the groups is sanitised, as the window shows it. */
export function digestResults(commands: readonly CommandRecord[]): ResultDigest {
  const byState: Record<string, number> = {}
  const groups = new Map<string, { record: CommandRecord; deviceIds: string[] }>()
  for (const record of commands) {
    byState[record.state] = (byState[record.state] ?? 0) + 1
    const name = [record.state, record.exitCode, record.stdout, record.stderr].join('\0')
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { record, deviceIds: [record.deviceId] })
    else group.deviceIds.push(record.deviceId)
  }
  const ordered = [...groups.values()].sort((a, b) => b.deviceIds.length - a.deviceIds.length)
  const shown = ordered.slice(0, MAX_GROUPS)
  const answered = commands.filter(({ state }) => state === 'succeeded' || state === 'failed')
  return {
    byState,
    counts: {
      devices: commands.length,
      succeeded: byState.succeeded ?? 0,
      failed: byState.failed ?? 0,
      unanswered: commands.length - answered.length,
      variants: new Set(answered.map(({ stdout }) => stdout)).size,
    },
    groups: shown.map(({ record, deviceIds }) => ({
      deviceIds: deviceIds.slice(0, MAX_NAMED),
      deviceCount: deviceIds.length,
      state: record.state,
      exitCode: record.exitCode,
      output: outputOf(record),
    })),
    otherDevices: ordered.slice(MAX_GROUPS).reduce((sum, { deviceIds }) => sum + deviceIds.length, 0),
  }
}

/** Joins standard output with what went wrong after it. */
export function outputOf({ stdout, stderr, reason }: CommandRecord): MarkedText {
  const parts = [stdout.trimEnd(), stderr === '' ? '' : `stderr: ${stderr.trimEnd()}`, reason ?? '']
  return fromDevice(parts.filter(Boolean).join('\n'))
}

const WHY: Readonly<Record<'failed' | 'unanswered' | 'differs', Readonly<Record<Language, string>>>> = {
  failed: { en: 'failed', 'zh-CN': '失败' },
  unanswered: { en: 'gave no result', 'zh-CN': '没有返回结果' },
  differs: { en: 'answers unlike most of the others', 'zh-CN': '与大多数设备的结果不同' },
}

/** Finds devices that stand out, without a model: failed, silent, or unlike the majority. */
export function outliersOf(
  { groups }: ResultDigest,
  language: Language,
): readonly { readonly deviceId: string; readonly why: string }[] {
  const answers = groups.filter(({ state }) => state === 'succeeded')
  const majority = answers.find(({ deviceCount }) => deviceCount > 1) ?? null
  const outliers = groups.flatMap((group) => {
    if (group.state === 'succeeded' && (majority === null || group === majority)) return []
    const why = group.state === 'succeeded' ? 'differs' : group.state === 'failed' ? 'failed' : 'unanswered'
    return group.deviceIds.map((deviceId) => ({ deviceId, why: WHY[why][language] }))
  })
  return outliers.slice(0, MAX_OUTLIERS)
}
