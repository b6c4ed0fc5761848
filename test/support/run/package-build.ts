import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { build, type Configuration } from 'electron-builder'
import { SetupError } from '../command-line.ts'
import type { ElectronRuntime } from '../electron/electron-runtime.ts'
import { projectFolder } from '../project-paths.ts'
import { findPackagedApp, packageOutput } from './packaged-app.ts'

/** Packages the built app as a folder for this machine, with this Electron. Returns the path of the executable. */
export async function packageApp(runtime: ElectronRuntime): Promise<string> {
  process.umask(0o022)
  await rm(packageOutput, { recursive: true, force: true })
  const platform = { darwin: 'mac', win32: 'win' }[process.platform as string] ?? 'linux'
  const arch = process.arch === 'arm64' ? { arm64: true } : { x64: true }
  await build({
    projectDir: projectFolder,
    [platform]: ['dir'],
    ...arch,
    publish: 'never',
    config: configuration(runtime),
  })
  await removeLauncher()
  const executable = findPackagedApp()
  if (executable === undefined) {
    throw new SetupError(`electron-builder ended without an app in ${packageOutput}: see its messages above.`)
  }
  return executable
}

function configuration(runtime: ElectronRuntime): Configuration {
  // electron-builder fetches (and caches) the official version itself, because it knows how to clean it.
  const isOfficial = runtime.source === 'official' || runtime.source === 'installed'
  return {
    electronVersion: runtime.version,
    directories: { output: packageOutput },
    ...(isOfficial ? {} : { electronDist: runtime.distPath }),
  }
}

/** Removes the default app of a given Electron, whose folder is copied whole, because it must not ship beside ours. */
async function removeLauncher(): Promise<void> {
  if (process.platform === 'darwin') return
  for (const folder of await readdir(packageOutput, { withFileTypes: true })) {
    if (!folder.isDirectory() || !folder.name.endsWith('-unpacked')) continue
    for (const name of ['resources/app', 'resources/default_app.asar', 'version']) {
      await rm(path.join(packageOutput, folder.name, name), { recursive: true, force: true })
    }
  }
}
