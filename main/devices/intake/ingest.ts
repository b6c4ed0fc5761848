import type { Traffic } from '../../../preload/contract/models/app/settings.ts'
import type { DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import type { Clock } from '../../shared/clock.ts'
import type { OversizedResult, ResultVerdict } from '../../shared/exchange.ts'
import type { Log } from '../../shared/log.ts'
import type { Timers } from '../../shared/timers.ts'
import type { DeviceRegistry } from '../registry/registry.ts'
import { decodeMessage } from '../wire/decode.ts'
import type {
  AckMessage,
  DeviceMessage,
  Dropped,
  DropReason,
  HeartbeatChallenge,
  OutputMessage,
  ResultMessage,
} from '../wire/messages.ts'
import { oversizedResult } from '../wire/oversized.ts'
import { isSignOfLife, unreadableMessage } from '../wire/unreadable.ts'
import { type IncomingMessage, TELEMETRY_LIMITS, TelemetryBudget, type TelemetryLimits } from './telemetry-budget.ts'
import { TrafficMeter } from './traffic-meter.ts'

/** Outcome of a message; `waiting` telemetry is handled, or replaced by a newer one, within a tenth of a second. */
export type Ingested = 'accepted' | 'orphan' | 'ignored' | 'dropped' | 'waiting'

export interface DeviceIngestDeps {
  readonly registry: Pick<DeviceRegistry, 'apply' | 'addOrphan' | 'addWarning' | 'find'>
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly onResult: (connectionId: string, result: ResultMessage) => ResultVerdict
  readonly onAck: (connectionId: string, ack: AckMessage) => void
  readonly onOutput: (connectionId: string, output: OutputMessage) => void
  /** Takes the challenge of a heartbeat, which a command for this device must be signed for. */
  readonly onChallenge?: (ref: DeviceRef, challenge: HeartbeatChallenge) => void
  /** Takes note of a result that was too large to take in: its command has an answer all the same. */
  readonly onOversized: (connectionId: string, result: OversizedResult) => void
  readonly limits?: TelemetryLimits
  /** Keeps the latest raw messages. */
  readonly raw?: { push(message: IncomingMessage): void }
}

const TENTH_MS = 100
const isTelemetry = (topic: string) => topic.endsWith('/heartbeat') || topic.endsWith('/data')

/** Handles every message from the broker: budget, decoding, pending commands, registry. */
export class DeviceIngest {
  readonly #deps: DeviceIngestDeps
  readonly #meter: TrafficMeter
  readonly #budget: TelemetryBudget
  #stopTicking: (() => void) | null = null

  constructor(deps: DeviceIngestDeps) {
    this.#deps = deps
    this.#meter = new TrafficMeter(deps.clock)
    this.#budget = new TelemetryBudget(deps.limits ?? TELEMETRY_LIMITS, () => this.#meter.dropped('over-budget'))
  }

  start(): void {
    this.#stopTicking = this.#deps.timers.every(TENTH_MS, () => {
      for (const message of this.#budget.next()) this.#process(message)
    })
  }

  dispose(): void {
    this.#stopTicking?.()
    this.#stopTicking = null
  }

  /** Handles one message. Never throws. A status or an answer is never dropped by the budget. */
  handle(message: IncomingMessage): Ingested {
    this.#meter.received(message.receivedAt)
    if (isTelemetry(message.topic) && !this.#budget.admit(message)) return 'waiting'
    return this.#process(message)
  }

  /** Returns the figures of the status line, without those of the commands. */
  traffic(): Omit<Traffic, 'cut'> {
    return this.#meter.figures()
  }

  /** Counts messages since the start, and those ignored by a rule, by reason. */
  totals(): { readonly received: number; readonly ignored: Readonly<Record<string, number>> } {
    return this.#meter.totals()
  }

  #process(message: IncomingMessage): Ingested {
    try {
      this.#deps.raw?.push(message)
      const decoded = decodeMessage(message.topic, message.payload, message)
      if (decoded.kind === 'dropped') return this.#drop(message, decoded)
      return decoded.kind === 'ignored' ? this.#ignore(decoded.reason) : this.#accept(message.connectionId, decoded)
    } catch (error) {
      this.#deps.log.error('a message could not be handled', error)
      this.#meter.dropped('internal')
      return 'dropped'
    }
  }

  #accept(connectionId: string, message: DeviceMessage): Ingested {
    const { registry } = this.#deps
    const ref = { connectionId, deviceId: message.deviceId }
    if (message.kind === 'ack' || message.kind === 'output') {
      const needed = message.kind === 'ack' ? 'ack' : 'stream'
      if (!registry.find(ref)?.announced.capabilities.includes(needed)) {
        registry.apply(connectionId, message)
        return this.#ignore('no-capability')
      }
    }
    // The commands come first, because they decide whether the device is still busy.
    const verdict = this.#forward(connectionId, message)
    if (!registry.apply(connectionId, message)) {
      this.#meter.dropped('device-limit')
      return 'dropped'
    }
    if (message.kind === 'heartbeat' && message.challenge !== null && !message.isRetained) {
      this.#deps.onChallenge?.(ref, message.challenge)
    }
    if (message.kind !== 'result' || verdict === 'accepted') return 'accepted'
    if (verdict === 'conflict') {
      registry.addWarning(ref, 'conflict', message.commandId)
      return 'accepted'
    }
    registry.addOrphan(connectionId, message)
    return 'orphan'
  }

  #forward(connectionId: string, message: DeviceMessage): ResultVerdict {
    if (message.kind === 'result') return this.#deps.onResult(connectionId, message)
    if (message.kind === 'ack') this.#deps.onAck(connectionId, message)
    if (message.kind === 'output') this.#deps.onOutput(connectionId, message)
    return 'accepted'
  }

  #ignore(reason: string): Ingested {
    this.#meter.ignored(reason)
    return 'ignored'
  }

  #drop(message: IncomingMessage, { reason, spoof }: Dropped): Ingested {
    const { connectionId } = message
    this.#meter.dropped(reason)
    if (reason === 'size') this.#noteOversized(message)
    this.#noteUnreadable(message, reason)
    if (spoof !== null) {
      const { deviceId, claimedId } = spoof
      this.#deps.registry.addWarning({ connectionId, deviceId }, 'spoof', claimedId)
      this.#deps.registry.addWarning({ connectionId, deviceId: claimedId }, 'spoof', deviceId)
    }
    return 'dropped'
  }

  /** Takes in that a device sent something; what is no sign of life makes no device known. */
  #noteUnreadable(incoming: IncomingMessage, reason: DropReason): void {
    const message = unreadableMessage(incoming.topic, reason, incoming)
    if (message === null) return
    const { registry } = this.#deps
    const { connectionId } = incoming
    const isKnown = registry.find({ connectionId, deviceId: message.deviceId }) !== undefined
    if (isKnown || isSignOfLife(message)) registry.apply(connectionId, message)
  }

  /** Comes before the device's sign of life, because the command decides whether the device is still busy. */
  #noteOversized(message: IncomingMessage): void {
    const result = oversizedResult(message)
    if (result !== null) this.#deps.onOversized(message.connectionId, result)
  }
}
