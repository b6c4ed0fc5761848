import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freeLoopbackPort } from '../brokers/mosquitto.ts'
import { findProgram } from '../run/debian-packages.ts'
import { capture, type ProcessOutcome } from '../run/run-process.ts'
import { ACCOUNT, accountLines, asRoot, PASSWORD, type SshDevice, type SshDeviceOptions } from './ssh-device.ts'

/** A device whose first process is a real systemd; it is reached over SSH, and ends with the test. */
export interface SystemdMachine extends SshDevice {
  /** Runs a line as root on the machine; rejects with what it said where it fails. */
  run(line: string): Promise<string>
  /** Restarts the machine, by `systemctl reboot` or as it is told; resolves when systemd has started everything again. */
  reboot(order?: () => Promise<unknown>): Promise<void>
}

/** Programs that the machine is made of, with the package that brings each. */
const PROGRAMS = {
  sshd: 'openssh-server',
  'dbus-daemon': 'dbus',
  systemctl: 'systemd',
  sudo: 'sudo',
  unshare: 'util-linux',
} as const
const SYSTEMD = '/lib/systemd/systemd'
const BOOT_TIMEOUT_MS = 60_000
const POLL_MS = 100
/** Folders that get a layer of their own over those of this computer. */
const LAYERED = 'etc usr var root home opt'
/** What a running system writes by itself. */
const OWN_TRACES = [
  'var/log',
  'var/lib/sudo',
  'var/cache',
  'var/spool/cron',
  'var/lib/systemd',
  'tmp/systemd-private-*',
  'var/tmp/systemd-private-*',
]

/**
 * Starts a machine of its own on this computer: systemd as first process in new namespaces, over a layer that loses every
 * change, with sshd on loopback. Needs root; rejects with what this computer does not allow.
 */
export async function startSystemdMachine(
  options: Pick<SshDeviceOptions, 'prepare' | 'sudo'> = {},
): Promise<SystemdMachine> {
  for (const [program, from] of Object.entries(PROGRAMS))
    if ((await findProgram(program)) === undefined)
      throw new Error(`${program} is not installed (apt-get install ${from})`)
  const port = await freeLoopbackPort()
  const group = `waypost-machine-${randomBytes(6).toString('hex')}`
  const script = machineScript(port, group, options)
  const [program, args] = asRoot(['unshare', '--mount', '--pid', '--fork', '--kill-child', '/bin/sh', '-c', script])
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const machine = new Machine(child, group, port)
  try {
    await machine.booted()
    return await machine.reached()
  } catch (error) {
    await machine.stop()
    throw error
  }
}

/** One machine: its processes, and the words of its start. */
class Machine {
  readonly #child: ChildProcess
  readonly #group: string
  readonly #port: number
  /** What its start said, for a start that fails. */
  #text = ''
  /** Process of the folder of layers, and of systemd, as this computer numbers them. */
  #keeper = 0
  #first = 0
  #boots = 0
  readonly #watchers = new Set<() => void>()
  readonly #endWithUs = (): void => void this.#child.kill('SIGKILL')

  constructor(child: ChildProcess, group: string, port: number) {
    this.#child = child
    this.#group = group
    this.#port = port
    process.once('exit', this.#endWithUs)
    for (const stream of [child.stdout, child.stderr])
      if (stream !== null) createInterface({ input: stream }).on('line', (line) => this.#hear(line))
    child.once('exit', () => this.#hear('the machine ended'))
  }

  #hear(line: string): void {
    const [, name, pid] = /^(keeper|systemd) (\d+)$/.exec(line) ?? []
    if (name === 'keeper') this.#keeper = Number(pid)
    else if (name === 'systemd') {
      this.#first = Number(pid)
      this.#boots++
    } else this.#text = `${this.#text}${line}\n`.slice(-4000)
    for (const look of this.#watchers) look()
  }

  /** Resolves when systemd has started for the `count`th time, and everything with it. */
  async booted(count = 1): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        const isOver = this.#child.exitCode !== null || this.#child.signalCode !== null
        if (this.#boots < count && !isOver) return
        this.#watchers.delete(look)
        if (isOver) reject(new Error(`the machine did not start:\n${this.#text}`))
        else resolve()
      }
      this.#watchers.add(look)
      look()
    })
    const until = Date.now() + BOOT_TIMEOUT_MS
    for (;;) {
      const { stdout } = await this.sh('systemctl is-system-running --wait')
      // Degraded is a system of which a part that no test needs cannot run in namespaces.
      if (['running', 'degraded'].includes(stdout.trim()) && (await this.sh('systemctl is-active ssh')).code === 0)
        return
      if (Date.now() > until) {
        const failed = await this.sh('systemctl --failed --no-pager; journalctl -b -p err --no-pager | tail -n 20')
        throw new Error(`systemd did not start everything (${stdout.trim()}):\n${failed.stdout}\n${this.#text}`)
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  async reached(): Promise<SystemdMachine> {
    const fingerprint = await this.run("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub | cut -d' ' -f2")
    return {
      ...{ host: '127.0.0.1', port: this.#port, user: ACCOUNT, password: PASSWORD, fingerprint: fingerprint.trim() },
      sh: (line) => this.sh(line),
      run: (line) => this.run(line),
      changes: () => this.changes(),
      reboot: async (order = () => this.sh('systemctl reboot')) => {
        const next = this.#boots + 1
        await order()
        await this.booted(next)
      },
      stop: () => this.stop(),
    }
  }

  sh(line: string): Promise<ProcessOutcome> {
    const enter = ['nsenter', '-t', `${this.#first}`, '-m', '-p', '-u', '-i', '-C', '/bin/sh', '-c', line]
    return capture(...asRoot(enter), { timeoutMs: BOOT_TIMEOUT_MS })
  }

  async run(line: string): Promise<string> {
    const { code, stdout, stderr } = await this.sh(line)
    if (code !== 0) throw new Error(`${line} failed (${code}): ${stderr}${stdout}`)
    return stdout
  }

  /** Files with their mode and hash, links, and folders that this computer does not have. */
  async changes(): Promise<readonly string[]> {
    const without = OWN_TRACES.map((path) => `! -path './${path}' ! -path './${path}/*'`).join(' ')
    const lines = [
      'cd /mnt/upper',
      `find . ${without} -type f -printf '%m %U %p\\n' -exec sha256sum {} +`,
      `find . ${without} \\( -type c -print -o -type l -printf '%p -> %l\\n' \\)`,
      `find . ${without} -type d | while read -r folder; do [ -d "/$folder" ] || echo "$folder/"; done`,
    ]
    const enter = ['nsenter', '-t', `${this.#keeper}`, '-m', '/bin/sh', '-c', lines.join('\n')]
    const { stdout } = await capture(...asRoot(enter), { timeoutMs: BOOT_TIMEOUT_MS })
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .sort()
  }

  /** Ends every process of the machine, and takes its control group away. */
  async stop(): Promise<void> {
    process.off('exit', this.#endWithUs)
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exited = once(this.#child, 'exit')
      if (this.#keeper === 0) this.#child.kill('SIGKILL')
      else await capture(...asRoot(['kill', '-9', `${this.#keeper}`]))
      await exited
    }
    const away = [...groupLines(this.#group), 'find "$group" -depth -type d -exec rmdir {} + || true'].join('\n')
    await capture(...asRoot(['unshare', '--mount', '/bin/sh', '-c', away]))
  }
}

/** Lines that find the control group of the machine, in a mount of its own, because computers have it at several places. */
function groupLines(group: string): readonly string[] {
  return [
    'mount --make-rprivate /',
    'need "mount file systems in memory" mount -t tmpfs -o mode=755 tmpfs /mnt',
    'mkdir /mnt/cgroup',
    'need "mount control groups of version 2" mount -t cgroup2 cgroup2 /mnt/cgroup',
    `group=/mnt/cgroup$(sed -n 's/^0:://p' /proc/self/cgroup)/${group}`,
  ].flatMap((line, index) => (index === 0 ? [NEED, line] : [line]))
}

const NEED = 'need() { what=$1; shift; "$@" || { echo "this computer does not let root $what" >&2; exit 1; }; }'

function machineScript(
  port: number,
  group: string,
  { prepare = [], sudo = 'password' }: Pick<SshDeviceOptions, 'prepare' | 'sudo'>,
): string {
  return [
    'set -e',
    ...groupLines(group),
    'need "make control groups" mkdir "$group"',
    'mkdir -p /mnt/machine /mnt/upper/tmp',
    'mount -t tmpfs -o mode=755 tmpfs /mnt/machine',
    'cd /mnt/machine',
    `mkdir dev proc sys run mnt tmp`,
    `for folder in ${LAYERED}; do`,
    '  mkdir -p $folder /mnt/upper/$folder /mnt/work/$folder',
    '  need "lay one folder over another (overlay)" mount -t overlay overlay -o lowerdir=/$folder,upperdir=/mnt/upper/$folder,workdir=/mnt/work/$folder $folder',
    'done',
    'chmod 1777 /mnt/upper/tmp && mount --bind /mnt/upper/tmp tmp',
    // Of a system whose programs all lie in /usr.
    'for link in bin sbin lib lib32 lib64; do [ ! -L /$link ] || ln -s "$(readlink /$link)" $link; done',
    ...DEVICES,
    `cat >/mnt/prepare <<'PREPARE'\n${prepareLines(port, sudo, prepare).join('\n')}\nPREPARE`,
    'need "prepare the machine" chroot . /bin/sh -s </mnt/prepare',
    `cat >/mnt/boot <<'BOOT'\n${BOOT.join('\n')}\nBOOT`,
    'read -r keeper rest </proc/self/stat',
    'echo "keeper $keeper"',
    // A restart ends the first process of the namespace by SIGHUP (reboot(2)).
    'code=129',
    'while [ $code = 129 ]; do',
    '  code=0',
    '  sh -c \'echo 0 >"$0/cgroup.procs" && exec unshare --mount --pid --uts --ipc --cgroup --fork --kill-child /bin/sh /mnt/boot\' "$group" || code=$?',
    'done',
    'echo "systemd ended: $code"',
  ].join('\n')
}

/** Makes the machine of its own: no service of this computer, an account, an SSH server. */
function prepareLines(
  port: number,
  sudo: NonNullable<SshDeviceOptions['sudo']>,
  prepare: readonly string[],
): readonly string[] {
  return [
    'set -e',
    'rm -rf /etc/systemd/system/* /etc/systemd/system-generators /etc/rc?.d/* /etc/cron.d/* /etc/ssh/sshd_config.d /var/log/journal',
    'mkdir -p /etc/systemd/system/multi-user.target.wants /etc/systemd/system-generators /var/log/journal',
    'ln -s /lib/systemd/system/multi-user.target /etc/systemd/system/default.target',
    // They would look for disks, consoles and services of this computer.
    'for generator in /lib/systemd/system-generators/*; do ln -s /dev/null "/etc/systemd/system-generators/$(basename "$generator")"; done',
    'rm -f /etc/ssh/ssh_host_*',
    "ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key",
    `printf '%s\\n' 'Port ${port}' 'ListenAddress 127.0.0.1' 'UsePAM yes' 'MaxStartups 100' 'Subsystem sftp internal-sftp' >/etc/ssh/sshd_config`,
    'ln -s /lib/systemd/system/ssh.service /etc/systemd/system/multi-user.target.wants/ssh.service',
    ...accountLines(sudo),
    ...prepare,
  ]
}

/** Devices that every machine has, in a mount of their own, because systemd would else mount those of this computer. */
const DEVICES = [
  'mount -t tmpfs -o mode=755 tmpfs dev',
  'for node in "null 1 3" "zero 1 5" "full 1 7" "random 1 8" "urandom 1 9" "tty 5 0"; do',
  '  set -- $node',
  '  need "make device nodes" mknod -m 666 dev/$1 c $2 $3',
  'done',
  'mkdir dev/pts dev/shm',
  'ln -s pts/ptmx dev/ptmx',
  'ln -s /proc/self/fd dev/fd',
]

/** One start: what a kernel would have ready for the first process. */
const BOOT = [
  'set -e',
  // The number that this computer has for it, because /proc is still that of this computer.
  'read -r first rest </proc/self/stat',
  'cd /mnt/machine',
  'mount -t proc proc proc',
  'mount --bind proc/sys proc/sys',
  // What is set there would be set on this computer.
  'mount -o remount,bind,ro proc/sys',
  'mount -t sysfs -o ro sysfs sys',
  'mount -t cgroup2 cgroup2 sys/fs/cgroup',
  'mount -t tmpfs -o mode=755 tmpfs run',
  'mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts',
  'mount -t tmpfs -o mode=1777 tmpfs dev/shm',
  'echo "systemd $first"',
  'pivot_root . mnt',
  'umount -l /mnt',
  `exec env -i PATH=/usr/sbin:/usr/bin LANG=C.UTF-8 container=waypost-test ${SYSTEMD} --log-target=journal </dev/null >/dev/null 2>&1`,
]
