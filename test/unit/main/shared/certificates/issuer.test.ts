import '../../../../../main/shared/certificates/reflect-metadata.ts'
import { X509Certificate } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  X509Certificate as ParsedCertificate,
  SubjectKeyIdentifierExtension,
} from '@peculiar/x509'
import { describe, expect, it } from 'vitest'
import { decryptCaKey, encryptKey } from '../../../../../main/shared/certificates/ca-key-file.ts'
import { createAuthority, issueClient, issueServer } from '../../../../../main/shared/certificates/issuer.ts'

const NOW = Date.UTC(2026, 5, 1)
const DAY_MS = 24 * 60 * 60_000

describe.each(['ecdsa', 'rsa'] as const)('certificates, %s', (keyType) => {
  const authority = createAuthority('Workshop', keyType, NOW)

  it('name every host as what it is: a DNS name for an address would match nothing', async () => {
    const server = await issueServer(
      await authority,
      ['broker.local', '192.168.1.10', 'fd00::1', 'büro.example'],
      keyType,
      NOW,
    )
    const certificate = new X509Certificate(server.certificate)
    expect(certificate.checkHost('broker.local')).toBe('broker.local')
    expect(certificate.checkHost('xn--bro-hoa.example')).toBe('xn--bro-hoa.example')
    expect(certificate.checkIP('192.168.1.10')).toBe('192.168.1.10')
    expect(certificate.checkIP('fd00::1')).toBe('fd00::1')
    expect(certificate.subjectAltName).not.toContain('DNS:192')
  })

  it('are backdated two days and last 825 at most, for clocks that are behind and for Apple', async () => {
    const server = new X509Certificate((await issueServer(await authority, ['broker'], keyType, NOW)).certificate)
    expect(Date.parse(server.validFrom)).toBe(NOW - 2 * DAY_MS)
    expect((Date.parse(server.validTo) - Date.parse(server.validFrom)) / DAY_MS).toBeLessThanOrEqual(825)
  })

  it('are signed by their authority, whose subject is another, and fit their keys', async () => {
    const ca = new X509Certificate((await authority).certificate)
    const issued = await issueClient(await authority, '张伟, O=x', keyType, NOW)
    const client = new X509Certificate(issued.certificate)
    expect(client.verify(ca.publicKey)).toBe(true)
    expect(client.checkIssued(ca)).toBe(true)
    expect(client.issuer).not.toBe(client.subject)
    expect(client.toLegacyObject().subject.CN).toBe('张伟, O=x')
    expect(ca.ca).toBe(true)
    expect(client.ca).toBe(false)
  })

  it('of two authorities with one name are told apart by their subjects', async () => {
    const other = await createAuthority('Workshop', keyType, NOW)
    expect(new X509Certificate(other.certificate).subject).not.toBe(
      new X509Certificate((await authority).certificate).subject,
    )
  })

  it('have serials of their own, positive and of 16 bytes, the authority too', async () => {
    const ca = await authority
    const leaves = await Promise.all([issueClient(ca, 'a', keyType, NOW), issueClient(ca, 'a', keyType, NOW)])
    const serials = [ca, ...leaves].map(({ certificate }) => new X509Certificate(certificate).serialNumber)
    expect(new Set(serials).size).toBe(3)
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/)
  })

  it('carry the key identifiers by which a verifier finds their authority', async () => {
    const ca = new ParsedCertificate((await authority).certificate)
    const leaves = [
      await issueServer(await authority, ['broker'], keyType, NOW),
      await issueClient(await authority, 'rpi_001', keyType, NOW),
    ].map(({ certificate }) => new ParsedCertificate(certificate))
    const own = [ca, ...leaves].map((certificate) => certificate.getExtension(SubjectKeyIdentifierExtension)?.keyId)
    expect(new Set(own).size).toBe(3)
    for (const leaf of leaves) expect(leaf.getExtension(AuthorityKeyIdentifierExtension)?.keyId).toBe(own[0])
  })

  it('outlive no authority', async () => {
    const late = NOW + 3_600 * DAY_MS
    const leaf = await issueClient(await authority, 'rpi_001', keyType, late)
    expect(new X509Certificate(leaf.certificate).validTo).toBe(
      new X509Certificate((await authority).certificate).validTo,
    )
  })

  it('have a key that comes back from its passphrase, and from no other', async () => {
    const { certificate, key } = await authority
    const stored = encryptKey(key, 'correct horse battery')
    expect(stored).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    expect(decryptCaKey(stored, 'correct horse battery', certificate)).toBe(key)
    expect(() => decryptCaKey(stored, 'wrong', certificate)).toThrow('CA_KEY_UNUSABLE')
    const other = await createAuthority('Other', keyType, NOW)
    expect(() => decryptCaKey(stored, 'correct horse battery', other.certificate)).toThrow('CA_KEY_UNUSABLE')
  })
})

it('leaves a name of digits as it is, which a URL would read as an address', async () => {
  const authority = await createAuthority('Workshop', 'ecdsa', NOW)
  const { certificate } = await issueServer(authority, ['1234', 'localhost', '::1'], 'ecdsa', NOW)
  const read = new X509Certificate(certificate)
  expect(read.subjectAltName).toContain('DNS:1234')
  expect(read.checkIP('::1')).toBeDefined()
  expect(read.checkIP('192.0.2.1')).toBeUndefined()
})
