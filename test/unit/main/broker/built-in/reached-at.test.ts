import { describe, expect, it } from 'vitest'
import type { StoredBuiltIn } from '../../../../../main/broker/built-in/config.ts'
import { reachedAt } from '../../../../../main/broker/built-in/profile.ts'
import { createAuthority, issueServer } from '../../../../../main/shared/certificates/issuer.ts'

const LOCAL = [
  { address: '192.0.2.2', interfaceName: 'eth0', isLoopback: false },
  { address: 'fd00::2', interfaceName: 'eth0', isLoopback: false },
  { address: '127.0.0.1', interfaceName: 'lo', isLoopback: true },
]

async function storedWith(names: readonly string[] | null): Promise<StoredBuiltIn> {
  const now = Date.now()
  const ca = await createAuthority('Laptop', 'ecdsa', now)
  const server = names === null ? null : await issueServer(ca, names, 'ecdsa', now)
  return {
    choice: { mode: names === null ? 'password' : 'tls', host: '0.0.0.0', port: 8883, startsWithApp: true, names: [] },
    accounts: [],
    ca: ca.certificate,
    certificate: server?.certificate ?? null,
    isGiven: false,
    isCaKeySaved: false,
    operatorCertificate: null,
    issued: [],
    revoked: [],
  }
}

describe('where the built-in broker is reached', () => {
  it('is every address of the computer without TLS', async () => {
    expect(reachedAt(await storedWith(null), LOCAL)).toEqual({
      addresses: ['192.0.2.2:8883', '[fd00::2]:8883'],
      uncertified: [],
    })
  })

  it('is with TLS what its certificate names, and the other addresses are told apart', async () => {
    const stored = await storedWith(['localhost', '127.0.0.1', 'laptop.local', '192.0.2.2'])
    expect(reachedAt(stored, LOCAL)).toEqual({
      addresses: ['laptop.local:8883', '192.0.2.2:8883'],
      uncertified: ['[fd00::2]:8883'],
    })
  })

  it('names no address that a client would be told to refuse', async () => {
    const stored = await storedWith(['localhost', '127.0.0.1'])
    expect(reachedAt(stored, LOCAL)).toEqual({ addresses: [], uncertified: ['192.0.2.2:8883', '[fd00::2]:8883'] })
  })
})
