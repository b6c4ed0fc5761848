import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { freeLoopbackPort } from '../brokers/mosquitto.ts'
import { findProgram } from '../run/debian-packages.ts'
import { isRoot } from '../run/ordinary-user.ts'
import { capture, type ProcessOutcome } from '../run/run-process.ts'

export interface SshDeviceOptions {
  /** Lines that root runs on the device before its SSH server starts: what it lacks, what is wrong with it. */
  readonly prepare?: readonly string[]
  /** Lines for sshd_config, before those that are usual. */
  readonly sshd?: readonly string[]
  /** What the account may do with sudo; with its password unless said otherwise. */
  readonly sudo?: 'password' | 'free' | 'none'
}

export interface SshAccess {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

/** A device of its own on this machine: its processes, and whatever it writes, end with it. */
export interface SshDevice extends SshAccess {
  /** Fingerprint of its host key, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string
  /** Runs a line as root on the device. */
  sh(line: string): Promise<ProcessOutcome>
  /** Every file that is other than on this machine, with a hash of its content; without logs and marks of sudo. */
  changes(): Promise<readonly string[]>
  stop(): Promise<void>
}

/** The account of a device that logs in by SSH. */
export const ACCOUNT = 'technician'
export const PASSWORD = 'a pass word 密码'
const START_TIMEOUT_MS = 30_000
/** Folders that get a layer of their own over those of this machine. */
const LAYERED = 'etc usr var root home opt'

/** Puts a program before others for who may do all, by sudo for who may ask for it. */
export function asRoot(command: readonly string[]): [string, readonly string[]] {
  const [program = '', ...args] = isRoot() ? command : ['sudo', '-n', ...command]
  return [program, args]
}

/**
 * Starts a real OpenSSH server on loopback, in mount and process namespaces of its own, with an ordinary account that may
 * use sudo. Needs root.
 */
export async function startSshDevice(options: SshDeviceOptions = {}): Promise<SshDevice> {
  if ((await findProgram('sshd')) === undefined)
    throw new Error('sshd is not installed (apt-get install openssh-server)')
  const port = await freeLoopbackPort()
  const script = deviceScript(port, options)
  const [program, args] = asRoot(['unshare', '--mount', '--pid', '--fork', '--kill-child', '/bin/sh', '-c', script])
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const fingerprint = await started(child)
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const inside = await firstChild(child.pid ?? 0)
  const sh = (line: string): Promise<ProcessOutcome> => {
    const [enter, rest] = asRoot(['nsenter', '-t', `${inside}`, '-m', '-p', '/bin/sh', '-c', line])
    return capture(enter, rest, { timeoutMs: 60_000 })
  }
  return {
    host: '127.0.0.1',
    port,
    user: ACCOUNT,
    password: PASSWORD,
    fingerprint,
    sh,
    changes: async () => {
      const kept = `cd /mnt/upper && find . -type f ! -path './var/log/*' ! -path './var/lib/sudo/*' ! -path './var/cache/*' -exec sha256sum {} + -o -type c -print -o -type l -printf '%p -> %l\\n'`
      return (await sh(kept)).stdout
        .split('\n')
        .filter((line) => line !== '')
        .sort()
    },
    stop: async () => {
      process.off('exit', endWithUs)
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      if (isRoot()) child.kill('SIGKILL')
      else await capture('sudo', ['-n', 'kill', '-9', `${inside}`])
      await exited
    },
  }
}

function deviceScript(port: number, { prepare = [], sshd = [], sudo = 'password' }: SshDeviceOptions): string {
  const config = [
    ...sshd,
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    'HostKey /mnt/host_key',
    'UsePAM no',
    'StrictModes no',
    'PasswordAuthentication yes',
    'MaxStartups 100',
    'Subsystem sftp internal-sftp',
    'PidFile none',
  ]
  return [
    'set -e',
    'mount --make-rprivate /',
    'mount -t tmpfs tmpfs /mnt',
    `for folder in ${LAYERED}; do`,
    '  mkdir -p /mnt/upper/$folder /mnt/work/$folder',
    '  mount -t overlay overlay -o lowerdir=/$folder,upperdir=/mnt/upper/$folder,workdir=/mnt/work/$folder /$folder',
    'done',
    'mkdir -m 1777 /mnt/upper/tmp',
    'mount --bind /mnt/upper/tmp /tmp',
    'mount -t tmpfs tmpfs /run',
    'mkdir /run/sshd',
    'mount -t proc proc /proc',
    ...accountLines(sudo),
    `ssh-keygen -q -t ed25519 -N '' -f /mnt/host_key`,
    ...prepare,
    `printf '%s\\n' ${config.map((line) => `'${line}'`).join(' ')} >/mnt/sshd_config`,
    'echo "fingerprint $(ssh-keygen -lf /mnt/host_key.pub | cut -d" " -f2)"',
    '/usr/sbin/sshd -D -e -f /mnt/sshd_config &',
    'wait',
  ].join('\n')
}

/** Lines that make the account on a device. */
export function accountLines(sudo: NonNullable<SshDeviceOptions['sudo']>): readonly string[] {
  const rule = { password: 'ALL', free: 'NOPASSWD: ALL', none: null }[sudo]
  return [
    `useradd -m -s /bin/bash ${ACCOUNT}`,
    `echo '${ACCOUNT}:${PASSWORD}' | chpasswd`,
    ...(rule === null ? [] : [`echo '${ACCOUNT} ALL=(ALL) ${rule}' >/etc/sudoers.d/${ACCOUNT}`]),
  ]
}

/** Resolves with the fingerprint when the server listens. */
function started(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(() => fail(), START_TIMEOUT_MS)
    const fail = (): void => {
      child.kill('SIGKILL')
      reject(new Error(`the SSH server did not start:\n${text}`))
    }
    const take = (chunk: Buffer): void => {
      text += chunk.toString()
      const fingerprint = /^fingerprint (\S+)$/m.exec(text)?.[1]
      if (fingerprint === undefined || !text.includes('Server listening on')) return
      clearTimeout(timer)
      resolve(fingerprint)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(timer)
      fail()
    })
  })
}

/** The first process of the namespace, as this machine numbers it. */
async function firstChild(pid: number): Promise<number> {
  let found = pid
  // Below sudo there is unshare, and below that the device.
  for (;;) {
    const children = await readFile(`/proc/${found}/task/${found}/children`, 'utf8')
    const name = await readFile(`/proc/${found}/comm`, 'utf8')
    const first = Number(children.trim().split(' ')[0])
    if (!first) throw new Error('the device has no process')
    found = first
    if (name.trim() === 'unshare') return found
  }
}
