import { REDACTED } from './redaction-mark.ts'

/**
 * A word for a secret, at most four plain words, and then a run of base64 or hex: `the secret is 8f3a…`. What is between
 * holds no other name, so a digest in another field stays.
 */
const NEARBY =
  /((?<![\w./-])(?:passw(?:or)?d|passphrase|secret|token|credential|psk|(?:access|api|auth|encryption|master|pre-?shared|private|recovery|secret|session|shared|signing)[ _-]?key|密码|口令|密钥|令牌|私钥|凭据)(?:[ \t]{1,8}[A-Za-z]{1,12}){0,4}[ \t]{0,8}[:=：是为]{0,2}[ \t]{0,8}["']?)([A-Za-z0-9+/_-]{20,}={0,2})(?![\w./-])/gi
/** Words before a run that is public. */
const PUBLIC =
  /\b(?:checksum|commit|digest|file|fingerprint|hash|id|image|md5|public|revision|serial|sha\d*|uuid|version)[ \t]{0,8}[:=]?[ \t]{0,8}["']?$/i

/** Takes out runs of key material that stand next to a word for a secret. */
export function redactNearby(text: string): string {
  return text.replace(NEARBY, (whole, before: string, run: string) =>
    isMaterial(run) && !PUBLIC.test(before.slice(-40)) ? before + REDACTED : whole,
  )
}

/** Key material has digits among its letters; a path, a unit or a word with dashes has no such mixture. */
function isMaterial(run: string): boolean {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(run)) return false
  if (/^[0-9A-Fa-f]+$/.test(run)) return /\d/.test(run) && /[A-Fa-f]/.test(run)
  const digits = run.match(/\d/g)?.length ?? 0
  return digits >= 2 && /[a-z]/.test(run) && /[A-Z]/.test(run)
}
