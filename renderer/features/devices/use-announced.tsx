import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail, DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import classes from './panel/device-panel.module.css'
import { useSetSystem } from './panel/use-set-system.ts'

interface UseAnnouncedProps {
  readonly device: DeviceRef
  /** System that the device announces. */
  readonly system: DeviceSystem
  readonly onDetail: (detail: DeviceDetail) => void
}

/** Takes the device's word for what it runs, by an act of the operator. */
export function UseAnnounced({ device, system, onDetail }: UseAnnouncedProps) {
  const { t } = useTranslation('devices')
  const set = useSetSystem(device, onDetail)
  return (
    <Button
      size="compact-xs"
      variant="default"
      className={classes.act ?? ''}
      loading={set.isRunning}
      onClick={() => set.run(system)}
    >
      {t('useAnnounced')}
    </Button>
  )
}
