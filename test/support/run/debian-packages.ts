import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { SetupError, say } from '../command-line.ts'
import { isRoot } from './ordinary-user.ts'
import { capture, firstErrorLine } from './run-process.ts'
import { withoutServices } from './without-services.ts'

/** Packages that the tests need on Debian: the libraries of Electron, a display, a broker, a proxy, the awks, a keyring, a desktop. */
export const testPackages = [
  ...['xvfb', 'libnss3', 'libatk-bridge2.0-0', 'libgtk-3-0', 'libgbm1', 'libasound2', 'fonts-noto-cjk'],
  ...['mosquitto', 'mosquitto-clients', 'openssl', 'haproxy'],
  ...['mawk', 'gawk', 'busybox'],
  ...['python3', 'python3-paho-mqtt'],
  ...['openssh-server', 'sudo', 'util-linux', 'systemd'],
  ...['gnome-keyring', 'dbus', 'dbus-x11', 'libsecret-1-0', 'procps'],
  ...['libnotify4', 'libunity9', 'python3-dbus', 'python3-gi'],
] as const

/** Brokers that `npm run test:brokers` starts, what it puts before them, and what the machine of a device agent is made of. */
export const brokerPackages = [
  ...['mosquitto', 'rabbitmq-server', 'nats-server', 'ejabberd', 'haproxy'],
  ...['systemd', 'dbus', 'openssh-server', 'sudo', 'util-linux', 'procps', 'cron'],
  ...['python3', 'python3-paho-mqtt', 'openssl'],
] as const

/** Packages that `npm run demo` needs without a screen. */
export const displayPackages = [
  ...['xvfb', 'libnss3', 'libatk-bridge2.0-0', 'libgtk-3-0', 'libgbm1', 'libasound2', 'fonts-noto-cjk'],
] as const

const executableOf: Readonly<Record<string, string>> = {
  xvfb: 'Xvfb',
  mosquitto: 'mosquitto',
  'mosquitto-clients': 'mosquitto_pub',
  openssl: 'openssl',
  'gnome-keyring': 'gnome-keyring-daemon',
  dbus: 'dbus-run-session',
  procps: 'ps',
  'rabbitmq-server': 'rabbitmq-server',
  'nats-server': 'nats-server',
  ejabberd: 'ejabberdctl',
  'openssh-server': 'sshd',
  sudo: 'sudo',
  systemd: 'systemd-analyze',
  python3: 'python3',
}

/**
 * Ensures these Debian packages: installs missing ones as root, otherwise throws one sentence with the command for it.
 * Looks for the programs of the packages on other systems.
 */
export async function ensureDebianPackages(wanted: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return requirePrograms(wanted.filter((name) => name === 'mosquitto'))
  if (process.platform === 'darwin') return requirePrograms(wanted.filter((name) => name.startsWith('mosquitto')))
  if (!((await hasProgram('dpkg-query')) && (await hasProgram('apt-get')))) return requirePrograms(wanted)
  const missing = await missingPackages(wanted)
  if (missing.length === 0) return
  if (!isRoot()) {
    throw new SetupError(
      `Missing Debian packages: ${missing.join(' ')}. Install them with: sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`,
    )
  }
  await install(missing)
}

async function install(missing: readonly string[]): Promise<void> {
  say(`Installing Debian packages: ${missing.join(' ')} …`)
  await aptGet(['update', '-q'], missing)
  const names = await Promise.all(missing.map(installableName))
  await withoutServices(missing, () => aptGet(['install', '-q', '-y', '--no-install-recommends', ...names], missing))
  const stillMissing = await missingPackages(missing)
  if (stillMissing.length > 0) {
    throw new SetupError(`apt-get did not install ${stillMissing.join(' ')}: install them by hand and run again.`)
  }
}

async function aptGet(args: readonly string[], missing: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const outcome = await capture('apt-get', args, { env })
  if (outcome.code === 0) return
  const reason = firstErrorLine(outcome.stderr)
  throw new SetupError(
    `apt-get ${args[0]} failed (${reason}): correct the machine's package sources, then install ${missing.join(' ')} and run again.`,
  )
}

/** Returns the name with t64 if only that is installable, because newer releases renamed some libraries. */
async function installableName(name: string): Promise<string> {
  const policy = await capture('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } })
  return /Candidate: (?!\(none\))/.test(policy.stdout) ? name : `${name}t64`
}

async function missingPackages(wanted: readonly string[]): Promise<string[]> {
  const format = '$' + '{db:Status-Status}\t$' + '{Package}\t$' + '{Provides}\n'
  const outcome = await capture('dpkg-query', ['-W', '-f', format])
  return notInstalled(outcome.stdout, wanted)
}

/** Returns the wanted packages missing in the lines of dpkg-query (status, package, provides; tab between). */
export function notInstalled(dpkgLines: string, wanted: readonly string[]): string[] {
  const present = new Set<string>()
  for (const line of dpkgLines.split('\n')) {
    const [status, name, provides = ''] = line.split('\t')
    if (status !== 'installed' || name === undefined) continue
    present.add(name)
    for (const provided of provides.split(',')) present.add(provided.trim().split(/[\s:]/)[0] ?? '')
  }
  return wanted.filter((name) => !present.has(name))
}

async function requirePrograms(wanted: readonly string[]): Promise<void> {
  const programs = wanted.map((name) => executableOf[name]).filter((name) => name !== undefined)
  const found = await Promise.all(programs.map(hasProgram))
  const missing = programs.filter((_name, index) => !found[index])
  if (missing.length === 0) return
  throw new SetupError(`Missing programs: ${missing.join(', ')}. Install the packages that bring them and run again.`)
}

async function hasProgram(name: string): Promise<boolean> {
  return (await findProgram(name)) !== undefined
}

/** Finds a program on the PATH or in the folders for system programs, which an ordinary user's PATH may lack. */
export async function findProgram(name: string): Promise<string | undefined> {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const systemFolders = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/opt/homebrew/sbin', 'C:\\Program Files\\mosquitto']
  const fileName = process.platform === 'win32' ? `${name}.exe` : name
  for (const folder of [...onPath, ...systemFolders]) {
    const file = path.join(folder, fileName)
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return file
  }
  return undefined
}
