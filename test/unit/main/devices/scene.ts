import { DeviceIngest, type DeviceIngestDeps } from '../../../../main/devices/intake/ingest.ts'
import { rowOf } from '../../../../main/devices/registry/device-views.ts'
import {
  type DeviceObserver,
  type DevicePersistence,
  DeviceRegistry,
} from '../../../../main/devices/registry/registry.ts'
import type { Log } from '../../../../main/shared/log.ts'
import type { Timers } from '../../../../main/shared/timers.ts'
import type { DeviceQuery } from '../../../../preload/contract/models/devices/device.ts'

export const START = Date.UTC(2026, 4, 4, 8, 0, 0)
export const CONNECTION = 'site-a'

interface Due {
  at: number
  readonly everyMs: number | null
  readonly callback: () => void
}

/** A clock that stands still until it is moved, and timers that follow it. */
export class FakeTime implements Timers {
  now: number
  #due: Due[] = []

  constructor(now = START) {
    this.now = now
  }

  readonly clock = (): number => this.now

  after(delayMs: number, callback: () => void): () => void {
    return this.#add({ at: this.now + delayMs, everyMs: null, callback })
  }

  every(periodMs: number, callback: () => void): () => void {
    return this.#add({ at: this.now + periodMs, everyMs: periodMs, callback })
  }

  /** Moves the clock and calls what falls due, in order. */
  advance(ms: number): void {
    const end = this.now + ms
    for (;;) {
      const next = this.#due.filter((due) => due.at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.now = Math.max(this.now, next.at)
      if (next.everyMs === null) this.#due = this.#due.filter((due) => due !== next)
      else next.at += next.everyMs
      next.callback()
    }
    this.now = end
  }

  /** The computer sleeps: the clock moves, timers do not; each fires once on waking. */
  sleep(ms: number): void {
    this.now += ms
    for (const due of this.#due) due.at = Math.max(due.at, this.now)
  }

  /** Somebody sets the clock back; timers run on. */
  setBack(ms: number): void {
    this.now -= ms
    for (const due of this.#due) due.at -= ms
  }

  #add(due: Due): () => void {
    this.#due.push(due)
    return () => {
      this.#due = this.#due.filter((other) => other !== due)
    }
  }
}

const noStore: DevicePersistence = {
  load: () => ({ records: [], orphans: [] }),
  changed: () => {},
  forget: () => {},
  orphaned: () => {},
}

export class RecordedLog implements Log {
  readonly errors: string[] = []
  info(): void {}
  warn(): void {}
  error(message: string): void {
    this.errors.push(message)
  }
}

/** Registry and ingest with a fake time, connected to one site. */
export function makeScene(
  options: {
    store?: DevicePersistence
    ingest?: Partial<DeviceIngestDeps>
    now?: number
    time?: FakeTime
    observers?: readonly DeviceObserver[]
    isKeyKnown?: (ref: { readonly deviceId: string }) => boolean
  } = {},
) {
  const time = options.time ?? new FakeTime(options.now)
  const log = new RecordedLog()
  const changes: number[] = []
  const registry: DeviceRegistry = new DeviceRegistry({
    clock: time.clock,
    timers: time,
    store: options.store ?? noStore,
    isSimulated: (connectionId) => connectionId === 'demo',
    onChanged: () => changes.push(time.now),
    observers: options.observers ?? [],
    isKeyKnown: options.isKeyKnown ?? (() => false),
  })
  registry.start()
  registry.connected(CONNECTION)
  const ingest = new DeviceIngest({
    registry,
    clock: time.clock,
    timers: time,
    log,
    onResult: () => 'orphan',
    onAck: () => {},
    onOutput: () => {},
    onOversized: () => {},
    ...options.ingest,
  })
  ingest.start()
  const send = (
    kind: string,
    deviceId: string,
    payload: unknown,
    extra: { isRetained?: boolean; connectionId?: string } = {},
  ) =>
    ingest.handle({
      connectionId: extra.connectionId ?? CONNECTION,
      topic: `device/${deviceId}/${kind}`,
      payload: typeof payload === 'string' ? Buffer.from(payload) : Buffer.from(JSON.stringify(payload)),
      isRetained: extra.isRetained ?? false,
      receivedAt: time.now,
    })
  const heartbeat = (deviceId: string, extra: object = {}) =>
    send('heartbeat', deviceId, { device_id: deviceId, timestamp: time.now / 1000, uptime: 100, ...extra })
  const row = (deviceId: string, connectionId = CONNECTION) => {
    const record = registry.find({ connectionId, deviceId })
    const found = record && rowOf(record, connectionId === 'demo')
    if (found === undefined) throw new Error(`${deviceId} is not in the registry`)
    return found
  }
  const detail = (deviceId: string, connectionId = CONNECTION) => registry.get({ connectionId, deviceId })
  return { time, log, changes, registry, ingest, send, heartbeat, row, detail }
}

export function queryOf(change: Partial<DeviceQuery> = {}): DeviceQuery {
  return { text: '', presence: [], sort: { by: 'id', isDescending: false }, offset: 0, limit: 200, ...change }
}
