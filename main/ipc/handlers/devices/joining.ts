import { basename } from 'node:path'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { joiningRoutes } from '../../../../preload/contract/routes/devices/joining.ts'
import { JoinFault } from '../../../joining/failures/join-fault.ts'
import type { Joining } from '../../../joining/joining.ts'
import { writeFiles, zipFiles } from '../../../setup/files/write-files.ts'
import type { Dialogs } from '../../../shared/dialogs.ts'
import { writeWhole } from '../../../shared/files.ts'
import type { HandlersOf } from '../../router.ts'
import type { DeviceFiles } from './devices.ts'

/** Key files are read in main and stay there; the window learns the name of the file. */
export function joiningHandlers({
  joining,
  files,
  dialogs,
}: {
  readonly joining: Joining
  readonly files: DeviceFiles
  readonly dialogs: Pick<Dialogs, 'chooseFolder' | 'saveAs'>
}): HandlersOf<typeof joiningRoutes> {
  const { joins } = joining
  return {
    'joining.suggest': () => joining.suggest(),
    'joining.view': () => joins.view(),
    'joining.chooseKey': async () => {
      const file = await files.open([])
      if (file === null) return null
      joining.takeKey(file.text)
      return { name: basename(file.path) }
    },
    'joining.connect': (input) => joining.connect(input),
    'joining.confirmHostKeys': ({ ids }) => joins.confirmHostKeys(ids),
    'joining.lookAgain': ({ ids }) => joins.lookAgain(ids),
    'joining.rename': ({ id, deviceId }) => joins.rename(id, deviceId),
    'joining.install': ({ ids }) => joins.install(ids),
    'joining.undo': ({ ids }) => joins.undo(ids),
    'joining.close': () => joining.close(),
    'joining.forgetLogin': async () => {
      await joining.forgetLogin()
      return null
    },
    'joining.scan': ({ network }) => joins.startScan(network),
    'joining.stopScan': () => joins.stopScan(),
    'joining.saveKit': async ({ deviceIds, broker, maxClass, as }) => {
      const kit = await joining.kit(deviceIds, broker, maxClass).catch((error: unknown) => {
        throw error instanceof JoinFault
          ? new AppError('KIT_IMPOSSIBLE', { reason: error.reason }, { cause: error })
          : error
      })
      const path = as === 'folder' ? await dialogs.chooseFolder() : await dialogs.saveAs('waypost-devices.zip')
      if (path === null) return null
      if (as === 'folder') await writeFiles(path, kit, false)
      else await writeWhole(path, zipFiles(kit, new Date()))
      return { path }
    },
  }
}
