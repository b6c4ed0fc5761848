import { Select } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../../preload/contract/models/devices/device.ts'
import { DEVICE_SYSTEMS } from '../../../../preload/contract/models/safety/safety.ts'
import { UseAnnounced } from '../use-announced.tsx'
import classes from './device-panel.module.css'
import { useSetSystem } from './use-set-system.ts'

const NOT_SET = 'not-set'

interface SystemSelectProps {
  readonly connectionId: string
  readonly deviceId: string
  readonly system: DeviceDetail['system']
  readonly systemSource: DeviceDetail['systemSource']
  readonly announcedSystem: DeviceDetail['announcedSystem']
  readonly onDetail: (detail: DeviceDetail) => void
}

/** Sets the system of the device, which decides how commands for it are written and judged. */
export const SystemSelect = memo(function SystemSelect(props: SystemSelectProps) {
  const { connectionId, deviceId, system, systemSource, announcedSystem, onDetail } = props
  const { t } = useTranslation('devices')
  const set = useSetSystem({ connectionId, deviceId }, onDetail)
  const notSet =
    announcedSystem === null
      ? t('systemAssumed', { system: t('system.linux') })
      : t('systemAnnounced', { system: t(`system.${announcedSystem}`) })
  return (
    <section className={classes.section}>
      <Select
        size="xs"
        label={t('panel.system')}
        description={t(`systemSource.${systemSource}`)}
        allowDeselect={false}
        disabled={set.isRunning}
        value={systemSource === 'operator' ? system : NOT_SET}
        data={[
          { value: NOT_SET, label: notSet },
          ...DEVICE_SYSTEMS.map((value) => ({ value, label: t(`system.${value}`) })),
        ]}
        onChange={(value) => set.run(DEVICE_SYSTEMS.find((known) => known === value) ?? null)}
      />
      {systemSource === 'announced' && announcedSystem !== null && (
        <UseAnnounced device={{ connectionId, deviceId }} system={announcedSystem} onDetail={onDetail} />
      )}
    </section>
  )
})
