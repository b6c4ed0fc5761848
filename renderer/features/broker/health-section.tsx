import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BrokerHealth, BrokerSample } from '../../../preload/contract/models/broker/broker.ts'
import { LineChart } from '../../components/chart/line-chart.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { Facts } from '../../components/facts.tsx'
import { StateLine } from '../../components/state-line.tsx'
import { byteWords } from '../../components/words/byte-words.ts'
import { RelativeTime } from '../../components/words/relative-time.tsx'
import { durationWords } from '../../components/words/time-words.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { localized, sentences, spaceOf } from '../../lib/i18n/i18n.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useFormat } from '../../lib/use-format.ts'
import classes from './broker.module.css'
import { CharacterPanel } from './character-panel.tsx'

interface HealthSectionProps {
  readonly health: BrokerHealth
  readonly series: readonly BrokerSample[]
  readonly onSetUp: () => void
}

/** Shows the health of the broker behind the active connection. A figure that it does not give is unknown, never 0. */
export function HealthSection({ health, series, onSetUp }: HealthSectionProps) {
  const { t } = useTranslation('broker')
  const { go, editProfile } = useNavigation()
  const hasProfiles = useAppState((state) => state.profiles.length > 0)
  if (health.state === 'not-connected') {
    return (
      <EmptyNotice
        icon={<IconPlugConnectedX size={28} aria-hidden />}
        title={t('health.none')}
        text={t('health.noneText')}
      >
        <Button onClick={() => (hasProfiles ? go('connections') : editProfile('new'))}>{t('health.connect')}</Button>
        <Button variant="default" onClick={onSetUp}>
          {t('health.setUpBuiltIn')}
        </Button>
      </EmptyNotice>
    )
  }
  return (
    <div className={classes.stack}>
      <HealthState health={health} />
      <DroppedLine droppedSince={health.droppedSince ?? 0} />
      <HealthFacts health={health} />
      <CharacterPanel />
      <HealthCharts series={series} source={health.source} />
    </div>
  )
}

function HealthState({ health }: { readonly health: BrokerHealth }) {
  const { t, i18n } = useTranslation('broker')
  if (health.state === 'live') {
    return (
      <StateLine tone="ok">
        {t(health.source === 'built-in' ? 'health.liveBuiltIn' : 'health.live')}
        {spaceOf(i18n.language)}
        {health.updatedAt !== null && <RelativeTime at={health.updatedAt} />}
      </StateLine>
    )
  }
  if (health.state === 'failed') {
    const { failure } = health
    return (
      <StateLine tone="warn">
        {sentences(
          [
            t('health.failed'),
            failure && localized(failure.message, i18n.language),
            failure && localized(failure.fix, i18n.language),
          ],
          i18n.language,
        )}
      </StateLine>
    )
  }
  return <StateLine tone={health.state === 'silent' ? 'warn' : 'info'}>{t(`health.${health.state}`)}</StateLine>
}

/** Stands there only where the broker loses messages: whose they were it does not say. */
function DroppedLine({ droppedSince }: { readonly droppedSince: number }) {
  const { t } = useTranslation('broker')
  const format = useFormat()
  if (droppedSince === 0) return null
  return (
    <StateLine tone="warn">{t('droppedSince', { count: droppedSince, number: format.number(droppedSince) })}</StateLine>
  )
}

function HealthFacts({ health }: { readonly health: BrokerHealth }) {
  const { t, i18n } = useTranslation('broker')
  const format = useFormat()
  const { reading } = health
  const unknown = t('health.unknown')
  const count = (value: number | null) => (value === null ? unknown : format.number(value))
  const size = (value: number | null) => (value === null ? unknown : byteWords(value, i18n.language))
  return (
    <div className={`${classes.panel} ${classes.columns}`} data-testid="broker-facts">
      <Facts
        facts={[
          [t('health.version'), reading.version ?? unknown],
          [
            t('health.uptime'),
            reading.uptimeS === null ? unknown : durationWords(reading.uptimeS * 1000, i18n.language),
          ],
          [t('health.clients'), count(reading.clients)],
          [t('health.clientsMaximum'), count(reading.clientsMaximum)],
          [t('health.subscriptions'), count(reading.subscriptions)],
          [t('health.retained'), count(reading.retained)],
        ]}
      />
      <Facts
        facts={[
          [t('health.messagesIn'), count(reading.messagesIn)],
          [t('health.messagesOut'), count(reading.messagesOut)],
          [t('health.dropped'), count(reading.messagesDropped)],
          [t('health.bytesIn'), size(reading.bytesIn)],
          [t('health.bytesOut'), size(reading.bytesOut)],
        ]}
      />
    </div>
  )
}

function HealthCharts({ series, source }: Pick<HealthSectionProps, 'series'> & Pick<BrokerHealth, 'source'>) {
  const { t, i18n } = useTranslation('broker')
  const format = useFormat()
  const language = i18n.language
  const times = useMemo(() => series.map(({ at }) => at), [series])
  const messages = useMemo(
    () => [
      { name: t('health.in'), values: series.map(({ messagesInPerS }) => messagesInPerS) },
      { name: t('health.out'), values: series.map(({ messagesOutPerS }) => messagesOutPerS) },
    ],
    [series, t],
  )
  const bytes = useMemo(
    () => [
      { name: t('health.in'), values: series.map(({ bytesInPerS }) => bytesInPerS) },
      { name: t('health.out'), values: series.map(({ bytesOutPerS }) => bytesOutPerS) },
    ],
    [series, t],
  )
  const clients = useMemo(
    () => [{ name: t('health.now'), values: series.map((sample) => sample.clients) }],
    [series, t],
  )
  const common = { times, language, unknown: t('health.unknown') }
  return (
    <>
      <p className={classes.text}>
        {sentences([t('health.chartsText'), source === '$SYS' ? t('health.secondConnection') : null], language)}
      </p>
      <div className={classes.charts}>
        <LineChart {...common} title={t('health.messagesPerS')} lines={messages} minTop={1} format={format.number} />
        <LineChart
          {...common}
          title={t('health.bytesPerS')}
          lines={bytes}
          minTop={100}
          format={(value) => byteWords(value, language, 'short')}
        />
        <LineChart {...common} title={t('health.clients')} lines={clients} minTop={4} format={format.number} />
      </div>
    </>
  )
}
