import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { FaultText, type FilterFault, filterFaultOf } from './fault-text.tsx'

const DELAY_MS = 250

/** Says how many devices a filter lets through now, or names its mistake, while one types. */
export function MatchCount({ filter }: { readonly filter: string }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const [fault, setFault] = useState<FilterFault | null>(null)
  const onError = useCallback((error: unknown) => setFault(filterFaultOf(error)), [])
  const query = {
    text: '',
    filter: filter.trim(),
    presence: [],
    sort: { by: 'id' as const, isDescending: false },
    offset: 0,
    limit: 1,
  }
  const { value, isFailed } = useRequest('devices.queryWindow', query, { onError, delayMs: DELAY_MS })
  if (isFailed) return fault && <FaultText fault={fault} />
  if (value === null) return null
  return <output>{t('matchesNow', { count: value.total, number: format.number(value.total) })}</output>
}
