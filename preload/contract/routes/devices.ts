import { z } from 'zod'
import { type DeviceDetail, type DeviceWindow, PRESENCES } from '../models/device.ts'
import { DEVICE_SYSTEMS } from '../models/safety.ts'
import { route } from '../route.ts'

/** protocol.md section 1: the only form of a device id. */
export const deviceId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)
const connectionId = z.string().min(1).max(64)

export const devicesRoutes = {
  /** Devices of the active connection; empty while there is none. */
  'devices.queryWindow': route<DeviceWindow>()(
    z.strictObject({
      text: z.string().max(200),
      presence: z.array(z.enum(PRESENCES)).max(PRESENCES.length),
      sort: z.strictObject({
        by: z.enum(['id', 'presence', 'lastSeenAt', 'cpuTemperatureC', 'memoryPercent', 'uptimeS']),
        isDescending: z.boolean(),
      }),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
  ),
  'devices.get': route<DeviceDetail>()(z.strictObject({ connectionId, deviceId })),
  /** Sets what the device runs where it does not announce it; null goes back to the assumption. */
  'devices.setSystem': route<DeviceDetail>()(
    z.strictObject({ connectionId, deviceId, system: z.enum(DEVICE_SYSTEMS).nullable() }),
  ),
  'devices.forget': route<null>()(z.strictObject({ connectionId, deviceId })),
}
