import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../../preload/contract/errors.ts'
import { emptyDraft, type ProfileDraft } from '../../../../../renderer/features/connection/form/profile-draft.ts'
import {
  draftErrors,
  fieldOfError,
  fieldOfTest,
} from '../../../../../renderer/features/connection/form/profile-errors.ts'

const NONE = { password: false, clientKey: false, passphrase: false }
const good: ProfileDraft = { ...emptyDraft('p1'), host: 'broker.example', username: 'operator' }

describe('draftErrors', () => {
  it('accepts a plain draft', () => {
    expect(draftErrors(good, NONE)).toEqual({})
  })

  it('does not let an empty host or port 0 through, which would silently mean this computer', () => {
    expect(draftErrors({ ...good, host: ' ' }, NONE)).toEqual({ host: 'hostMissing' })
    for (const port of ['', 0, 65_536, 1.5, '-']) {
      expect(draftErrors({ ...good, port }, NONE)).toEqual({ port: 'portInvalid' })
    }
  })

  it('refuses a path or a space in the host', () => {
    expect(draftErrors({ ...good, host: 'broker.example/mqtt' }, NONE)).toEqual({ host: 'hostInvalid' })
  })

  it('asks again for a stored password that is not for this place, unless no login is used at all', () => {
    const stored = { ...NONE, password: true }
    expect(draftErrors(good, stored, 'address')).toEqual({ password: 'passwordElsewhere' })
    expect(draftErrors({ ...good, security: 'tls', username: ' ' }, stored, 'encryption')).toEqual({})
    expect(draftErrors(good, stored, null)).toEqual({})
  })

  it('refuses a CA file that is no PEM, which TLS would silently ignore', () => {
    expect(draftErrors({ ...good, security: 'tls', ca: 'MIIB' }, NONE)).toEqual({ ca: 'notPem' })
  })

  it('asks for the certificate to pin, and for no CA beside it', () => {
    const pinned: ProfileDraft = { ...good, security: 'tls', trust: 'pinned', ca: 'MIIB' }
    expect(draftErrors(pinned, NONE)).toEqual({ pinnedCertificate: 'pinMissing' })
    expect(draftErrors({ ...pinned, pinnedCertificate: '-----BEGIN CERTIFICATE-----' }, NONE)).toEqual({})
  })

  it('refuses a path with a space', () => {
    expect(draftErrors({ ...good, transport: 'websocket', path: '/a b' }, NONE)).toEqual({ path: 'pathInvalid' })
  })

  it('tells a key and a binary file from a text that is no PEM', () => {
    const withCa = (ca: string) => draftErrors({ ...good, security: 'tls', ca }, NONE).ca
    expect(withCa('-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----')).toBe('isKey')
    expect(withCa('0\ufffd\u0001')).toBe('isDer')
    expect(withCa('0815')).toBe('notPem')
  })

  it('ignores what the mode does not use', () => {
    expect(draftErrors({ ...good, security: 'anonymous', username: '', ca: 'MIIB', clientKey: 'x' }, NONE)).toEqual({})
  })

  it('asks for the key of a client certificate unless one is stored', () => {
    const mtls: ProfileDraft = { ...good, security: 'mtls', clientCertificate: '-----BEGIN CERTIFICATE-----' }
    expect(draftErrors(mtls, NONE)).toEqual({ clientKey: 'keyMissing' })
    expect(draftErrors(mtls, { ...NONE, clientKey: true })).toEqual({})
    expect(draftErrors({ ...mtls, clientKey: null }, { ...NONE, clientKey: true })).toEqual({ clientKey: 'keyMissing' })
    expect(draftErrors({ ...mtls, clientKey: '-----BEGIN CERTIFICATE-----' }, NONE)).toEqual({ clientKey: 'notKey' })
    expect(draftErrors({ ...mtls, clientKey: '-----BEGIN EC PRIVATE KEY-----' }, NONE)).toEqual({})
  })
})

describe('fieldOfError', () => {
  it('points at the input that main refused', () => {
    expect(fieldOfError(new AppError('INVALID_INPUT', { field: 'profile.port' }))).toBe('port')
    expect(fieldOfError(new AppError('INVALID_INPUT', { field: 'secrets.password' }))).toBe('password')
  })

  it('points nowhere for a failure that is about no input', () => {
    expect(fieldOfError(new AppError('DISK_FAILED', { path: '/x' }))).toBeNull()
    expect(fieldOfError(new AppError('INVALID_INPUT', { field: 'profile.id' }))).toBeNull()
    expect(fieldOfError(new Error('host'))).toBeNull()
  })
})

describe('fieldOfTest', () => {
  it('points at the input of a failed test', () => {
    expect(fieldOfTest({ field: 'ca' })).toBe('ca')
    expect(fieldOfTest({ field: null })).toBeNull()
  })
})
