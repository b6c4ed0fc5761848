import { AppError } from '../../../preload/contract/errors.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import type { CancelSignature, CommandSignature } from '../../shared/exchange.ts'

/** Time within which a command must start. */
const EXPIRES_AFTER_MS = 30_000

export interface OutgoingCommand {
  readonly commandId: string
  readonly command: string
  /** Whole seconds, 1–3600, because the executor accepts no fraction. */
  readonly timeoutS: number
  /** Epoch ms. */
  readonly issuedAt: number
}

/** Payload of `device/{id}/command`; a legacy executor ignores all but id, command and timeout. */
export function encodeCommand(
  { commandId, command, timeoutS, issuedAt }: OutgoingCommand,
  signature: CommandSignature | null = null,
): Buffer {
  if (!Number.isInteger(timeoutS) || timeoutS < COMMAND_TIMEOUT_S.min || timeoutS > COMMAND_TIMEOUT_S.max)
    throw new AppError('INVALID_INPUT', { field: 'timeoutS', value: timeoutS })
  const payload = {
    command_id: commandId,
    command,
    timeout: timeoutS,
    v: 2,
    issued_at: new Date(issuedAt).toISOString(),
    expires_at: new Date(issuedAt + EXPIRES_AFTER_MS).toISOString(),
    ...signature,
  }
  return Buffer.from(JSON.stringify(payload), 'utf8')
}

/** Payload of `device/{id}/cancel`, for a device with the capability `cancel`. */
export function encodeCancel(commandId: string, signature: CancelSignature | null = null): Buffer {
  return Buffer.from(JSON.stringify({ command_id: commandId, ...signature }), 'utf8')
}

/** Payload of `device/{id}/hello`: asks an agent for its status and a heartbeat with this nonce. */
export function encodeHello(nonce: string): Buffer {
  return Buffer.from(JSON.stringify({ nonce, jitter_s: 0 }), 'utf8')
}
