import { X509Certificate } from 'node:crypto'
import type {
  ProfileSecretChanges,
  SecurityMode,
  Transport,
} from '../../../../preload/contract/models/broker/connection.ts'
import { KEEPALIVE_S, PROXY_URL } from '../../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { keepaliveNote, NOTES } from './import-notes.ts'

/** A profile as another program kept it; the schema of the contract judges it afterwards. */
export interface ProfileDraft {
  /** Of the entry in its file, for one that is not taken over. */
  readonly label: string
  readonly profile: Readonly<Record<string, unknown>>
  readonly secrets: ProfileSecretChanges
  readonly notes: readonly LocalizedText[]
  /** Why it cannot be taken over, where that is known before the schema is asked. */
  readonly refusal: LocalizedText | null
}

/** The fields of a JSON object; none when it is no object. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map<string, unknown>(isObject ? Object.entries(value) : [])
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A text, or a number as a text: a user name or password of digits may be kept as one. */
export function plainText(value: unknown): string {
  return typeof value === 'number' ? String(value) : textOf(value)
}

/** A name for people, bounded and on one line. */
export function nameOf(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 80)
    .trim()
}

/** A port; NaN for what is none, never 0 for an empty text. */
export function portOf(value: unknown): number {
  const text = plainText(value).trim()
  return /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
}

const FALSE = /^(?:0|f|false|n|no|none|off|null|undefined|disabled?|plain|never)?$/i

/** Reads a switch; null where nothing is said. What is neither yes nor no, such as a version of TLS, switches on. */
export function isOn(value: unknown): boolean | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value
  const text = plainText(value).trim()
  return text === '' ? null : !FALSE.test(text)
}

/** Derives how the connection is protected from what the other program has of it. A login is never dropped. */
export function securityOf(has: { isTls: boolean; isMutual: boolean; hasLogin: boolean }): SecurityMode {
  if (has.isTls) return has.isMutual ? 'mtls' : 'tls'
  return has.hasLogin ? 'password' : 'anonymous'
}

/** What is to say of a login of which one part is missing. */
export function loginNotes(username: string, hasPassword: boolean): LocalizedText[] {
  if (username === '') return hasPassword ? [NOTES.noUser] : []
  return hasPassword ? [] : [NOTES.noPassword]
}

export function transportOf(protocol: unknown): Transport {
  return /^wss?(?::\/{0,2})?$/i.test(textOf(protocol).trim()) ? 'websocket' : 'tcp'
}

/** A keepalive that is allowed here, with a note where the other program's is not. */
export function keepaliveOf(
  value: unknown,
  name = 'keepalive',
): {
  readonly fields: { readonly keepaliveS?: number }
  readonly notes: readonly LocalizedText[]
} {
  const text = plainText(value).trim()
  if (text === '') return { fields: {}, notes: [] }
  const keepaliveS = Number(text)
  const isAllowed = Number.isInteger(keepaliveS) && keepaliveS >= KEEPALIVE_S.min && keepaliveS <= KEEPALIVE_S.max
  return isAllowed ? { fields: { keepaliveS }, notes: [] } : { fields: {}, notes: [keepaliveNote(name)] }
}

/** The first protocol of a list for ALPN, which a program keeps as a text with commas; null where none is one. */
export function firstProtocol(value: unknown): string | null {
  const [first = ''] = Array.isArray(value) ? value.map(textOf) : textOf(value).split(',')
  const plain = first
    .trim()
    .replace(/^["'[]{1,4}/, '')
    .replace(/["'\]]{1,4}$/, '')
  return /^[!-~]{1,64}$/.test(plain) ? plain : null
}

/** A proxy as a connection keeps it; null for one with a login, or of another kind. */
export function proxyOf(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^socks5h:/i, 'socks5:')
    .replace(/\/$/, '')
  return PROXY_URL.test(plain) ? plain : null
}

/** Secrets that are there; an empty text is none. */
export function presentSecrets(secrets: Readonly<Record<string, string>>): ProfileSecretChanges {
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''))
}

/** A certificate as PEM, from PEM or DER; null when it is neither. */
export function certificatePem(content: Buffer): string | null {
  const text = content.toString('utf8')
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  try {
    return new X509Certificate(content).toString()
  } catch {
    return null
  }
}

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g

/** How many certificates a PEM text holds; 0 where one of them cannot be read. */
export function certificatesIn(pem: string): number {
  const blocks = pem.match(PEM_CERTIFICATE) ?? []
  return blocks.every(isCertificate) ? blocks.length : 0
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0
  } catch {
    return false
  }
}

/** A PEM text that stands in a file itself, with real line breaks. */
export function inlinePem(text: string): string {
  return text.includes('-----BEGIN ') ? text.replaceAll('\\n', '\n') : ''
}
