import { hash } from 'node:crypto'
import { DEVICE_ID } from '../../preload/contract/models/limits.ts'
import type { CommandClass } from '../../preload/contract/models/safety/safety.ts'

// What operators and devices sign: UTF-8 lines, a value each. The agent (resources/agent) builds the same texts.

/** Printable ASCII: a value with any other character could make a line of its own, or look like another. */
const VALUE = /^[ -~]*$/
const KEY_ID = /^[0-9a-f]{32}$/
const NUMBER_USED_ONCE = /^[A-Za-z0-9._-]{1,64}$/

/** Start of the agent, and the challenge of one of its heartbeats. */
export interface Challenge {
  readonly session: string
  readonly challenge: string
}

export interface SignableCommand extends Challenge {
  readonly deviceId: string
  readonly commandId: string
  readonly command: string
  readonly timeoutS: number
  readonly class: CommandClass
  readonly keyId: string
}

export interface SignableCancel extends Challenge {
  readonly deviceId: string
  readonly commandId: string
  readonly keyId: string
}

/** A result as its device signs it; hashes in lower-case hex. */
export interface SignableResult {
  readonly deviceId: string
  readonly commandId: string
  readonly session: string
  readonly exitCode: number | null
  readonly stdoutSha256: string
  readonly stderrSha256: string
  /** Of the bytes of the command's signature; of nothing for an unsigned one. */
  readonly commandSigSha256: string
}

/** True for a session or a challenge that may be signed. */
export function isChallengeText(value: unknown): value is string {
  return typeof value === 'string' && NUMBER_USED_ONCE.test(value)
}

/** True for the id of a key (`keyIdOf`). */
export function isKeyId(value: unknown): value is string {
  return typeof value === 'string' && KEY_ID.test(value)
}

/** Text that an operator signs for a command. Throws if a value could be read as another. */
export function commandText(command: SignableCommand): Buffer {
  const { deviceId, commandId, session, challenge, timeoutS, keyId } = command
  const digest = sha256(Buffer.from(command.command, 'utf8'))
  requireParts(deviceId, command)
  return lines(
    'waypost-command-v1',
    deviceId,
    commandId,
    session,
    challenge,
    command.class,
    `${timeoutS}`,
    digest,
    keyId,
  )
}

/** Text that an operator signs to stop a command. */
export function cancelText(cancel: SignableCancel): Buffer {
  const { deviceId, commandId, session, challenge, keyId } = cancel
  requireParts(deviceId, cancel)
  return lines('waypost-cancel-v1', deviceId, commandId, session, challenge, keyId)
}

/** Text that a device signs with a result. */
export function resultText(result: SignableResult): Buffer {
  const { deviceId, commandId, session, exitCode, stdoutSha256, stderrSha256, commandSigSha256 } = result
  const code = exitCode === null ? '-' : `${exitCode}`
  return lines('waypost-result-v1', deviceId, commandId, session, code, stdoutSha256, stderrSha256, commandSigSha256)
}

/** Hash as the signed texts spell it. */
export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}

function requireParts(deviceId: string, { session, challenge, keyId }: Challenge & { readonly keyId: string }): void {
  if (DEVICE_ID.test(deviceId) && isChallengeText(session) && isChallengeText(challenge) && isKeyId(keyId)) return
  throw new Error('a part of what is to be signed has another form')
}

function lines(...values: readonly string[]): Buffer {
  if (!values.every((value) => VALUE.test(value))) throw new Error('a value that cannot be signed')
  return Buffer.from(values.join('\n'), 'utf8')
}
