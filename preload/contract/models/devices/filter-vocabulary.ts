import type { DeviceSystem } from '../safety/safety.ts'
import type { Presence } from './device.ts'

/** Kind of comparison that a key of the filter language takes. */
type FilterKeyKind = 'text' | 'number' | 'duration' | 'status' | 'system' | 'has'

/** A key of the filter language. The first name of each language is the one offered; the others are understood. */
interface FilterKeyWords {
  readonly kind: FilterKeyKind
  readonly en: readonly [string, ...string[]]
  readonly zh: readonly [string, ...string[]]
}

/** Keys of the device filter with their names. `data.NAME` (`数据.NAME`) stands beside them. */
export const FILTER_KEYS = {
  status: { kind: 'status', en: ['status', 'state'], zh: ['状态'] },
  tag: { kind: 'text', en: ['tag', 'tags'], zh: ['标签'] },
  id: { kind: 'text', en: ['id'], zh: ['设备', '编号'] },
  name: { kind: 'text', en: ['name'], zh: ['名称', '名字'] },
  host: { kind: 'text', en: ['host', 'hostname'], zh: ['主机', '主机名'] },
  ip: { kind: 'text', en: ['ip'], zh: ['地址'] },
  location: { kind: 'text', en: ['location', 'loc'], zh: ['位置', '地点'] },
  agent: { kind: 'text', en: ['agent'], zh: ['程序', '版本'] },
  notes: { kind: 'text', en: ['notes'], zh: ['备注'] },
  temp: { kind: 'number', en: ['temp', 'temperature'], zh: ['温度'] },
  cpu: { kind: 'number', en: ['cpu'], zh: ['处理器'] },
  mem: { kind: 'number', en: ['mem', 'memory'], zh: ['内存'] },
  disk: { kind: 'number', en: ['disk'], zh: ['磁盘', '硬盘'] },
  uptime: { kind: 'duration', en: ['uptime'], zh: ['运行时间', '运行'] },
  seen: { kind: 'duration', en: ['seen'], zh: ['最近消息', '最近'] },
  system: { kind: 'system', en: ['system', 'os'], zh: ['系统'] },
  has: { kind: 'has', en: ['has'], zh: ['有', '含'] },
} as const satisfies Readonly<Record<string, FilterKeyWords>>
export type FilterKey = keyof typeof FILTER_KEYS

interface ValueWords<Value> {
  readonly value: Value
  readonly en: readonly [string, ...string[]]
  readonly zh: readonly [string, ...string[]]
}

export const STATUS_WORDS: readonly ValueWords<Presence>[] = [
  { value: 'online', en: ['online'], zh: ['在线'] },
  { value: 'busy', en: ['busy'], zh: ['忙碌'] },
  { value: 'stale', en: ['stale'], zh: ['迟滞'] },
  { value: 'offline', en: ['offline'], zh: ['离线'] },
  { value: 'lost', en: ['lost'], zh: ['失联', '丢失'] },
  { value: 'never-seen', en: ['never-seen', 'never', 'not-heard-yet'], zh: ['尚无消息', '从未出现', '从未'] },
]

export const SYSTEM_WORDS: readonly ValueWords<readonly DeviceSystem[]>[] = [
  { value: ['linux'], en: ['linux'], zh: ['linux'] },
  { value: ['raspberrypi'], en: ['raspberrypi', 'pi'], zh: ['树莓派'] },
  { value: ['windows-cmd', 'windows-powershell'], en: ['windows'], zh: ['windows'] },
  { value: ['windows-cmd'], en: ['windows-cmd', 'cmd'], zh: ['windows-cmd'] },
  { value: ['windows-powershell'], en: ['windows-powershell', 'powershell'], zh: ['windows-powershell'] },
]

/** Values of `has:`. */
export type HasValue = 'warnings' | 'name' | 'tags' | 'location' | 'notes'

export const HAS_WORDS: readonly ValueWords<HasValue>[] = [
  { value: 'warnings', en: ['warnings'], zh: ['警告', '问题'] },
  { value: 'name', en: ['name'], zh: ['名称', '名字'] },
  { value: 'tags', en: ['tags'], zh: ['标签'] },
  { value: 'location', en: ['location'], zh: ['位置', '地点'] },
  { value: 'notes', en: ['notes'], zh: ['备注'] },
]

/** Returns the words that a key's value is one of; null where any text or number will do. */
export function valueWordsOf(key: FilterKey): readonly Pick<ValueWords<unknown>, 'en' | 'zh'>[] | null {
  const { kind } = FILTER_KEYS[key]
  if (kind === 'status') return STATUS_WORDS
  if (kind === 'system') return SYSTEM_WORDS
  return kind === 'has' ? HAS_WORDS : null
}
