import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCertificate,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  IconRefresh,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CertificateFact, CertificateState } from '../../../preload/contract/models/broker/broker.ts'
import { type Tone, ToneBadge } from '../../components/badges/tone-badge.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { useRequest } from '../../lib/use-request.ts'
import classes from './broker.module.css'

const LOOKS: Readonly<Record<CertificateState, { tone: Tone; Icon: typeof IconCircleCheck }>> = {
  ok: { tone: 'ok', Icon: IconCircleCheck },
  soon: { tone: 'warn', Icon: IconAlertTriangle },
  expired: { tone: 'danger', Icon: IconCircleX },
  'not-yet': { tone: 'warn', Icon: IconAlertTriangle },
  unreadable: { tone: 'danger', Icon: IconHelpCircle },
}

/** Lists when each certificate ends, the first to end first. */
export function CertificatesSection() {
  const { t } = useTranslation('broker')
  const { value: facts, isLoading, reload } = useRequest('broker.certificates', {})
  if (facts === null) return null
  return (
    <div className={classes.stack}>
      <div className={classes.between}>
        <p className={classes.text}>{t('certificates.text')}</p>
        <Button
          size="xs"
          variant="default"
          loading={isLoading}
          leftSection={<IconRefresh size={15} aria-hidden />}
          onClick={reload}
        >
          {t('certificates.again')}
        </Button>
      </div>
      {facts.length === 0 ? (
        <EmptyNotice
          icon={<IconCertificate size={28} aria-hidden />}
          title={t('certificates.none')}
          text={t('certificates.noneText')}
        />
      ) : (
        <div className={classes.panel}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('certificates.state')}</th>
                <th>{t('certificates.ends')}</th>
                <th>{t('certificates.what')}</th>
                <th>{t('certificates.issuer')}</th>
              </tr>
            </thead>
            <tbody>
              {facts.map((fact) => (
                <CertificateRow key={keyOf(fact)} fact={fact} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function keyOf({ source, profileName, subject, validFrom }: CertificateFact): string {
  return JSON.stringify([source, profileName, subject, validFrom])
}

function CertificateRow({ fact }: { readonly fact: CertificateFact }) {
  const { t } = useTranslation('broker')
  const format = useFormat()
  const { tone, Icon } = LOOKS[fact.state]
  const days = Math.abs(fact.daysLeft ?? 0)
  return (
    <tr>
      <td>
        <ToneBadge tone={tone} icon={<Icon size={15} aria-hidden />}>
          {t(`certificates.states.${fact.state}`, { count: days, days: format.number(days) })}
        </ToneBadge>
      </td>
      <td>{fact.validTo === null ? t('health.unknown') : format.dateTime(fact.validTo)}</td>
      <td>
        {t(`certificates.sources.${fact.source}`)}
        {fact.profileName !== null && ` · ${fact.profileName}`}
        <div className={classes.why}>{fact.subject}</div>
      </td>
      <td className={classes.why}>{fact.issuer}</td>
    </tr>
  )
}
