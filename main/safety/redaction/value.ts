import { REDACTED } from './mark.ts'

/** A piece of a text: `start` to before `end`, and what stands there instead. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * A quoted value (also inside escaped JSON), or everything to the next white space; a quote that ends what is around
 * the value, such as a JSON string, ends the value too, and so does the next name of a connection string or a list.
 */
const VALUE =
  /\\"(?:[^"\\\r\n]|\\{4}|\\{3}"|\\{2}(?=[^\\\r\n])(?!\\)|\\[^"\\\r\n])*(?:\\")?|"(?:[^"\\\r\n]|\\[^\r\n])*"?|'[^'\r\n]*'?|(?:[^\s"';,&\0，。；、）」』]|[;,&](?![A-Za-z_][\w.-]{1,40}[=:]|[\u3000-\u9fff])|["'](?!\s|$|[,}\])]))+/y
/** A number or word in JSON that has no quotes. */
const JSON_BARE = /[^\s,}\]"']+/y
/** The rest of a line that holds words only: a passphrase without quotes. */
const WORDS = /[^\s,;:={}[\]()"'<>|&#\\]+(?:[ \t][^\s,;:={}[\]()"'<>|&#\\]+){1,11}[ \t]*$/my

/** No secret, but what is said about one. */
const SAYS_NOTHING =
  /^(?:true|false|yes|no|on|off|null|nil|none|undefined|n\/a|0|1|\*{1,80}|x|-|~|:|\{|never|unset|empty|denied|granted|found|set|hidden|required|optional|enabled|disabled|missing|invalid|valid|expired|incorrect|wrong|ok|failed|changed|unchanged|unknown|locked|absent|present|omit|include|same-origin|renewed|wpa[23]?|prompt|auto|env|stdin|redacted|\([^)]{0,40}\)?|<[\w .-]{0,40}>?|amd64|arm64|armhf|armel|i386|riscv64|any|string|str|bytes|buffer|uint8array|bytearray|boolean|bool|number|object|未设置|未知|没有|无|空|错误|已过期|已(?:更改|修改|重置|设置)|不正确|必填|可选|files|compat|systemd|sss|ldap|nis|[|>][+-]?\d?)[,;.):]{0,8}$/i

/** Words that only join those of what is said. */
const JOINING = /^(?:a|access|account|an|are|by|command|for|is|login|not|or|the|this|to|user|was)$/i
/** Words that stand in place of an unquoted value. */
const SAYING =
  /(?:command[ ])?not[ ](?:allowed|available|changed|configured|found|given|provided|recognized|required|set|supported|valid)\b|no[ ]such\b|see[ ](?:the\b|in\b|note|wiki|vault|above|below|[A-Z])|(?:access|permission)[ ]denied\b/iy
/** `vpn.secrets: password = X`: a name of its own before the value. */
const NAME_BEFORE = /[A-Za-z][\w.-]{0,60}[ \t]{1,4}=[ \t]{1,4}(?=[^\s=])/y
/** Templates and tags that another program fills in. */
const TEMPLATE = /["']?\$?\{\{[^{}\r\n]{0,80}\}\}|!(?:env_var|ENV|include|secret|vault)[ \t]{1,8}[\w.|>-]/y

const REFERENCE =
  /^(?:await|async|yield|lambda|function|New-Object|Get-Credential|Read-Host)$|^[A-Za-z_$][A-Za-z_.$]*\([\w.,]{0,80}(?:\)[;,)]{0,4})?$|^(?:args|config|cfg|context|ctx|data|env|event|options|opts|params|props|req|request|secrets|self|settings|state|this|user)\.[A-Za-z_.]+[;,)]{0,3}$|^(?:[A-Za-z_]{1,40}\.)?(?:get|read|load|fetch|lookup|prompt|input|ask)[A-Za-z_]{0,40}\(|^unix:|^[\w.-]+:\/[\w./-]*$|^(?:process\.env|os\.environ|import\.meta\.env|Deno\.env|ENV|System\.getenv|os\.getenv|getenv)[.([]|^\$\d$|^(?:MY_|YOUR_)?(?:API_?KEY|KEY|PASS|PASSPHRASE|PASSWD|PASSWORD|PIN|PSK|PWD?|SECRET|TOKEN)[\])>.,;]{0,3}$|^\$(?:\{[A-Za-z_]\w*\}|[A-Z_][A-Z0-9_]*|env:\w+)$|^\$\(|^%[A-Za-z_]\w*%$|^(?:file|env|fd):|^\/(?:etc|var|home|root|run|usr|opt|srv|mnt|boot|tmp|mosquitto|dev)\/[\w./-]*$|^\([A-Za-z]+-[A-Za-z]+$|^(?:https?|unix|tcp):\/\/[\w.:/-]+;?$/

/** Returns the replacement of the value at `start`; undefined if there is none, or it says nothing. */
export function redactValueAt(text: string, start: number, kind: 'plain' | 'json' | 'line'): Replacement | undefined {
  if (text.startsWith(REDACTED, start) || text.startsWith(`[${REDACTED}]`, start)) return undefined
  if (text[start] === '{' && !BYTES.test(text.slice(start, start + 24)))
    return kind === 'json' ? redactObject(text, start) : undefined
  const anchor = matchAt(/(?:&[\w-]{1,40}|!!\w{1,20})[ \t]{1,8}(?=[^\s&!])/y, text, start)
  if (anchor !== undefined) return redactValueAt(text, start + anchor.length, kind)
  const inner = kind === 'json' ? undefined : matchAt(NAME_BEFORE, text, start)
  if (inner !== undefined) return redactValueAt(text, start + inner.length, kind)
  if (matchAt(TEMPLATE, text, start) !== undefined || matchAt(SAYING, text, start) !== undefined) return undefined
  if (text[start] === '[' || BYTES.test(text.slice(start, start + 24))) return redactList(text, start, kind === 'json')
  const value = valueAt(text, start, kind)
  if (value === undefined) return undefined
  const quote = /^\\?["']/.exec(value)?.[0] ?? ''
  const isClosed = quote !== '' && value.length >= 2 * quote.length && value.endsWith(quote)
  const body = value.slice(quote.length, isClosed ? value.length - quote.length : undefined)
  if (/^[)\]}>;,.:]{0,4}$/.test(body) || body === REDACTED || isSaidOfSecret(body) || isReference(body, quote))
    return undefined
  const close = isClosed ? quote : ''
  const isBareJson = kind === 'json' && quote === ''
  const mark = /\\["'][ \t]*[:=][ \t]*$/.test(text.slice(Math.max(0, start - 16), start)) ? '\\"' : '"'
  const shown = isBareJson ? mark + REDACTED + mark : quote + REDACTED + close
  return { start, end: start + value.length, text: shown }
}

/** True if a whole value is no secret, but what is said about one: `never`, `not found`. */
export function isSaidOfSecret(value: string): boolean {
  if (SAYS_NOTHING.test(value)) return true
  const words = value.split(' ', 5)
  return words.length < 5 && words.every((word) => SAYS_NOTHING.test(word) || JOINING.test(word)) && words.length > 1
}

/** A number under `pass` or `token` counts tests or pieces of text. */
export function isCount(name: string, value: string): boolean {
  return /^(?:pass|tokens?)$/i.test(name) && /^\d{1,5}$/.test(value)
}

function valueAt(text: string, start: number, kind: 'plain' | 'json' | 'line'): string | undefined {
  const first = text[start]
  if (kind === 'json' && first !== '"' && first !== "'" && first !== '\\') return matchAt(JSON_BARE, text, start)
  if (kind === 'line') {
    const words = matchAt(WORDS, text, start)
    if (words !== undefined) return words.trimEnd()
  }
  return matchAt(VALUE, text, start)
}

/** Bytes of a key as C writes them. */
const BYTES = /^\{\s{0,20}(?:0x[0-9a-f]{1,2}|\d{1,3})[ \t]*,/i

/** An object without others inside, and its strings. */
const OBJECT = /\{[^{}]{0,4000}\}/y
const FIELD = /(\\?["'])([\w.-]{1,80})\1(\s{0,40}:\s{0,40})(\\?["'])((?:(?!\4)[^\r\n]){1,2000}?)\4/g
/** The field of an object that holds what the object is called. */
const CONTENT = /^(?:value|plain(?:text)?|content|secret|data|key|raw|text)$/i

/** The strings of an object that is called like a secret: `"password":{"value":"X"}`, and keys by their names. */
function redactObject(text: string, start: number): Replacement | undefined {
  const object = matchAt(OBJECT, text, start)
  if (object === undefined) return undefined
  const shown = object.replace(
    FIELD,
    (whole, quote: string, name: string, sign: string, open: string, value: string) => {
      const isKey = /^(?:[0-9A-Fa-f]{16,}|(?=[^\d]*\d)[A-Za-z0-9+/_-]{20,}={0,2})$/.test(value)
      if (!(isKey || CONTENT.test(name)) || isSaidOfSecret(value) || isReference(value, open)) return whole
      return quote + name + quote + sign + open + REDACTED + open
    },
  )
  return shown === object ? undefined : { start, end: start + object.length, text: shown }
}

const LIST = /\[[^\][]{0,2000}\]|\{[^{}]{0,2000}\}|\[[^\][\r\n]*\]?|\{[^{}\r\n]*\}?/y

/** Each string of a list, and the numbers of a key that is written as bytes. */
function redactList(text: string, start: number, isJson: boolean): Replacement | undefined {
  const list = matchAt(LIST, text, start) ?? '['
  const shown = list
    .replace(/(["'])(?:(?!\1)[^\\]|\\.)*\1?/g, (value, quote: string) =>
      value.length > 2 ? quote + REDACTED + quote : value,
    )
    .replace(
      /\b(?:0x[0-9a-f]{1,2}|\d{1,3})(?:[,\s]{1,40}(?:0x[0-9a-f]{1,2}|\d{1,3})\b){7,}/i,
      isJson ? `"${REDACTED}"` : REDACTED,
    )
  return shown === list ? undefined : { start, end: start + list.length, text: shown }
}

/** A variable, a file or a source of the value, none of which is the value. */
function isReference(value: string, quote: string): boolean {
  if (quote.endsWith("'")) return false
  return REFERENCE.test(value)
}

/** The match that begins at `start`, for an expression with `y`. */
export function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0]
}

const NO_MATCHES: readonly RegExpExecArray[] = []

/** All matches of an expression with `g`, in order. `matchAll` copies the expression first, which costs more than most searches. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NO_MATCHES
  const matches: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}

/** A costly expression that stays on one line, and a cheap one without which no line holds a match; both with `g`. */
export interface Gated {
  readonly gate: RegExp
  readonly form: RegExp
}

/** The same as `matchesOf(form, text)`: the form is only tried on lines that pass the gate. */
export function gatedMatches({ gate, form }: Gated, text: string): readonly RegExpExecArray[] {
  return linesWith(gate, text).flatMap(({ start, end }) => {
    const matches = matchesOf(form, text.slice(start, end))
    for (const match of matches) match.index += start
    return matches
  })
}

/** The same as `text.replace(form, by)`. */
export function gatedReplace(text: string, { gate, form }: Gated, by: string | ((match: string) => string)): string {
  const found = linesWith(gate, text).map(({ start, end }) => ({
    start,
    end,
    text: typeof by === 'string' ? text.slice(start, end).replace(form, by) : text.slice(start, end).replace(form, by),
  }))
  return replaceAll(text, found)
}

interface Line {
  readonly start: number
  readonly end: number
}

const NO_LINES: readonly Line[] = []

/** The lines in which a gate matches, without their ends. */
export function linesWith(gate: RegExp, text: string): readonly Line[] {
  gate.lastIndex = 0
  let hit = gate.exec(text)
  if (hit === null) return NO_LINES
  const lines: Line[] = []
  for (; hit !== null; hit = gate.exec(text)) {
    const start = text.lastIndexOf('\n', hit.index) + 1
    const next = text.indexOf('\n', hit.index)
    const end = next === -1 ? text.length : next
    lines.push({ start: Math.min(start, end), end })
    gate.lastIndex = end + 1
  }
  return lines
}

/** Puts replacements into a text; they are in order and do not overlap. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text
  const pieces: string[] = []
  let done = 0
  for (const { start, end, text: shown } of replacements) {
    if (start < done) continue
    pieces.push(text.slice(done, start), shown)
    done = end
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}
