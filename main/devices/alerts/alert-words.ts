import {
  ALERT_SEVERITIES,
  type Alert,
  type AlertGroup,
  type AlertMetric,
} from '../../../preload/contract/models/devices/alert.ts'
import type { DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import { vitalOf } from '../../../preload/contract/models/devices/vitals.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { sanitiseLine } from '../../safety/text/sanitiser.ts'
import type { AlertNotice, NoticeGroup } from '../../shared/alert-notice.ts'
import { groupAlerts } from './alert-groups.ts'
import { DEFAULT_RULES } from './default-rules.ts'
import { isInGroup } from './kept-alerts.ts'

const METRICS: Readonly<Record<AlertMetric, LocalizedText & { readonly unit: string }>> = {
  cpuPercent: { en: 'CPU use', zh: 'CPU 使用率', unit: ' %' },
  memoryPercent: { en: 'Memory', zh: '内存', unit: ' %' },
  cpuTemperatureC: { en: 'CPU temperature', zh: 'CPU 温度', unit: ' °C' },
  diskPercent: { en: 'Disk in use', zh: '磁盘使用率', unit: ' %' },
}
const DEVICES_NAMED = 3
const TAGS_NAMED = 2
const NAME_CHARS = 80

/** What is known of the device of an alert. */
export interface AlertDevice {
  readonly name: string
  readonly tags: readonly string[]
}

/** Tells alerts that were raised, or are over, in words, one group a cause, those that are over last; at least one alert. */
export function noticeOf(alerts: readonly Alert[], deviceOf: (ref: DeviceRef) => AlertDevice): AlertNotice {
  // What was raised is told as raised, whatever became of it since.
  const told = alerts.map((alert): Alert => (alert.told === 'over' ? alert : { ...alert, state: 'active' }))
  const groups = groupAlerts(told, (alert) => deviceOf(alert).tags)
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || rank(b.first[0]) - rank(a.first[0]) || b.count - a.count)
    .map((group) => noticeGroup(group, told, deviceOf))
  const [first] = groups
  if (first === undefined) throw new RangeError('a notice has at least one alert')
  const more = groups.length - 1
  const title: LocalizedText =
    more === 0
      ? first.title
      : {
          en: `${first.title.en}, and ${more} more ${more === 1 ? 'cause' : 'causes'}`,
          zh: `${first.title.zh}，另有 ${more} 类告警`,
        }
  return { title, severity: first.severity, groups, groupCount: groups.length, isOver: first.isOver }
}

function isOver({ state }: Pick<AlertGroup, 'state'>): boolean {
  return state === 'resolved'
}

/** Title and body of the desktop notification for alerts that were raised together. */
export function notificationWords(notice: AlertNotice): {
  readonly title: LocalizedText
  readonly body: LocalizedText
} {
  const [first] = notice.groups
  if (first !== undefined && notice.groups.length === 1) {
    if (first.count === 1) return { title: notice.title, body: ownName(first.ruleName) }
    const { named, more } = devicesNamed(first)
    const body = {
      en: more > 0 ? `${named} and ${more} more` : named,
      zh: more > 0 ? `${named} 等 ${first.count} 台设备` : named,
    }
    return { title: notice.title, body }
  }
  const said = notice.groups.slice(0, DEVICES_NAMED).map(({ title }) => title)
  return {
    title: notice.title,
    body: { en: said.map(({ en }) => en).join('\n'), zh: said.map(({ zh }) => zh).join('\n') },
  }
}

/** The name that the operator gave a rule; rules that come with the app say no more than the title does. */
function ownName(ruleName: string): LocalizedText {
  const isOurs = DEFAULT_RULES.some(({ name }) => name === ruleName)
  return isOurs ? { en: '', zh: '' } : { en: ruleName, zh: ruleName }
}

/** A device's name with its id behind it, because names need not be unique. */
export function shownDevice({ deviceId, name }: NoticeGroup['devices'][number]): string {
  return name === '' ? deviceId : `${name} (${deviceId})`
}

function devicesNamed(group: NoticeGroup): { readonly named: string; readonly more: number } {
  return { named: group.devices.map(shownDevice).join(', '), more: group.count - group.devices.length }
}

function rank(alert: Alert | undefined): number {
  return alert === undefined ? -1 : ALERT_SEVERITIES.indexOf(alert.severity)
}

function noticeGroup(
  group: AlertGroup,
  alerts: readonly Alert[],
  deviceOf: (ref: DeviceRef) => AlertDevice,
): NoticeGroup {
  const [first] = group.first
  if (first === undefined) throw new RangeError('a group has at least one alert')
  const devices = group.first.slice(0, DEVICES_NAMED).map((alert) => ({
    deviceId: sanitiseLine(alert.deviceId, NAME_CHARS),
    name: sanitiseLine(deviceOf(alert).name, NAME_CHARS),
  }))
  const commonTags = group.commonTags.map((tag) => sanitiseLine(tag, NAME_CHARS))
  const ended = isOver(group) ? alerts.filter((alert) => isInGroup(alert, group)) : []
  const title = groupTitle(group, first, { devices, commonTags }, ended)
  return {
    title,
    severity: first.severity,
    ruleName: sanitiseLine(first.ruleName, NAME_CHARS),
    count: group.count,
    devices,
    commonTags,
    from: group.from,
    to: Math.max(group.to, ...ended.map(({ resolvedAt }) => resolvedAt ?? 0)),
    isOver: isOver(group),
  }
}

/** "12 devices of tag:roof: offline within 40 s"; for one device its name, what is wrong, and the value. */
function groupTitle(
  group: AlertGroup,
  first: Alert,
  { devices, commonTags }: Pick<NoticeGroup, 'devices' | 'commonTags'>,
  ended: readonly Alert[],
): LocalizedText {
  const [device] = devices
  if (ended.length > 0) return endTitle(first, { devices, commonTags }, ended)
  if (group.count === 1 && device !== undefined) {
    const what = conditionWords(first, first.value)
    const name = shownDevice(device)
    return { en: `${name}: ${what.en}`, zh: `${name}：${what.zh}` }
  }
  const what = conditionWords(first, null)
  const tags = tagWords(commonTags)
  const time = lengthWords(group.to - group.from)
  return {
    en: `${group.count} devices${tags === '' ? '' : ` of ${tags}`}: ${what.en}, within ${time.en}`,
    zh: `${time.zh}内 ${group.count} 台设备${tags === '' ? '' : `（${tags}）`}：${what.zh}`,
  }
}

/** "kitchen: Disk above 90 %, resolved after 12 min"; of several alerts, after how long the last ended. */
function endTitle(
  first: Alert,
  { devices, commonTags }: Pick<NoticeGroup, 'devices' | 'commonTags'>,
  ended: readonly Alert[],
): LocalizedText {
  const [device] = devices
  const what = conditionWords(first, null)
  const lengths = ended.map(({ raisedAt, resolvedAt }) => (resolvedAt ?? raisedAt) - raisedAt)
  const time = lengthWords(Math.max(...lengths))
  if (ended.length === 1 && device !== undefined) {
    const name = shownDevice(device)
    return { en: `${name}: ${what.en}, resolved after ${time.en}`, zh: `${name}：${what.zh}，${time.zh}后恢复` }
  }
  const tags = tagWords(commonTags)
  return {
    en: `${ended.length} devices${tags === '' ? '' : ` of ${tags}`}: ${what.en}, resolved after ${time.en} at most`,
    zh: `${ended.length} 台设备${tags === '' ? '' : `（${tags}）`}：${what.zh}，最长 ${time.zh}后恢复`,
  }
}

function tagWords(tags: readonly string[]): string {
  return tags
    .slice(0, TAGS_NAMED)
    .map((tag) => `tag:${tag}`)
    .join(' ')
}

/** A length in seconds, minutes or hours. */
function lengthWords(ms: number): LocalizedText {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 120) return { en: `${seconds} s`, zh: `${seconds} 秒` }
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return { en: `${minutes} min`, zh: `${minutes} 分钟` }
  const hours = Math.round(minutes / 60)
  return { en: `${hours} h`, zh: `${hours} 小时` }
}

function conditionWords({ watches, comparison, threshold }: Alert, value: number | null): LocalizedText {
  if (watches.kind === 'offline') return { en: 'offline or lost', zh: '离线或失联' }
  const name = watches.kind === 'metric' ? METRICS[watches.metric] : fieldWords(watches.field)
  if (name.unit === 'flag')
    return comparison === 'above'
      ? { en: `${name.en}: yes`, zh: `${name.zh}：是` }
      : { en: `${name.en}: no`, zh: `${name.zh}：否` }
  const limit = `${threshold}${name.unit}`
  if (value === null)
    return comparison === 'above'
      ? { en: `${name.en} above ${limit}`, zh: `${name.zh}高于 ${limit}` }
      : { en: `${name.en} below ${limit}`, zh: `${name.zh}低于 ${limit}` }
  const shown = `${Math.round(value * 10) / 10}${name.unit}`
  return comparison === 'above'
    ? { en: `${name.en} ${shown} (above ${limit})`, zh: `${name.zh} ${shown}（高于 ${limit}）` }
    : { en: `${name.en} ${shown} (below ${limit})`, zh: `${name.zh} ${shown}（低于 ${limit}）` }
}

/** What the agent sends has words; another field is named as the device names it. */
function fieldWords(field: string): LocalizedText & { readonly unit: string } {
  const vital = vitalOf(field)
  if (vital === null) {
    const name = sanitiseLine(field, NAME_CHARS)
    return { en: name, zh: name, unit: '' }
  }
  return { ...vital, unit: vital.unit === 'flag' || vital.unit === '' ? vital.unit : ` ${vital.unit}` }
}
