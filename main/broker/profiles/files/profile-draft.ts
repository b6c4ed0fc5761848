import { X509Certificate } from 'node:crypto'
import type { ProfileSecretChanges, SecurityMode, Transport } from '../../../../preload/contract/models/connection.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'

/** A profile as another program kept it; the schema of the contract judges it afterwards. */
export interface ProfileDraft {
  readonly profile: Readonly<Record<string, unknown>>
  readonly secrets: ProfileSecretChanges
  readonly notes: readonly LocalizedText[]
}

/** The fields of a JSON object; none when it is no object. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map<string, unknown>(isObject ? Object.entries(value) : [])
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Host, port and names that the two programs keep alike. */
export function commonFields(fields: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const host = textOf(fields.get('host')).trim()
  const name = textOf(fields.get('name'))
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 80)
  return {
    name: name || host,
    host,
    port: Number(fields.get('port')),
    username: textOf(fields.get('username')) || null,
  }
}

/** Derives how the connection is protected from what the other program has of it. */
export function securityOf(has: { isTls: boolean; isMutual: boolean; username: unknown }): SecurityMode {
  if (has.isTls) return has.isMutual ? 'mtls' : 'tls'
  return textOf(has.username) === '' ? 'anonymous' : 'password'
}

export function transportOf(protocol: unknown): Transport {
  return protocol === 'ws' || protocol === 'wss' ? 'websocket' : 'tcp'
}

/** Secrets that are there; an empty text is none. */
export function presentSecrets(secrets: Readonly<Record<string, unknown>>): ProfileSecretChanges {
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => typeof value === 'string' && value !== ''))
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

export const NOTES = {
  files: {
    en: 'Certificate files are kept as paths by that program: load the CA, certificate and key again.',
    zh: '那个程序只保存了证书文件的路径：请重新导入 CA、证书和私钥。',
  },
  unverified: {
    en: 'That program did not verify the certificate of the broker. Waypost always does: load its CA or pin its certificate.',
    zh: '那个程序没有验证 Broker 的证书。Waypost 总会验证：请导入 CA 或固定它的证书。',
  },
  key: {
    en: 'The private key is no PEM text: load it again.',
    zh: '私钥不是 PEM 文本：请重新导入。',
  },
} as const satisfies Record<string, LocalizedText>
