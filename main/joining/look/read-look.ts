import type { DeviceLook } from '../../../preload/contract/models/devices/joining.ts'
import { DEVICE_ID } from '../../../preload/contract/models/limits.ts'
import type { JoinCause } from '../failures/failure-words.ts'
import type { Rights } from '../ssh/root-shell.ts'

/** The unit of an old executor, with how it was before the agent came. */
interface FoundUnit {
  /** Without `.service`. */
  readonly name: string
  /** Account whose own systemd looks after it; null for that of the system. */
  readonly manager: string | null
  readonly isEnabled: boolean
  readonly isActive: boolean
  /** Where its file really lies; null where that is not known. */
  readonly file: string | null
}

/** An old executor as found, with what it takes to stop it and to put it back. */
export interface FoundExecutor {
  readonly deviceId: string | null
  readonly unit: FoundUnit | null
  readonly process: {
    readonly pid: number
    readonly user: string
    readonly folder: string
    readonly args: readonly string[]
  } | null
}

/** Where the device's own attempt to reach the broker ended. */
export type BrokerTry =
  | { readonly state: 'ok' | 'untried' }
  | { readonly state: 'failed'; readonly cause: JoinCause; readonly detail: string }

/** All that a look brought; texts are of the device, one line each without control characters. */
export interface Found {
  readonly look: DeviceLook
  readonly isLinux: boolean
  readonly hasCron: boolean
  readonly hasApt: boolean
  readonly rights: Rights
  readonly executor: FoundExecutor | null
  readonly broker: BrokerTry
  /** Seconds that the broker's certificate still holds; null without one. */
  readonly certificateForS: number | null
}

const LINE = /^([a-z-]{1,20})=(.*)$/
const VALUE_MAX = 2000
const USER = /^[A-Za-z_][A-Za-z0-9._-]{0,31}$/
const UNIT = /^[A-Za-z0-9@._-]{1,100}$/
const BROKER_CAUSES: Readonly<Record<string, JoinCause>> = {
  name: 'broker-name',
  filtered: 'broker-filtered',
  refused: 'broker-refused',
  unreachable: 'broker-unreachable',
  'certificate-time': 'certificate-time',
  'certificate-name': 'certificate-name',
  'certificate-ca': 'certificate-ca',
  'not-tls': 'not-tls',
}

/** Reads what the look printed; null if it is nothing of the kind. `askedAt` is epoch ms, in the middle of the look. */
export function readLook(output: string, askedAt: number): Found | null {
  const values = valuesOf(output)
  if (!values.has('kernel') || !values.has('uid')) return null
  const text = (name: string) => values.get(name) || null
  const number = (name: string) => (/^\d{1,15}$/.test(values.get(name) ?? '') ? Number(values.get(name)) : null)
  const has = (name: string) => values.get(name) === 'yes'
  const rights = rightsOf(values.get('rights'))
  const executor = executorOf(values)
  const broker = brokerOf(text('broker'), text('broker-detail') ?? '')
  const free = [number('free'), number('freetmp')].filter((kib) => kib !== null)
  const now = number('now')
  const ends = number('broker-ends')
  const look: DeviceLook = {
    hostName: text('host'),
    model: text('model'),
    os: text('os'),
    architecture: text('arch'),
    python: text('python'),
    paho: text('paho'),
    openssl: text('openssl'),
    hasSystemd: has('systemd'),
    freeMiB: free.length === 0 ? null : Math.floor(Math.min(...free) / 1024),
    clockAheadS: now === null ? null : Math.round(now - askedAt / 1000),
    executor: executorView(executor),
    agentVersion: text('agent'),
    agentDeviceId: null,
    rights,
    reachesBroker: broker.state === 'untried' ? null : broker.state === 'ok',
  }
  return {
    look,
    isLinux: text('kernel') === 'Linux',
    hasCron: has('cron'),
    hasApt: text('apt') !== null,
    rights,
    executor,
    broker,
    certificateForS: ends === null ? null : Math.round(ends - askedAt / 1000),
  }
}

/** Adds what the look as root printed: it sees the processes of every account whole. */
export function withRootLook(found: Found, output: string): Found {
  const values = valuesOf(output)
  const id = values.get('agent-id') ?? ''
  const ofRoot = executorOf(values)
  const sees = ofRoot !== null && (ofRoot.process !== null || ofRoot.unit !== null)
  const executor = sees ? { ...ofRoot, deviceId: ofRoot.deviceId ?? found.executor?.deviceId ?? null } : found.executor
  const agentDeviceId = DEVICE_ID.test(id) ? id : null
  return { ...found, executor, look: { ...found.look, agentDeviceId, executor: executorView(executor) } }
}

function valuesOf(output: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const line of output.split('\n')) {
    const [, name, value] = LINE.exec(line) ?? []
    // The first one counts, because a later one may be of a value that was printed.
    if (name !== undefined && value !== undefined && !values.has(name)) values.set(name, plain(value))
  }
  return values
}

function executorView(executor: FoundExecutor | null): DeviceLook['executor'] {
  if (executor === null) return null
  const { deviceId, unit, process } = executor
  return { deviceId, unit: unit?.name ?? null, isRunning: process !== null || unit?.isActive === true }
}

function rightsOf(value: string | undefined): Rights {
  return value === 'root' || value === 'sudo' || value === 'sudo-password' ? value : 'none'
}

function executorOf(values: ReadonlyMap<string, string>): FoundExecutor | null {
  const text = (name: string) => values.get(name) || null
  if (!['executor', 'executor-pid', 'executor-unit'].some((name) => text(name) !== null)) return null
  const id = text('executor-id')
  const name = text('executor-unit')
  const file = text('executor-file')
  const manager = text('executor-manager')
  const unit = {
    manager: manager !== null && USER.test(manager) ? manager : null,
    isEnabled: text('executor-enabled') === 'enabled',
    isActive: ['active', 'activating', 'reloading'].includes(text('executor-active') ?? ''),
    file: file?.startsWith('/') === true ? file : null,
  }
  const pid = /^\d{1,10}$/.test(text('executor-pid') ?? '') ? Number(text('executor-pid')) : null
  const user = text('executor-user')
  const folder = text('executor-folder')
  const args = argsOf(text('executor-line'))
  const isWhole = pid !== null && user !== null && USER.test(user) && folder?.startsWith('/') === true
  return {
    deviceId: id !== null && DEVICE_ID.test(id) ? id : null,
    unit: name !== null && UNIT.test(name) ? { name, ...unit } : null,
    process: isWhole && args.length > 0 ? { pid, user, folder, args } : null,
  }
}

/** A command line as the kernel keeps it: words with a NUL behind each. */
function argsOf(base64: string | null): readonly string[] {
  if (base64 === null || base64.length >= VALUE_MAX || !/^[A-Za-z0-9+/]{4,}={0,2}$/.test(base64)) return []
  const text = Buffer.from(base64, 'base64').toString('utf8')
  return text.split('\0').filter((arg) => arg !== '' && !/\p{Cc}/u.test(arg))
}

function brokerOf(state: string | null, detail: string): BrokerTry {
  if (state === null) return { state: 'untried' }
  if (state === 'ok') return { state: 'ok' }
  return { state: 'failed', cause: BROKER_CAUSES[state] ?? 'broker-unreachable', detail }
}

/** One line without what could move a cursor or turn the direction of reading. */
function plain(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cf}\u{fffd}]/gu, '')
    .trim()
    .slice(0, VALUE_MAX)
}
