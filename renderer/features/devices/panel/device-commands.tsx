import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { useRequest } from '../../../lib/use-request.ts'
import classes from './device-panel.module.css'

/** Lists the commands sent to a device from here, newest first. */
export function DeviceCommands({ connectionId, deviceId }: DeviceRef) {
  const { t } = useTranslation('devices')
  const { value: commands, reload } = useRequest('devices.commands', { connectionId, deviceId })
  useEvent('console.changed', (turns) => {
    if (turns.some((turn) => turn.deviceIds.includes(deviceId))) reload()
  })
  if (commands === null) return <Skeleton height={60} mt="md" />
  return (
    <section className={classes.section} aria-label={t('panel.tab.commands')}>
      {commands.length === 0 && <p className={classes.note}>{t('commands.empty')}</p>}
      {commands.map(({ commandId, command, state, at }) => (
        <div key={commandId} className={classes.command}>
          <code className={classes.commandText}>{command}</code>
          <div className={classes.orphanHead}>
            <StateBadge kind="command" state={state} />
            <RelativeTime at={at} />
          </div>
        </div>
      ))}
    </section>
  )
}
