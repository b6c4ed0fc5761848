import { useDeviceName } from '../../lib/device-names.tsx'
import classes from './device-label.module.css'

/** Shows a device by the name that people gave it, with the id behind it, because the id alone is certain. */
export function DeviceLabel({ deviceId }: { readonly deviceId: string }) {
  const name = useDeviceName(deviceId)
  if (name === '') return <span className={classes.id}>{deviceId}</span>
  return (
    <span className={classes.label} title={`${name} (${deviceId})`}>
      <span className={classes.name}>{name}</span> <span className={classes.idBehind}>{deviceId}</span>
    </span>
  )
}
