import { AppError } from '../../../preload/contract/errors.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'

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

/** Payload of `device/{id}/command`; a legacy executor ignores `v`, `issued_at` and `expires_at`. */
export function encodeCommand({ commandId, command, timeoutS, issuedAt }: OutgoingCommand): Buffer {
  if (!Number.isInteger(timeoutS) || timeoutS < COMMAND_TIMEOUT_S.min || timeoutS > COMMAND_TIMEOUT_S.max)
    throw new AppError('INVALID_INPUT', { field: 'timeoutS', value: timeoutS })
  const payload = {
    command_id: commandId,
    command,
    timeout: timeoutS,
    v: 2,
    issued_at: new Date(issuedAt).toISOString(),
    expires_at: new Date(issuedAt + EXPIRES_AFTER_MS).toISOString(),
  }
  return Buffer.from(JSON.stringify(payload), 'utf8')
}

/** Payload of `device/{id}/cancel`, for a device with the capability `cancel`. */
export function encodeCancel(commandId: string): Buffer {
  return Buffer.from(JSON.stringify({ command_id: commandId }), 'utf8')
}
