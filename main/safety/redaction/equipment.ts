import { isSecretName } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'
import { matchesOf, type Replacement, replaceAll } from './value.ts'

/**
 * Settings of switches, routers and firewalls (Cisco, Huawei, Juniper, Fortinet, VyOS) before which no sign sets the
 * value apart. `*` is any word.
 */
const ROWS = [
  'enable|super password|secret',
  'username|local-user|user * password|secret',
  'username|local-user|user * privilege * password|secret',
  'snmp-server|snmp community',
  'snmp-agent community read|write',
  'set snmp community',
  'snmp-server host * version *',
  'snmp-server host * traps version *',
  'snmp-server host * informs version *',
  'tacacs-server|radius-server key',
  'tacacs-server|radius-server host * key',
  'tacacs-server|radius-server host * auth-port * acct-port * key',
  'isakmp key',
  'neighbor * password',
  'ppp chap|pap password',
  'ppp pap sent-username * password',
  'ospf message-digest-key * md5',
  'ospf authentication-key',
  'ntp authentication-key * *',
  'standby|vrrp * authentication md5 key-string',
  'standby|vrrp * authentication text',
  'wpa-psk|key-string|server-key|pre-shared-key|authentication-key|shared-secret',
].map((row) => row.split(' ').map((words) => words.split('|')))
const BY_FIRST = new Map<string, (readonly (readonly string[])[])[]>()
for (const [firsts = [], ...rest] of ROWS) {
  for (const first of firsts) BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), rest])
}

/** The way in which the value behind is written: `password 7 X`, `key cipher X`, `psksecret ENC X`. */
const KIND =
  /^(?:\d|10|cipher|irreversible-cipher|simple|encrypted|plaintext|plain-text|ascii|ascii-text|hexadecimal|enc)$/i
const LEVEL = /^(?:level|privilege)$/i
/** Words behind which a kind may stand in any line. */
const BEFORE_KIND =
  /^(?:passw(?:or)?d|secret|key|community|md5|psk|pre-shared-key|psksecret|passphrase|authentication-key|key-string)$/i
/** The methods of a user of SNMP, and `auth sha X priv aes 128 Y`. */
const SNMP_METHOD = /^(?:md5|sha(?:-?\d{1,3})?|des|3des|aes(?:-?\d{1,3})?)$/i
/** Words of a sentence that are no name: `asks for user and password again`. */
const JOINING = /^(?:and|or|with|has|und|oder)$/
const HINT = /password|passwd|passphrase|secret|key|community|snmp-server|psk|authentication/i
const MAX_LINE = 600

interface Word {
  readonly text: string
  readonly lower: string
  readonly start: number
}

/** Takes out the values of settings that network equipment writes as words in a row. */
export function redactEquipment(text: string): string {
  if (!HINT.test(text)) return text
  return text
    .split('\n')
    .map((line) => (line.length <= MAX_LINE && HINT.test(line) ? redactLine(line) : line))
    .join('\n')
}

function redactLine(line: string): string {
  const words = matchesOf(/[^\s]+/g, line).map(({ index, 0: text }) => ({
    text,
    lower: text.toLowerCase(),
    start: index,
  }))
  const found: Replacement[] = []
  for (let i = 0; i < words.length; i++) {
    const at = rowEnd(words, i) ?? settingEnd(words, i) ?? snmpEnd(words, i)
    const value = at === undefined ? typedValue(words, i) : valueAt(words, at)
    if (value !== undefined) found.push(...replacement(value))
  }
  return replaceAll(line, found)
}

/** Where the words of a row end that begins at `i`. */
function rowEnd(words: readonly Word[], i: number): number | undefined {
  const first = lower(words[i])
  const rows = BY_FIRST.get(first.slice(first.lastIndexOf(':') + 1))
  const rest = rows?.find((row) => row.every((options, n) => isOneOf(words[i + 1 + n], options)))
  // A single word says so at the beginning of a line only.
  return rest === undefined || (rest.length === 0 && i > 0) ? undefined : i + 1 + rest.length
}

/** `set … wpa passphrase X`: a setting of three words or more, the last but one of which is named like a secret. */
function settingEnd(words: readonly Word[], i: number): number | undefined {
  const isSet = lower(words[0]) === 'set' && i >= 2 && i === words.length - 2
  const isNamed = isSet && isSecretName(words[i]?.text ?? '')
  const value = words[i + 1]?.text ?? ''
  return isNamed && (words[i]?.text.includes('-') || /^["']|\d/.test(value)) ? i + 1 : undefined
}

function snmpEnd(words: readonly Word[], i: number): number | undefined {
  const isMethod = /^(?:auth|priv)$/i.test(lower(words[i])) && SNMP_METHOD.test(lower(words[i + 1]))
  if (!isMethod || !words.some((word) => lower(word) === 'snmp-server')) return undefined
  return /^\d{3}$/.test(lower(words[i + 2])) && i + 3 < words.length ? i + 3 : i + 2
}

/** The word behind the kinds at `at`, if there is one. */
function valueAt(words: readonly Word[], at: number): Word | undefined {
  let next = at
  if (LEVEL.test(lower(words[next]))) next += 2
  while (next < words.length - 1 && next < at + 4 && KIND.test(lower(words[next]))) next++
  return words[next]
}

/** `password 7 X` in any line: the value has to look like one that was hidden, or the kind is a word. */
function typedValue(words: readonly Word[], i: number): Word | undefined {
  const kind = lower(words[i + 1])
  const value = words[i + 2]
  if (value === undefined || !BEFORE_KIND.test(lower(words[i])) || !KIND.test(kind)) return undefined
  const isHidden = /^["']?(?:[0-9a-f]{8,}|\$\S{6,}|(?=\S*\d)\S{12,})["']?;?$/i.test(value.text)
  return isHidden || /^(?:cipher|irreversible-cipher|simple|enc|ascii-text)$/.test(kind) ? value : undefined
}

function replacement({ text, start }: Word): Replacement[] {
  const quote = /^["']/.exec(text)?.[0] ?? ''
  // A quote or a backslash belongs to what is around the line.
  const value = (/^[^"'\\]*/.exec(text.slice(quote.length))?.[0] ?? '').replace(/[;,]{1,3}$/, '')
  if (
    value.length < 3 ||
    /^(?:default|disable|enable|encryption|level|policy)$/i.test(value) ||
    value.startsWith(REDACTED) ||
    value.startsWith('$(') ||
    /[{<]/.test(value)
  )
    return []
  return [{ start: start + quote.length, end: start + quote.length + value.length, text: REDACTED }]
}

function isOneOf(word: Word | undefined, options: readonly string[]): boolean {
  if (word === undefined) return false
  return options[0] === '*' ? !JOINING.test(word.lower) : options.includes(word.lower)
}

function lower(word: Word | undefined): string {
  return word?.lower ?? ''
}
