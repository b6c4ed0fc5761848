import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { Clock } from '../shared/clock.ts'
import { FileTree } from './file-tree.ts'
import { kernelFiles } from './kernel-files.ts'

export interface SimulatedService {
  readonly description: string
  readonly command: string
  readonly memoryMb: number
  readonly cpuPercent: number
  /** TCP port of its listener. */
  readonly port: number | null
  state: 'active' | 'inactive' | 'failed'
  pid: number
  changedAt: number
}

/** Fixed facts of a simulated device. */
export interface MachineFacts {
  readonly deviceId: string
  /** What its operator calls it, and where it stands. */
  readonly name: LocalizedText
  readonly location: LocalizedText
  readonly hostname: string
  readonly kind: 'raspberrypi' | 'gateway' | 'sensor'
  readonly model: string
  readonly osName: string
  readonly kernel: string
  readonly kernelBuild: string
  readonly arch: string
  readonly cores: number
  readonly memoryMb: number
  readonly diskMb: number
  readonly diskUsedMb: number
  readonly diskDevice: string
  readonly baseTemperatureC: number
  readonly ipAddress: string
  readonly macAddress: string
  readonly interfaceName: string
  /** Days of uptime at the start of the demo. */
  readonly uptimeDays: number
  readonly usbDevices: readonly string[]
  /** Device files, as `ls /dev` lists them. */
  readonly deviceFiles: readonly string[]
  /** What the kernel said since the start, with the days since then. */
  readonly kernelLog: readonly (readonly [daysAgo: number, text: string])[]
  /** Size of the system journal and of downloaded packages. */
  readonly journalMb: number
  readonly packageCacheMb: number
  readonly services: Readonly<Record<string, Omit<SimulatedService, 'pid' | 'changedAt'>>>
  readonly files: Readonly<Record<string, string>>
}

export interface JournalLine {
  readonly at: number
  readonly unit: string
  readonly pid: number
  readonly text: string
  readonly isError: boolean
}

const DAY_MS = 86_400_000
const BASE_PACKAGES: readonly (readonly [string, string])[] = [
  ['bash', '5.2.15-2+b7'],
  ['curl', '7.88.1-10+deb12u7'],
  ['openssl', '3.0.15-1~deb12u1'],
  ['python3', '3.11.2-1+b1'],
  ['systemd', '252.31-1~deb12u1'],
  ['tzdata', '2025a-0+deb12u1'],
]
/** Services whose package is called like them. */
const PACKAGED: ReadonlySet<string> = new Set(['nginx', 'mosquitto', 'docker', 'cron'])
const MAX_JOURNAL = 500

const LISTS = {
  '/var/log/dpkg.log': '2026-01-12 03:15:02 status installed tzdata:all 2025a-0+deb12u1\n',
  '/etc/crontab': '17 * * * * root cd / && run-parts --report /etc/cron.hourly\n',
  '/etc/apt/sources.list': 'deb http://deb.debian.org/debian bookworm main\n',
}

/** State of one simulated device, in memory alone: no process, no file of this computer. */
export class SimulatedMachine {
  facts: MachineFacts
  readonly files = new FileTree()
  readonly services = new Map<string, SimulatedService>()
  readonly journal: JournalLine[] = []
  timeZone = 'Etc/UTC'
  isTimeSynced = true
  /** Set by hand, against the time of this computer. */
  clockOffsetMs = 0
  wifiName = 'kitchen'
  /** Epoch ms until which the Wi-Fi is off; it is on from then. */
  wifiOffUntil = 0
  readonly packages = new Map<string, string>(BASE_PACKAGES)
  /** What was switched or set: parts of the board, volume, jobs, rules, language. */
  readonly settings = new Map<string, string>()
  journalMb: number
  packageCacheMb: number
  #bootedAt: number
  #nextPid = 1_200
  readonly #phase: number
  readonly #clock: Clock

  constructor(facts: MachineFacts, clock: Clock) {
    const now = clock()
    this.#clock = clock
    this.facts = facts
    this.journalMb = facts.journalMb
    this.packageCacheMb = facts.packageCacheMb
    for (const name of Object.keys(facts.services)) if (PACKAGED.has(name)) this.packages.set(name, '1.22.1-9')
    this.#bootedAt = now - facts.uptimeDays * DAY_MS
    this.#phase = facts.hostname.length
    for (const [path, content] of Object.entries(facts.files)) this.#place(path, content)
    this.#placeLiveFiles(now)
    for (const [daysAgo, text] of facts.kernelLog) this.log(now - daysAgo * DAY_MS, 'kernel', 0, text)
    this.#startServices(this.#bootedAt)
  }

  get bootedAt(): number {
    return this.#bootedAt
  }

  uptimeS(now: number): number {
    return Math.max(1, Math.floor((now - this.#bootedAt) / 1000))
  }

  /** Returns a temperature that drifts by a few degrees and follows the load. */
  temperatureC(now: number): number {
    const wave = 2.5 * Math.sin(now / 97_000 + this.#phase) + 0.7 * Math.sin(now / 13_000)
    return Math.round((this.facts.baseTemperatureC + wave + this.cpuPercent(now) / 20) * 10) / 10
  }

  cpuPercent(now: number): number {
    let percent = 3 + 2 * Math.sin(now / 41_000 + this.#phase)
    for (const service of this.services.values()) if (service.state === 'active') percent += service.cpuPercent
    return Math.round(Math.min(100, Math.max(0.3, percent)) * 10) / 10
  }

  load(now: number): [number, number, number] {
    const base = (this.cpuPercent(now) / 100) * this.facts.cores
    return [round2(base + 0.05), round2(base * 0.9 + 0.04), round2(base * 0.8 + 0.03)]
  }

  memoryUsedMb(now: number): number {
    let used = this.facts.memoryMb * 0.12 + 6 * Math.sin(now / 53_000 + this.#phase)
    for (const service of this.services.values()) if (service.state === 'active') used += service.memoryMb
    return Math.round(used)
  }

  diskUsedMb(now: number): number {
    const { diskMb, diskUsedMb, journalMb, packageCacheMb } = this.facts
    const freed = journalMb - this.journalMb + packageCacheMb - this.packageCacheMb
    return Math.min(diskMb, diskUsedMb - freed + Math.floor((now - this.#bootedAt) / DAY_MS) * 3)
  }

  get packageArchitecture(): string {
    return this.facts.arch === 'x86_64' ? 'amd64' : 'arm64'
  }

  /** Size of what a folder holds beside the files that can be read here. */
  bulkMb(folder: string): number {
    const used = this.facts.diskUsedMb - this.facts.journalMb - this.facts.packageCacheMb
    const bulk: readonly (readonly [string, number])[] = [
      ['/usr', used * 0.5],
      ['/var/lib', used * 0.38],
      ['/home', used * 0.12],
      ['/var/log/journal', this.journalMb],
      ['/var/cache/apt/archives', this.packageCacheMb],
    ]
    const prefix = folder === '/' ? '/' : `${folder}/`
    return bulk.reduce((sum, [path, mb]) => sum + (`${path}/`.startsWith(prefix) ? mb : 0), 0)
  }

  vacuumJournal(keepMb: number): number {
    const freed = Math.max(0, this.journalMb - keepMb)
    this.journalMb -= freed
    return freed
  }

  cleanPackages(): void {
    this.packageCacheMb = 0
  }

  rename(hostname: string, now: number): void {
    this.facts = { ...this.facts, hostname }
    this.files.write('/etc/hostname', `${hostname}\n`, now)
  }

  /** Starts, stops or restarts a service; null if there is none of that name. */
  setService(name: string, action: 'start' | 'stop' | 'restart', now: number): SimulatedService | null {
    const service = this.services.get(name)
    if (service === undefined) return null
    if (action !== 'start' && service.state === 'active') this.log(now, name, service.pid, 'Stopping: received SIGTERM')
    if (action === 'start' && service.state === 'active') return service
    service.state = action === 'stop' ? 'inactive' : 'active'
    service.pid = action === 'stop' ? 0 : this.#newPid()
    service.changedAt = now
    this.log(now, name, service.pid, action === 'stop' ? 'Stopped.' : `Started ${service.description}.`)
    return service
  }

  /** Resets the state as a boot does: uptime zero, /tmp empty, every enabled service running. */
  reboot(now: number): void {
    this.#bootedAt = now
    this.#nextPid = 400
    for (const { path } of this.files.list('/tmp')) this.files.remove(path, true)
    this.#startServices(now)
  }

  log(at: number, unit: string, pid: number, text: string, isError = false): void {
    this.journal.push({ at, unit, pid, text, isError })
    if (this.journal.length > MAX_JOURNAL) this.journal.shift()
  }

  #startServices(at: number): void {
    for (const [name, plan] of Object.entries(this.facts.services)) {
      const pid = plan.state === 'active' ? this.#newPid() : 0
      this.services.set(name, { ...plan, pid, changedAt: at })
      if (plan.state === 'active') this.log(at, name, pid, `Started ${plan.description}.`)
      else if (plan.state === 'failed') {
        this.log(at, name, 0, `${plan.command}: cannot open /dev/ttyUSB1: No such file or directory`, true)
        this.log(at, name, 0, 'Main process exited, code=exited, status=1/FAILURE', true)
      }
    }
  }

  #newPid(): number {
    this.#nextPid += 7
    return this.#nextPid
  }

  #place(path: string, content: string | (() => string)): void {
    this.files.makeFolder(path.slice(0, path.lastIndexOf('/')) || '/', true, this.#bootedAt)
    this.files.write(path, content, this.#bootedAt)
  }

  #placeLiveFiles(now: number): void {
    const { facts } = this
    const folders = ['/root', '/tmp', '/etc', '/var/log', '/var/lib', '/usr', '/home/pi', '/opt', '/dev/serial/by-id']
    for (const folder of folders) this.files.makeFolder(folder, true, now)
    for (const path of facts.deviceFiles) this.#place(path, '')
    this.#place('/etc/fstab', `${facts.diskDevice} / ext4 defaults,noatime 0 1\n`)
    this.#place('/etc/passwd', 'root:x:0:0:root:/root:/bin/bash\npi:x:1000:1000:,,,:/home/pi:/bin/bash\n')
    this.#place(
      '/etc/group',
      'root:x:0:\nsudo:x:27:pi\ndialout:x:20:\nvideo:x:44:pi\ngpio:x:993:pi\ndocker:x:994:\npi:x:1000:\n',
    )
    if (facts.kind === 'raspberrypi') {
      this.#place(
        '/sys/bus/w1/devices/28-0516a42b1cff/temperature',
        () => `${Math.round(this.temperatureC(this.#clock()) * 500)}\n`,
      )
      this.#place('/home/pi/alarm.wav', 'RIFF')
      this.#place('/etc/dphys-swapfile', 'CONF_SWAPSIZE=512\n')
    }
    this.#place('/home/pi/readme.txt', `This is ${facts.hostname}.\n`)
    this.#place('/proc/mounts', `${facts.diskDevice} / ext4 rw,noatime 0 0\ntmpfs /run tmpfs rw,nosuid 0 0\n`)
    for (const [path, content] of Object.entries({ ...LISTS, ...kernelFiles(this, this.#clock) }))
      this.#place(path, content)
    this.#place('/etc/hostname', `${facts.hostname}\n`)
    this.#place('/etc/hosts', `127.0.0.1 localhost\n127.0.1.1 ${facts.hostname}\n`)
    this.#place('/etc/resolv.conf', 'nameserver 192.0.2.1\n')
    this.#place('/proc/device-tree/model', () => facts.model)
    this.#place(
      '/proc/uptime',
      () => `${this.uptimeS(this.#clock())}.00 ${this.uptimeS(this.#clock()) * facts.cores}.00\n`,
    )
    this.#place('/proc/loadavg', () => `${this.load(this.#clock()).join(' ')} 1/142 ${this.#nextPid}\n`)
    this.#place('/proc/version', () => `Linux version ${facts.kernel} ${facts.kernelBuild}\n`)
    this.#place(
      '/sys/class/thermal/thermal_zone0/temp',
      () => `${Math.round(this.temperatureC(this.#clock()) * 1000)}\n`,
    )
    this.#place('/var/log/syslog', () =>
      this.journal
        .map((line) => journalText(line, facts.hostname))
        .join('\n')
        .concat('\n'),
    )
  }
}

/** Formats one line as journalctl does. */
export function journalText(line: JournalLine, hostname: string): string {
  const pid = line.pid === 0 ? '' : `[${line.pid}]`
  return `${shortTime(line.at)} ${hostname} ${line.unit}${pid}: ${line.text}`
}

/** Formats a time as `Mmm dd HH:MM:SS` in UTC. */
export function shortTime(at: number): string {
  const date = new Date(at)
  const [month = '', time = ''] = [date.toUTCString().slice(8, 11), date.toISOString().slice(11, 19)]
  return `${month} ${String(date.getUTCDate()).padStart(2, '0')} ${time}`
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
