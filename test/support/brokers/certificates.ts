import '../../../main/shared/certificates/reflect-metadata.ts'
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
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

const DAY_MS = 24 * 60 * 60_000
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A certificate and its private key (PKCS#8), both PEM. */
export interface CertificateWithKey {
  readonly certificate: string
  readonly key: string
}

type Validity = 'valid' | 'expired' | 'today' | 'future'

interface ServerCertificateOptions {
  /** Subject alternative names, addresses or host names; 127.0.0.1 and localhost unless given. */
  readonly hosts?: readonly string[]
  /** `expired` ended yesterday, `today` ends in six hours, `future` begins tomorrow. */
  readonly validity?: Validity
}

interface ClientCertificateOptions {
  readonly validity?: Validity
  /** Encrypts the key (PKCS#8, AES-256-CBC). */
  readonly passphrase?: string
}

/** A certificate authority of a test. Two of the same name are different authorities. */
export interface CertificateAuthority {
  /** Its own certificate (PEM), which a client must trust. */
  readonly ca: string
  issueServer(options?: ServerCertificateOptions): Promise<CertificateWithKey>
  issueClient(commonName: string, options?: ClientCertificateOptions): Promise<CertificateWithKey>
}

type KeyPair = webcrypto.CryptoKeyPair

/** Makes a certificate authority with a new EC key (P-256). */
export async function createAuthority(commonName = 'Waypost test CA'): Promise<CertificateAuthority> {
  const keys = await newKeys()
  const now = Date.now()
  const authority = await X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${commonName}`,
      notBefore: new Date(now - 30 * DAY_MS),
      notAfter: new Date(now + 30 * DAY_MS),
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
  return {
    ca: authority.toString('pem'),
    issueServer: ({ hosts = ['127.0.0.1', 'localhost'], validity = 'valid' } = {}) =>
      issue(authority, keys, {
        commonName: hosts[0] ?? 'broker',
        validity,
        usage: ExtendedKeyUsage.serverAuth,
        hosts,
      }),
    issueClient: async (name, { validity = 'valid', passphrase } = {}) => {
      const issued = await issue(authority, keys, {
        commonName: name,
        validity,
        usage: ExtendedKeyUsage.clientAuth,
        hosts: [],
      })
      return passphrase === undefined ? issued : { ...issued, key: encrypted(issued.key, passphrase) }
    },
  }
}

interface Request {
  readonly commonName: string
  readonly validity: Validity
  readonly usage: ExtendedKeyUsage
  readonly hosts: readonly string[]
}

async function issue(
  authority: X509Certificate,
  authorityKeys: KeyPair,
  request: Request,
): Promise<CertificateWithKey> {
  const keys = await newKeys()
  const startDays = { valid: -1, expired: -10, today: -1, future: 1 }[request.validity]
  const endDays = { valid: 29, expired: -1, today: 0.25, future: 29 }[request.validity]
  const names = request.hosts.map((host) => ({ type: isIP(host) === 0 ? 'dns' : 'ip', value: host }) as const)
  const certificate = await X509CertificateGenerator.create(
    {
      subject: `CN=${request.commonName}`,
      issuer: authority.subject,
      notBefore: new Date(Date.now() + startDays * DAY_MS),
      notAfter: new Date(Date.now() + endDays * DAY_MS),
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey: authorityKeys.privateKey,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([request.usage]),
        await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey, false, webcrypto),
        ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : []),
      ],
    },
    webcrypto,
  )
  return { certificate: certificate.toString('pem'), key: await pem(keys.privateKey) }
}

function newKeys(): Promise<KeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

async function pem(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
}

function encrypted(key: string, passphrase: string): string {
  return createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()
}
