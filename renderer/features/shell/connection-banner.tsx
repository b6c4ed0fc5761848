import { useTranslation } from 'react-i18next'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import { Banner } from '../../components/banner.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { useLater } from '../../lib/use-later.ts'

const loadFailureBanner = () => import('./notices/failure-banner.tsx')

/** Why the active connection is down, what to do, and when it is tried again. */
export function ConnectionBanner() {
  const { t } = useTranslation('connection')
  const status = useAppState((state) => state.connection)
  if (status.failure && status.state !== 'connected' && status.state !== 'disconnected') {
    return <LateFailureBanner status={status} />
  }
  if (status.state !== 'connected' || status.missingSubscriptions.length === 0) return null
  const filters = (isForNow: boolean) =>
    status.missingSubscriptions
      .filter((missing) => missing.isForNow === isForNow)
      .map(({ filter }) => filter)
      .join(', ')
  const [refused, forNow] = [filters(false), filters(true)]
  return (
    <Banner tone="warn" title={t('missing.title')}>
      {refused !== '' && <div>{t('missing.refused', { filters: refused })}</div>}
      {forNow !== '' && <div>{t('missing.forNow', { filters: forNow })}</div>}
    </Banner>
  )
}

function LateFailureBanner({ status }: { readonly status: ConnectionStatus }) {
  const loaded = useLater(loadFailureBanner)
  return loaded && <loaded.FailureBanner status={status} />
}
