import { safeStorage } from 'electron'

/** Encryption by the operating system, in the asynchronous form of Electron 42 and newer. */
export interface Encryptor {
  isAvailable(): Promise<boolean>
  /** `keychain`, `dpapi`, or the keyring of the Linux desktop; `basic_text` and `unknown` are weak. */
  backend(): string
  encrypt(plain: string): Promise<Buffer>
  decrypt(encrypted: Buffer): Promise<string>
  /** Linux only: use a key that is no secret, after the operator agreed. */
  allowPlainText(): void
}

/** Bridges the synchronous safeStorage of Electron 33–41 and the asynchronous one, whose twin is gone in 46. */
export function electronEncryptor(): Encryptor {
  const hasAsync = typeof safeStorage.encryptStringAsync === 'function'
  return {
    isAvailable: async () =>
      hasAsync ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable(),
    backend: () => {
      if (process.platform === 'darwin') return 'keychain'
      if (process.platform === 'win32') return 'dpapi'
      return safeStorage.getSelectedStorageBackend()
    },
    encrypt: async (plain) => (hasAsync ? safeStorage.encryptStringAsync(plain) : safeStorage.encryptString(plain)),
    decrypt: async (encrypted) => {
      if (!hasAsync) return safeStorage.decryptString(encrypted)
      const { result } = await safeStorage.decryptStringAsync(encrypted)
      return result
    },
    allowPlainText: () => safeStorage.setUsePlainTextEncryption(true),
  }
}
