import './reflect-metadata.ts'
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
  X509CrlReason,
} from '@peculiar/x509'
import type { SetupPlan } from '../../../preload/contract/models/setup.ts'

const DAY_MS = 24 * 60 * 60_000
/** The clock of a Raspberry Pi without a battery may be behind. */
const BACKDATED_DAYS = 2
/** Apple's limit for server certificates that an own CA issued; it counts the backdating. */
const LEAF_DAYS = 825
const CA_DAYS = 3650

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const

/** A certificate and its private key (PKCS#8), both PEM. */
export interface CertificateWithKey {
  readonly certificate: string
  readonly key: string
}

type KeyType = SetupPlan['keyType']

/** Makes a certificate authority of its own; `site` goes into its name with a random mark, so that no two are alike. */
export async function createAuthority(site: string, keyType: KeyType, now: number): Promise<CertificateWithKey> {
  const keys = await newKeys(keyType)
  const name = subject(`${site.slice(0, 48)} CA ${randomBytes(4).toString('hex')}`)
  const authority = await X509CertificateGenerator.create(
    {
      serialNumber: newSerial(),
      subject: name,
      issuer: name,
      notBefore: new Date(now - BACKDATED_DAYS * DAY_MS),
      notAfter: new Date(now + (CA_DAYS - BACKDATED_DAYS) * DAY_MS),
      signingAlgorithm: algorithm(keyType),
      publicKey: keys.publicKey,
      signingKey: keys.privateKey,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  )
  return { certificate: `${authority.toString('pem')}\n`, key: await privatePem(keys.privateKey) }
}

/** Issues the broker's certificate for every name and address by which it is reached. */
export function issueServer(
  authority: CertificateWithKey,
  hosts: readonly string[],
  keyType: KeyType,
  now: number,
): Promise<CertificateWithKey> {
  const names = hosts.map(
    (host): JsonGeneralName =>
      isIP(host) === 0 ? { type: 'dns', value: domainToASCII(host) } : { type: 'ip', value: host },
  )
  const commonName = (domainToASCII(hosts[0] ?? '') || (hosts[0] ?? 'broker')).slice(0, 64)
  return issue(authority, { commonName, usage: ExtendedKeyUsage.serverAuth, names, keyType, now })
}

/**
 * Issues a client certificate whose common name is the account: Mosquitto takes it as the user name. With a `serial` (hex) of
 * one that was taken back, the two are the same to a revocation list.
 */
export function issueClient(
  authority: CertificateWithKey,
  account: string,
  keyType: KeyType,
  now: number,
  serial?: string,
): Promise<CertificateWithKey> {
  const usage = ExtendedKeyUsage.clientAuth
  return issue(authority, { commonName: account, usage, names: [], keyType, now, ...(serial && { serial }) })
}

/**
 * PEM of the list of certificates that the authority took back (RFC 5280, 5). It is valid as long as the authority itself:
 * Mosquitto refuses every client once its list has ended, and gains nothing from one that ends earlier, as it fetches none.
 */
export async function createRevocationList(
  authority: CertificateWithKey,
  revoked: readonly { readonly serial: string; readonly revokedAt: number }[],
  now: number,
): Promise<string> {
  const issuer = new X509Certificate(authority.certificate)
  const { type, key } = await importKey(authority.key)
  const list = await X509CrlGenerator.create(
    {
      issuer: issuer.subjectName,
      thisUpdate: new Date(now - BACKDATED_DAYS * DAY_MS),
      nextUpdate: issuer.notAfter,
      signingAlgorithm: algorithm(type),
      signingKey: key,
      entries: revoked.map(({ serial, revokedAt }) => ({
        serialNumber: serial,
        revocationDate: new Date(revokedAt),
        reason: X509CrlReason.privilegeWithdrawn,
      })),
      extensions: [await AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto), crlNumber(now)],
    },
    webcrypto,
  )
  // The name that OpenSSL, and with it Mosquitto, reads (RFC 7468, 6).
  return `${PemConverter.encode(list.rawData, 'X509 CRL')}\n`
}

/** Last moment of a certificate's validity, epoch ms. */
export function endOf(certificate: string): number {
  return new X509Certificate(certificate).notAfter.getTime()
}

interface Request {
  readonly commonName: string
  readonly usage: ExtendedKeyUsage
  readonly names: readonly JsonGeneralName[]
  readonly keyType: KeyType
  readonly now: number
  /** Hex; a random one unless given. */
  readonly serial?: string
}

async function issue(authority: CertificateWithKey, request: Request): Promise<CertificateWithKey> {
  const { keyType, now, names } = request
  const keys = await newKeys(keyType)
  const issuer = new X509Certificate(authority.certificate)
  const { type, key } = await importKey(authority.key)
  const start = now - BACKDATED_DAYS * DAY_MS
  const end = Math.min(start + LEAF_DAYS * DAY_MS, issuer.notAfter.getTime())
  const isRsa = keyType === 'rsa'
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: request.serial ?? newSerial(),
      subject: subject(request.commonName),
      issuer: issuer.subjectName,
      notBefore: new Date(start),
      notAfter: new Date(end),
      signingAlgorithm: algorithm(type),
      publicKey: keys.publicKey,
      signingKey: key,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(
          isRsa ? KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment : KeyUsageFlags.digitalSignature,
          true,
        ),
        new ExtendedKeyUsageExtension([request.usage]),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
        await AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
        ...(names.length > 0 ? [new SubjectAlternativeNameExtension([...names])] : []),
      ],
    },
    webcrypto,
  )
  return { certificate: `${certificate.toString('pem')}\n`, key: await privatePem(keys.privateKey) }
}

/** A number that grows from list to list (RFC 5280, 5.2.3): epoch ms as an INTEGER of eight bytes. */
function crlNumber(now: number): Extension {
  const value = Buffer.alloc(10)
  value.writeUInt16BE(0x0208)
  value.writeBigInt64BE(BigInt(now), 2)
  return new Extension('2.5.29.20', false, value)
}

function subject(commonName: string): Name {
  return new Name([{ CN: [{ utf8String: commonName }] }])
}

/** 16 random bytes, positive (RFC 5280, 4.1.2.2). */
function newSerial(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}

function algorithm(keyType: KeyType): typeof ECDSA | typeof RSA {
  return keyType === 'rsa' ? RSA : ECDSA
}

function newKeys(keyType: KeyType): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm(keyType), true, ['sign', 'verify'])
}

async function importKey(pem: string): Promise<{ type: KeyType; key: webcrypto.CryptoKey }> {
  const type: KeyType = createPrivateKey(pem).asymmetricKeyType === 'rsa' ? 'rsa' : 'ecdsa'
  const key = await webcrypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(pem), algorithm(type), false, ['sign'])
  return { type, key }
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`
}
