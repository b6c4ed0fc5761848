import { randomUUID } from 'node:crypto'
import type { CommandState } from '../../../preload/contract/models/commands/command.ts'
import type { DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import type { After } from '../../shared/timers.ts'
import { JoinFault } from '../failures/join-fault.ts'

/** The command of the proof, of class read on every system. */
export const PROOF_COMMAND = 'uptime'

/** A message of the device as the proof hears it, on a connection of its own. */
export interface HeardMessage {
  readonly topic: string
  readonly payload: Buffer
  readonly isRetained: boolean
}

export interface ProofSession {
  /** Resolves with the filters that the broker refused. */
  subscribe(filters: readonly string[]): Promise<readonly string[]>
  unsubscribe(filter: string): Promise<unknown>
  close(): Promise<void>
}

/** How the console's own command ended: along the way of every command, with its approval and its audit record. */
export interface SignedOutcome {
  readonly state: CommandState
  readonly isProven: boolean
  readonly reason: string | null
}

export interface ProofPorts {
  listen(connectionId: string, onMessage: (message: HeardMessage) => void): Promise<ProofSession>
  /** True once the console knows the device as one that takes signed commands and has a key on record. */
  isKnown(ref: DeviceRef): boolean
  /** Forgets what the console knows of a start of the agent that has ended. */
  forgetStart(ref: DeviceRef): void
  runSigned(ref: DeviceRef, command: string): Promise<SignedOutcome>
  /** Publishes a command that does nothing (`true`) without a signature, which the device has to refuse. */
  sendUnsigned(ref: DeviceRef, commandId: string): Promise<void>
  readonly after: After
}

const STATUS_PATIENCE_MS = 45_000
const KNOWN_PATIENCE_MS = 10_000
const REFUSAL_PATIENCE_MS = 15_000
const POLL_MS = 200

/**
 * Proves a device that was just installed: its retained status is there, a signed command is answered under the key that came
 * over SSH, and an unsigned one is refused. Rejects with `JoinFault`.
 */
export async function prove(ref: DeviceRef, keyId: string, ports: ProofPorts): Promise<void> {
  const ears = new Ears(ref, ports.after)
  const session = await ports
    .listen(ref.connectionId, (message) => ears.hear(message))
    .catch((error: unknown) => {
      throw new JoinFault('prove', 'not-connected', '', { cause: error })
    })
  try {
    const status = `device/${ref.deviceId}/status`
    await session.subscribe([status, `device/${ref.deviceId}/ack`, `device/${ref.deviceId}/result`])
    const isOurs = ({ topic, json }: Heard) => topic === status && json.status === 'online' && json.key_id === keyId
    const first = await ears.wait(isOurs, STATUS_PATIENCE_MS)
    if (first === null) throw new JoinFault('prove', 'no-status')
    if (!first.isRetained) {
      await session.unsubscribe(status)
      await session.subscribe([status])
      const kept = await ears.wait((heard) => heard.isRetained && isOurs(heard), KNOWN_PATIENCE_MS)
      if (kept === null) throw new JoinFault('prove', 'no-status')
    }
    await known(ref, ports)
    await signed(ref, ports)
    await unsigned(ref, ports, ears)
  } finally {
    await session.close()
  }
}

async function known(ref: DeviceRef, { isKnown, after }: ProofPorts): Promise<void> {
  for (let waited = 0; !isKnown(ref); waited += POLL_MS) {
    if (waited >= KNOWN_PATIENCE_MS) throw new JoinFault('prove', 'no-status')
    await new Promise<void>((resolve) => after(POLL_MS, resolve))
  }
}

async function signed(ref: DeviceRef, ports: ProofPorts): Promise<void> {
  const run = () =>
    ports.runSigned(ref, PROOF_COMMAND).catch((error: unknown) => {
      throw new JoinFault('prove', 'no-answer', error instanceof Error ? error.message : '', { cause: error })
    })
  let outcome = await run()
  if (outcome.state === 'rejected' && outcome.reason === 'old-session') {
    // A last heartbeat of the agent before its upgrade came in between.
    ports.forgetStart(ref)
    outcome = await run()
  }
  if (outcome.state === 'rejected') throw new JoinFault('prove', 'command-rejected', outcome.reason ?? '')
  const isAnswered = outcome.state === 'succeeded' || outcome.state === 'failed'
  if (!isAnswered) throw new JoinFault('prove', 'no-answer', outcome.reason ?? '')
  if (!outcome.isProven) throw new JoinFault('prove', 'not-proven', outcome.reason ?? '')
}

async function unsigned(ref: DeviceRef, ports: ProofPorts, ears: Ears): Promise<void> {
  const commandId = randomUUID()
  const isAnswer = ({ topic, json }: Heard) =>
    json.command_id === commandId &&
    (topic.endsWith('/result') || (topic.endsWith('/ack') && json.state !== 'received'))
  const answered = ears.wait(isAnswer, REFUSAL_PATIENCE_MS)
  await ports.sendUnsigned(ref, commandId)
  const answer = await answered
  if (answer === null) throw new JoinFault('prove', 'no-answer')
  if (answer.json.state !== 'rejected') throw new JoinFault('prove', 'unsigned-ran')
}

interface Heard extends HeardMessage {
  readonly json: Readonly<Record<string, unknown>>
}

/** Messages of one device, the newest 200, and those who wait for one of them. */
class Ears {
  readonly #prefix: string
  readonly #after: After
  readonly #heard: Heard[] = []
  readonly #waiting = new Set<(heard: Heard) => void>()

  constructor({ deviceId }: DeviceRef, after: After) {
    this.#prefix = `device/${deviceId}/`
    this.#after = after
  }

  hear(message: HeardMessage): void {
    const json = message.topic.startsWith(this.#prefix) ? objectOf(message.payload) : null
    if (json === null) return
    const heard = { ...message, json }
    this.#heard.push(heard)
    if (this.#heard.length > 200) this.#heard.shift()
    for (const look of this.#waiting) look(heard)
  }

  /** The first one that fits, past or future; null when the patience ends. */
  wait(isWanted: (heard: Heard) => boolean, patienceMs: number): Promise<Heard | null> {
    const past = this.#heard.find(isWanted)
    if (past !== undefined) return Promise.resolve(past)
    return new Promise((resolve) => {
      const look = (heard: Heard): void => {
        if (isWanted(heard)) end(heard)
      }
      const stop = this.#after(patienceMs, () => end(null))
      const end = (found: Heard | null): void => {
        stop()
        this.#waiting.delete(look)
        resolve(found)
      }
      this.#waiting.add(look)
    })
  }
}

const MESSAGE_MAX_BYTES = 64 * 1024

function objectOf(payload: Buffer): Readonly<Record<string, unknown>> | null {
  if (payload.length > MESSAGE_MAX_BYTES) return null
  try {
    const value: unknown = JSON.parse(payload.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
