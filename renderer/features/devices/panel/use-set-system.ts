import type { DeviceDetail, DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import type { DeviceSystem } from '../../../../preload/contract/models/safety/safety.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

/** Sets what one device runs; null takes back what the operator set. */
export function useSetSystem({ connectionId, deviceId }: DeviceRef, onDetail: (detail: DeviceDetail) => void) {
  return useAction(async (system: DeviceSystem | null) => {
    await request('devices.setSystem', { connectionId, deviceIds: [deviceId], system })
    onDetail(await request('devices.get', { connectionId, deviceId }))
  })
}
