import { AppError } from '../../../preload/contract/errors.ts'
import { isListedId } from '../../../preload/contract/models/limits.ts'
import type { ApprovalService, RunGrant } from '../../safety/approval/approval.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import type { CommandEncoder, CommandLink } from '../ports.ts'

/** Seconds after which the broker drops an undelivered command, because a late one would surprise. */
const COMMAND_EXPIRY_S = 30

interface PublisherDeps {
  readonly approvals: ApprovalService
  readonly link: CommandLink
  readonly encoder: CommandEncoder
  readonly now: Clock
}

/** One command for one device of a grant. */
export interface Dispatch {
  readonly deviceId: string
  readonly commandId: string
  readonly command: string
}

/** Publishes commands, and is the only place that does. It takes nothing but a grant that the approval service made. */
export class CommandPublisher {
  readonly #deps: PublisherDeps

  constructor(deps: PublisherDeps) {
    this.#deps = deps
  }

  /**
   * Publishes exactly the approved bytes, at most once for each device of the grant. An `AppError` (`APPROVAL_…`,
   * `CONNECTION_SWITCHED`) means that nothing was sent.
   */
  async publish(grant: RunGrant, dispatch: Dispatch): Promise<PublishOutcome> {
    const { approvals, link, encoder, now } = this.#deps
    const { deviceId, commandId, command } = dispatch
    const payload = encoder.encodeCommand({ commandId, command, timeoutS: grant.timeoutS, issuedAt: now() })
    const written = readBack(payload)
    if (!isListedId(deviceId) || written.commandId !== commandId) throw new AppError('APPROVAL_INVALID')
    const connectionId = link.active()?.connectionId ?? null
    approvals.claim(grant, { ...written, deviceId, connectionId })
    return link.publish(`device/${deviceId}/command`, payload, {
      connectionId: grant.connectionId,
      messageExpiryS: COMMAND_EXPIRY_S,
      responseTopic: `device/${deviceId}/result`,
      correlationData: Buffer.from(commandId),
    })
  }

  /** Asks a device with the capability `cancel` to stop one command. */
  cancel(connectionId: string, deviceId: string, commandId: string): Promise<PublishOutcome> {
    const payload = this.#deps.encoder.encodeCancel(commandId)
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
