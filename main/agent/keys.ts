import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { AppError } from '../../preload/contract/errors.ts'
import { sha256 } from './signed-texts.ts'

/** Begin of every P-256 public key in DER (SubjectPublicKeyInfo with an uncompressed point). */
const P256_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex')
const P256_BYTES = 91
const ID_CHARS = 32
/** A signature of P-256 in DER has 72 bytes at most. */
const SIGNATURE_MAX_CHARS = 128
const PEM_MAX_CHARS = 10_000
const BASE64 = /^[A-Za-z0-9+/]{1,128}={0,2}$/

/** A public P-256 key, of an operator or of a device. */
export interface PublicKey {
  /** The first half of the SHA-256 of its DER form, in lower-case hex. */
  readonly id: string
  readonly pem: string
  readonly key: KeyObject
}

/** The private half of an operator's key, with its public one. */
export interface PrivateKey {
  readonly public: PublicKey
  readonly key: KeyObject
}

export function newPrivateKey(): PrivateKey {
  return withPublic(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)
}

/** Reads a public key in PEM; null for anything but P-256. A certificate or a private key is none. */
export function readPublicKey(pem: string): PublicKey | null {
  if (pem.length > PEM_MAX_CHARS || !pem.includes('-----BEGIN PUBLIC KEY-----')) return null
  try {
    return publicOf(createPublicKey({ key: pem, format: 'pem' }))
  } catch {
    return null
  }
}

/** Encrypts a private key with a passphrase (PKCS#8, AES-256-CBC), PEM: the form of a file that a person keeps. */
export function encryptPrivateKey({ key }: PrivateKey, passphrase: string): string {
  return key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()
}

/** Private key as the secret store keeps it. */
export function encodePrivateKey({ key }: PrivateKey): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** Reads a private key. Throws `OPERATOR_KEY_UNUSABLE` for a wrong passphrase, or a key that is not P-256. */
export function readPrivateKey(pem: string, passphrase?: string): PrivateKey {
  let key: KeyObject
  try {
    if (pem.length > PEM_MAX_CHARS) throw new Error('too long')
    key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase !== undefined && { passphrase }) })
  } catch (cause) {
    throw new AppError('OPERATOR_KEY_UNUSABLE', { reason: 'passphrase' }, { cause })
  }
  return withPublic(key)
}

/** Signs (ECDSA with SHA-256); base64 of the DER form. */
export function signText({ key }: PrivateKey, text: Uint8Array): string {
  return sign('sha256', text, key).toString('base64')
}

/** True if the signature is of this key over this text. Never throws. */
export function isSignedBy({ key }: PublicKey, text: Uint8Array, signature: string): boolean {
  const bytes = signatureBytes(signature)
  if (bytes === null) return false
  try {
    return verify('sha256', text, key, bytes)
  } catch {
    return false
  }
}

/** Bytes of a signature; null unless it is base64 of a possible length. */
export function signatureBytes(signature: string): Buffer | null {
  if (signature.length > SIGNATURE_MAX_CHARS || !BASE64.test(signature)) return null
  return Buffer.from(signature, 'base64')
}

function withPublic(key: KeyObject): PrivateKey {
  const ofIt = key.asymmetricKeyType === 'ec' ? publicOf(createPublicKey(key)) : null
  if (ofIt === null) throw new AppError('OPERATOR_KEY_UNUSABLE', { reason: 'curve' })
  return { public: ofIt, key }
}

function publicOf(key: KeyObject): PublicKey | null {
  if (key.asymmetricKeyType !== 'ec') return null
  const der = key.export({ type: 'spki', format: 'der' })
  if (der.length !== P256_BYTES || !der.subarray(0, P256_PREFIX.length).equals(P256_PREFIX)) return null
  const pem = key.export({ type: 'spki', format: 'pem' }).toString()
  return { id: sha256(der).slice(0, ID_CHARS), pem, key }
}
