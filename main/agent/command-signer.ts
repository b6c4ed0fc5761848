import { AppError } from '../../preload/contract/errors.ts'
import type { DeviceRef } from '../../preload/contract/models/devices/device.ts'
import type { CommandClass } from '../../preload/contract/models/safety/safety.ts'
import type { Clock } from '../shared/clock.ts'
import type { CancelSignature, CommandSignature, DeviceResult, ResultProof } from '../shared/exchange.ts'
import type { After } from '../shared/timers.ts'
import type { DeviceKeys } from './device-keys.ts'
import type { OperatorKeys } from './operator-keys.ts'
import type { Challenge } from './signed-texts.ts'
import { proofOf, signCancel, signCommand } from './signing.ts'

/** The agent takes a challenge for 180 s; what is left is for the way there. */
const USABLE_FOR_MS = 150_000
/** How long a device may take to answer a hello before nothing is sent to it. */
const HELLO_PATIENCE_MS = 5_000

interface CommandSignerDeps {
  readonly operators: Pick<OperatorKeys, 'current'>
  readonly devices: Pick<DeviceKeys, 'find'>
  /** True for a device that announces that it takes signed commands. */
  readonly takesSigned: (ref: DeviceRef) => boolean
  /** Asks a device for a heartbeat. Rejects or not: silence is told by the patience. */
  readonly hello: (ref: DeviceRef) => Promise<unknown>
  readonly now: Clock
  readonly after: After
}

interface Known extends Challenge {
  readonly at: number
}

/** Signs commands for the newest challenge of their device, and checks the signature of what comes back. */
export class CommandSigner {
  readonly #deps: CommandSignerDeps
  readonly #known = new Map<string, Known>()
  readonly #waiting = new Map<string, { readonly heard: Promise<void>; readonly resolve: () => void }>()

  constructor(deps: CommandSignerDeps) {
    this.#deps = deps
  }

  /** Takes the challenge of a heartbeat that just came, never of a retained one. */
  heard(ref: DeviceRef, { session, challenge }: Challenge): void {
    const key = placeOf(ref)
    this.#known.set(key, { session, challenge, at: this.#deps.now() })
    this.#waiting.get(key)?.resolve()
  }

  /** Forgets the challenge of a device whose agent starts anew. */
  forget(ref: DeviceRef): void {
    this.#known.delete(placeOf(ref))
  }

  /** Forgets the challenges of a connection that is left. */
  left(connectionId: string): void {
    for (const key of this.#known.keys()) if (key.startsWith(`${connectionId}\n`)) this.#known.delete(key)
  }

  prepare(ref: DeviceRef): Promise<void> | null {
    if (!this.#signsFor(ref) || this.#usable(ref) !== null) return null
    const key = placeOf(ref)
    const known = this.#waiting.get(key)
    if (known !== undefined) return known.heard
    let stop = () => {}
    let resolve = () => {}
    const heard = new Promise<void>((done, fail) => {
      resolve = done
      stop = this.#deps.after(HELLO_PATIENCE_MS, () =>
        fail(new AppError('CHALLENGE_MISSING', { deviceId: ref.deviceId })),
      )
    }).finally(() => {
      stop()
      this.#waiting.delete(key)
    })
    this.#waiting.set(key, { heard, resolve })
    this.#deps.hello(ref).catch(() => undefined)
    return heard
  }

  sign(
    ref: DeviceRef,
    command: {
      readonly commandId: string
      readonly command: string
      readonly timeoutS: number
      readonly class: CommandClass
    },
  ): CommandSignature | null {
    const signing = this.#signing(ref)
    return signing && signCommand(signing.key, signing.challenge, { deviceId: ref.deviceId, ...command })
  }

  signCancel(ref: DeviceRef, commandId: string): CancelSignature | null {
    // A challenge that may be too old is tried: a cancel that is refused costs nothing.
    const key = this.#signsFor(ref) ? this.#deps.operators.current() : null
    const challenge = this.#known.get(placeOf(ref))
    return key === null || challenge === undefined
      ? null
      : signCancel(key, challenge, { deviceId: ref.deviceId, commandId })
  }

  verify(
    connectionId: string,
    result: DeviceResult,
    sent: { readonly session: string; readonly sig: string } | null,
  ): { readonly kind: 'unsigned' | 'not-proven' } | { readonly kind: 'proven'; readonly proof: ResultProof } {
    const deviceKey = this.#deps.devices.find({ connectionId, deviceId: result.deviceId })
    if (deviceKey === null) return { kind: 'unsigned' }
    const proof = proofOf(deviceKey, { ...result, signature: result.signature ?? null, sent })
    return proof === null ? { kind: 'not-proven' } : { kind: 'proven', proof }
  }

  #signing(ref: DeviceRef) {
    const key = this.#signsFor(ref) ? this.#deps.operators.current() : null
    if (key === null) return null
    const challenge = this.#usable(ref)
    if (challenge === null) throw new AppError('CHALLENGE_MISSING', { deviceId: ref.deviceId })
    return { key, challenge }
  }

  #signsFor(ref: DeviceRef): boolean {
    return this.#deps.operators.current() !== null && this.#deps.takesSigned(ref)
  }

  #usable(ref: DeviceRef): Known | null {
    const known = this.#known.get(placeOf(ref))
    return known !== undefined && this.#deps.now() - known.at <= USABLE_FOR_MS ? known : null
  }
}

function placeOf({ connectionId, deviceId }: DeviceRef): string {
  return `${connectionId}\n${deviceId}`
}
