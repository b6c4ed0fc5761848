import { basename } from 'node:path'
import type { joiningRoutes } from '../../../../preload/contract/routes/devices/joining.ts'
import type { Joining } from '../../../joining/joining.ts'
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
  readonly joining: () => Promise<Joining>
  readonly files: DeviceFiles
  readonly dialogs: Pick<Dialogs, 'chooseFolder' | 'saveAs'>
}): HandlersOf<typeof joiningRoutes> {
  const joins = async () => (await joining()).joins
  return {
    'joining.suggest': async () => (await joining()).suggest(),
    'joining.view': async () => (await joins()).view(),
    'joining.chooseKey': async () => {
      const file = await files.open([])
      if (file === null) return null
      ;(await joining()).takeKey(file.text)
      return { name: basename(file.path) }
    },
    'joining.connect': async (input) => (await joining()).connect(input),
    'joining.confirmHostKeys': async ({ ids }) => (await joins()).confirmHostKeys(ids),
    'joining.lookAgain': async ({ ids }) => (await joins()).lookAgain(ids),
    'joining.rename': async ({ id, deviceId }) => (await joins()).rename(id, deviceId),
    'joining.install': async ({ ids }) => (await joins()).install(ids),
    'joining.undo': async ({ ids }) => (await joins()).undo(ids),
    'joining.close': async () => (await joining()).close(),
    'joining.forgetLogin': async () => {
      await (await joining()).forgetLogin()
      return null
    },
    'joining.scan': async ({ network }) => (await joins()).startScan(network),
    'joining.stopScan': async () => (await joins()).stopScan(),
    'joining.saveKit': async ({ deviceIds, broker, maxClass, as }) => {
      const kit = await (await joining()).kit(deviceIds, broker, maxClass)
      const path = as === 'folder' ? await dialogs.chooseFolder() : await dialogs.saveAs('waypost-devices.zip')
      if (path === null) return null
      const { writeFiles, zipFiles } = await import('../../../setup/files/write-files.ts')
      if (as === 'folder') await writeFiles(path, kit, false)
      else await writeWhole(path, zipFiles(kit, new Date()))
      return { path }
    },
  }
}
