import { ActionIcon, Button, Skeleton, Stack, Tabs } from '@mantine/core'
import { IconTerminal2, IconTrash, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail, DeviceRef } from '../../../preload/contract/models/device.ts'
import { PresenceBadge } from '../../components/presence-badge.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { DeviceCharts } from './device-charts.tsx'
import { DeviceCommands } from './device-commands.tsx'
import { DeviceEntryForm } from './device-entry.tsx'
import { DeviceFacts } from './device-facts.tsx'
import { SimulatedBadge } from './device-marks.tsx'
import { DeviceMetricsList } from './device-metrics-list.tsx'
import classes from './device-panel.module.css'
import { DeviceOrphans, DeviceWarnings } from './device-problems.tsx'
import { EvidenceText } from './evidence-text.tsx'
import { ForgetDevice } from './forget-device.tsx'
import { RawMessages } from './raw-messages.tsx'
import { SystemSelect } from './system-select.tsx'
import { useDeviceDetails } from './use-device-details.ts'

const TABS = ['overview', 'charts', 'commands', 'raw', 'record'] as const

interface DevicePanelProps {
  readonly device: DeviceRef
  readonly onClose: () => void
}

/** All that is known of one device, beside the list. */
export function DevicePanel({ device, onClose }: DevicePanelProps) {
  const { t } = useTranslation('devices')
  const { connectionId, deviceId } = device
  const ids = useMemo(() => [deviceId], [deviceId])
  const { details, put } = useDeviceDetails(connectionId, ids)
  const loaded = details.get(deviceId)
  // The last device stays, under its own name, until the next one is there: nothing is built anew for it.
  const [kept, setKept] = useState<DeviceDetail | null>(null)
  if (loaded && loaded !== kept) setKept(loaded)
  const detail = loaded ?? kept
  // Forgotten here or elsewhere: nothing is left to show.
  useEffect(() => {
    if (loaded === null) onClose()
  }, [loaded, onClose])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  }
  return (
    <aside className={classes.panel} aria-label={t('panel.label', { id: deviceId })} {...{ onKeyDown }}>
      <header className={classes.head}>
        <h2 className={classes.title}>
          {detail?.deviceId ?? deviceId}
          {detail?.name && <span className={classes.givenName}>{detail.name}</span>}
        </h2>
        {detail?.isSimulated && <SimulatedBadge />}
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.close ?? ''}
          aria-label={t('panel.close')}
          onClick={onClose}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      {detail ? <PanelBody detail={detail} onDetail={put} /> : <PanelSkeleton />}
    </aside>
  )
}

function PanelBody({
  detail,
  onDetail,
}: {
  readonly detail: DeviceDetail
  readonly onDetail: (detail: DeviceDetail) => void
}) {
  const { t } = useTranslation('devices')
  const { openConsole } = useNavigation()
  const [isForgetting, setIsForgetting] = useState(false)
  return (
    <>
      <div className={classes.presence}>
        <PresenceBadge presence={detail.presence} />
        <span className={classes.evidence}>
          <EvidenceText evidence={detail.evidence} />
        </span>
      </div>
      <div className={classes.actions}>
        <Button
          size="xs"
          leftSection={<IconTerminal2 size={15} aria-hidden />}
          onClick={() => openConsole([detail.deviceId])}
        >
          {t('panel.openConsole')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => setIsForgetting(true)}
        >
          {t('panel.forget')}
        </Button>
      </div>
      <Tabs
        defaultValue="overview"
        keepMounted={false}
        classNames={{
          root: classes.tabs ?? '',
          list: classes.tabList ?? '',
          tab: classes.tab ?? '',
          panel: classes.body ?? '',
        }}
      >
        <Tabs.List aria-label={t('panel.sections')}>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`panel.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <DeviceWarnings warnings={detail.warnings} />
          <DeviceMetricsList metrics={detail.metrics} sensors={detail.sensors} />
          <SystemSelect detail={detail} onDetail={onDetail} />
          <DeviceFacts detail={detail} />
          <DeviceOrphans orphans={detail.orphans} />
        </Tabs.Panel>
        <Tabs.Panel value="charts">
          <DeviceCharts key={detail.deviceId} connectionId={detail.connectionId} deviceId={detail.deviceId} />
        </Tabs.Panel>
        <Tabs.Panel value="commands">
          <DeviceCommands key={detail.deviceId} connectionId={detail.connectionId} deviceId={detail.deviceId} />
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <RawMessages key={detail.deviceId} connectionId={detail.connectionId} deviceId={detail.deviceId} />
        </Tabs.Panel>
        <Tabs.Panel value="record">
          <DeviceEntryForm key={detail.deviceId} detail={detail} onDetail={onDetail} />
        </Tabs.Panel>
      </Tabs>
      <ForgetDevice device={detail} isOpened={isForgetting} onClose={() => setIsForgetting(false)} />
    </>
  )
}

function PanelSkeleton() {
  return (
    <Stack gap="sm" p="md">
      <Skeleton height={14} width="60%" />
      <Skeleton height={28} width="80%" />
      <Skeleton height={90} />
      <Skeleton height={140} />
    </Stack>
  )
}
