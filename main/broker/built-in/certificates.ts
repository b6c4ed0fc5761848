import '../../shared/certificates/reflect-metadata.ts'
import { createPrivateKey, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate and its private key (PKCS#8), both PEM. */
export interface CertificateWithKey {
  readonly certificate: string
  readonly key: string
}

const DAY_MS = 24 * 60 * 60_000
/** Clocks of devices without a battery are behind. */
const BACKDATED_DAYS = 2
const CA_DAYS = 3_650
/** The longest that Apple's platforms accept of a server certificate. */
const LEAF_DAYS = 825
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A new authority for the built-in broker; its subject is unlike any server's. */
export async function createEmbeddedAuthority(nowMs: number): Promise<CertificateWithKey> {
  const keys = await newKeys()
  const id = Buffer.from(webcrypto.getRandomValues(new Uint8Array(4))).toString('hex')
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=Waypost built-in CA ${id}`,
      notBefore: new Date(nowMs - BACKDATED_DAYS * DAY_MS),
      notAfter: new Date(nowMs + CA_DAYS * DAY_MS),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  )
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) }
}

/** A server certificate for these DNS names and addresses, signed by the authority. The common name does not count. */
export function issueEmbeddedServer(
  authority: CertificateWithKey,
  names: readonly string[],
  nowMs: number,
): Promise<CertificateWithKey> {
  return issue(authority, {
    nowMs,
    commonName: 'Waypost built-in broker',
    usage: ExtendedKeyUsage.serverAuth,
    names: new SubjectAlternativeNameExtension(
      names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
    ),
  })
}

/** A client certificate, whose common name is the account. */
export function issueEmbeddedClient(
  authority: CertificateWithKey,
  account: string,
  nowMs: number,
): Promise<CertificateWithKey> {
  return issue(authority, { nowMs, commonName: account, usage: ExtendedKeyUsage.clientAuth, names: null })
}

async function issue(
  authority: CertificateWithKey,
  request: {
    readonly nowMs: number
    readonly commonName: string
    readonly usage: ExtendedKeyUsage
    readonly names: SubjectAlternativeNameExtension | null
  },
): Promise<CertificateWithKey> {
  const { nowMs, commonName, usage, names } = request
  const keys = await newKeys()
  const issuer = new X509Certificate(authority.certificate)
  const signingKey = await importKey(authority.key)
  const certificate = await X509CertificateGenerator.create(
    {
      // As data and not as text: a name with a comma would else become several.
      subject: [{ CN: [commonName] }],
      issuer: issuer.subject,
      notBefore: new Date(nowMs - BACKDATED_DAYS * DAY_MS),
      notAfter: new Date(Math.min(nowMs + (LEAF_DAYS - BACKDATED_DAYS) * DAY_MS, issuer.notAfter.getTime())),
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([usage]),
        await AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
        ...(names === null ? [] : [names]),
      ],
    },
    webcrypto,
  )
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) }
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  return webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign'])
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
}
