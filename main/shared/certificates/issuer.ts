import './reflect-metadata.ts'
import { isAscii } from 'node:buffer'
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
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'

const DAY_MS = 24 * 60 * 60_000
/** Tolerates the clock of a Raspberry Pi without a battery, which may be behind. */
const BACKDATED_DAYS = 2
/** Apple's limit for a server certificate of a private authority, backdating included. */
const LEAF_DAYS = 825
const CA_DAYS = 3650
/** Upper bound of a common name (RFC 5280, appendix A.1). */
const MAX_COMMON_NAME = 64

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

/**
 * Makes a self-signed authority that signs leaves only (path length 0). Its name is `site` and a random mark, because
 * clients pick an authority by its name and two of one site would be confused.
 */
export async function createAuthority(site: string, keyType: KeyType, now: number): Promise<CertificateWithKey> {
  const keys = await newKeys(keyType)
  const name = subject(`${site.slice(0, 48)} CA ${randomBytes(4).toString('hex')}`)
  const authority = await X509CertificateGenerator.create(
    {
      serialNumber: newSerial(),
      subject: name,
      issuer: name,
      notBefore: new Date(now - BACKDATED_DAYS * DAY_MS),
      notAfter: new Date(now + CA_DAYS * DAY_MS),
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

/** Issues a server certificate for every name and address by which the server is reached. */
export function issueServer(
  authority: CertificateWithKey,
  hosts: readonly string[],
  keyType: KeyType,
  now: number,
): Promise<CertificateWithKey> {
  const commonName = commonNameOf(hosts[0] ?? 'broker')
  return issue(authority, { commonName, usages: [ExtendedKeyUsage.serverAuth], names: namesOf(hosts), keyType, now })
}

/** Issues a certificate for a node of a cluster, which is a server to clients, and both to other nodes. */
export function issueNode(
  authority: CertificateWithKey,
  hosts: readonly string[],
  keyType: KeyType,
  now: number,
): Promise<CertificateWithKey> {
  const usages = [ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]
  return issue(authority, { commonName: commonNameOf(hosts[0] ?? ''), usages, names: namesOf(hosts), keyType, now })
}

function namesOf(hosts: readonly string[]): JsonGeneralName[] {
  return hosts.map((host) => (isIP(host) === 0 ? { type: 'dns', value: dnsName(host) } : { type: 'ip', value: host }))
}

function commonNameOf(host: string): string {
  return dnsName(host).slice(0, MAX_COMMON_NAME)
}

/**
 * Issues a client certificate whose common name is the account, because brokers take it as the user name. A `serial` (hex)
 * makes it the same as a revoked one to a revocation list.
 */
export function issueClient(
  authority: CertificateWithKey,
  account: string,
  keyType: KeyType,
  now: number,
  serial?: string,
): Promise<CertificateWithKey> {
  const usages = [ExtendedKeyUsage.clientAuth]
  return issue(authority, { commonName: account, usages, names: [], keyType, now, ...(serial && { serial }) })
}

/**
 * Signs the authority's revocation list, PEM (RFC 5280, 5). It is valid as long as the authority itself, because Mosquitto
 * refuses every client once its list has ended and fetches no newer one.
 */
export async function createRevocationList(
  authority: CertificateWithKey,
  revoked: readonly { readonly serial: string; readonly revokedAt: number }[],
  now: number,
): Promise<string> {
  const issuer = new X509Certificate(authority.certificate)
  const { type, key } = await signingKey(authority.key)
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

interface Request {
  readonly commonName: string
  readonly usages: readonly ExtendedKeyUsage[]
  readonly names: readonly JsonGeneralName[]
  readonly keyType: KeyType
  readonly now: number
  /** Hex; random unless given. */
  readonly serial?: string
}

async function issue(authority: CertificateWithKey, request: Request): Promise<CertificateWithKey> {
  const { keyType, now, names } = request
  const keys = await newKeys(keyType)
  const issuer = new X509Certificate(authority.certificate)
  const { type, key } = await signingKey(authority.key)
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
        new ExtendedKeyUsageExtension([...request.usages]),
        // RFC 5280, 4.2.1.1 and 4.2.1.2: a verifier finds the signing key by these, whatever the names.
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
        await AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
        ...(names.length > 0 ? [new SubjectAlternativeNameExtension([...names])] : []),
      ],
    },
    webcrypto,
  )
  return { certificate: `${certificate.toString('pem')}\n`, key: await privatePem(keys.privateKey) }
}

/** Numbers a list so that later ones are higher (RFC 5280, 5.2.3): epoch ms as an INTEGER of eight bytes. */
function crlNumber(now: number): Extension {
  const value = Buffer.alloc(10)
  value.writeUInt16BE(0x0208)
  value.writeBigInt64BE(BigInt(now), 2)
  return new Extension('2.5.29.20', false, value)
}

/** Encodes the name as one UTF-8 string, because a comma in text form would split it. */
function subject(commonName: string): Name {
  return new Name([{ CN: [{ utf8String: commonName }] }])
}

/** Converts an international name to the form that certificates hold (RFC 5280, 7.2); others stay, even all digits. */
function dnsName(host: string): string {
  return isAscii(Buffer.from(host)) ? host : domainToASCII(host) || host
}

/** Makes 16 bytes, positive and of full length (RFC 5280, 4.1.2.2), 126 of their bits random. */
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

/** Reads a PEM key in whichever form it is (PKCS#8, SEC 1, PKCS#1). */
async function signingKey(pem: string): Promise<{ type: KeyType; key: webcrypto.CryptoKey }> {
  const read = createPrivateKey(pem)
  const type: KeyType = read.asymmetricKeyType === 'rsa' ? 'rsa' : 'ecdsa'
  const pkcs8 = read.export({ type: 'pkcs8', format: 'der' })
  return { type, key: await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm(type), false, ['sign']) }
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`
}
