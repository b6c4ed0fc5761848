import { Tabs } from '@mantine/core'
import { createContext, memo, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../../preload/contract/models/devices/device.ts'
import { DeviceEntryForm } from '../records/device-entry.tsx'
import { DeviceCharts } from './device-charts.tsx'
import { DeviceCommands } from './device-commands.tsx'
import { DeviceFacts } from './device-facts.tsx'
import { DeviceMetricsList } from './device-metrics-list.tsx'
import classes from './device-panel.module.css'
import { DeviceOrphans, DeviceWarnings } from './device-problems.tsx'
import { RawMessages } from './raw-messages.tsx'
import { SystemSelect } from './system-select.tsx'

const TABS = ['overview', 'charts', 'commands', 'raw', 'record'] as const
const CLASS_NAMES = {
  root: classes.tabs ?? '',
  list: classes.tabList ?? '',
  tab: classes.tab ?? '',
  panel: classes.body ?? '',
}

/** The device as known now. By context, because a heartbeat a second must not render the tabs around it. */
export const DetailContext = createContext<DeviceDetail | null>(null)

interface DevicePanelTabsProps {
  readonly connectionId: string
  readonly deviceId: string
  readonly onDetail: (detail: DeviceDetail) => void
}

export const DevicePanelTabs = memo(function DevicePanelTabs(props: DevicePanelTabsProps) {
  const { t } = useTranslation('devices')
  const { connectionId, deviceId, onDetail } = props
  return (
    <Tabs defaultValue="overview" keepMounted={false} classNames={CLASS_NAMES}>
      <Tabs.List aria-label={t('panel.sections')}>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`panel.tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <Overview onDetail={onDetail} />
      </Tabs.Panel>
      <Tabs.Panel value="charts">
        <DeviceCharts key={deviceId} connectionId={connectionId} deviceId={deviceId} />
      </Tabs.Panel>
      <Tabs.Panel value="commands">
        <DeviceCommands key={deviceId} connectionId={connectionId} deviceId={deviceId} />
      </Tabs.Panel>
      <Tabs.Panel value="raw">
        <RawMessages key={deviceId} connectionId={connectionId} deviceId={deviceId} />
      </Tabs.Panel>
      <Tabs.Panel value="record">
        <Entry onDetail={onDetail} />
      </Tabs.Panel>
    </Tabs>
  )
})

function useDetail(): DeviceDetail {
  const detail = useContext(DetailContext)
  if (!detail) throw new Error('useDetail needs a DetailContext')
  return detail
}

function Overview({ onDetail }: Pick<DevicePanelTabsProps, 'onDetail'>) {
  const detail = useDetail()
  return (
    <>
      <DeviceWarnings detail={detail} onDetail={onDetail} />
      <DeviceMetricsList metrics={detail.metrics} readings={[...(detail.vitals ?? []), ...detail.sensors]} />
      <SystemSelect
        connectionId={detail.connectionId}
        deviceId={detail.deviceId}
        system={detail.system}
        systemSource={detail.systemSource}
        announcedSystem={detail.announcedSystem}
        onDetail={onDetail}
      />
      <DeviceFacts detail={detail} />
      <DeviceOrphans orphans={detail.orphans} />
    </>
  )
}

function Entry({ onDetail }: Pick<DevicePanelTabsProps, 'onDetail'>) {
  const detail = useDetail()
  return <DeviceEntryForm key={detail.deviceId} detail={detail} onDetail={onDetail} />
}
