import {
  IconActivity,
  IconBell,
  IconBook2,
  IconCpu,
  IconCut,
  IconDatabaseX,
  IconEarOff,
  IconFilterX,
  IconKey,
  IconKeyOff,
  IconPlayerPlay,
  IconShieldCheck,
  IconShieldX,
  IconSparkles,
  IconSpeakerphone,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FILTER_KEYS, HAS_WORDS } from '../../../preload/contract/models/devices/filter-vocabulary.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { sentences } from '../../lib/i18n/i18n.ts'
import { isConnectionDeaf } from '../../lib/is-deaf.ts'
import { useFormat } from '../../lib/use-format.ts'
import { StatusItem } from './status-item.tsx'
import classes from './status-line.module.css'

/** The state of everything that works in the background, in one line. */
export function StatusLine() {
  return (
    <footer className={classes.line}>
      <DevicesItem />
      <DeafItem />
      <AnnouncementsItem />
      <AlertsItem />
      <TrafficItems />
      <span className={classes.spacer} />
      <UnaskedItem />
      <StorageItem />
      <AssistantItem />
      <SecretsItem />
      <AuditItem />
    </footer>
  )
}

function DevicesItem() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const counts = useAppState((state) => state.counts)
  const isConnected = useAppState((state) => state.connection.state === 'connected')
  // A busy device is online too.
  const { unheard = 0 } = counts
  const online = counts.online + counts.busy - unheard
  const states = {
    online: format.number(counts.online + counts.busy),
    stale: format.number(counts.stale),
    offline: format.number(counts.offline),
    lost: format.number(counts.lost),
    neverSeen: format.number(counts['never-seen']),
  }
  const again = { number: format.number(unheard) }
  return (
    <StatusItem
      Icon={IconCpu}
      // Without a connection nobody knows who is there.
      text={
        isConnected
          ? t('status.devices', { online: format.number(online), total: format.number(counts.total) })
          : t('status.devicesKnown', { count: counts.total, number: format.number(counts.total) })
      }
      hint={
        isConnected
          ? [t('status.devicesHint', states), ...(unheard === 0 ? [] : [t('status.devicesUnheardHint', again)])].join(
              ' · ',
            )
          : t('status.devicesLastHint', states)
      }
      view="devices"
    />
  )
}

/** Stands there only while no command is known to have been answered. */
function DeafItem() {
  const { t } = useTranslation('shell')
  const isDeaf = useAppState(isConnectionDeaf)
  return isDeaf ? <StatusItem Icon={IconEarOff} text={t('status.deaf')} hint={t('status.deafHint')} tone="bad" /> : null
}

/** Said while known devices have not announced themselves, because the list may then show them as they were. */
function AnnouncementsItem() {
  const { t, i18n } = useTranslation('shell')
  const format = useFormat()
  const count = useAppState((state) => state.connection.announcements)
  if (!count || count.came >= count.known) return null
  const hint = t('status.announcementsHint')
  return (
    <StatusItem
      Icon={IconSpeakerphone}
      text={t('status.announcements', { came: format.number(count.came), known: format.number(count.known) })}
      hint={sentences([hint, count.isAsking ? t('status.announcementsAsking') : null], i18n.language)}
      view="devices"
    />
  )
}

function AlertsItem() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const { active, acknowledged, critical } = useAppState((state) => state.alerts)
  if (active + acknowledged === 0) return null
  return (
    <StatusItem
      Icon={IconBell}
      text={t('status.alerts', { count: active, number: format.number(active) })}
      hint={t('status.alertsHint', { critical: format.number(critical), acknowledged: format.number(acknowledged) })}
      tone={critical > 0 ? 'bad' : active > 0 ? 'warn' : 'quiet'}
      view="alerts"
    />
  )
}

/** Said only while something is wrong: that it is being written is what everybody expects. */
function StorageItem() {
  const { t } = useTranslation('shell')
  const { problem } = useAppState((state) => state.storage)
  if (problem === null) return null
  return (
    <StatusItem
      Icon={IconDatabaseX}
      text={t(`status.storage.${problem}`)}
      hint={t(`status.storageHint.${problem}`)}
      tone="bad"
    />
  )
}

/** Reasons that say nothing about one device. */
const OF_NO_DEVICE: ReadonlySet<string> = new Set([
  'unknown-topic',
  'device-id',
  'over-budget',
  'device-limit',
  'internal',
])

/** The filter, in the operator's language, of devices that something is odd about. */
function withWarnings(language: string): string {
  const { en, zh } = FILTER_KEYS.has
  const [words] = HAS_WORDS.filter(({ value }) => value === 'warnings')
  return language.startsWith('zh') ? `${zh[0]}:${words?.zh[0]}` : `${en[0]}:${words?.en[0]}`
}

function TrafficItems() {
  const { t, i18n } = useTranslation('shell')
  const format = useFormat()
  const traffic = useAppState((state) => state.traffic)
  // The rate is a mean, which goes on for some seconds after the last message.
  const isConnected = useAppState((state) => state.connection.state === 'connected')
  const reasons = Object.entries(traffic.dropped).filter(([, count]) => count > 0)
  const dropped = reasons.reduce((sum, [, count]) => sum + count, 0)
  const reasonWords = reasons
    .map(([reason, count]) => `${t(`status.reasons.${reason}`, { defaultValue: reason })}: ${format.number(count)}`)
    .join(' · ')
  const isOfDevices = reasons.some(([reason]) => !OF_NO_DEVICE.has(reason))
  const droppedHint = sentences(
    [t('status.droppedHint', { reasons: reasonWords }), isOfDevices ? t('status.droppedOpen') : null],
    i18n.language,
  )
  return (
    <>
      <StatusItem
        Icon={IconActivity}
        text={t('status.rate', { rate: format.number(isConnected ? traffic.messagesPerS : 0) })}
        hint={t('status.rateHint', { total: format.number(traffic.received) })}
      />
      <StatusItem
        Icon={IconFilterX}
        text={t('status.dropped', { number: format.number(dropped) })}
        hint={dropped === 0 ? t('status.droppedNone') : droppedHint}
        tone={dropped === 0 ? 'quiet' : 'warn'}
        {...(isOfDevices ? { filter: withWarnings(i18n.language) } : {})}
      />
      {traffic.cut > 0 && (
        <StatusItem
          Icon={IconCut}
          text={t('status.cut', { count: traffic.cut, number: format.number(traffic.cut) })}
          hint={t('status.cutHint')}
        />
      )}
    </>
  )
}

function AssistantItem() {
  const { t } = useTranslation('shell')
  const assistant = useAppState((state) => state.assistant)
  const presets = useAppState((state) => state.presets)
  const preset = presets.find(({ id }) => id === assistant.presetId)
  if (assistant.kind === 'phrasebook') {
    return (
      <StatusItem
        Icon={IconBook2}
        text={t('status.phrasebook')}
        hint={t('status.phrasebookHint')}
        section="assistant"
      />
    )
  }
  return (
    <StatusItem
      Icon={IconSparkles}
      text={[preset?.name, assistant.model].filter(Boolean).join(' · ')}
      hint={t('status.modelHint', { address: assistant.baseUrl })}
      section="assistant"
    />
  )
}

/** Stands there only while reads run without a question: it must not be forgotten. */
function UnaskedItem() {
  const { t } = useTranslation('shell')
  const { hasUnaskedReads } = useAppState((state) => state.safety)
  if (!hasUnaskedReads) return null
  return (
    <StatusItem
      Icon={IconPlayerPlay}
      text={t('status.unasked')}
      hint={t('status.unaskedHint')}
      tone="warn"
      section="approvals"
    />
  )
}

function SecretsItem() {
  const { t } = useTranslation('shell')
  const { mode, backend, problem } = useAppState((state) => state.secrets)
  const state = problem ?? mode
  return (
    <StatusItem
      Icon={state === 'encrypted' ? IconKey : IconKeyOff}
      text={t(`status.secrets.${state}`)}
      hint={t('status.secretsHint', { backend: t(`settings:secrets.backends.${backend}`, { defaultValue: backend }) })}
      tone={state === 'encrypted' ? 'ok' : 'warn'}
      section="secrets"
    />
  )
}

function AuditItem() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const audit = useAppState((state) => state.audit)
  const isKeyMissing = audit.seal.state === 'missing'
  return (
    <StatusItem
      Icon={audit.ok ? IconShieldCheck : IconShieldX}
      text={audit.ok ? t(isKeyMissing ? 'status.auditKeyMissing' : 'status.auditOk') : t('status.auditBroken')}
      hint={t('status.auditHint', { number: format.number(audit.count) })}
      tone={audit.ok ? (isKeyMissing ? 'warn' : 'ok') : 'bad'}
      section="audit"
    />
  )
}
