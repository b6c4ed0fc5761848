import { Button, Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconClockPause, IconTerminal2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alert, AlertState } from '../../../preload/contract/models/devices/alert.ts'
import { StateBadge } from '../../components/badges/state-badge.tsx'
import { DeviceLabel } from '../../components/words/device-label.tsx'
import { RelativeTime } from '../../components/words/relative-time.tsx'
import { clockWords, spanWords } from '../../components/words/time-words.ts'
import { request } from '../../lib/api.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'
import { type MeantAlerts, meantInput } from './acknowledge-dialog.tsx'
import { conditionWords, ruleName, valueWords } from './alert-words.ts'
import classes from './alerts-view.module.css'

const HOUR_MS = 3_600_000
const SNOOZES_MS = [HOUR_MS / 2, 2 * HOUR_MS, 8 * HOUR_MS, 24 * HOUR_MS, 168 * HOUR_MS]

interface AlertLineProps {
  readonly alert: Alert
  readonly onAcknowledge: (meant: MeantAlerts, named: string) => void
}

/** One alert of one device: what it is about, since when, and what can be done. */
export function AlertLine({ alert, onAcknowledge }: AlertLineProps) {
  const { t, i18n } = useTranslation('alerts')
  const { openDevice, openConsole } = useNavigation()
  const value = valueWords(alert, i18n.language)
  return (
    <li className={classes.alert} data-state={alert.state}>
      <StateBadge kind="severity" state={alert.severity} />
      <div className={classes.what}>
        <div>
          <UnstyledButton className={classes.device ?? ''} onClick={() => openDevice(alert)}>
            <DeviceLabel deviceId={alert.deviceId} />
          </UnstyledButton>{' '}
          {ruleName(alert.ruleName, t)}
        </div>
        <div className={classes.sub}>
          {conditionWords(alert, t, i18n.language)}
          {value !== null && ` · ${t('value', { value })}`}
          {alert.occurrences > 1 && ` · ${t('occurrences', { number: alert.occurrences })}`}
        </div>
        <Handled alert={alert} />
      </div>
      <div className={classes.when}>
        <span>{t(`state.${alert.state}`)}</span>
        <RelativeTime at={alert.resolvedAt ?? alert.raisedAt} />
      </div>
      <AlertActions
        state={alert.state}
        meant={[alert.id]}
        named={alert.deviceId}
        onAsk={() => openConsole([alert.deviceId])}
        onAcknowledge={onAcknowledge}
      />
    </li>
  )
}

/** Says who took note of an alert, or until when it is put off. */
function Handled({ alert: { acknowledged, snoozedUntil } }: { readonly alert: Alert }): ReactNode {
  const { t, i18n } = useTranslation('alerts')
  if (acknowledged)
    return (
      <div className={classes.sub}>
        {t('acknowledgedBy', { name: acknowledged.by })} <RelativeTime at={acknowledged.at} />
        {acknowledged.note !== '' && <span className={classes.noteText}>{acknowledged.note}</span>}
      </div>
    )
  if (snoozedUntil === null) return null
  return (
    <div className={classes.sub}>
      {t('snoozedUntil', { time: clockWords(snoozedUntil, Date.now(), i18n.language) })}
    </div>
  )
}

interface AlertActionsProps {
  readonly state: AlertState
  readonly meant: MeantAlerts
  /** What the actions are on, for their accessible names. */
  readonly named: string
  readonly onAsk: () => void
  readonly onAcknowledge: (meant: MeantAlerts, named: string) => void
}

/** Asks the devices, puts off, or takes note. */
export function AlertActions({ state, meant, named, onAsk, onAcknowledge }: AlertActionsProps) {
  const { t, i18n } = useTranslation('alerts')
  const isOpen = state === 'active' || state === 'snoozed'
  const snooze = useAction((lengthMs: number) => request('alerts.snooze', { alerts: meantInput(meant), lengthMs }))
  return (
    <div className={classes.actions}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconTerminal2 size={13} aria-hidden />}
        aria-label={t('askOne', { id: named })}
        onClick={onAsk}
      >
        {t('ask')}
      </Button>
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconClockPause size={13} aria-hidden />}
            disabled={!isOpen}
            aria-label={t('snoozeOne', { id: named })}
          >
            {t('snooze')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {state === 'snoozed' && <Menu.Item onClick={() => snooze.run(0)}>{t('wake')}</Menu.Item>}
          {state === 'snoozed' && <Menu.Divider />}
          <Menu.Label>{t('snoozeHint')}</Menu.Label>
          {SNOOZES_MS.map((lengthMs) => (
            <Menu.Item key={lengthMs} onClick={() => snooze.run(lengthMs)}>
              {spanWords(lengthMs, i18n.language)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconCheck size={13} aria-hidden />}
        disabled={!isOpen}
        aria-label={t('acknowledgeOne', { id: named })}
        onClick={() => onAcknowledge(meant, named)}
      >
        {t('acknowledge')}
      </Button>
    </div>
  )
}
