import type { devicesRoutes } from '../../../preload/contract/routes/devices.ts'
import type { DeviceRegistry } from '../../devices/registry.ts'
import type { HandlersOf } from '../router.ts'

export function devicesHandlers(deps: {
  readonly registry: DeviceRegistry
  readonly activeConnectionId: () => string | null
}): HandlersOf<typeof devicesRoutes> {
  const { registry } = deps
  return {
    'devices.queryWindow': (query) => registry.queryWindow(deps.activeConnectionId(), query),
    'devices.get': (ref) => registry.get(ref),
    'devices.setSystem': ({ system, ...ref }) => {
      registry.setSystem(ref, system)
      return registry.get(ref)
    },
    'devices.forget': (ref) => {
      registry.forget(ref)
      return null
    },
  }
}
