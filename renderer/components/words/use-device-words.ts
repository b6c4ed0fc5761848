import { useDeviceName } from '../../lib/device-names.tsx'

/** Returns a device as a sentence names it: by the name that people gave it with the id behind, or by its id alone. */
export function useDeviceWords(deviceId: string): string {
  const name = useDeviceName(deviceId)
  return name === '' ? deviceId : `${name} (${deviceId})`
}
