import { createPrivateKey, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from 'zod'
import { AppError } from '../../../preload/contract/errors.ts'
import type {
  BrokerRole,
  BuiltInChoice,
  BuiltInMode,
  LocalAddress,
} from '../../../preload/contract/models/broker/broker.ts'
import { DEVICE_ID } from '../../../preload/contract/models/limits.ts'
import { builtInChoiceSchema } from '../../../preload/contract/routes/broker/broker.ts'
import { hashPassword } from './logins/logins.ts'

/** An account as kept on disk. */
export interface StoredAccount {
  readonly name: string
  readonly role: BrokerRole
  /** See `hashPassword`; null where only certificates have been used. */
  readonly passwordHash: string | null
}

/** All that is kept of the built-in broker outside the secret store. */
export interface StoredBuiltIn {
  readonly choice: BuiltInChoice
  readonly accounts: readonly StoredAccount[]
  /** PEM; null without TLS, or for a given certificate that came without its authority. */
  readonly ca: string | null
  readonly certificate: string | null
  readonly isGiven: boolean
  /** The own authority's key was saved in a file of the operator. */
  readonly isCaKeySaved: boolean
  /** With client certificates: the one that the console itself shows. */
  readonly operatorCertificate: string | null
  /** Client certificates that were given out; serials in hexadecimal, upper case. */
  readonly issued: readonly { readonly account: string; readonly serial: string }[]
  /** Serials that are refused for good. */
  readonly revoked: readonly string[]
}

const NO_CERTIFICATES = {
  ca: null,
  certificate: null,
  isGiven: false,
  isCaKeySaved: false,
  operatorCertificate: null,
} as const

export const NOTHING_SAVED = { accounts: [], ...NO_CERTIFICATES, issued: [], revoked: [] } as const

/** Without its authority and all that it signed; what was refused stays refused. */
export function withoutCertificates(stored: StoredBuiltIn): StoredBuiltIn {
  return { ...stored, ...NO_CERTIFICATES, issued: [] }
}

const storedSchema = z.object({
  choice: builtInChoiceSchema,
  accounts: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['operator', 'device']),
      passwordHash: z.string().startsWith('scrypt:').nullable(),
    }),
  ),
  ca: z.string().nullable(),
  certificate: z.string().nullable(),
  isGiven: z.boolean(),
  // Absent in files of versions that knew no such file.
  isCaKeySaved: z.boolean().default(false),
  operatorCertificate: z.string().nullable(),
  // Absent in files of versions that took no certificate back.
  issued: z.array(z.object({ account: z.string(), serial: z.string() })).default([]),
  revoked: z.array(z.string()).default([]),
})

/** Reads the set-up from a file; null for one that was broken by hand. */
export function readStored(value: unknown): StoredBuiltIn | null {
  const stored = storedSchema.safeParse(value)
  return stored.success ? stored.data : null
}

/** An account as the operator writes it; without a password the one that is set stays. */
export interface AccountInput {
  readonly name: string
  readonly role: BrokerRole
  readonly password?: string | undefined
}

/** PEM texts of the operator's own. */
export interface GivenCertificate {
  readonly certificate: string
  readonly key: string
  readonly ca: string | null
  /** Client certificate of the operator; needed where clients show certificates. */
  readonly operator?: { readonly certificate: string; readonly key: string }
}

/** True when only programs of this computer reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Names the first thing that cannot be, with its field. */
export function checkChoice(choice: BuiltInChoice): void {
  if (choice.mode === 'anonymous' && !isLoopback(choice.host)) {
    throw new AppError('BUILT_IN_ANONYMOUS_LAN', { field: 'host', address: choice.host })
  }
  if (choice.host !== 'localhost' && isIP(choice.host) === 0) {
    throw new AppError('ADDRESS_NOT_HERE', { field: 'host', address: choice.host })
  }
  const wrong = choice.names.find((name) => isIP(name) === 0 && !isDnsName(name))
  if (wrong !== undefined) throw new AppError('INVALID_INPUT', { field: 'names', host: wrong })
}

function isDnsName(name: string): boolean {
  return (
    name.length <= 253 &&
    /^([A-Za-z0-9_]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/.test(name)
  )
}

/** Hashes what is new and keeps what is set. Throws `BUILT_IN_ACCOUNT` with the account and the reason. */
export async function hashAccounts(
  inputs: readonly AccountInput[],
  before: readonly StoredAccount[],
  needsPasswords: boolean,
): Promise<readonly StoredAccount[]> {
  const refuse = (reason: string, account: string) => new AppError('BUILT_IN_ACCOUNT', { reason, account })
  const seen = new Set<string>()
  for (const { name } of inputs) {
    // A name is a topic level, and in a password file it ends at the colon.
    if (!DEVICE_ID.test(name)) throw refuse('account-name', name)
    if (name === 'control' || name.startsWith('waypost-probe-')) throw refuse('account-reserved', name)
    if (seen.has(name)) throw refuse('account-twice', name)
    seen.add(name)
  }
  const operators = inputs.filter(({ role }) => role === 'operator')
  if (operators.length !== 1) throw refuse('account-operator', operators[1]?.name ?? '')
  const accounts: StoredAccount[] = []
  for (const { name, role, password } of inputs) {
    const known = before.find((account) => account.name === name)?.passwordHash ?? null
    const passwordHash = password === undefined ? known : await hashPassword(password)
    if (passwordHash === null && needsPasswords) throw refuse('account-password', name)
    accounts.push({ name, role, passwordHash })
  }
  return accounts
}

/** Throws `CREDENTIAL_FILE_INVALID` when the PEM texts are no pairs of certificate and key, or one that is needed is missing. */
export function checkGiven({ certificate, key, ca, operator }: GivenCertificate, mode: BuiltInMode): void {
  checkPair(certificate, key, { certificate: 'certificate', key: 'key' })
  if (ca !== null) readCertificate(ca, 'ca')
  if (mode !== 'mtls') return
  readCertificate(ca ?? '', 'ca')
  checkPair(operator?.certificate ?? '', operator?.key ?? '', { certificate: 'operator', key: 'operator' })
}

function checkPair(certificate: string, key: string, fields: { readonly certificate: string; readonly key: string }) {
  const read = readCertificate(certificate, fields.certificate)
  let isPair = false
  try {
    isPair = read.checkPrivateKey(createPrivateKey(key))
  } catch (cause) {
    throw new AppError('CREDENTIAL_FILE_INVALID', { field: fields.key, reason: 'no-key' }, { cause })
  }
  if (!isPair) throw new AppError('CREDENTIAL_FILE_INVALID', { field: fields.key, reason: 'key-mismatch' })
}

function readCertificate(pem: string, field: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch (cause) {
    throw new AppError('CREDENTIAL_FILE_INVALID', { field, reason: 'no-certificate' }, { cause })
  }
}

/** Names and addresses that an own certificate has to hold: whatever a device may be told to connect to. */
export function certificateNames(
  choice: BuiltInChoice,
  local: readonly LocalAddress[],
  computerName: string,
): readonly string[] {
  const isAll = choice.host === '0.0.0.0' || choice.host === '::'
  const reachable = isAll ? [...local.map(({ address }) => address), computerName] : [choice.host]
  const all = ['localhost', '127.0.0.1', '::1', ...reachable, ...choice.names]
  return [...new Set(all.map((name) => name.toLowerCase()))].filter((name) => isIP(name) !== 0 || isDnsName(name))
}
