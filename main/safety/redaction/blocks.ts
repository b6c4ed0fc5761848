import { isSecretName, isSecretPathPart } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'

/** A YAML key whose value is on the lines behind it: alone, or with a sign of a block of text. */
const HEAD =
  /^([ \t]*(?:-[ \t]+)?)["']?([\w.\-\u4e00-\u9fff]{2,80})["']?[ \t]*[:：][ \t]*(?:!\w{1,20}[ \t]{1,4}(?=[|>]))?([|>][+-]?\d?[+-]?)?[ \t]*\r?$/
const VALUE = /^([ \t]+(?:-[ \t]+)?)(["']?)([^\s:"'#](?:[^:"'#\r\n]*[^\s:"'#])?)\2[ \t]*\r?$/
const ITEM = /^([ \t]*-[ \t]+)(["']?)([^\s:"'#{[](?:[^:"'#\r\n]*[^\s:"'#])?)\2[ \t]*\r?$/
const TEXT = /^([ \t]*)([^\s][^\r\n]*)(\r?)$/
/** TOML and Python: a text in three quotes. */
const LONG = /^([ \t]*["']?([\w.-]{2,80})["']?[ \t]*=[ \t]*(?:"""|'''))([^\r\n]*)(\r?)$/
/** A Secret of Kubernetes, in whatever order its fields are printed; the values of other documents go with it. */
const SECRET_KIND = /^[ \t]*(?:-[ \t]+)?kind:[ \t]*["']?(?:Sealed)?Secret(?:List)?["']?[ \t]*\r?$/m
const SECRET_DATA = /^(?:data|stringData)$/
const DATA_LINE = /^([ \t]+["']?[\w.-]{1,253}["']?:[ \t]+)([^\s|>[][^\r\n]*|[|>][+-]?\d?[ \t]*)(\r?)$/
/** cloud-init: lines `user:password` below `chpasswd`. */
const USER_LINE = /^([ \t]+(?:-[ \t]+)?["']?[a-z_][\w-]{0,31}:)([^\s:][^\r\n]*?)(\r?)$/

/** Codes that open an account when its second factor is lost. */
const CODES = /^[ \t]*(?:recovery|backup|scratch|emergency)[ _-]?codes?(?:[ \t]*[:：])?[ \t]*\r?$/i
const CODE = /^((?:[ \t]*(?:[-*]|\d{1,2}[.)]))?[ \t]*)([A-Za-z0-9][A-Za-z0-9-]{5,23})[ \t]*(\r?)$/

/** Terraform: a variable, and what it is where nothing else is given. */
const VARIABLE = /^[ \t]*variable[ \t]+"([\w.-]{1,80})"[ \t]*\{[ \t]*\r?$/
const DEFAULT = /^([ \t]*default[ \t]*=[ \t]*")([^"\r\n]{1,400})"[ \t]*(\r?)$/

/** A file that a command shows, the answer of a command that makes a key or reads one, and a title of `head`. */
const SHOWN =
  /^(?:[^$#>\r\n]{0,80}[$#>][ ])?(?:sudo )?(?:cat|more|less|head|tail|type|gc|get-content|printenv|echo|uci(?: -q)? get|nmcli -g|pass show|vault kv get|bat)[ \t](?:-\S{1,20} )*(?:\S{1,60} )?["']?(\S{3,200})[ \t]*\r?$|^==> (\S{3,200}) <==\r?$/i
/** What else a line may hold that leads to a secret below it. */
const OPENING = /cookie|codes|wg gen|openssl rand|pwgen/i
/** Without which no line is such a command. */
const SHOWING = /(?:cat|more|less|head|tail|type|gc|content|printenv|echo|get|-g|show|bat)[ \t]|==>/i
const MAKES_KEY =
  /(?:^|[$#>] |\/)(?:wg gen(?:key|psk)|openssl rand -(?:hex|base64) \d{1,4}|pwgen(?: [-\w]{1,10})*)[ \t]*\r?$/
const SECRET_FILE =
  /(?:priv(?:ate)?[._-]?key|\.psk|\.pass|\.pw|\.secret|\.cookie|vault[._-]pass|auth[._-]?key|[._-]token)$/i
/** A line of such a file: one word, or a login with the secret behind the last colon. */
const ANSWER = /^((?:[\w.@*-]{1,100}:){0,4})([^\s:[]{6,400})[ \t]*(\r?)$/
/** `root:x:0:0:`, and what is no answer. */
const NO_ANSWER = /:[x*!]:\d|^[\w.-]{1,60}=[^=]|^[\w.-]+:\d{1,5}$|^[/~$]|^-----|^\d+$|^cat:|^https?:|[()]/

type Content = 'answer' | 'value' | 'default' | 'codes' | 'text' | 'items' | 'data' | 'users' | 'quoted'
interface Block {
  readonly indent: number
  readonly content: Content
  readonly quotes?: string
}

/** Takes out values that stand on the lines behind their name; remembers the block that it is in. */
export class BlockReader {
  readonly #hasSecretKind: boolean
  #block: Block | undefined
  #isBelowChpasswd = false

  constructor(text: string) {
    this.#hasSecretKind = text.includes('Secret') && SECRET_KIND.test(text)
  }

  /** `mayName`: the line may name a secret. The line without what belongs to a secret above it; undefined where it is an ordinary line. */
  read(line: string, mayName: boolean): string | undefined {
    const inside = this.#block && this.#inside(line, this.#block)
    if (inside !== undefined) return inside
    this.#block = undefined
    return this.#open(line, mayName)
  }

  #open(line: string, mayName: boolean): string | undefined {
    if (!this.#hasSecretKind && !this.#isBelowChpasswd && !mayName && !OPENING.test(line)) return undefined
    const long = LONG.exec(line)
    if (long && isSecretName(long[2] ?? '')) return this.#openLong(line, long)
    if (isSecretName(VARIABLE.exec(line)?.[1] ?? '')) this.#block = { indent: -1, content: 'default' }
    if (CODES.test(line)) this.#block = { indent: -1, content: 'codes' }
    if (isShown(line)) this.#block = { indent: -1, content: 'answer' }
    const head = HEAD.exec(line)
    if (!head) return undefined
    const indent = head[1]?.length ?? 0
    const name = head[2] ?? ''
    const hasText = head[3] !== undefined
    if (isSecretName(name)) this.#block = { indent, content: hasText ? 'text' : 'value' }
    else if (this.#hasSecretKind && SECRET_DATA.test(name)) this.#block = { indent, content: 'data' }
    else if (this.#isBelowChpasswd && /^(?:list|users)$/.test(name)) this.#block = { indent, content: 'users' }
    this.#isBelowChpasswd = name === 'chpasswd' || (this.#isBelowChpasswd && indent > 0)
    return undefined
  }

  #openLong(line: string, long: RegExpExecArray): string | undefined {
    const quotes = long[1]?.slice(-3) ?? ''
    const rest = long[3] ?? ''
    const end = rest.indexOf(quotes)
    if (end < 0) this.#block = { indent: 0, content: 'quoted', quotes }
    if (rest === '' || rest.startsWith(REDACTED)) return line
    return `${long[1]}${REDACTED}${end < 0 ? '' : rest.slice(end)}${long[4]}`
  }

  #inside(line: string, block: Block): string | undefined {
    if (block.content === 'quoted') return this.#insideQuotes(line, block.quotes ?? '')
    if (block.content === 'answer') return NO_ANSWER.test(line) ? undefined : replaced(ANSWER, line)
    if (block.content === 'codes') return replaced(CODE, line)
    if (block.content === 'default') return /^[ \t]*\}/.test(line) ? undefined : (replaced(DEFAULT, line, '"') ?? line)
    if (line.trim() === '') return block.content === 'value' ? undefined : line
    const depth = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const isItem = line.startsWith('- ', depth)
    if (depth < block.indent || (depth === block.indent && !isItem)) return undefined
    if (block.content === 'text') return replaced(TEXT, line)
    if (block.content === 'users') return replaced(USER_LINE, line) ?? line
    if (block.content === 'data') return this.#data(line)
    if (block.content === 'items') return isItem ? replaced(ITEM, line) : undefined
    this.#block = isItem ? { ...block, content: 'items' } : undefined
    return replaced(isItem ? ITEM : VALUE, line)
  }

  #insideQuotes(line: string, quotes: string): string {
    const end = line.indexOf(quotes)
    if (end >= 0) this.#block = undefined
    const value = (end < 0 ? line : line.slice(0, end)).trim()
    return value === '' || value === REDACTED ? line : REDACTED + (end < 0 ? '' : line.slice(end))
  }

  #data(line: string): string {
    return replaced(DATA_LINE, line) ?? (/^[ \t]+[^\s:]+[ \t]*\r?$/.test(line) ? (replaced(TEXT, line) ?? line) : line)
  }
}

/** True if the next lines are a secret: the line is a command that shows it, or the name of its file. */
function isShown(line: string): boolean {
  if (line.length > 400) return false
  if (MAKES_KEY.test(line)) return true
  const shown = SHOWING.test(line) ? SHOWN.exec(line) : null
  const path = (shown?.[1] ?? shown?.[2] ?? '').replace(/["']$/, '')
  if (path === '' || path === '/etc/passwd') return false
  if (path.startsWith('$') || /(?:nmcli|printenv|uci) /.test(line))
    return isSecretName(path.replace(/^\$\{?|\}$/g, '').replace(/^\w+:/, ''))
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return isSecretPathPart(name) || SECRET_FILE.test(name)
}

/** What stands before the value and behind it stays; a block of text only begins there. */
function replaced(form: RegExp, line: string, after = ''): string | undefined {
  const match = form.exec(line)
  if (!match) return undefined
  const isQuoted = match.length > 3 && (form === VALUE || form === ITEM)
  const before = match[1] ?? ''
  const quote = isQuoted ? (match[2] ?? '') : ''
  const value = (isQuoted ? match[3] : match[2]) ?? ''
  if (value === REDACTED || value === `"${REDACTED}"` || /^[|>][+-]?\d?[ \t]*$/.test(value)) return line
  return `${before}${quote}${REDACTED}${quote}${after}${line.endsWith('\r') ? '\r' : ''}`
}
