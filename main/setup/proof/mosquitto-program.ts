import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Folders that packages put it into on systems whose PATH for ordinary users leaves that out. */
const USUAL_FOLDERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/snap/bin'],
  darwin: ['/opt/homebrew/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'],
  win32: ['C:\\Program Files\\mosquitto', 'C:\\Program Files (x86)\\mosquitto'],
}

/** Full path of the Mosquitto of this computer, or null. */
export async function findMosquitto(
  platform: NodeJS.Platform = process.platform,
  searchPath = process.env.PATH ?? '',
): Promise<string | null> {
  const name = platform === 'win32' ? 'mosquitto.exe' : 'mosquitto'
  const onPath = searchPath.split(delimiter).filter((folder) => folder !== '')
  for (const folder of [...onPath, ...(USUAL_FOLDERS[platform] ?? [])]) {
    const program = join(folder, name)
    const canRun = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (canRun) return program
  }
  return null
}
