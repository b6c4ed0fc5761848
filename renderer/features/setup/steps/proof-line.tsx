import { useTranslation } from 'react-i18next'
import { StateLine } from '../../../components/state-line.tsx'
import { useProof } from './use-proof.ts'

/** Proves files that were made at one stroke, in one line, because the step that does it at length is not on the way. */
export function ProofLine({ id }: { readonly id: string }) {
  const { t } = useTranslation('setup')
  const { report } = useProof(id)
  return <div role="status">{words()}</div>

  function words() {
    if (report === null || report.outcome === 'running')
      return <StateLine tone="info">{t('proof.quick.running')}</StateLine>
    if (report.outcome === 'proved')
      return <StateLine tone="ok">{t('proof.proved', { version: report.brokerVersion ?? '' })}</StateLine>
    return report.outcome === 'failed' ? <StateLine tone="bad">{t('proof.quick.failed')}</StateLine> : null
  }
}
