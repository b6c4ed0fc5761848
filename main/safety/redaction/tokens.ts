import { REDACTED } from './mark.ts'
import { type Gated, gatedReplace } from './value.ts'

/**
 * Every pattern is linear: it begins with a literal or behind a lookbehind, and a quantifier is never followed by
 * anything that could match what it took.
 */
export const TOKENS: readonly (RegExp | Gated)[] = [
  /(?:AKIA|ASIA)[0-9A-Z]{16}/g,
  /(?<![A-Za-z0-9])(?:LTAI|AKID)[A-Za-z0-9]{12,}/g,
  /gh[pousr]_[A-Za-z0-9]{16,}/g,
  /github_pat_[A-Za-z0-9_]{16,}/g,
  /gl(?:pat|rt|dt|ft|cbt|ptt|soat|agent|imt|rtr)-[A-Za-z0-9_.-]{16,}/g,
  /xox[a-z](?:-[A-Za-z0-9]|[A-Za-z0-9]){8,}[A-Za-z0-9-]*/g,
  /xapp-[A-Za-z0-9-]{16,}/g,
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{12,}/g,
  /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)|whsec|hf|gsk|r8|ntn|lin_api|dckr_pat|rubygems|lsv2_pt|do[opr]_v1|gls[ae]|glc|shp(?:at|ss|ca|pa))_[A-Za-z0-9_+/=]{16,}/g,
  /(?<![A-Za-z0-9])(?:pypi|tskey|sq0[a-z]{3}|GOCSPX|nvapi|xai|pplx|PMAK|NRAK|HRKU|ATATT3x|ATCTT3x)-[A-Za-z0-9_-]{20,}/g,
  /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/g,
  /(?<![A-Za-z0-9])key-[0-9a-f]{32}/g,
  /(?<![A-Za-z0-9])(?:ATATT3|ATCTT3)[A-Za-z0-9_=-]{20,}/g,
  /(?<![A-Za-z0-9])tskey-[A-Za-z0-9-]{10,}/g,
  /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])ya29\.[A-Za-z0-9_.-]{16,}/g,
  /(?<![A-Za-z0-9])1\/\/0[A-Za-z0-9_-]{24,}/g,
  /AGE-SECRET-KEY-[A-Z0-9-]{16,}/g,
  /AIza[A-Za-z0-9_-]{30,}/g,
  { gate: /[0-9a-f]-us\d/g, form: /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?!\d)/g },
  /(?<!\d)\d{8,12}:AA[A-Za-z0-9_-]{30,}/g,
  /(?<![A-Za-z0-9_-])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}(?![A-Za-z0-9_-])/g,
  /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![0-9a-f])/g,
  /(?<![A-Za-z0-9])S[ACNOU][A-Z2-7]{56}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])(?:figd|tk)_[A-Za-z0-9_-]{28,}/g,
  /(?<![A-Za-z0-9])pul-[0-9a-f]{40}/g,
  /(?<![A-Za-z0-9])pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/g,
  /(?<![A-Za-z0-9])v1\.0-[0-9a-f]{24}-[0-9a-f]{16,}/g,
  { gate: /[A-Za-z0-9]\.atlasv1\./g, form: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{20,}/g },
  /(?<![A-Za-z0-9])[st]k\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
  { gate: /(?:vmess|vless|ssr?):\/\//g, form: /(?<=(?:vmess|vless|ssr?):\/\/)[A-Za-z0-9+/=_-]{16,}/g },
  /SWMTKN-1-[a-z0-9]{20,}-[a-z0-9]{10,}/g,
  /(?<![A-Za-z0-9])(?:aio|sntry[su]|sbp|pscale_(?:tkn|pw|oauth)|fm[12]|fo1|nfp|ph[xs]|nbp|jina|tgp_v1|tvly|CLOJARS|rnd|dckr_oat|shippo_live|EZAK|secret)_[A-Za-z0-9_+/=-]{24,}/g,
  /(?<![A-Za-z0-9])(?:xkeysib|xsmtpsib|CFPAT|hskey|BBFF|tvly|ops|sk-ant)-[A-Za-z0-9_-]{24,}/g,
  /(?<![A-Za-z0-9])(?:dp\.(?:st|pt|ct|sa|scim|audit)|dt0[cs]\d{2}|NNSXS)\.[A-Za-z0-9_.-]{24,}/g,
  /(?<![A-Za-z0-9])(?:oy2[a-z0-9]{43}|cio[A-Za-z0-9]{32}|dapi[0-9a-f]{32}|AKCp[A-Za-z0-9]{60,}|GR1348941[A-Za-z0-9_-]{20})(?![A-Za-z0-9])/g,
  // Tokens to join K3s.
  /(?<![A-Za-z0-9])K10[0-9a-f]{64}::[\w-]{1,40}:[A-Za-z0-9._-]{8,}/g,
  // A dataset of Thread, and the user of a Hue bridge, whose name is its key.
  /(?<![0-9a-f])0e080000[0-9a-f]{60,600}/gi,
  {
    gate: /\/api\//g,
    form: /(?<=\/api\/)[A-Za-z0-9-]{32,40}(?=\/(?:config|groups|lights|scenes|schedules|sensors)\b)/g,
  },
  // Codes to add a device: Matter, HomeKit, Zigbee.
  /(?<![A-Za-z0-9])MT:[A-Z0-9.-]{19,40}/g,
  { gate: /X-HM:/g, form: /(?<=X-HM:\/\/)[A-Z0-9]{9,}/g },
  // Secrets of Junos.
  /\$9\$[A-Za-z0-9./-]{6,}/g,
  // A SecureString: protected by Windows (hex and base64 of its header), or by a key.
  /01000000d08c9ddf0115d1118c7a00c04fc297eb[0-9a-f]*/gi,
  /AQAAANCMnd8BFdERjHoAwE\/Cl\+s[A-Za-z0-9+/=]*/g,
  /76492d1116743f0423413b16050a5345[A-Za-z0-9+/=|]*/g,
  // JSON in base64, as tunnels and registries write their tokens.
  /(?<![A-Za-z0-9+/=_.,-])eyJ[A-Za-z0-9+/_-]{25,}={0,2}(?![A-Za-z0-9+/_.-])/g,
  // Recovery passwords of BitLocker.
  /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g,
]

/** Addresses that whoever knows them may post to; the host stays. */
const WEBHOOK =
  /((?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks|webhook\.office\.com\/webhookb2|open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook|api\.telegram\.org\/(?:file\/)?bot|sc(?:tapi)?\.ftqq\.com|api\.day\.app|hc-ping\.com(?:\/ping)?|outlook\.office\.com\/webhook|\/api\/webhook)\/?)(?!\[redacted\])[^\s"'<>?#]{8,}|(qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=|maker\.ifttt\.com\/trigger\/[\w-]{1,64}\/(?:json\/)?with\/key\/)[\w-]{8,}/g

/** Password hashes: crypt(3), Mosquitto, Apache, Django, Werkzeug, LDAP, MySQL, PostgreSQL and Windows. */
export const HASHES: readonly (RegExp | Gated)[] = [
  // With each `$` doubled, as compose files need it.
  /\$\$(?:1|5|6|y|2[aby]|apr1|argon2(?:id|i|d))\$\$[A-Za-z0-9./+=,_-]{1,40}\$\$[A-Za-z0-9./+=,_$-]{16,200}/g,
  /\$(?:1|5|6|7|y|gy|2[abxy]?|md5|sha1|apr1|P|H|S|s0|e0801|scrypt|bcrypt|bcrypt-sha256|argon2(?:id|i|d)|pbkdf2|pbkdf2-sha(?:1|256|512)|8|9)\$(?!\$)[A-Za-z0-9./+=,_$-]{20,}/g,
  /(?<![A-Za-z0-9])(?:pbkdf2(?:_sha\d{1,3}|:sha\d{1,3}:\d{1,9})?|scrypt(?::\d{1,9}){3}|bcrypt_sha256|argon2)\$[A-Za-z0-9./+=,_-]+\$[A-Za-z0-9./+=,_$-]{16,}/g,
  /\{(?:PLAIN|CLEARTEXT)\}[^\s"',;:[]{3,}/gi,
  /\{(?:(?:BLF|MD5|SHA\d{3}|DES)-CRYPT|CRAM-MD5|LDAP-MD5|PLAIN-MD5|SSHA|SHA|SMD5|MD5|CRYPT|ARGON2|PBKDF2|SSHA256|SSHA512|SHA256|SHA512|PBKDF2-SHA(?:1|256|512))\}[^\s"',;]{8,}/gi,
  /SCRAM-SHA-\d{1,3}\$\d{1,9}:[A-Za-z0-9+/=]{1,200}\$[A-Za-z0-9+/=:]{16,300}/g,
  /(?<![A-Za-z0-9])md5[0-9a-f]{32}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9*])\*[0-9A-F]{40}(?![A-Za-z0-9])/g,
  {
    gate: /[0-9A-Fa-f*X]:[0-9A-Fa-f]{32}/g,
    form: /(?<![A-Za-z0-9])(?:[0-9A-Fa-f]{32}|NO PASSWORD\*{21}|X{32}):[0-9A-Fa-f]{32}(?![A-Za-z0-9])/g,
  },
]

/** A run of signs in which a JWT may stand. */
const JWT_RUN: Gated = { gate: /eyJ/g, form: /[A-Za-z0-9_.-]+/g }

function without(row: RegExp | Gated, text: string): string {
  if (row instanceof RegExp) return text.replace(row, REDACTED)
  return gatedReplace(text, row, REDACTED)
}

/** Takes out what is known by its own form: tokens of services, addresses of webhooks, password hashes. */
export function redactTokens(text: string): string {
  let out = redactJwts(text)
  for (const token of TOKENS) out = without(token, out)
  out = out.replace(WEBHOOK, (_whole, host?: string, query?: string) => `${host ?? query}${REDACTED}`)
  for (const hash of HASHES) out = without(hash, out)
  return out
}

/** JWTs and JWEs: three or more base64url parts, the first of which begins with `{"` in base64. */
function redactJwts(text: string): string {
  return gatedReplace(text, JWT_RUN, (run) => {
    if (!run.includes('eyJ')) return run
    const parts = run.split('.')
    for (const [index, part] of parts.entries()) {
      const start = part.indexOf('eyJ')
      const isToken = start !== -1 && part.length - start >= 10 && (parts[index + 1]?.length ?? 0) >= 8
      if (!isToken || index + 2 >= parts.length) continue
      return [...parts.slice(0, index), part.slice(0, start) + REDACTED].join('.')
    }
    return run
  })
}
