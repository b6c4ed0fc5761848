import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../../preload/contract/models/devices/device.ts'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { durationWords, exactTimeWords } from '../../../components/words/time-words.ts'
import { MetricText } from '../table/metric-text.tsx'
import classes from './device-panel.module.css'
import { SigningFact } from './signing-fact.tsx'

/** Below this a clock counts as right: the way of a message takes time too. */
const SKEW_SHOWN_MS = 2000

/** Shows what the device said of itself, and what was learnt of it. */
export function DeviceFacts({ detail }: { readonly detail: DeviceDetail }) {
  const { t, i18n } = useTranslation('devices')
  const language = i18n.language
  const interval = durationWords(Math.round(detail.intervalS) * 1000, language)
  const agent = detail.agent === null ? null : [detail.agent, detail.version].filter(Boolean).join(' ')
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{t('panel.facts')}</h3>
      <dl className={classes.facts}>
        <Fact name={t('fact.location')}>{detail.location || null}</Fact>
        <Fact name={t('fact.hostname')}>{detail.hostname}</Fact>
        <Fact name={t('fact.address')}>{detail.ipAddress}</Fact>
        <Fact name={t('fact.lastSeen')}>
          {detail.lastSeenAt === null ? null : <RelativeTime at={detail.lastSeenAt} />}
        </Fact>
        <Fact name={t('fact.firstSeen')}>
          {detail.firstSeenAt === null ? null : exactTimeWords(detail.firstSeenAt, language)}
        </Fact>
        <Fact name={t('fact.interval')}>
          {t(detail.isIntervalLearnt ? 'intervalLearnt' : 'intervalAssumed', { interval })}
        </Fact>
        <Fact name={t('fact.clock')}>{skewWords(detail.clockSkewMs)}</Fact>
        <Fact name={t('fact.agent')}>{agent}</Fact>
        <Fact name={t('fact.shell')}>{detail.shell}</Fact>
        <Fact name={t('fact.signing')}>
          <SigningFact detail={detail} />
        </Fact>
        <Fact name={t('fact.capabilities')}>
          {detail.capabilities.length === 0 ? t('noCapabilities') : detail.capabilities.join(', ')}
        </Fact>
      </dl>
    </section>
  )

  function skewWords(skewMs: number | null): string | null {
    if (skewMs === null) return null
    if (Math.abs(skewMs) < SKEW_SHOWN_MS) return t('skew.none')
    const amount = durationWords(Math.abs(skewMs), language)
    return skewMs > 0 ? t('skew.ahead', { amount }) : t('skew.behind', { amount })
  }
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children === null ? <MetricText value={null} /> : children}</dd>
    </>
  )
}
