import { Select } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../preload/contract/models/device.ts'
import { DEVICE_SYSTEMS } from '../../../preload/contract/models/safety.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import classes from './device-panel.module.css'

const AS_ASSUMED = 'assumed'

interface SystemSelectProps {
  readonly connectionId: string
  readonly deviceId: string
  readonly system: DeviceDetail['system']
  readonly systemSource: DeviceDetail['systemSource']
  readonly onDetail: (detail: DeviceDetail) => void
}

/** What the device runs: it decides how commands for it are written and judged. */
export const SystemSelect = memo(function SystemSelect(props: SystemSelectProps) {
  const { connectionId, deviceId, system, systemSource, onDetail } = props
  const { t } = useTranslation('devices')
  const set = useAction(async (value: string) => {
    const chosen = DEVICE_SYSTEMS.find((known) => known === value) ?? null
    onDetail(await request('devices.setSystem', { connectionId, deviceId, system: chosen }))
  })
  if (systemSource === 'announced') {
    return (
      <section className={classes.section}>
        <h3 className={classes.sectionTitle}>{t('panel.system')}</h3>
        <p className={classes.stated}>
          {t(`system.${system}`)} <span className={classes.sub}>{t('systemSource.announced')}</span>
        </p>
      </section>
    )
  }
  return (
    <section className={classes.section}>
      <Select
        size="xs"
        label={t('panel.system')}
        description={t(`systemSource.${systemSource}`)}
        allowDeselect={false}
        disabled={set.isRunning}
        value={systemSource === 'assumed' ? AS_ASSUMED : system}
        data={[
          { value: AS_ASSUMED, label: t('systemAssumed', { system: t('system.linux') }) },
          ...DEVICE_SYSTEMS.map((value) => ({ value, label: t(`system.${value}`) })),
        ]}
        onChange={(value) => value !== null && set.run(value)}
      />
    </section>
  )
})
