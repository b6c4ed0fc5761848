import { AppError } from '../../../preload/contract/errors.ts'
import { isListedId } from '../../../preload/contract/models/limits.ts'
import type { CommandClass } from '../../../preload/contract/models/safety/safety.ts'
import type { ApprovalService, RunGrant } from '../../safety/approval/approval.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import { type CommandEncoder, type CommandLink, type CommandSigning, NO_SIGNING, type SentSignature } from '../ports.ts'

/** Class of a command that does not say its own: the one that most devices refuse. */
const HIGHEST_CLASS: CommandClass = 'destructive'

/** Seconds after which the broker drops an undelivered command, because a late one would surprise. */
const COMMAND_EXPIRY_S = 30

interface PublisherDeps {
  readonly approvals: ApprovalService
  readonly link: CommandLink
  readonly encoder: CommandEncoder
  /** Without it everything is sent unsigned. */
  readonly signing?: CommandSigning
  readonly now: Clock
}

/** One command for one device of a grant. */
export interface Dispatch {
  readonly deviceId: string
  readonly commandId: string
  readonly command: string
  /** As approved; a device's policy may refuse it. */
  readonly class?: CommandClass | undefined
  /** Gets the signature before the command is handed to the broker. */
  readonly onSigned?: (signed: SentSignature) => void
}

/** Publishes commands, and is the only place that does. It takes nothing but a grant that the approval service made. */
export class CommandPublisher {
  readonly #deps: PublisherDeps

  constructor(deps: PublisherDeps) {
    this.#deps = deps
  }

  /**
   * Resolves when a command may go out: the broker's limit leaves room, and the connection is known to have outlived a sleep
   * or to have ended, in which case nothing is sent into it. Null if one may go out now.
   */
  turn(): Promise<void> | null {
    const { link } = this.#deps
    const certain = link.certain?.() ?? null
    if (certain !== null) return certain.then(() => this.turn() ?? undefined)
    // A computer may also wake while a command waits for its turn.
    return link.turn?.()?.then(() => link.certain?.() ?? undefined) ?? null
  }

  /**
   * Publishes exactly the approved bytes, at most once for each device of the grant. An `AppError` (`APPROVAL_…`,
   * `CONNECTION_SWITCHED`) means that nothing was sent.
   */
  async publish(grant: RunGrant, dispatch: Dispatch): Promise<PublishOutcome> {
    const { approvals, link, encoder, signing = NO_SIGNING, now } = this.#deps
    const { deviceId, commandId, command } = dispatch
    const { timeoutS } = grant
    const ref = { connectionId: grant.connectionId, deviceId }
    // Nothing is awaited where nothing has to be: a thousand devices are published in one turn.
    const ready = signing.prepare(ref)
    if (ready !== null) await ready
    const signature = signing.sign(ref, { commandId, command, timeoutS, class: dispatch.class ?? HIGHEST_CLASS })
    const payload = encoder.encodeCommand({ commandId, command, timeoutS, issuedAt: now() }, signature)
    const written = readBack(payload)
    if (!isListedId(deviceId) || written.commandId !== commandId) throw new AppError('APPROVAL_INVALID')
    const connectionId = link.active()?.connectionId ?? null
    approvals.claim(grant, { ...written, deviceId, connectionId })
    if (signature !== null) dispatch.onSigned?.({ session: signature.session, sig: signature.sig })
    return link.publish(`device/${deviceId}/command`, payload, {
      connectionId: grant.connectionId,
      messageExpiryS: COMMAND_EXPIRY_S,
      responseTopic: `device/${deviceId}/result`,
      correlationData: Buffer.from(commandId),
    })
  }

  /** Asks a device with the capability `cancel` to stop one command. */
  cancel(connectionId: string, deviceId: string, commandId: string): Promise<PublishOutcome> {
    const { encoder, signing = NO_SIGNING } = this.#deps
    const payload = encoder.encodeCancel(commandId, signing.signCancel({ connectionId, deviceId }, commandId))
    const options = { connectionId, messageExpiryS: COMMAND_EXPIRY_S }
    return this.#deps.link.publish(`device/${deviceId}/cancel`, payload, options)
  }
}

/** Reads the payload back, because the approval is compared with its bytes, not with what the encoder was asked for. */
function readBack(payload: string | Buffer): { commandId: string; command: string; timeoutS: number } {
  const written = JSON.parse(payload.toString()) as Record<string, unknown>
  const { command_id: commandId, command, timeout: timeoutS } = written
  if (typeof commandId !== 'string' || typeof command !== 'string' || typeof timeoutS !== 'number') {
    throw new AppError('APPROVAL_INVALID')
  }
  return { commandId, command, timeoutS }
}
