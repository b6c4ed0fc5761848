import { AppError } from '../../preload/contract/errors.ts'
import type { Language } from '../../preload/contract/models/app/settings.ts'
import type { DeviceEntry, DeviceRef } from '../../preload/contract/models/devices/device.ts'
import { DEMO_MACHINES } from './demo-machines.ts'

/** Id of the demo's profile and connection; it is never saved. */
export const DEMO_PROFILE_ID = 'demo'

/** Where the operator's entries about devices are kept. */
interface EntryBook {
  add(ref: DeviceRef, entry: DeviceEntry): unknown
}

/** Gives the simulated devices names in the operator's language, as an operator would; names given before stay. */
export function nameDemoDevices(entries: EntryBook, language: Language): void {
  for (const { deviceId, name, location } of DEMO_MACHINES) {
    const of = language === 'zh-CN' ? 'zh' : 'en'
    const entry = { name: name[of], description: '', location: location[of], tags: ['demo'], notes: '' }
    try {
      entries.add({ connectionId: DEMO_PROFILE_ID, deviceId }, entry)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'DEVICE_EXISTS') throw error
    }
  }
}
