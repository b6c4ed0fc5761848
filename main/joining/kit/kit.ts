import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { type AgentSources, agentFiles, type DeviceChoices, PLACES } from '../install/agent-files.ts'
import { installScript } from './install-script.ts'
import { kitReadme } from './kit-readme.ts'

/** A file of a folder that is carried to a device. */
export interface KitFile {
  readonly path: string
  readonly target: string | null
  readonly mode: number
  readonly owner: string
  readonly why: LocalizedText
  readonly isSecret: boolean
  readonly text: string
}

/** Builds the folder for one device, to be carried there on a stick or a card: `ID/install.sh` does all of it. */
export function kitFiles(
  about: DeviceChoices & {
    readonly sources: AgentSources
    readonly language: 'en' | 'zh-CN'
  },
): readonly KitFile[] {
  const { deviceId } = about
  // The device is not known yet, so both ways to start lie in the folder and the script takes one.
  const systemd = agentFiles(about.sources, { ...about, service: 'systemd' })
  const cron = agentFiles(about.sources, { ...about, service: 'cron' }).filter(({ target }) => target === PLACES.cron)
  const files = [...systemd, ...cron]
  const own = (name: string, mode: number, text: string): KitFile => ({
    path: `${folderOf(deviceId)}/${name}`,
    target: null,
    mode,
    owner: 'you',
    why: WHY,
    isSecret: false,
    text,
  })
  return [
    ...files.map(({ name, target, mode, text, shown }) => ({
      ...own(name, mode, text),
      target,
      isSecret: text !== shown,
    })),
    own('install.sh', 0o755, installScript(files)),
    own('README.md', 0o644, kitReadme(deviceId, about.access.broker, about.language)),
  ]
}

/** An id of dots alone is no name of a folder. */
function folderOf(deviceId: string): string {
  return /^\.+$/.test(deviceId) ? `device-${deviceId.length}` : deviceId
}

const WHY: LocalizedText = {
  en: 'Carried to the device and placed there by install.sh.',
  zh: '带到设备上，由 install.sh 放置。',
}
