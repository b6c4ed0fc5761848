import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import type { signingRoutes } from '../../../../preload/contract/routes/safety/signing.ts'
import type { Signing } from '../../../composition/signing.ts'
import type { Dialogs } from '../../../shared/dialogs.ts'
import { writeWhole } from '../../../shared/files.ts'
import type { HandlersOf } from '../../router.ts'
import type { DeviceFiles } from '../devices/devices.ts'

const AGENT_FILES = ['waypost_agent.py', 'waypost-agent.service', 'README.md'] as const

/** Files are chosen, read and written in main: of a private half the window never sees anything. */
export function signingHandlers({
  signing: { devices, operators },
  files,
  dialogs,
  agentFolder,
  onDeviceKey,
}: {
  readonly signing: Pick<Signing, 'devices' | 'operators'>
  readonly files: DeviceFiles
  readonly dialogs: Pick<Dialogs, 'confirm' | 'chooseFolder'>
  /** Folder of the agent that comes with the app. */
  readonly agentFolder: string
  /** Called after the key of a device was taken or removed. */
  readonly onDeviceKey: (ref: DeviceRef) => void
}): HandlersOf<typeof signingRoutes> {
  return {
    'signing.view': () => operators.view(),
    'signing.make': ({ name }) => operators.make(name),
    'signing.use': ({ id }) => operators.use(id),
    'signing.revoke': async ({ id }) => {
      const isAgreed = await dialogs.confirm({
        title: { en: 'Remove this key for good?', zh: '永久删除此密钥？' },
        detail: {
          en: 'This console can no longer sign with it. Devices go on trusting it until it is taken out of their lists (trust remove), so do that first where somebody else may have it.',
          zh: '本控制台将无法再用它签名。设备会继续信任它，直到从其列表中移除（trust remove）；若他人可能持有该密钥，请先在设备上移除。',
        },
        yes: { en: 'Remove the key', zh: '删除密钥' },
      })
      return isAgreed ? operators.revoke(id) : null
    },
    'signing.savePublic': ({ id }) => files.save(`waypost-operator-${id.slice(0, 8)}.pub`, operators.publicPem(id).pem),
    'signing.savePrivate': async ({ id, passphrase }) =>
      files.save(`waypost-operator-${id.slice(0, 8)}.key`, await operators.encrypted(id, passphrase)),
    'signing.load': async ({ name, passphrase }) => {
      const file = await files.open(['key', 'pem'])
      return file && operators.import(file.text, passphrase, name)
    },
    'signing.loadDeviceKey': async (ref) => {
      const file = await files.open(['pub', 'pem'])
      if (file === null) return null
      devices.set(ref, file.text)
      const key = devices.find(ref)
      if (key === null) throw new AppError('OPERATOR_KEY_UNUSABLE', { reason: 'public' })
      onDeviceKey(ref)
      return { keyId: key.id }
    },
    'signing.forgetDeviceKey': (ref) => {
      devices.set(ref, null)
      onDeviceKey(ref)
      return null
    },
    'signing.saveAgent': async () => {
      const folder = await dialogs.chooseFolder()
      if (folder === null) return null
      for (const name of AGENT_FILES)
        await writeWhole(join(folder, name), await readFile(join(agentFolder, name), 'utf8'))
      return { path: folder }
    },
    'signing.saveDeviceKeys': () => files.save('waypost-device-keys.json', devices.exported()),
  }
}
