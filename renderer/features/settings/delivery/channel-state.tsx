import { useTranslation } from 'react-i18next'
import type { ChannelStatus } from '../../../../preload/contract/models/app/delivery.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { ToldError } from '../../../components/told-error.tsx'
import { useFormat } from '../../../lib/use-format.ts'

/** Says how one way stands: what went out last, or what failed, why, and what happens next. */
export function ChannelState({ status }: { readonly status: ChannelStatus }) {
  const { t } = useTranslation('delivery')
  const format = useFormat()
  const { lastSentAt, failure, isStopped, retryAt, waiting, lost } = status
  return (
    <>
      {failure && (
        <StateLine tone="bad">
          <ToldError failure={failure} />{' '}
          {isStopped
            ? t('stopped')
            : retryAt !== null && t('retry', { time: format.dateTime(retryAt), count: waiting })}
        </StateLine>
      )}
      {!failure && lastSentAt !== null && (
        <StateLine tone="ok">{t('lastSent', { time: format.dateTime(lastSentAt) })}</StateLine>
      )}
      {lost > 0 && <StateLine tone="warn">{t('lost', { count: lost })}</StateLine>}
    </>
  )
}
