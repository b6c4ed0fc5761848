import { Button, Checkbox, UnstyledButton } from '@mantine/core'
import { IconBellOff, IconCheck, IconTerminal2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alert, AlertState, AlertWindow } from '../../../preload/contract/models/alert.ts'
import { StateBadge } from '../../components/badges/state-badge.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { DeviceLabel } from '../../components/words/device-label.tsx'
import { RelativeTime } from '../../components/words/relative-time.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useRequest } from '../../lib/use-request.ts'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { conditionWords, ruleName, valueWords } from './alert-words.ts'
import classes from './alerts-view.module.css'

const SHOWN_MAX = 200
const OPEN: readonly AlertState[] = ['active', 'acknowledged']
const ALL: readonly AlertState[] = []

/** Alerts that are open, or all that are kept. */
export function AlertList() {
  const { t } = useTranslation('alerts')
  const format = useFormat()
  const [hasResolved, setHasResolved] = useState(false)
  const window = useAlerts(hasResolved ? ALL : OPEN, SHOWN_MAX)
  const [acknowledging, setAcknowledging] = useState<readonly string[] | 'all' | null>(null)
  if (window === null) return <ViewSkeleton />
  const more = window.total - window.alerts.length
  return (
    <>
      <div className={classes.tools}>
        <Checkbox
          size="xs"
          label={t('showResolved')}
          checked={hasResolved}
          onChange={(event) => setHasResolved(event.currentTarget.checked)}
        />
        <Button
          size="compact-xs"
          variant="default"
          disabled={window.counts.active === 0}
          onClick={() => setAcknowledging('all')}
        >
          {t('acknowledgeAll', { number: format.number(window.counts.active) })}
        </Button>
      </div>
      {window.alerts.length === 0 && (
        <EmptyNotice
          icon={<IconBellOff size={30} stroke={1.5} aria-hidden />}
          title={t('empty.title')}
          text={t('empty.text')}
        />
      )}
      <ul className={classes.list} aria-label={t('listLabel')}>
        {window.alerts.map((alert) => (
          <AlertLine key={alert.id} alert={alert} onAcknowledge={() => setAcknowledging([alert.id])} />
        ))}
      </ul>
      {more > 0 && <p className={classes.note}>{t('more', { number: format.number(more) })}</p>}
      {window.dropped > 0 && <p className={classes.note}>{t('notKept', { number: format.number(window.dropped) })}</p>}
      <AcknowledgeDialog ids={acknowledging} onClose={() => setAcknowledging(null)} />
    </>
  )
}

function AlertLine({ alert, onAcknowledge }: { readonly alert: Alert; readonly onAcknowledge: () => void }) {
  const { t, i18n } = useTranslation('alerts')
  const value = valueWords(alert, i18n.language)
  const { acknowledged } = alert
  const { openDevice, openConsole } = useNavigation()
  return (
    <li className={classes.alert} data-state={alert.state}>
      <StateBadge kind="severity" state={alert.severity} />
      <div className={classes.what}>
        <div>
          <UnstyledButton className={classes.device} onClick={() => openDevice(alert)}>
            <DeviceLabel deviceId={alert.deviceId} />
          </UnstyledButton>{' '}
          {ruleName(alert.ruleName, t)}
        </div>
        <div className={classes.sub}>
          {conditionWords(alert, t, i18n.language)}
          {value !== null && ` · ${t('value', { value })}`}
          {alert.occurrences > 1 && ` · ${t('occurrences', { number: alert.occurrences })}`}
        </div>
        {acknowledged && (
          <div className={classes.sub}>
            {t('acknowledgedBy', { name: acknowledged.by })} <RelativeTime at={acknowledged.at} />
            {acknowledged.note !== '' && <span className={classes.noteText}>{acknowledged.note}</span>}
          </div>
        )}
      </div>
      <div className={classes.when}>
        <span>{t(`state.${alert.state}`)}</span>
        <RelativeTime at={alert.resolvedAt ?? alert.raisedAt} />
      </div>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconTerminal2 size={13} aria-hidden />}
        aria-label={t('askOne', { id: alert.deviceId })}
        onClick={() => openConsole([alert.deviceId])}
      >
        {t('ask')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconCheck size={13} aria-hidden />}
        disabled={alert.state !== 'active'}
        aria-label={t('acknowledgeOne', { id: alert.deviceId })}
        onClick={onAcknowledge}
      >
        {t('acknowledge')}
      </Button>
    </li>
  )
}

/** The alerts of the active connection, kept current; null until the first answer. */
function useAlerts(states: readonly AlertState[], limit: number): AlertWindow | null {
  const query = { states: [...states], deviceId: null, offset: 0, limit }
  const { value, reload } = useRequest('alerts.list', query, { keepsLast: true })
  useEvent('alerts.changed', reload)
  useEvent('connection.changed', reload)
  return value
}
