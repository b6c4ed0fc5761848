import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../../preload/contract/errors.ts'
import type { Dialogs } from '../dialogs.ts'
import { writeWhole } from '../files.ts'

/** A key file has a few hundred bytes; anything larger is something else. */
const MAX_KEY_BYTES = 64_000

/** Encrypts an authority's private key with a passphrase (PKCS#8, AES-256-CBC), PEM. */
export function encryptKey(key: string, passphrase: string): string {
  return createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()
}

/** Decrypts what `encryptKey` wrote. Throws `CA_KEY_UNUSABLE` for a wrong passphrase or another key than the certificate's. */
export function decryptCaKey(pem: string, passphrase: string, caCertificate: string): string {
  const key = readKey(pem, passphrase)
  const isItsKey = new X509Certificate(caCertificate).checkPrivateKey(key)
  if (!isItsKey) throw new AppError('CA_KEY_UNUSABLE', { reason: 'other-key' })
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** Writes such a key where a dialog says, 0600. Throws `DISK_FAILED`. */
export async function saveKeyFile(
  dialogs: Pick<Dialogs, 'saveAs'>,
  suggestedName: string,
  encrypted: string,
): Promise<{ readonly path: string } | null> {
  const path = await dialogs.saveAs(suggestedName)
  if (path === null) return null
  await writeWhole(path, encrypted)
  return { path }
}

/** Reads the file that a dialog chose. Throws `DISK_FAILED`, or `CA_KEY_UNUSABLE` for one that is too large. */
export async function openKeyFile(dialogs: Pick<Dialogs, 'openFile'>): Promise<string | null> {
  const path = await dialogs.openFile()
  if (path === null) return null
  try {
    const { size } = await stat(path)
    if (size > MAX_KEY_BYTES) throw new AppError('CA_KEY_UNUSABLE', { reason: 'passphrase', path })
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('DISK_FAILED', { path }, { cause })
  }
}

function readKey(pem: string, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, passphrase })
  } catch (cause) {
    throw new AppError('CA_KEY_UNUSABLE', { reason: 'passphrase' }, { cause })
  }
}
