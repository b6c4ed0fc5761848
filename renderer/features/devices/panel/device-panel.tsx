import { ActionIcon, Button, Skeleton, Stack, Tooltip } from '@mantine/core'
import { IconDeviceUnknown, IconTerminal2, IconTool, IconTrash, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail, DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import { isOddId } from '../../../../preload/contract/models/limits.ts'
import { PresenceBadge } from '../../../components/badges/presence-badge.tsx'
import { EmptyNotice } from '../../../components/empty-notice.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import { isEscapeOf } from '../../../lib/keys/is-escape-of.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { MaintenanceDialog } from '../../alerts/maintenance-dialog.tsx'
import { ForgetDevice } from '../records/forget-device.tsx'
import { OddIdMark, SigningBadge, SimulatedBadge } from '../table/device-marks.tsx'
import { EvidenceText } from '../table/evidence-text.tsx'
import classes from './device-panel.module.css'
import { DetailContext, DevicePanelTabs } from './device-panel-tabs.tsx'
import { useDeviceDetails } from './use-device-details.ts'

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
  const wasKnown = kept?.deviceId === deviceId && kept.connectionId === connectionId
  const isUnknown = loaded === null && !wasKnown
  const detail = isUnknown ? null : (loaded ?? kept)
  const shownId = detail?.deviceId ?? deviceId
  // Forgotten here or elsewhere: nothing is left to show.
  useEffect(() => {
    if (loaded === null && wasKnown) onClose()
  }, [loaded, wasKnown, onClose])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isEscapeOf(event)) onClose()
  }
  return (
    <aside className={classes.panel} aria-label={t('panel.label', { id: deviceId })} {...{ onKeyDown }}>
      <header className={classes.head}>
        <h2 className={classes.title}>
          {detail?.name ? (
            <>
              {detail.name} <bdi className={classes.idBehind}>{shownId}</bdi>
            </>
          ) : (
            <bdi>{shownId}</bdi>
          )}
        </h2>
        {isOddId(shownId) && <OddIdMark id={shownId} />}
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
      {isUnknown && <UnknownDevice deviceId={deviceId} />}
      {detail && <PanelBody detail={detail} onDetail={put} />}
      {!isUnknown && !detail && <PanelSkeleton />}
    </aside>
  )
}

interface PanelBodyProps {
  readonly detail: DeviceDetail
  readonly onDetail: (detail: DeviceDetail) => void
}

function PanelBody({ detail, onDetail }: PanelBodyProps) {
  const { connectionId, deviceId, presence, lastKnownAt } = detail
  return (
    <DetailContext value={detail}>
      <div className={classes.presence}>
        <PresenceBadge presence={presence} isCurrent={lastKnownAt === undefined} />
        <span className={classes.evidence}>
          <EvidenceText device={detail} />
        </span>
        {detail.isSimulated ? <SimulatedBadge /> : <SigningBadge signing={detail.signing ?? 'unsigned'} />}
      </div>
      <PanelActions connectionId={connectionId} deviceId={deviceId} />
      <DevicePanelTabs connectionId={connectionId} deviceId={deviceId} onDetail={onDetail} />
    </DetailContext>
  )
}

const PanelActions = memo(function PanelActions({ connectionId, deviceId }: DeviceRef) {
  const { t } = useTranslation('devices')
  const { openConsole } = useNavigation()
  const [isInMaintenance, setIsInMaintenance] = useState(false)
  const [isForgetting, setIsForgetting] = useState(false)
  return (
    <div className={classes.actions}>
      <Button size="xs" leftSection={<IconTerminal2 size={15} aria-hidden />} onClick={() => openConsole([deviceId])}>
        {t('panel.openConsole')}
      </Button>
      <Button
        size="xs"
        variant="default"
        title={t('alerts:maintenance.begin')}
        classNames={{ label: classes.actionLabel ?? '', section: classes.actionSection ?? '' }}
        leftSection={<IconTool size={14} aria-hidden />}
        onClick={() => setIsInMaintenance(true)}
      >
        {t('alerts:maintenance.begin')}
      </Button>
      {isInMaintenance && (
        <MaintenanceDialog deviceId={deviceId} onBegun={() => undefined} onClose={() => setIsInMaintenance(false)} />
      )}
      <Tooltip label={t('panel.forget')}>
        <ActionIcon
          size={30}
          variant="default"
          className={classes.forget ?? ''}
          aria-label={t('panel.forget')}
          onClick={() => setIsForgetting(true)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <ForgetDevice
        device={{ connectionId, deviceId }}
        isOpened={isForgetting}
        onClose={() => setIsForgetting(false)}
      />
    </div>
  )
})

/** Where a link or an alert leads to a device that this connection has not heard of; it is shown once it is. */
function UnknownDevice({ deviceId }: Pick<DeviceRef, 'deviceId'>) {
  const { t } = useTranslation('devices')
  const connection = useAppState((state) => state.connection.profileName ?? '')
  return (
    <EmptyNotice
      icon={<IconDeviceUnknown size={30} stroke={1.5} aria-hidden />}
      title={t('panel.unknown.title')}
      text={t('panel.unknown.text', { id: deviceId, connection })}
    />
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
