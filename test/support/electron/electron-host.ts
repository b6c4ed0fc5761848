import { fileURLToPath } from 'node:url'
import { SetupError, say } from '../command-line.ts'
import { projectFolder } from '../project-paths.ts'
import type { Display } from '../run/display.ts'
import {
  type AccountSession,
  ensureTestAccount,
  giveFolderTo,
  isRoot,
  openAccountSession,
} from '../run/ordinary-user.ts'
import { capture, chromiumNoise, type ProcessOutcome, runVisibly } from '../run/run-process.ts'
import type { ElectronRuntime } from './electron-runtime.ts'

const probeFolder = fileURLToPath(new URL('./sandbox-probe', import.meta.url))
const PROBE_TIMEOUT_MS = 30_000

interface HostRunOptions {
  /** Added to the environment of that user. */
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

/** Runs Electron as a user of this machine. Translates project paths in arguments and environment for that user. */
export interface ElectronHost {
  readonly hasSandbox: boolean
  readonly projectFolder: string
  /** Runs a program (Electron, or Node with the tests) on this terminal and returns its exit code. */
  run(file: string, args: readonly string[], options?: HostRunOptions): Promise<number>
  /** Makes a folder of the project writable for that user. */
  openForWriting(folder: string): Promise<void>
  close(): Promise<void>
}

/**
 * Starts Electron to find a way to run it with its sandbox: as the caller or, for root on Linux, as an ordinary user.
 * Falls back to no sandbox and says so in one line.
 * @throws SetupError if Electron starts neither way.
 */
export async function prepareElectronHost(runtime: ElectronRuntime, display: Display): Promise<ElectronHost> {
  if (process.platform !== 'linux') return callerHost(display, true)
  if (isRoot()) return rootHost(runtime, display)
  const reason = await probe((file, args) => captureHere(file, args, display), runtime, [])
  if (reason === undefined) return callerHost(display, true)
  return withoutSandbox(runtime, display, `it does not start with it: ${reason}`)
}

async function rootHost(runtime: ElectronRuntime, display: Display): Promise<ElectronHost> {
  const account = await ensureTestAccount()
  if (account === undefined)
    return withoutSandbox(runtime, display, 'the caller is root and no ordinary user can be made')
  const session = await openAccountSession(account, projectFolder)
  if (session === undefined) {
    return withoutSandbox(runtime, display, `the caller is root and ${account.name} cannot read the project`)
  }
  const asAccount: Starter = (file, args) => session.capture(file, args, { ...display.env }, PROBE_TIMEOUT_MS)
  const reason = await probe(asAccount, runtime, [])
  if (reason === undefined) {
    say(`Electron runs as the user ${account.name}, sandbox on.`)
    return accountHost(session, display)
  }
  await session.close()
  return withoutSandbox(runtime, display, `the caller is root and it does not start as ${account.name}: ${reason}`)
}

async function withoutSandbox(runtime: ElectronRuntime, display: Display, why: string): Promise<ElectronHost> {
  const reason = await probe((file, args) => captureHere(file, args, display), runtime, ['--no-sandbox'])
  if (reason !== undefined) {
    throw new SetupError(
      `Electron ${runtime.version} does not start here (${reason}): see to that, or set ELECTRON_OVERRIDE_DIST_PATH to one that does.`,
    )
  }
  say(`Electron runs WITHOUT its sandbox (--no-sandbox), because ${why}.`)
  return callerHost(display, false)
}

type Starter = (file: string, args: readonly string[]) => Promise<ProcessOutcome>

function captureHere(file: string, args: readonly string[], display: Display): Promise<ProcessOutcome> {
  return capture(file, args, { env: { ...process.env, ...display.env }, timeoutMs: PROBE_TIMEOUT_MS })
}

async function probe(start: Starter, runtime: ElectronRuntime, flags: readonly string[]): Promise<string | undefined> {
  const outcome = await start(runtime.executablePath, [...flags, probeFolder]).catch((error: Error) => error.message)
  if (typeof outcome === 'string') return outcome
  if (outcome.code === 0) return undefined
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(outcome.stderr)?.[1]
  if (library !== undefined) {
    throw new SetupError(
      `Electron needs the system library ${library}: install the package that holds it and run again.`,
    )
  }
  if (outcome.isTimedOut) return `no window after ${PROBE_TIMEOUT_MS / 1000} s`
  return fatalLine(outcome.stderr) ?? `exit code ${outcome.code}`
}

/** Returns the message of Chromium's FATAL line, or the last line, without its process prefix. */
export function fatalLine(stderr: string): string | undefined {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const line = lines.find((text) => text.includes(':FATAL:')) ?? lines.at(-1)
  return line?.replace(/^\[[^\]]*\]\s*/, '').slice(0, 300)
}

function callerHost(display: Display, hasSandbox: boolean): ElectronHost {
  return {
    hasSandbox,
    projectFolder,
    run: (file, args, { env, ...options } = {}) =>
      runVisibly(file, args, {
        ...options,
        cwd: projectFolder,
        env: { ...process.env, ...display.env, ...env },
        hiddenErrors: chromiumNoise,
      }),
    openForWriting: async () => undefined,
    close: async () => undefined,
  }
}

function accountHost(session: AccountSession, display: Display): ElectronHost {
  return {
    hasSandbox: true,
    projectFolder: session.projectFolder,
    run: (file, args, { env, timeoutMs } = {}) => session.run(file, args, { ...display.env, ...env }, timeoutMs),
    openForWriting: (folder) => giveFolderTo(session.account, folder),
    close: () => session.close(),
  }
}
