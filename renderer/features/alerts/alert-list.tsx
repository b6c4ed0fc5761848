import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconBellOff, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ALERT_SORTS,
  type AlertGroups,
  type AlertSort,
  type AlertState,
} from '../../../preload/contract/models/devices/alert.ts'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useRequest } from '../../lib/use-request.ts'
import { AcknowledgeDialog, type Meant } from './acknowledge-dialog.tsx'
import { AlertGroupLine } from './alert-group-line.tsx'
import classes from './alerts-view.module.css'
import { DeliveryNotice } from './delivery-notice.tsx'
import { MaintenanceBar, MaintenanceButton } from './maintenance-bar.tsx'

const SHOWN_MAX = 100
const SEARCH_DELAY_MS = 200
const OPEN: readonly AlertState[] = ['active', 'snoozed', 'acknowledged']
const ALL: readonly AlertState[] = []

/** Alerts that are open, or all that are kept, grouped by their cause. */
export function AlertList() {
  const { t } = useTranslation('alerts')
  const format = useFormat()
  const [hasResolved, setHasResolved] = useState(false)
  const { alertsTarget } = useNavigation()
  const [text, setText] = useState(alertsTarget?.text ?? '')
  const [taken, setTaken] = useState(alertsTarget)
  if (taken !== alertsTarget) {
    setTaken(alertsTarget)
    setText(alertsTarget?.text ?? '')
  }
  const [sort, setSort] = useState<AlertSort>('severity')
  const list = useGroups(hasResolved ? ALL : OPEN, text, sort)
  const isConnected = useAppState((state) => state.connection.state === 'connected')
  const [acknowledging, setAcknowledging] = useState<Meant | null>(null)
  if (list === null) return <ViewSkeleton />
  const more = list.groupTotal - list.groups.length
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          type="search"
          size="xs"
          w={220}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          size="xs"
          w={170}
          aria-label={t('sortLabel')}
          allowDeselect={false}
          value={sort}
          data={ALERT_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(next) => next !== null && setSort(next as AlertSort)}
        />
        <Checkbox
          size="xs"
          label={t('showResolved')}
          checked={hasResolved}
          onChange={(event) => setHasResolved(event.currentTarget.checked)}
        />
        <span className={classes.spacer} />
        <MaintenanceButton />
        <AcknowledgeAll active={list.counts.active} onClick={() => setAcknowledging({ alerts: 'all', named: '' })} />
      </div>
      <DeliveryNotice />
      <MaintenanceBar />
      {list.groups.length === 0 && (
        <EmptyNotice
          icon={<IconBellOff size={30} stroke={1.5} aria-hidden />}
          title={t(text === '' ? 'empty.title' : 'noMatch.title')}
          text={t(text !== '' ? 'noMatch.text' : isConnected ? 'empty.text' : 'empty.unwatched')}
        />
      )}
      <ul className={classes.list} aria-label={t('listLabel')}>
        {list.groups.map((group) => (
          <AlertGroupLine
            key={`${group.ruleId} ${group.state} ${group.from}`}
            group={group}
            onAcknowledge={(alerts, named) => setAcknowledging({ alerts, named })}
          />
        ))}
      </ul>
      {more > 0 && <p className={classes.note}>{t('more', { number: format.number(more) })}</p>}
      {list.dropped > 0 && <p className={classes.note}>{t('notKept', { number: format.number(list.dropped) })}</p>}
      <AcknowledgeDialog meant={acknowledging} onClose={() => setAcknowledging(null)} />
    </>
  )
}

function AcknowledgeAll({ active, onClick }: { readonly active: number; readonly onClick: () => void }) {
  const { t } = useTranslation('alerts')
  const format = useFormat()
  return (
    <Button size="compact-xs" variant="default" disabled={active === 0} onClick={onClick}>
      {active === 0 ? t('acknowledgeNone') : t('acknowledgeAll', { number: format.number(active) })}
    </Button>
  )
}

/** The alerts of the active connection, kept current; null until the first answer. */
function useGroups(states: readonly AlertState[], text: string, sort: AlertSort): AlertGroups | null {
  const query = { states: [...states], text, sort, limit: SHOWN_MAX }
  const delayMs = text === '' ? 0 : SEARCH_DELAY_MS
  const { value, reload } = useRequest('alerts.groups', query, { keepsLast: true, delayMs })
  useEvent('alerts.changed', reload)
  useEvent('connection.changed', reload)
  return value
}
