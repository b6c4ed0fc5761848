import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertGroup, AlertGroupRef } from '../../../preload/contract/models/devices/alert.ts'
import { StateBadge } from '../../components/badges/state-badge.tsx'
import { RelativeTime } from '../../components/words/relative-time.tsx'
import { durationWords } from '../../components/words/time-words.ts'
import { request } from '../../lib/api.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useEvent } from '../../lib/use-event.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useRequest } from '../../lib/use-request.ts'
import type { MeantAlerts } from './acknowledge-dialog.tsx'
import { AlertActions, AlertLine } from './alert-line.tsx'
import { conditionWords, ruleName } from './alert-words.ts'
import classes from './alerts-view.module.css'

const PAGE = 200

interface AlertGroupLineProps {
  readonly group: AlertGroup
  readonly onAcknowledge: (meant: MeantAlerts, named: string) => void
}

/** Alerts of one cause on one line, which opens; a single alert stands as it is. */
export function AlertGroupLine({ group, onAcknowledge }: AlertGroupLineProps) {
  const { t, i18n } = useTranslation('alerts')
  const format = useFormat()
  const { openConsole } = useNavigation()
  const [isOpen, setIsOpen] = useState(false)
  const ref: AlertGroupRef = { ruleId: group.ruleId, state: group.state, from: group.from, to: group.to }
  const ask = useAction(async () => openConsole(await devicesOf(ref)))
  const [first] = group.first
  if (first === undefined) return null
  if (group.count === 1) return <AlertLine alert={first} onAcknowledge={onAcknowledge} />
  const devices = t('groupDevices', { count: group.count, number: format.number(group.count) })
  const name = ruleName(first.ruleName, t)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      <li className={classes.alert} data-state={group.state}>
        <StateBadge kind="severity" state={first.severity} />
        <div className={classes.what}>
          <UnstyledButton className={classes.device ?? ''} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <Chevron size={14} aria-hidden /> {devices}
          </UnstyledButton>{' '}
          {name}
          <div className={classes.sub}>
            {conditionWords(first, t, i18n.language)}
            {` · ${t('groupWithin', { time: durationWords(Math.max(1000, group.to - group.from), i18n.language) })}`}
            {group.commonTags.length > 0 && ` · ${t('groupTags', { tags: group.commonTags.join(', ') })}`}
          </div>
        </div>
        <div className={classes.when}>
          <span>{t(`state.${group.state}`)}</span>
          <RelativeTime at={group.to} />
        </div>
        <AlertActions
          state={group.state}
          meant={ref}
          named={`${devices}, ${name}`}
          onAsk={ask.run}
          onAcknowledge={onAcknowledge}
        />
      </li>
      {isOpen && <GroupAlerts group={ref} total={group.count} onAcknowledge={onAcknowledge} />}
    </>
  )
}

interface GroupAlertsProps {
  readonly group: AlertGroupRef
  readonly total: number
  readonly onAcknowledge: (meant: MeantAlerts, named: string) => void
}

function GroupAlerts({ group, total, onAcknowledge }: GroupAlertsProps) {
  const { t } = useTranslation('alerts')
  const format = useFormat()
  const query = { states: [], deviceId: null, group, offset: 0, limit: PAGE }
  const { value, reload } = useRequest('alerts.list', query, { keepsLast: true })
  useEvent('alerts.changed', reload)
  const alerts = value?.alerts ?? []
  return (
    <li className={classes.group}>
      <ul className={classes.list}>
        {alerts.map((alert) => (
          <AlertLine key={alert.id} alert={alert} onAcknowledge={onAcknowledge} />
        ))}
      </ul>
      {value !== null && total > alerts.length && (
        <p className={classes.note}>{t('more', { number: format.number(total - alerts.length) })}</p>
      )}
    </li>
  )
}

/** Returns the devices of a group, each once. */
async function devicesOf(group: AlertGroupRef): Promise<readonly string[]> {
  const ids = new Set<string>()
  for (let offset = 0; ; offset += PAGE) {
    const { alerts, total } = await request('alerts.list', { states: [], deviceId: null, group, offset, limit: PAGE })
    for (const { deviceId } of alerts) ids.add(deviceId)
    if (alerts.length === 0 || offset + alerts.length >= total) return [...ids]
  }
}
