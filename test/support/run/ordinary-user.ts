import { chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { capture, chromiumNoise, type ProcessOutcome, runVisibly } from './run-process.ts'

const ACCOUNT = 'waypost-tester'

/** An ordinary account of this machine, as /etc/passwd has it. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly home: string
}

/** Runs programs as an account, with project paths as the account sees them. */
export interface AccountSession {
  readonly account: Account
  /** Project path of the account; differs from ours if parents of the checkout are closed to it. */
  readonly projectFolder: string
  /** Runs to the end with captured output. */
  capture(file: string, args: readonly string[], env: NodeJS.ProcessEnv, timeoutMs: number): Promise<ProcessOutcome>
  /** Runs on this terminal and returns the exit code. */
  run(file: string, args: readonly string[], env: NodeJS.ProcessEnv, timeoutMs?: number): Promise<number>
  /** Removes the session's runtime folder. */
  close(): Promise<void>
}

/** True if the caller may act as another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Finds or makes the account under which root runs Electron; undefined if impossible. */
export async function ensureTestAccount(): Promise<Account | undefined> {
  const known = await findAccount()
  if (known !== undefined) return known
  try {
    await capture('useradd', ['--create-home', '--shell', '/bin/sh', '--comment', 'Waypost tests', ACCOUNT])
  } catch {
    return undefined
  }
  return findAccount()
}

async function findAccount(): Promise<Account | undefined> {
  const outcome = await capture('getent', ['passwd', ACCOUNT]).catch(() => undefined)
  return outcome?.code === 0 ? parsePasswdLine(outcome.stdout.trim()) : undefined
}

/** Parses one line of passwd(5); undefined if it is invalid. */
export function parsePasswdLine(line: string): Account | undefined {
  const [name, , uid, gid, , home] = line.split(':')
  if (!name || !uid || !gid || !home) return undefined
  return { name, uid: Number(uid), gid: Number(gid), home }
}

/**
 * Opens a session of the account that can read the project: directly, or through a bind mount in its own mount
 * namespace if the checkout is below folders closed to it. Undefined if neither works. Root only.
 */
export async function openAccountSession(account: Account, projectFolder: string): Promise<AccountSession | undefined> {
  const runtimeFolder = await mkdtemp(path.join(tmpdir(), 'waypost-run-'))
  await chown(runtimeFolder, account.uid, account.gid)
  const mountPoint = path.join(account.home, 'project')
  for (const seenAt of [projectFolder, mountPoint]) {
    const session = sessionAt(account, projectFolder, seenAt, runtimeFolder)
    if (seenAt === mountPoint) await mkdir(mountPoint, { recursive: true })
    if (await canRead(session)) return session
  }
  await rm(runtimeFolder, { recursive: true })
  return undefined
}

async function canRead(session: AccountSession): Promise<boolean> {
  const files = ['package.json', 'playwright.config.ts', 'test/e2e', 'node_modules/playwright/package.json']
  const test = files.map((file) => `test -r '${session.projectFolder}/${file}'`).join(' && ')
  const outcome = await session.capture('/bin/sh', ['-c', test], {}, 10_000).catch(() => undefined)
  return outcome?.code === 0
}

function sessionAt(account: Account, projectFolder: string, seenAt: string, runtimeFolder: string): AccountSession {
  const isMounted = seenAt !== projectFolder
  const translate = (text: string): string => (isMounted ? text.replaceAll(projectFolder, seenAt) : text)
  const environment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
    const env = { ...accountEnvironment(process.env, account), XDG_RUNTIME_DIR: runtimeFolder, ...extra }
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value && translate(value)]))
  }
  const command = (file: string, args: readonly string[]): [string, string[]] => {
    const own = [file, ...args].map(translate)
    const become = ['--reuid', account.name, '--regid', String(account.gid), '--init-groups', '--']
    if (!isMounted) return ['setpriv', [...become, ...own]]
    const mount = 'mount --bind "$1" "$2" && cd "$2" && shift 2 && exec setpriv "$@"'
    const inNamespace = [
      '--mount',
      '--propagation',
      'private',
      '--',
      '/bin/sh',
      '-c',
      mount,
      'sh',
      projectFolder,
      seenAt,
    ]
    return ['unshare', [...inNamespace, ...become, ...own]]
  }
  return {
    account,
    projectFolder: seenAt,
    capture: (file, args, env, timeoutMs) =>
      capture(...command(file, args), { env: environment(env), cwd: projectFolder, timeoutMs }),
    run: (file, args, env, timeoutMs) =>
      runVisibly(...command(file, args), {
        env: environment(env),
        cwd: projectFolder,
        hiddenErrors: chromiumNoise,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      }),
    close: () => rm(runtimeFolder, { recursive: true, force: true }),
  }
}

const PASSED_ON =
  /^(PATH|LANG|LANGUAGE|LC_.*|TZ|TERM|COLORTERM|FORCE_COLOR|NO_COLOR|CI|GITHUB_ACTIONS|DEBUG|DISPLAY|NODE_EXTRA_CA_CERTS|PW.*|PLAYWRIGHT_.*|WAYPOST_.*)$/

/** Filters root's environment for an ordinary account: nothing of root's session, and no keys or tokens. */
export function accountEnvironment(env: NodeJS.ProcessEnv, account: Account): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => PASSED_ON.test(name))
  return {
    ...Object.fromEntries(kept),
    HOME: account.home,
    USER: account.name,
    LOGNAME: account.name,
    SHELL: '/bin/sh',
  }
}

/** Gives a folder of the project, with its content, to the account, so that it can write there. */
export async function giveFolderTo(account: Account, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chown(folder, account.uid, account.gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(path.join(entry.parentPath, entry.name), account.uid, account.gid)
  }
}
