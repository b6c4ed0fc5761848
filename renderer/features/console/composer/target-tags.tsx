import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import classes from '../turn/turn-card.module.css'
import { MoreDevices } from './more-devices.tsx'

const SHOWN_MAX = 2

/** Names the devices that a request was for; the list of all opens. */
export function TargetTags({ connectionId, deviceIds }: Pick<Turn, 'connectionId' | 'deviceIds'>) {
  return (
    <span className={classes.tags} title={deviceIds.slice(0, 40).join(', ')}>
      {deviceIds.slice(0, SHOWN_MAX).map((id) => (
        <span key={id} className={classes.tag}>
          <DeviceLabel deviceId={id} />
        </span>
      ))}
      <MoreDevices connectionId={connectionId} deviceIds={deviceIds} shown={SHOWN_MAX} />
    </span>
  )
}
