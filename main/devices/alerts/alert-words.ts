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

/** Tells alerts that were raised together in words, one group a cause; at least one alert. */
export function noticeOf(raised: readonly Alert[], deviceOf: (ref: DeviceRef) => AlertDevice): AlertNotice {
  const groups = groupAlerts(raised, (alert) => deviceOf(alert).tags)
    .sort((a, b) => rank(b.first[0]) - rank(a.first[0]) || b.count - a.count)
    .map((group) => noticeGroup(group, deviceOf))
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
  return { title, severity: first.severity, groups }
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

function noticeGroup(group: AlertGroup, deviceOf: (ref: DeviceRef) => AlertDevice): NoticeGroup {
  const [first] = group.first
  if (first === undefined) throw new RangeError('a group has at least one alert')
  const devices = group.first.slice(0, DEVICES_NAMED).map((alert) => ({
    deviceId: sanitiseLine(alert.deviceId, NAME_CHARS),
    name: sanitiseLine(deviceOf(alert).name, NAME_CHARS),
  }))
  const commonTags = group.commonTags.map((tag) => sanitiseLine(tag, NAME_CHARS))
  return {
    title: groupTitle(group, first, { devices, commonTags }),
    severity: first.severity,
    ruleName: sanitiseLine(first.ruleName, NAME_CHARS),
    count: group.count,
    devices,
    commonTags,
    from: group.from,
    to: group.to,
  }
}

/** "12 devices of tag:roof: offline within 40 s"; for one device its name, what is wrong, and the value. */
function groupTitle(
  group: AlertGroup,
  first: Alert,
  { devices, commonTags }: Pick<NoticeGroup, 'devices' | 'commonTags'>,
): LocalizedText {
  const [device] = devices
  if (group.count === 1 && device !== undefined) {
    const what = conditionWords(first, first.value)
    const name = shownDevice(device)
    return { en: `${name}: ${what.en}`, zh: `${name}：${what.zh}` }
  }
  const what = conditionWords(first, null)
  const tags = commonTags
    .slice(0, TAGS_NAMED)
    .map((tag) => `tag:${tag}`)
    .join(' ')
  const seconds = Math.max(1, Math.round((group.to - group.from) / 1000))
  const time =
    seconds < 120
      ? { en: `${seconds} s`, zh: `${seconds} 秒` }
      : { en: `${Math.round(seconds / 60)} min`, zh: `${Math.round(seconds / 60)} 分钟` }
  return {
    en: `${group.count} devices${tags === '' ? '' : ` of ${tags}`}: ${what.en}, within ${time.en}`,
    zh: `${time.zh}内 ${group.count} 台设备${tags === '' ? '' : `（${tags}）`}：${what.zh}`,
  }
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
