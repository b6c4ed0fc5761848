import '../../../main/shared/certificates/reflect-metadata.ts'
import { createPrivateKey, webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import type { CertificateWithKey } from './certificates.ts'

const DAY_MS = 24 * 60 * 60_000
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const RSA = { name: 'RSASSA-PKCS1-v1_5', publicExponent: new Uint8Array([1, 0, 1]) } as const
/** Keys and signatures that today's TLS refuses. */
const WEAK_ALGORITHMS = {
  'SHA-1': { ...RSA, hash: 'SHA-1', modulusLength: 2048 },
  'RSA-1024': { ...RSA, hash: 'SHA-256', modulusLength: 1024 },
} as const

interface Signer {
  readonly certificate: X509Certificate
  readonly keys: webcrypto.CryptoKeyPair
}

/** Makes a self-signed server certificate for 127.0.0.1 and localhost, as `openssl req -x509` does. */
export async function selfSignedServer(): Promise<CertificateWithKey> {
  const signer = await sign('CN=self-signed broker', null, { isAuthority: false })
  return withKey(signer, signer.certificate.toString('pem'))
}

/** Makes a certificate authority that expired yesterday. */
export async function expiredAuthority(): Promise<string> {
  const { certificate } = await sign('CN=old CA', null, { isAuthority: true, endsInDays: -1 })
  return certificate.toString('pem')
}

/** Makes a root, and a server certificate signed by an intermediate, which only `chain` includes. */
export async function serverBehindIntermediate(): Promise<{ root: string; server: CertificateWithKey; chain: string }> {
  const root = await sign('CN=root CA', null, { isAuthority: true })
  const middle = await sign('CN=intermediate CA', root, { isAuthority: true })
  const leaf = await sign('CN=broker', middle, { isAuthority: false })
  const certificate = leaf.certificate.toString('pem')
  return {
    root: root.certificate.toString('pem'),
    server: await withKey(leaf, certificate),
    chain: `${certificate}\n${middle.certificate.toString('pem')}`,
  }
}

/** Makes an authority and a server certificate, one of them weak: its own signature or its own key. */
export async function weakServer(
  weakness: keyof typeof WEAK_ALGORITHMS,
  weak: 'server' | 'authority',
): Promise<{ ca: string; server: CertificateWithKey }> {
  const algorithm = WEAK_ALGORITHMS[weakness]
  const strong = { ...RSA, hash: 'SHA-256', modulusLength: 2048 } as const
  const isOfServer = weak === 'server'
  // A signature is made with the digest of its issuer.
  const issuing = isOfServer && weakness === 'RSA-1024' ? strong : algorithm
  const ca = await sign('CN=weak CA', null, { isAuthority: true, algorithm: issuing })
  const leaf = await sign('CN=broker', ca, { isAuthority: false, algorithm: isOfServer ? algorithm : strong })
  return {
    ca: ca.certificate.toString('pem'),
    server: await withKey(leaf, leaf.certificate.toString('pem')),
  }
}

/** Makes an authority and a server certificate with the address in its common name alone. */
export async function serverByCommonName(): Promise<{ ca: string; server: CertificateWithKey }> {
  const ca = await sign('CN=own CA', null, { isAuthority: true })
  const leaf = await sign('CN=127.0.0.1', ca, { isAuthority: false, hasNames: false })
  return { ca: ca.certificate.toString('pem'), server: await withKey(leaf, leaf.certificate.toString('pem')) }
}

/** Makes a server certificate that was signed by one which is no authority, and that one to trust. */
export async function serverOfNoAuthority(): Promise<{ ca: string; server: CertificateWithKey }> {
  const issuer = await sign('CN=no authority', null, { isAuthority: false })
  const leaf = await sign('CN=broker', issuer, { isAuthority: false })
  return { ca: issuer.certificate.toString('pem'), server: await withKey(leaf, leaf.certificate.toString('pem')) }
}

/** Makes an authority and a certificate that is only for clients, as a server shows it by mistake. */
export async function serverForClients(): Promise<{ ca: string; server: CertificateWithKey }> {
  const ca = await sign('CN=own CA', null, { isAuthority: true })
  const leaf = await sign('CN=broker', ca, { isAuthority: false, usage: ExtendedKeyUsage.clientAuth })
  return { ca: ca.certificate.toString('pem'), server: await withKey(leaf, leaf.certificate.toString('pem')) }
}

interface SignOptions {
  readonly isAuthority: boolean
  readonly endsInDays?: number
  readonly algorithm?: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams
  readonly usage?: string
  /** False for a certificate without subject alternative names. */
  readonly hasNames?: boolean
}

async function sign(subject: string, issuer: Signer | null, options: SignOptions): Promise<Signer> {
  const algorithm = options.algorithm ?? ALGORITHM
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const names = new SubjectAlternativeNameExtension([
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ])
  const certificate = await X509CertificateGenerator.create(
    {
      subject,
      issuer: issuer?.certificate.subject ?? subject,
      notBefore: new Date(Date.now() - 30 * DAY_MS),
      notAfter: new Date(Date.now() + (options.endsInDays ?? 30) * DAY_MS),
      signingAlgorithm: (issuer?.keys ?? keys).privateKey.algorithm,
      publicKey: keys.publicKey,
      signingKey: (issuer?.keys ?? keys).privateKey,
      extensions: [
        new BasicConstraintsExtension(options.isAuthority, undefined, true),
        ...(options.hasNames === false ? [] : [names]),
        ...(options.usage === undefined ? [] : [new ExtendedKeyUsageExtension([options.usage])]),
      ],
    },
    webcrypto,
  )
  return { certificate, keys }
}

async function withKey({ keys }: Signer, certificate: string): Promise<CertificateWithKey> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { certificate, key: key.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
