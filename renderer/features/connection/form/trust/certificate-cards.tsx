import { Button } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CertificateCard } from '../../../../../preload/contract/models/broker/connection.ts'
import { Fingerprint } from '../../../../components/words/fingerprint.tsx'
import { useFormat } from '../../../../lib/use-format.ts'
import classes from '../profile-form.module.css'

interface CertificateCardsProps {
  readonly label: string
  readonly cards: readonly CertificateCard[]
  /** Certificates of the text, those of the cards among them. */
  readonly total: number
  readonly isTextShown: boolean
  readonly onShowText: (isShown: boolean) => void
  readonly onRemove: () => void
}

/** A pasted or loaded certificate as people tell it from another: whose, from whom, until when, its fingerprint. */
export function CertificateCards(props: CertificateCardsProps) {
  const { label, cards, total, isTextShown } = props
  const { t } = useTranslation('connection')
  return (
    <section className={classes.certificate} aria-label={t('certificate.label', { name: label })}>
      {cards.map((card) => (
        <CardOf key={card.fingerprint256} card={card} />
      ))}
      {total > cards.length && (
        <span className={classes.certificateFact}>{t('certificate.more', { count: total - cards.length })}</span>
      )}
      <div className={classes.certificateTools}>
        <Button size="compact-xs" variant="default" onClick={() => props.onShowText(!isTextShown)}>
          {t(isTextShown ? 'certificate.hideText' : 'certificate.showText')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={props.onRemove}>
          {t('certificate.remove')}
        </Button>
      </div>
    </section>
  )
}

function CardOf({ card }: { readonly card: CertificateCard }) {
  const { t } = useTranslation('connection')
  const format = useFormat()
  const hasEnded = card.validTo < Date.now()
  return (
    <div className={classes.certificateCard}>
      <IconCertificate size={20} stroke={1.6} aria-hidden />
      <div>
        <strong>{card.subject}</strong>
        <div className={classes.certificateFact}>
          {card.isSelfSigned ? t('certificate.selfSigned') : t('certificate.issuedBy', { issuer: card.issuer })}
        </div>
        <div className={classes.certificateFact} data-bad={hasEnded || undefined}>
          {t(hasEnded ? 'certificate.expired' : 'certificate.until', { date: format.dateTime(card.validTo) })}
        </div>
        <div className={classes.certificateFact}>{t('certificate.fingerprint')}</div>
        <code className={classes.fingerprint}>
          <Fingerprint of={card.fingerprint256} />
        </code>
      </div>
    </div>
  )
}
