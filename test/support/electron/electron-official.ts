import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { capture } from '../run/run-process.ts'

const QUICK_TRY_MS = 20_000
const FULL_DOWNLOAD_MS = 15 * 60_000
const FAILURE_KEPT_MS = 24 * 60 * 60_000

/** Path of the executable inside an unpacked Electron, per platform. */
export function executableIn(distPath: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return path.join(distPath, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return path.join(distPath, platform === 'win32' ? 'electron.exe' : 'electron')
}

/** Reads the `version` file of an unpacked Electron, without a leading v; undefined without one. */
export async function versionOf(distPath: string): Promise<string | undefined> {
  const text = await readFile(path.join(distPath, 'version'), 'utf8').catch(() => undefined)
  return text?.trim().replace(/^v/, '')
}

/** Returns the folder of the official Electron if the wanted version is unpacked there. */
export async function installedElectron(electronPackage: string, version: string): Promise<string | undefined> {
  const distPath = path.join(electronPackage, 'dist')
  const isComplete = existsSync(executableIn(distPath)) && existsSync(path.join(electronPackage, 'path.txt'))
  return isComplete && (await versionOf(distPath)) === version ? distPath : undefined
}

/** Reason for the missing official binary, in a few words. */
export interface InstallFailure {
  readonly reason: string
  /** True if the reason is of a try in the last 24 hours and nothing was tried now. */
  readonly isRemembered: boolean
}

export interface InstallRequest {
  readonly electronPackage: string
  readonly version: string
  readonly cacheFolder: string
  /** With a fallback the try ends after 20 s unless the download server answers; without, after 15 min. */
  readonly hasFallback: boolean
}

/**
 * Lets Electron's own installer fetch the official binary (it honours ELECTRON_MIRROR and its own download cache).
 * Remembers a failure for a day per version and mirror, if there is a fallback.
 */
export async function installOfficialElectron(request: InstallRequest): Promise<InstallFailure | undefined> {
  const memory = path.join(request.cacheFolder, 'official-failed.json')
  const key = `${request.version} ${mirror() ?? ''}`
  if (request.hasFallback) {
    const reason = await rememberedFailure(memory, key)
    if (reason !== undefined) return { reason, isRemembered: true }
  }
  const reason = await tryInstall(request)
  if (reason === undefined) {
    await rm(memory, { force: true })
    return undefined
  }
  await mkdir(request.cacheFolder, { recursive: true })
  await writeFile(memory, `${JSON.stringify({ key, reason, failedAt: new Date().toISOString() })}\n`)
  return { reason, isRemembered: false }
}

async function tryInstall(request: InstallRequest): Promise<string | undefined> {
  const reachable = request.hasFallback ? isDownloadServerReachable(request.version) : Promise.resolve(true)
  const aborter = new AbortController()
  const quick = setTimeout(() => {
    // A slow download is not blocked, so it goes on once the server answered a request for the same file.
    void Promise.race([reachable, Promise.resolve(false)]).then((isReachable) => {
      if (!isReachable) aborter.abort()
    })
  }, QUICK_TRY_MS)
  try {
    const outcome = await capture(process.execPath, [path.join(request.electronPackage, 'install.js')], {
      timeoutMs: FULL_DOWNLOAD_MS,
      signal: aborter.signal,
    })
    if (outcome.code === 0) return undefined
    if (outcome.isTimedOut) return 'the download took longer than 15 minutes'
    return reasonIn(outcome.stderr)
  } catch (error) {
    if (aborter.signal.aborted) return 'the download server did not answer within 20 s'
    return (error as Error).message
  } finally {
    clearTimeout(quick)
  }
}

/** Finds the reason in the stack that Electron's installer prints. */
export function reasonIn(stderr: string): string {
  const code = /code: '([A-Z_]+)'/.exec(stderr)?.[1]
  const line = /(?:\w*Error): (.+)/.exec(stderr)?.[1]
  return [line ?? 'its installer failed', code].filter((part) => part !== undefined).join(', ')
}

async function isDownloadServerReachable(version: string): Promise<boolean> {
  const base = mirror() ?? 'https://github.com/electron/electron/releases/download/'
  const file = `v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
  try {
    const answer = await fetch(`${base}${file}`, { method: 'HEAD', signal: AbortSignal.timeout(QUICK_TRY_MS) })
    return answer.ok
  } catch {
    return false
  }
}

function mirror(): string | undefined {
  return process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR
}

async function rememberedFailure(memory: string, key: string): Promise<string | undefined> {
  try {
    const kept = JSON.parse(await readFile(memory, 'utf8')) as { key: string; reason: string; failedAt: string }
    const ageMs = Date.now() - Date.parse(kept.failedAt)
    return kept.key === key && ageMs >= 0 && ageMs < FAILURE_KEPT_MS ? kept.reason : undefined
  } catch {
    return undefined
  }
}
