import type { CommandClass } from '../../preload/contract/models/safety/safety.ts'
import type { CancelSignature, CommandSignature, ResultProof, ResultSignature } from '../shared/exchange.ts'
import { isSignedBy, type PrivateKey, type PublicKey, signatureBytes, signText } from './keys.ts'
import { type Challenge, cancelText, commandText, resultText, sha256 } from './signed-texts.ts'

/** Signs one command for one device. Throws if a value cannot be signed. */
export function signCommand(
  key: PrivateKey,
  { session, challenge }: Challenge,
  command: {
    readonly deviceId: string
    readonly commandId: string
    readonly command: string
    readonly timeoutS: number
    readonly class: CommandClass
  },
): CommandSignature {
  const keyId = key.public.id
  const sig = signText(key, commandText({ ...command, session, challenge, keyId }))
  return { device_id: command.deviceId, session, challenge, class: command.class, key_id: keyId, sig }
}

/** Signs the wish to stop a command. */
export function signCancel(
  key: PrivateKey,
  { session, challenge }: Challenge,
  { deviceId, commandId }: { readonly deviceId: string; readonly commandId: string },
): CancelSignature {
  const keyId = key.public.id
  const sig = signText(key, cancelText({ deviceId, commandId, session, challenge, keyId }))
  return { device_id: deviceId, session, challenge, key_id: keyId, sig }
}

/** What came back, and what it must answer. */
interface AnsweredCommand {
  readonly deviceId: string
  readonly commandId: string
  /** Of the command as it was sent; null where it was sent unsigned. */
  readonly sent: { readonly session: string; readonly sig: string } | null
  readonly isSuccess: boolean
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly signature: ResultSignature | null
}

/**
 * Checks a result against the key that is on record for its device; null if it proves nothing. The signature covers the
 * exit code, so `isSuccess` must agree with that.
 */
export function proofOf(deviceKey: PublicKey, answer: AnsweredCommand): ResultProof | null {
  const { deviceId, commandId, exitCode, signature, sent } = answer
  if (signature === null || signature.keyId !== deviceKey.id) return null
  if (answer.isSuccess !== (exitCode === 0)) return null
  if (sent !== null && sent.session !== signature.session) return null
  const proof: ResultProof = {
    keyId: signature.keyId,
    session: signature.session,
    exitCode,
    stdoutSha256: sha256(Buffer.from(answer.stdout, 'utf8')),
    stderrSha256: sha256(Buffer.from(answer.stderr, 'utf8')),
    commandSigSha256: sha256((sent === null ? null : signatureBytes(sent.sig)) ?? Buffer.alloc(0)),
    sig: signature.sig,
  }
  return isProven(deviceKey, { deviceId, commandId }, proof) ? proof : null
}

/** True if the device signed this. Never throws, because a proof may be read back from a file. */
export function isProven(
  deviceKey: PublicKey,
  { deviceId, commandId }: { readonly deviceId: string; readonly commandId: string },
  proof: ResultProof,
): boolean {
  try {
    return isSignedBy(deviceKey, resultText({ deviceId, commandId, ...proof }), proof.sig)
  } catch {
    // A value that nobody could have signed.
    return false
  }
}
