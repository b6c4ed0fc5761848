import { describe, expect, it } from 'vitest'
import type { Encryptor } from '../../../../main/platform/secrets/safe-storage.ts'
import { type SecretFileContent, SecretStore } from '../../../../main/platform/secrets/secret-store.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A reversible stand-in for the keyring: `backend:text`, readable only while that backend is there. */
class FakeEncryptor implements Encryptor {
  isLocked = false
  isPlainTextAllowed = false
  name: string
  readable: readonly string[]
  constructor(name: string, readable: readonly string[] = [name]) {
    this.name = name
    this.readable = readable
  }
  isAvailable = async () => !this.isLocked && (this.name !== 'basic_text' || this.isPlainTextAllowed)
  backend = () => this.name
  encrypt = async (plain: string) => Buffer.from(`${this.name}:${plain}`)
  decrypt = async (encrypted: Buffer) => {
    const [backend = '', plain = ''] = encrypted.toString().split(':')
    if (this.isLocked || !this.readable.includes(backend)) throw new Error('cannot decrypt')
    return plain
  }
  allowPlainText = () => {
    this.isPlainTextAllowed = true
  }
}

function memoryFile() {
  let content: SecretFileContent = { backend: null, isWeakAllowed: false, entries: {} }
  return {
    read: () => content,
    write: (next: SecretFileContent) => {
      content = next
    },
  }
}

async function open(encryptor: FakeEncryptor, file = memoryFile()) {
  const store = new SecretStore({ encryptor, file, log })
  await store.start()
  return { store, file }
}

describe('the secret store', () => {
  it('keeps a secret encrypted over a restart', async () => {
    const { store, file } = await open(new FakeEncryptor('gnome_libsecret'))
    await store.set('profile/a/password', 'canary')
    expect(JSON.stringify(file.read())).not.toContain('canary')
    const again = await open(new FakeEncryptor('gnome_libsecret'), file)
    expect(await again.store.get('profile/a/password')).toBe('canary')
  })

  it('knows by name in the next run what was kept in memory alone, until it is set or deleted', async () => {
    const { store, file } = await open(new FakeEncryptor('basic_text'))
    await store.set('profile/a/password', 'canary')
    await store.set('profile/b/password', 'other')
    expect(store.isLost('profile/a/password')).toBe(false)
    const { store: next } = await open(new FakeEncryptor('basic_text'), file)
    expect(next.isLost('profile/a/password')).toBe(true)
    expect(next.isLost('profile/never/password')).toBe(false)
    await next.set('profile/a/password', 'again')
    expect(next.isLost('profile/a/password')).toBe(false)
    await next.delete('profile/b/password')
    expect(next.isLost('profile/b/password')).toBe(false)
    expect(JSON.stringify(file.read())).not.toMatch(/canary|other|again/)
  })

  it('writes nothing to disk with a weak backend until the operator agreed', async () => {
    const { store, file } = await open(new FakeEncryptor('basic_text'))
    await store.set('a', 'canary')
    expect(store.status()).toMatchObject({ mode: 'memory', problem: null })
    expect(file.read().entries).toEqual({})
    expect(await store.get('a')).toBe('canary')
    expect((await store.allowWeak()).mode).toBe('weak')
    expect(Object.keys(file.read().entries)).toEqual(['a'])
  })

  it('does not drop stored secrets when the keyring gives way to a weak backend', async () => {
    const { store, file } = await open(new FakeEncryptor('gnome_libsecret'))
    await store.set('a', 'canary')
    const weak = await open(new FakeEncryptor('basic_text'), file)
    expect(weak.store.status().problem).toBe('changed')
    expect(weak.store.has('a')).toBe(true)
    await expect(weak.store.get('a')).rejects.toMatchObject({ code: 'SECRET_STORE_CHANGED' })
    await weak.store.set('a', 'for this run')
    expect(await weak.store.get('a')).toBe('for this run')
    const back = await open(new FakeEncryptor('gnome_libsecret'), file)
    expect(await back.store.get('a')).toBe('canary')
  })

  it('moves secrets to a stronger backend', async () => {
    const encryptor = new FakeEncryptor('basic_text')
    const { store, file } = await open(encryptor)
    await store.set('a', 'canary')
    await store.allowWeak()
    const strong = await open(new FakeEncryptor('kwallet6', ['basic_text', 'kwallet6']), file)
    expect(strong.store.status()).toMatchObject({ mode: 'encrypted', problem: null })
    expect(file.read().backend).toBe('kwallet6')
    expect(await strong.store.get('a')).toBe('canary')
  })

  it('treats a locked keyring as something to try again, and deletes nothing', async () => {
    const { store, file } = await open(new FakeEncryptor('gnome_libsecret'))
    await store.set('a', 'canary')
    const locked = new FakeEncryptor('gnome_libsecret')
    locked.isLocked = true
    const second = await open(locked, file)
    expect(second.store.status().problem).toBe('locked')
    await expect(second.store.get('a')).rejects.toMatchObject({ code: 'SECRET_STORE_LOCKED' })
    locked.isLocked = false
    expect(await second.store.get('a')).toBe('canary')
    expect(second.store.status()).toMatchObject({ mode: 'encrypted', problem: null })
  })

  it('writes what was entered while the keyring was locked once it is unlocked', async () => {
    const locked = new FakeEncryptor('gnome_libsecret')
    locked.isLocked = true
    const { store, file } = await open(locked)
    await store.set('a', 'first')
    expect(file.read().entries).toEqual({})
    locked.isLocked = false
    await store.set('b', 'second')
    expect(Object.keys(file.read().entries).sort()).toEqual(['a', 'b'])
    const again = await open(new FakeEncryptor('gnome_libsecret'), file)
    expect(await again.store.get('a')).toBe('first')
  })

  it('knows every stored value for redaction, also those not used in this run', async () => {
    const { store, file } = await open(new FakeEncryptor('gnome_libsecret'))
    await store.set('a', 'canary')
    const again = await open(new FakeEncryptor('gnome_libsecret'), file)
    await again.store.learnAll()
    expect([...again.store.values()]).toEqual(['canary'])
  })

  it('goes on after a failed write', async () => {
    const encryptor = new FakeEncryptor('gnome_libsecret')
    const { store } = await open(encryptor)
    const encrypt = encryptor.encrypt
    encryptor.encrypt = async () => Promise.reject(new Error('disk full'))
    await expect(store.set('a', '1')).rejects.toThrow('disk full')
    encryptor.encrypt = encrypt
    await store.set('a', '2')
    expect(await store.get('a')).toBe('2')
  })

  it('forgets a deleted secret, also from redaction', async () => {
    const { store } = await open(new FakeEncryptor('gnome_libsecret'))
    await store.set('a', 'canary')
    await store.delete('a')
    expect(await store.get('a')).toBeNull()
    expect([...store.values()]).toEqual([])
  })
})
