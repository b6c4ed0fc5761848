import type { Alert, AlertMetric } from '../../../preload/contract/models/alert.ts'
import type { DeviceRef } from '../../../preload/contract/models/device.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

const METRICS: Readonly<Record<AlertMetric, LocalizedText & { readonly unit: string }>> = {
  cpuPercent: { en: 'CPU use', zh: 'CPU 使用率', unit: ' %' },
  memoryPercent: { en: 'Memory', zh: '内存', unit: ' %' },
  cpuTemperatureC: { en: 'CPU temperature', zh: 'CPU 温度', unit: ' °C' },
  diskPercent: { en: 'Disk', zh: '磁盘', unit: ' %' },
}
const DEVICES_NAMED = 3

/** Text of the desktop notification for alerts that were raised together. */
export function alertWords(
  raised: readonly Alert[],
  nameOf: (ref: DeviceRef) => string,
): { readonly title: LocalizedText; readonly body: LocalizedText } {
  const [first] = raised
  if (first !== undefined && raised.length === 1) {
    const what = conditionWords(first)
    const title = shownName(first, nameOf)
    return { title: { en: title, zh: title }, body: what }
  }
  const devices = [...new Set(raised.map((alert) => shownName(alert, nameOf)))]
  const named = devices.slice(0, DEVICES_NAMED).join(', ')
  const more = devices.length - DEVICES_NAMED
  return {
    title: { en: `${raised.length} alerts`, zh: `${raised.length} 条告警` },
    body: {
      en: more > 0 ? `${named} and ${more} more` : named,
      zh: more > 0 ? `${named} 等 ${devices.length} 台设备` : named,
    },
  }
}

/** A device's name with its id behind it, because names need not be unique. */
function shownName(ref: DeviceRef, nameOf: (ref: DeviceRef) => string): string {
  const name = nameOf(ref)
  return name === '' ? ref.deviceId : `${name} (${ref.deviceId})`
}

function conditionWords({ watches, comparison, threshold, value }: Alert): LocalizedText {
  if (watches.kind === 'offline') return { en: 'Offline', zh: '离线' }
  const name = watches.kind === 'metric' ? METRICS[watches.metric] : { en: watches.field, zh: watches.field, unit: '' }
  const shown = value === null ? '' : `${Math.round(value * 10) / 10}${name.unit}`
  const limit = `${threshold}${name.unit}`
  return comparison === 'above'
    ? { en: `${name.en} ${shown} (above ${limit})`, zh: `${name.zh} ${shown}（高于 ${limit}）` }
    : { en: `${name.en} ${shown} (below ${limit})`, zh: `${name.zh} ${shown}（低于 ${limit}）` }
}
