import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, it } from 'vitest'

interface Hashing {
  readonly lowlevel: { crypto_hash(hash: Uint8Array, message: Uint8Array, length: number): number }
}

const require = createRequire(import.meta.url)

it('gives the hashes of the library that it stands for, so that keys with a passphrase open in the packaged app', () => {
  const [ours, theirs] = ['../../../resources/packaging/node-hash.cjs', 'tweetnacl'].map(
    (module) => (require(module) as Hashing).lowlevel,
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (message, length) => {
      const bytes = Math.min(length, message.length)
      const [hash, expected] = [new Uint8Array(64), new Uint8Array(64)]
      ours?.crypto_hash(hash, message, bytes)
      theirs?.crypto_hash(expected, message, bytes)
      expect(hash).toEqual(expected)
    }),
  )
})
