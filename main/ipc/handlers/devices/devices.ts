import { AppError } from '../../../../preload/contract/errors.ts'
import type { DeviceCommand } from '../../../../preload/contract/models/commands/command.ts'
import type { DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import type { devicesRoutes } from '../../../../preload/contract/routes/devices/devices.ts'
import type { Devices } from '../../../devices/create-devices.ts'
import type { DeviceRecord } from '../../../devices/registry/device-record.ts'
import type { HandlersOf } from '../../router.ts'

/** Files that the operator chooses in a dialog; null when it was cancelled. Throws `DISK_FAILED`. */
export interface DeviceFiles {
  save(name: string, text: string): Promise<{ readonly path: string } | null>
  open(extensions: readonly string[]): Promise<{ readonly path: string; readonly text: string } | null>
}

export function devicesHandlers(deps: {
  readonly devices: Pick<Devices, 'registry' | 'entries' | 'telemetry' | 'raw'>
  readonly files: DeviceFiles
  readonly activeConnectionId: () => string | null
  readonly commandsOf: (ref: DeviceRef) => readonly DeviceCommand[]
}): HandlersOf<typeof devicesRoutes> {
  const { files, activeConnectionId } = deps
  const { registry, entries, telemetry, raw } = deps.devices
  const active = (): string => {
    const connectionId = activeConnectionId()
    if (connectionId === null) throw new AppError('NOT_CONNECTED')
    return connectionId
  }
  const known = (ref: DeviceRef): DeviceRecord => {
    const record = registry.find(ref)
    if (record === undefined) throw new AppError('NOT_FOUND', { deviceId: ref.deviceId })
    return record
  }
  return {
    'devices.queryWindow': (query) => registry.queries.window(activeConnectionId(), query),
    'devices.matching': (selection) => registry.queries.matching(activeConnectionId(), selection),
    'devices.checkChosen': ({ connectionId, deviceIds, ...selection }) =>
      registry.queries.checkChosen(connectionId, deviceIds, selection),
    'devices.signings': ({ connectionId, deviceIds }) => registry.queries.signings(connectionId, deviceIds),
    'devices.get': (ref) => registry.get(ref),
    'devices.names': ({ connectionId, deviceIds }) =>
      deviceIds.flatMap((deviceId) => {
        const name = registry.find({ connectionId, deviceId })?.entry.name ?? ''
        return name === '' ? [] : [{ deviceId, name }]
      }),
    'devices.setSystem': ({ connectionId, deviceIds, system }) => {
      registry.setSystem(connectionId, deviceIds, system)
      return null
    },
    'devices.edit': ({ entry, ...ref }) => entries.edit(ref, entry),
    'devices.add': ({ deviceId, entry }) => entries.add({ connectionId: active(), deviceId }, entry),
    'devices.forget': (ref) => {
      registry.forget(ref)
      return null
    },
    'devices.series': ({ span, ...ref }) => telemetry.series(known(ref), span),
    'devices.raw': (ref) => raw.of(known(ref)),
    'devices.commands': (ref) => deps.commandsOf(ref),
    'devices.export': async ({ format }) => {
      const { text, count } = await entries.exported(active(), format)
      const saved = await files.save(`waypost-devices.${format}`, text)
      return saved && { ...saved, count }
    },
    'devices.import': async () => {
      const connectionId = active()
      const file = await files.open(['csv', 'json', 'txt'])
      return file && { path: file.path, ...(await entries.imported(connectionId, file.text)) }
    },
  }
}
