import { useTranslation } from 'react-i18next'
import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useProof } from './use-proof.ts'
import { useProvedWords } from './use-proved-words.ts'

interface ProofLineProps {
  readonly id: string
  readonly plan: Pick<SetupPlan, 'platform' | 'cluster'>
}

/** Proves files that were made at one stroke, in one line, because the step that does it at length is not on the way. */
export function ProofLine({ id, plan }: ProofLineProps) {
  const { t, i18n } = useTranslation('setup')
  const { report } = useProof(id)
  const proved = useProvedWords()
  return <div role="status">{words()}</div>

  function words() {
    if (report === null || report.outcome === 'running')
      return <StateLine tone="info">{t('proof.quick.running')}</StateLine>
    if (report.outcome === 'proved') return <StateLine tone="ok">{proved(plan, report.brokerVersion ?? '')}</StateLine>
    if (report.outcome === 'skipped' && report.reason !== null)
      return <StateLine tone="info">{localized(report.reason, i18n.language)}</StateLine>
    return report.outcome === 'failed' ? <StateLine tone="bad">{t('proof.quick.failed')}</StateLine> : null
  }
}
