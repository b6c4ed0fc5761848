import { isActingAddress, isActingPair } from './acting-address.ts'

/** Kinds of values that a list of options can name; `oneOf` and `shaped` hold their own values. */
export type ValueKind =
  | { readonly name: PlainKind }
  | { readonly name: 'oneOf'; readonly values: ReadonlySet<string> }
  | { readonly name: 'shaped'; readonly pattern: RegExp; readonly isOpened: boolean }

/**
 * `number`: digits, a sign, a unit. `name`: one word without a slash. `text`: any text that is not opened (a pattern, a
 * format, a date). `file`: opened and read; no `@list` of more arguments, no `+command`. `path`: looked at but not opened. `device`: a device that is only asked.
 * `host`: a host name or address. `url`: http or https, no address that acts; `weburl`: the same with its scheme. `pair`: `name=value` of a query that does not act. `script`: read by the program's own reader (sed, awk, jq). `any`: text that may
 * look like an option.
 */
const PLAIN_KINDS = [
  'number',
  'name',
  'text',
  'file',
  'path',
  'device',
  'host',
  'url',
  'weburl',
  'pair',
  'script',
  'any',
] as const
type PlainKind = (typeof PLAIN_KINDS)[number]

const SHAPES: Readonly<Record<PlainKind, RegExp>> = {
  number: /^[+-]?\d[\d.,:]*[A-Za-z%]{0,4}$/,
  name: /^[\p{L}\p{N}_.@:%+,=*?~#[\]{}][\p{L}\p{N}_.@:%+,=*?~#[\]{}-]*$/u,
  text: /^(?!-)[\s\S]*$/,
  file: /^(?:-|(?![-+@])[\s\S]+)$/,
  path: /^(?![-+@])[\s\S]+$/,
  device: /^(?:\/dev\/(?!\.)[\w./:-]+|\/sys\/[\w./:-]+|[\w.:,-]+)$/,
  host: /^[A-Za-z0-9_[:][A-Za-z0-9_.:%[\]-]*$/,
  // Without a scheme curl takes the protocol from the first part of the name (curl(1)).
  url: /^(?:https?:\/\/|(?!(?:dict|ftps?|imap|ldap|pop3|smtp)\.))[A-Za-z0-9_[][^\s{}\\`]*$/i,
  weburl: /^https?:\/\/[^\s{}\\]+$/i,
  pair: /^(?!-)[\w.[\]-]+=[\s\S]*$/,
  script: /^(?!-)[\s\S]*$/,
  any: /^[\s\S]*$/,
}

/** Other schemes than http reach files and other protocols (`gopher:`, `file:`, `telnet:`). */
const OTHER_SCHEME = /^(?!https?:\/\/)[a-z][a-z0-9+.-]*:\/{0,2}(?!\d)/i

/**
 * Reads the name of a kind: a plain one, `{a,b}` for a choice, `/…/` for a shape, `/…/f` for that of a file to read. An
 * Error says what is wrong.
 */
export function readKind(text: string): ValueKind | Error {
  const plain = PLAIN_KINDS.find((kind) => kind === text)
  if (plain) return { name: plain }
  if (text.startsWith('{') && text.endsWith('}'))
    return { name: 'oneOf', values: new Set(text.slice(1, -1).toLowerCase().split(',')) }
  const shape = /^\/(.+)\/(f?)$/.exec(text)
  if (shape) {
    try {
      return { name: 'shaped', pattern: new RegExp(`^(?:${shape[1]})$`, 'i'), isOpened: shape[2] === 'f' }
    } catch {
      return new Error(`“${text}” is no regular expression`)
    }
  }
  return new Error(`“${text}” is no kind of value`)
}

/** True if a program opens what it is given there. */
export const isOpenedKind = (kind: ValueKind): boolean =>
  kind.name === 'file' || (kind.name === 'shaped' && kind.isOpened)

/** True if a value is of the kind. */
export function isOfKind(kind: ValueKind, value: string): boolean {
  if (kind.name === 'oneOf') return isOneOf(kind.values, value)
  if (kind.name === 'shaped') return kind.pattern.test(value)
  if (kind.name === 'url' && OTHER_SCHEME.test(value)) return false
  if ((kind.name === 'url' || kind.name === 'weburl') && isActingAddress(value)) return false
  if (kind.name === 'pair' && isActingPair(value)) return false
  return SHAPES[kind.name].test(value)
}

/** A choice may be given as a list: `ps -o pid,comm`. */
function isOneOf(values: ReadonlySet<string>, value: string): boolean {
  const lower = value.toLowerCase()
  return values.has(lower) || (lower.includes(',') && lower.split(',').every((part) => values.has(part)))
}
