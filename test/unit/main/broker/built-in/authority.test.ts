import { beforeEach, describe, expect, it } from 'vitest'
import { BuiltInAuthority } from '../../../../../main/broker/built-in/authority.ts'
import type { StoredBuiltIn } from '../../../../../main/broker/built-in/config.ts'

const PASSPHRASE = 'correct horse battery'
const STORED: StoredBuiltIn = {
  choice: { mode: 'tls', host: '0.0.0.0', port: 8883, startsWithApp: true, names: [] },
  accounts: [],
  ca: null,
  certificate: null,
  isGiven: false,
  isCaKeySaved: false,
  operatorCertificate: null,
  issued: [],
  revoked: [],
}

let secrets: Map<string, string>
let keepsSecrets: boolean
let authority: BuiltInAuthority
const start = () =>
  new BuiltInAuthority({
    secrets: {
      has: (name) => secrets.has(name),
      isLost: () => false,
      get: async (name) => secrets.get(name) ?? null,
      set: async (name, value) => void secrets.set(name, value),
      delete: async (name) => void secrets.delete(name),
    },
    keepsSecrets: () => keepsSecrets,
    now: Date.now,
  })
beforeEach(() => {
  secrets = new Map()
  keepsSecrets = false
  authority = start()
})

/** Saves the key as the window does, takes it into use, and answers the set-up as kept then. */
async function saveAndUse(): Promise<{ pem: string; stored: StoredBuiltIn }> {
  const { pem, certificate } = await authority.encrypted(STORED, PASSPHRASE)
  authority.noteSaved(STORED, certificate)
  const signer = await authority.signer(STORED)
  await authority.store(signer)
  return { pem, stored: { ...STORED, ca: signer.certificate, isCaKeySaved: signer.isSaved } }
}

describe('with a secret store that forgets', () => {
  it('signs nothing before its key is in a file, and then with exactly that key', async () => {
    await expect(authority.signer(STORED)).rejects.toThrow('CA_KEY_UNSAVED')
    expect(authority.place(STORED)).toBe('memory')
    const { pem, certificate } = await authority.encrypted(STORED, PASSPHRASE)
    expect(pem).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    await expect(authority.signer(STORED)).rejects.toThrow('CA_KEY_UNSAVED')
    authority.noteSaved(STORED, certificate)
    expect(authority.place(STORED)).toBe('exported')
    expect(await authority.signer(STORED)).toMatchObject({ certificate, isSaved: true })
  })

  it('does not take a file with the key of another authority for its own', async () => {
    await authority.encrypted(STORED, PASSPHRASE)
    const other = await start().encrypted(STORED, PASSPHRASE)
    authority.noteSaved(STORED, other.certificate)
    await expect(authority.signer(STORED)).rejects.toThrow('CA_KEY_UNSAVED')
  })

  it('asks for the file after a restart instead of quietly making another authority', async () => {
    const { pem, stored } = await saveAndUse()
    expect(stored).toMatchObject({ isCaKeySaved: true })
    secrets.clear()
    authority = start()
    expect([authority.place(stored), authority.canSign(stored)]).toEqual(['missing', false])
    await expect(authority.signer(stored)).rejects.toThrow('CA_KEY_MISSING')
    await expect(authority.encrypted(stored, PASSPHRASE)).rejects.toThrow('CA_KEY_MISSING')
    await expect(authority.take(stored, pem, 'wrong passphrase')).rejects.toThrow('CA_KEY_UNUSABLE')
    const other = await start().encrypted(STORED, PASSPHRASE)
    await expect(authority.take(stored, other.pem, PASSPHRASE)).rejects.toThrow('CA_KEY_UNUSABLE')
    await authority.take(stored, pem, PASSPHRASE)
    expect([authority.place(stored), authority.canSign(stored)]).toEqual(['exported', true])
    expect((await authority.signer(stored)).certificate).toBe(stored.ca)
  })

  it('stops a set-up of an earlier version, whose key was never saved, before it runs on', async () => {
    const { stored } = await saveAndUse()
    const unsaved = { ...stored, isCaKeySaved: false }
    expect(() => authority.requireSaved(unsaved)).toThrow('CA_KEY_UNSAVED')
    expect(() => authority.requireSaved(stored)).not.toThrow()
  })
})

it('with a keyring needs no file, and says where the key is', async () => {
  keepsSecrets = true
  expect(authority.place(STORED)).toBe('none')
  const signer = await authority.signer(STORED)
  await authority.store(signer)
  const stored = { ...STORED, ca: signer.certificate }
  expect(authority.place(stored)).toBe('stored')
  expect(authority.noteSaved(stored, signer.certificate)).toMatchObject({ isCaKeySaved: true })
})
