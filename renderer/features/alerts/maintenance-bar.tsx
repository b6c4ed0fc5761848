import { ActionIcon, Button } from '@mantine/core'
import { IconTool, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Maintenance } from '../../../preload/contract/models/devices/alert.ts'
import { clockWords } from '../../components/words/time-words.ts'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useEvent } from '../../lib/use-event.ts'
import { useRequest } from '../../lib/use-request.ts'
import classes from './alerts-view.module.css'
import { MaintenanceDialog } from './maintenance-dialog.tsx'

/** Begins a time in which devices raise no alerts. */
export function MaintenanceButton() {
  const { t } = useTranslation('alerts')
  const hasConnection = useAppState((state) => state.connection.profileId !== null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconTool size={13} aria-hidden />}
        disabled={!hasConnection}
        onClick={() => setIsOpen(true)}
      >
        {t('maintenance.begin')}
      </Button>
      {isOpen && <MaintenanceDialog deviceId={null} onBegun={() => undefined} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** Lists the times in which devices raise no alerts, and ends them; nothing while there are none. */
export function MaintenanceBar() {
  const { t } = useTranslation('alerts')
  const { value, change, reload } = useRequest('alerts.maintenances', {}, { keepsLast: true })
  useEvent('alerts.changed', reload)
  useEvent('connection.changed', reload)
  const end = useAction(async (id: string) => {
    const left = await request('alerts.endMaintenance', { id })
    change(() => left)
  })
  if (value === null || value.length === 0) return null
  return (
    <div className={classes.maintenance}>
      <IconTool size={13} aria-hidden />
      <ul className={classes.maintenances} aria-label={t('maintenance.label')}>
        {value.map((one) => (
          <li key={one.id} className={classes.maintenanceItem}>
            <MaintenanceText maintenance={one} />
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t('maintenance.end', { scope: one.deviceId ?? one.filter })}
              onClick={() => end.run(one.id)}
            >
              <IconX size={12} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  )
}

function MaintenanceText({ maintenance }: { readonly maintenance: Maintenance }) {
  const { t, i18n } = useTranslation('alerts')
  const { deviceId, filter, until, note, by } = maintenance
  const scope = deviceId ?? (filter === '' ? t('maintenance.all') : filter)
  const time = clockWords(until, Date.now(), i18n.language)
  return (
    <span title={note === '' ? by : `${by}: ${note}`}>
      <strong>{scope}</strong> {t('maintenance.until', { time })}
    </span>
  )
}
