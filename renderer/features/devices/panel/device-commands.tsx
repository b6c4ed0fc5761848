import { Button, Skeleton, UnstyledButton } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { deviceFilter, PERIOD_IDS } from '../../history/history-period.ts'
import classes from './device-panel.module.css'

const HistoryDrawer = lazy(async () => ({
  default: (await import('../../history/history-drawer.tsx')).HistoryDrawer,
}))

/** Lists the commands sent to a device from here, newest first; each opens as it was, with its answer. */
export function DeviceCommands({ connectionId, deviceId }: DeviceRef) {
  const { t } = useTranslation('devices')
  const [opened, setOpened] = useState<string | null>(null)
  const { value: commands, reload } = useRequest('devices.commands', { connectionId, deviceId })
  useEvent('console.changed', (turns) => {
    if (turns.some((turn) => turn.deviceIds.includes(deviceId))) reload()
  })
  if (commands === null) return <Skeleton height={60} mt="md" />
  return (
    <section className={classes.section} aria-label={t('panel.tab.commands')}>
      {commands.length === 0 ? (
        <p className={classes.note}>{t('commands.empty')}</p>
      ) : (
        <HistoryLinks deviceId={deviceId} />
      )}
      {commands.map(({ commandId, turnId, command, state, at }) => (
        <div key={commandId} className={classes.command}>
          <UnstyledButton
            className={classes.commandText ?? ''}
            title={t('commands.open')}
            aria-haspopup="dialog"
            onClick={() => setOpened(turnId)}
          >
            {command}
          </UnstyledButton>
          <div className={classes.orphanHead}>
            <StateBadge kind="command" state={state} />
            <RelativeTime at={at} />
          </div>
        </div>
      ))}
      {opened !== null && (
        <Suspense fallback={null}>
          <HistoryDrawer turnId={opened} onClose={() => setOpened(null)} onOpen={setOpened} />
        </Suspense>
      )}
    </section>
  )
}

/** Leads to what the device was asked and sent in a period, where it can be searched. */
function HistoryLinks({ deviceId }: Pick<DeviceRef, 'deviceId'>) {
  const { t, i18n } = useTranslation('devices')
  const { openHistory } = useNavigation()
  return (
    <fieldset className={classes.historyLinks} aria-label={t('commands.inHistory')}>
      <span className={classes.sub}>{t('commands.inHistory')}</span>
      {[...PERIOD_IDS, null].map((period) => (
        <Button
          key={period}
          size="compact-xs"
          variant="default"
          onClick={() => openHistory(deviceFilter(deviceId, period, i18n.language))}
        >
          {period === null ? t('commands.allTime') : t(`history:period.${period}`)}
        </Button>
      ))}
    </fieldset>
  )
}
