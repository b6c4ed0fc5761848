import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../preload/contract/models/commands/command.ts'
import type { DeviceWarning } from '../../../../preload/contract/models/devices/device.ts'
import { useWays } from '../../../lib/navigation.tsx'
import { useRequest } from '../../../lib/use-request.ts'
import classes from '../proposal/card.module.css'

/** Larger groups are silent for another reason than one odd message. */
const ASKED_MAX = 10

interface DroppedAnswersProps {
  readonly deviceIds: readonly string[]
  readonly run: Pick<Run, 'connectionId' | 'approvedAt'>
}

/** Says where a device without an answer did send something that was dropped, and leads to what is known of it. */
export function DroppedAnswers({ deviceIds, run }: DroppedAnswersProps) {
  return deviceIds.slice(0, ASKED_MAX).map((deviceId) => <DroppedAnswer key={deviceId} deviceId={deviceId} run={run} />)
}

function DroppedAnswer({ deviceId, run }: Pick<DroppedAnswersProps, 'run'> & { readonly deviceId: string }) {
  const { t } = useTranslation('console')
  const { openDevice } = useWays()
  const device = { connectionId: run.connectionId, deviceId }
  // A device that was forgotten has nothing to tell.
  const { value: detail } = useRequest('devices.get', device, { onError: () => undefined })
  const dropped = detail?.warnings.find((warning) => isDropped(warning, run.approvedAt))
  if (dropped === undefined) return null
  return (
    <ul className={classes.warnings}>
      <li>
        <IconAlertTriangle size={15} aria-hidden />
        <span>
          {t(`dropped.${dropped.kind === 'spoof' ? 'spoof' : 'unreadable'}`, { id: deviceId, detail: dropped.detail })}{' '}
          <Button size="compact-xs" variant="default" onClick={() => openDevice(device)}>
            {t('dropped.look')}
          </Button>
        </span>
      </li>
    </ul>
  )
}

/** True for a message that came since then and could not count. */
function isDropped({ kind, at }: DeviceWarning, since: number): boolean {
  return (kind === 'spoof' || kind === 'unreadable') && at >= since
}
