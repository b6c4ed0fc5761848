import { isSecretName } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'
import { isCount, matchAt, type Replacement, redactValueAt, replaceAll } from './value.ts'

/** A name and what sets it apart from its value. Names may be Chinese, and have a subscript: `APPKEY[16] = …`. */
const KEY =
  /(?<![\w.\-\u4e00-\u9fff])([\w.\-\u4e00-\u9fff]+)(\[\w{0,24}\][ \t]*=[ \t]*|\\?["']?[ \t]*(?:=>|:=|[:=：])[ \t]*|[ \t]+)/g
const REGISTRY_TYPE = /REG_(?:EXPAND_|MULTI_)?(?:SZ|BINARY|DWORD|QWORD)[ \t]+/y
/** Text that may precede the name of a directive on its line. */
const INDENT = /^[ \t]*(?:[-#;/]{1,2}[ \t]*)?(?:(?:export|set|setenv|define|put|let)[ \t]+)?$/i
/** The last word of a name of several words that says what it is only together with the word before. */
const LAST_OF_SEVERAL = /^(?:key|content|material|phrase|code|word|pin)$/i
/** Names before which a plain `password X` stands on the same line (netrc, msmtp). */
const LOGIN = /^(?:login|user|username|account|identity)$/i
/** `user and password` names both, and no user. */
const JOINING = /^(?:and|or|und|oder|et|y)$/i
/** A key of which the name does not tell the use: only what looks like key material counts. */
const PLAIN_KEY = /^(?:\w{0,20}[._-])?(?:key|KEY|Key)$|[a-z]Key$/
const OPEN_KEY =
  /(?:cache|dedupe|fingerprint|foreign|group|host|idempotency|lock|object|partition|primary|pub|public|registry|routing|row|s3|sort)[._-]?key$/i
/** A short number that opens something; an error, an exit or an alarm has a code too. */
const CODE_NAME =
  /(?:^|[._-])(?:(?:pin|puk)[12]?(?:[_-]?code)?|pincode)$|(?:access|disarm|door|entry|gate|homekit|keypad|lock|matter|pairing|security|setup|unlock)[ _-]?code$/i
const MATERIAL = /(?:["']|\\")?([A-Za-z0-9+/_-]{20,}={0,2}|(?:[0-9A-Fa-f]{2}[: -]){15,}[0-9A-Fa-f]{2})(?![\w.-])/y
/** Words that follow a word for a secret in a sentence. */
const SENTENCE =
  /^(?:a|an|and|are|authentication|cannot|can|changed|could|does|entered|expired|expires|failed|failure|file|for|from|has|hash|in|incorrect|invalid|is|less|manager|may|mismatch|must|needed|not|of|on|or|policy|prompt|rejected|required|reset|should|store|to|updated|verification|was|were|will|with)$/i

const COMMUNITY = /(?:^|[._-])communit(?:y|ies)(?:[._-]?(?:name|string))?$/i
/** Signs around a key among which the name of its Wi-Fi is looked for. */
const BESIDE = 100

/** `-pass val           Passphrase source`: what the help of a program writes in place of a value. */
const PLACEHOLDER =
  /^(?:arg|bytes|file|hex|infile|int|key|name|num|outfile|pass(?:word|phrase)?|path|secret|str(?:ing)?|text|token|ur[il]|val(?:ue)?|word)[ \t]{2,40}[A-Z(]/

/** Programs that are called like a secret. */
const PROGRAM =
  /^(?:(?:ch|cp|g|ht|k|ldap|lp|mk|smb|vnc|yp)passwd|mosquitto_passwd|wpa_passphrase|systemd-ask-password)$/i

interface Word {
  readonly name: string
  readonly end: number
}

/** What a name has to hold, or the word before it, for its value to be taken out. */
const NAME_HINT =
  /pass|sess|connect\.sid|kennwort|contrasena|wachtwoord|md5|pwd|pw|psk|secret|token|cred|key|auth|pin|jwt|密码|密碼|口令|密钥|秘钥|令牌|私钥|凭据|授权码|communit|sig|x-amz|code|puk/gi

/** The same for one name. */
const NAMED = new RegExp(NAME_HINT.source, 'i')

/** The lines of a text in which a name may stand; a name and its sign never go over the end of a line. */
class HintedLines {
  readonly #text: string
  #start = 0
  #end = -1

  constructor(text: string) {
    this.#text = text
  }

  /** `at` if it is on such a line, else the beginning of the next one; undefined if there is none. Asked in order. */
  from(at: number): number | undefined {
    while (this.#end < at) {
      NAME_HINT.lastIndex = Math.max(this.#end, 0)
      const hint = NAME_HINT.exec(this.#text)
      if (hint === null) return undefined
      this.#start = this.#text.lastIndexOf('\n', hint.index) + 1
      const end = this.#text.indexOf('\n', hint.index)
      this.#end = end === -1 ? this.#text.length : end
    }
    return Math.max(at, this.#start)
  }
}

/** Takes out values that stand behind the name of a secret: settings, variables, JSON, options, netrc, registry. */
export function redactNamedValues(text: string): string {
  const found: Replacement[] = []
  let before: Word | undefined
  let beforeThat: Word | undefined
  const lines = new HintedLines(text)
  KEY.lastIndex = 0
  for (let match = KEY.exec(text); match !== null; match = KEY.exec(text)) {
    const from = lines.from(match.index)
    if (from === undefined) break
    if (from > match.index) {
      KEY.lastIndex = from
      continue
    }
    const [whole, name = '', separator = ''] = match
    const end = match.index + whole.length
    const isNext = before?.end === match.index
    const joined = isNext && LAST_OF_SEVERAL.test(name) ? `${before?.name}_${name}` : name
    const login = isNext && !JOINING.test(before?.name ?? '') ? beforeThat?.name : undefined
    beforeThat = isNext ? before : undefined
    before = separator.trim() === '' ? { name, end } : undefined
    if (!NAMED.test(joined)) continue
    const value =
      separator.trim() === ''
        ? afterSpace(text, match.index, end, name, login)
        : afterSign(text, match.index, end, joined, separator)
    if (value === undefined) continue
    found.push(value)
    KEY.lastIndex = Math.max(value.end, end)
    before = undefined
  }
  return replaceAll(text, found)
}

function afterSign(text: string, start: number, end: number, name: string, separator: string): Replacement | undefined {
  const sign = text[start - 1]
  // `/etc/passwd:` is a path in an answer of grep; `/pass:X` is an option of Windows.
  if (sign === '/' && separator.startsWith(':') && /[^\s"']/.test(text[start - 2] ?? ' ')) return undefined
  const isJson = /^\\?"/.test(separator) && separator.includes(':')
  if (isMessage(name, separator, text, end)) return undefined
  const isSetting = isSecretName(name) && !isWorkingDirectory(name, text, end) && !isCountAt(name, separator, text, end)
  if (isSetting) {
    const isQuery = sign === '?' || sign === '&'
    if (isQuery) return queryValue(text, end)
    return redactValueAt(text, end, isJson ? 'json' : isLineStart(text, start) ? 'line' : 'plain')
  }
  if (
    (sign === '?' || sign === '&') &&
    /^(?:sig|signature|x-amz-signature|x-amz-credential|sign|key|auth|code|pw|pass)$/i.test(name)
  )
    return queryValue(text, end)
  if (isJson && /^auth$/i.test(name) && /^\\?"[A-Za-z0-9+/]{8,}={0,2}\\?"/.test(text.slice(end, end + 4000)))
    return redactValueAt(text, end, 'json')
  if (COMMUNITY.test(name) && isOfSnmp(text, start, end, name))
    return redactValueAt(text, end, isJson ? 'json' : 'plain')
  if (/^(?:key|pass)$/i.test(name) && isBesideSsid(text, start, end))
    return redactValueAt(text, end, isJson ? 'json' : 'plain')
  return keyMaterial(text, end, name, isJson) ?? pin(text, end, name)
}

/** `pin: 4711`, `gsm.puk=12345678`, `Setup Code: 031-45-154`: a pin of the board has a smaller number. */
function pin(text: string, end: number, name: string): Replacement | undefined {
  if (!CODE_NAME.test(name)) return undefined
  const value = matchAt(/\\?["']?(?=(?:\d{4,12}|\d{3}-\d{2}-\d{3}|\d{4}-\d{3}-\d{4})(?![\w.]))/y, text, end)
  if (value === undefined) return undefined
  const start = end + value.length
  return { start, end: start + (matchAt(/[\d-]+/y, text, start) ?? '').length, text: REDACTED }
}

/** `key: <20 signs or more of base64 or hex>`, unless it is a public half. */
function keyMaterial(text: string, end: number, name: string, isJson: boolean): Replacement | undefined {
  if (!PLAIN_KEY.test(name) || OPEN_KEY.test(name)) return undefined
  MATERIAL.lastIndex = end
  const body = MATERIAL.exec(text)?.[1]
  if (body === undefined || body.startsWith('AAAA') || !/\d/.test(body) || !/[A-Za-z]/.test(body)) return undefined
  return redactValueAt(text, end, isJson ? 'json' : 'plain')
}

function queryValue(text: string, start: number): Replacement | undefined {
  const query = /[^\s&#"'<>\\]+/y
  query.lastIndex = start
  const value = query.exec(text)?.[0]
  if (value === undefined || value.startsWith(REDACTED)) return undefined
  return { start, end: start + value.length, text: REDACTED }
}

/** White space sets a value apart from an option, a directive, a login, a value of the registry and a Chinese name. */
function afterSpace(
  text: string,
  start: number,
  end: number,
  name: string,
  login: string | undefined,
): Replacement | undefined {
  if (!isSecretName(name)) return undefined
  REGISTRY_TYPE.lastIndex = end
  const type = REGISTRY_TYPE.exec(text)?.[0]
  if (type !== undefined) return redactValueAt(text, end + type.length, 'line')
  if (name.startsWith('-')) {
    const isLong = name.startsWith('--') || name.length > 4
    return isLong && !text.startsWith('--', end) && !isHelp(text, start, end)
      ? redactValueAt(text, end, 'plain')
      : undefined
  }
  if (/[\u4e00-\u9fff]$/.test(name))
    return /[!-~]/.test(text[end] ?? '') ? redactValueAt(text, end, 'plain') : undefined
  if (login !== undefined && LOGIN.test(login)) {
    const next = /^[\w-]{1,40}/.exec(text.slice(end, end + 40))?.[0] ?? ''
    return SENTENCE.test(next) || /^\d{1,2}$/.test(next) ? undefined : redactValueAt(text, end, 'plain')
  }
  if (!isLineStart(text, start)) return undefined
  return directive(text, end, name)
}

/** `remote_password X`, `password X`: a line of settings, which a sentence that begins with the word is not. */
function directive(text: string, end: number, name: string): Replacement | undefined {
  const isWord = /^[A-Za-z]+$/.test(name) && !/^r[ow]community$/i.test(name)
  if (/^(?:passwd|pass)$/i.test(name) || PROGRAM.test(name)) return undefined
  const line = matchAt(/[^\r\n]*/y, text, end) ?? ''
  const rest = line.trim()
  const words = rest.split(/[ \t]+/, 3)
  if (isRow(text, end, rest)) return undefined
  const first = words[0] ?? ''
  const isQuoted = /^["']/.test(first)
  if (/^[<>({&]$|^[=:|-]|^<</.test(first) || SENTENCE.test(first)) return undefined
  if (isWord && !isQuoted && words.length > 1 && !/^[#;]/.test(words[1] ?? '')) return undefined
  return redactValueAt(text, end, 'plain')
}

/** A community is a password in settings of SNMP only. */
function isOfSnmp(text: string, start: number, end: number, name: string): boolean {
  return (
    /snmp/i.test(name) || /snmp|:161\b|["' ]2c?["']?\s/i.test(text.slice(Math.max(0, start - BESIDE), end + BESIDE))
  )
}

/** True if the name of a Wi-Fi stands in the same object or the same few lines. */
function isBesideSsid(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BESIDE), start)
  const after = /^[^{}]*/.exec(text.slice(end, end + BESIDE))?.[0] ?? ''
  return [before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')) + 1), after].some((part) =>
    /ssid\\?["']?[ \t]*[:=]/i.test(part),
  )
}

/** `  --psk      pre-shared key in hexadecimal`: the help of a program. */
function isHelp(text: string, start: number, end: number): boolean {
  const isApart =
    /^[ \t]{2}$/.test(text.slice(end - 2, end)) && /^[ \t]{2}$|[\n,] ?$/.test(text.slice(start - 2, start))
  if (isApart && /^[A-Za-z][\w-]*[ \t][A-Za-z(]/.test(text.slice(end, end + 60))) return true
  return isLineStart(text, start) && PLACEHOLDER.test(text.slice(end, end + 60))
}

/** A row of a table, with wide gaps on both sides of the second word; or a package with its version. */
function isRow(text: string, end: number, rest: string): boolean {
  return (
    (/^[ \t]{3}$/.test(text.slice(end - 3, end)) && /^\S{1,200}[ \t]{3}/.test(rest)) ||
    /^v?\d{1,6}(?:\.\d{1,6}){1,4}(?:[-+~:]\S{0,80})?(?:\s|$)/.test(rest)
  )
}

/** `PWD=/home/pi` names the working directory. */
function isWorkingDirectory(name: string, text: string, end: number): boolean {
  return /^(?:OLD)?PWD$/i.test(name) && /^(?:["']?(?:[/~]|[A-Za-z]:[\\/]))/.test(text.slice(end, end + 4))
}

/** `passwd: password updated successfully` is what the program says. */
function isMessage(name: string, separator: string, text: string, end: number): boolean {
  return /passwd$/.test(name) && /^:[ \t]/.test(separator) && /^[^\s"']+[ \t][^\s]/.test(text.slice(end, end + 200))
}

/** `pass: 12` counts tests, and so does the attribute `pass="12"`. */
function isCountAt(name: string, separator: string, text: string, end: number): boolean {
  const sign = separator.includes(':') ? '' : '"'
  const number = /^"?(\d{1,5})(?![\w.-])/.exec(text.slice(end, end + 8))
  return /^pass$/i.test(name) && number?.[0].startsWith(sign) === true && isCount(name, number[1] ?? '')
}

function isLineStart(text: string, start: number): boolean {
  const line = text.slice(Math.max(0, start - 64), start)
  const indent = line.slice(line.lastIndexOf('\n') + 1)
  return (start <= 64 || line.includes('\n')) && INDENT.test(indent)
}
