import { REDACTED } from './mark.ts'
import { matchAt, matchesOf, type Replacement, replaceAll } from './value.ts'

/** A word for a secret. */
const WORD =
  /(?<![\w./-])(?:passw(?:or)?d|passphrase|secret|token|credential|psk|(?:access|api|apps?|auth|encryption|link|master|network|nwks?|pre-?shared|private|recovery|root|secret|session|shared|signing)[ _-]?key|pskc|密码|口令|密钥|令牌|私钥|凭据)/gi
/** At most four plain words behind it; they hold no other name, so a digest in another field stays. */
const BETWEEN = /(?:[ \t]{1,8}[A-Za-z]{1,12}(?![\w+/-])){0,4}[ \t]{0,8}[:=：是为]{0,2}[,]?[ \t]{0,8}["']?/y
/** Then base64 or hex: `the secret is 8f3a…`. */
const RUN = /[A-Za-z0-9+/_-]{20,}={0,2}(?![\w./-])/y
/** Words before a run that is public. */
const PUBLIC =
  /\b(?:checksum|commit|digest|file|fingerprint|hash|id|image|md5|public|revision|serial|sha\d*|uuid|version)[ \t]{0,8}[:=]?[ \t]{0,8}["']?$/i

/** Takes out runs of key material that stand next to a word for a secret. */
export function redactNearby(text: string): string {
  const found: Replacement[] = []
  for (const { index, 0: word } of matchesOf(WORD, text)) {
    const start = index + word.length
    const between = matchAt(BETWEEN, text, start) ?? ''
    const run = matchAt(RUN, text, start + between.length)
    if (run === undefined || !isMaterial(run) || PUBLIC.test((word + between).slice(-40))) continue
    const at = start + between.length
    found.push({ start: at, end: at + run.length, text: REDACTED })
  }
  return replaceAll(text, found)
}

/** Key material has digits among its letters; a path, a unit or a word with dashes has no such mixture. */
function isMaterial(run: string): boolean {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(run)) return false
  if (/^[0-9A-Fa-f]+$/.test(run)) return /\d/.test(run) && /[A-Fa-f]/.test(run)
  const digits = run.match(/\d/g)?.length ?? 0
  return digits >= 2 && /[a-z]/.test(run) && /[A-Z]/.test(run)
}
