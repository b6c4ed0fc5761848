import { useTranslation } from 'react-i18next'
import type { AlertMetric, AlertRule } from '../../../preload/contract/models/devices/alert.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useRequest } from '../../lib/use-request.ts'

const DELAY_MS = 250
const FILTER_KEY: Readonly<Record<AlertMetric, string>> = {
  cpuPercent: 'cpu',
  memoryPercent: 'mem',
  cpuTemperatureC: 'temp',
  diskPercent: 'disk',
}

/** Says for how many devices the condition of a rule holds now, while it is written; nothing where that cannot be asked. */
export function RulePreview({ rule }: { readonly rule: AlertRule }) {
  const { t } = useTranslation('alerts')
  const format = useFormat()
  const filter = conditionFilter(rule)
  const sort = { by: 'id' as const, isDescending: false }
  const query = filter === null ? null : { text: '', filter, presence: [], sort, offset: 0, limit: 1 }
  const { value } = useRequest('devices.queryWindow', query, { onError: () => undefined, delayMs: DELAY_MS })
  if (value === null) return null
  return <output>{t('rule.holdsNow', { count: value.total, number: format.number(value.total) })}</output>
}

/** The devices in a rule's scope for which its condition holds, in the filter language; null for a field that it cannot name. */
export function conditionFilter({ watches, comparison, threshold, scope }: AlertRule): string | null {
  const operator = comparison === 'above' ? '>' : '<'
  if (watches.kind === 'offline') return `${scope.trim()} status:offline,lost`.trim()
  if (watches.kind === 'data' && !/^[\w.-]+$/u.test(watches.field)) return null
  const key = watches.kind === 'metric' ? FILTER_KEY[watches.metric] : `data.${watches.field}`
  return `${scope.trim()} ${key}${operator}${threshold}`.trim()
}
