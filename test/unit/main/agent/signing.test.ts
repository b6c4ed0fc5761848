import { createHash, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  encodePrivateKey,
  encryptPrivateKey,
  isSignedBy,
  newPrivateKey,
  readPrivateKey,
  readPublicKey,
  signText,
} from '../../../../main/agent/keys.ts'
import { cancelText, commandText, resultText } from '../../../../main/agent/signed-texts.ts'
import { isProven, proofOf, signCommand } from '../../../../main/agent/signing.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const keyId = 'a'.repeat(32)
const command = {
  deviceId: 'pi-1',
  commandId: 'c1',
  session: 's1',
  challenge: 'x1',
  command: 'ls -l\n',
  timeoutS: 30,
  class: 'read',
  keyId,
} as const

describe('a signed text', () => {
  it('is one value a line', () => {
    const lines = ['waypost-command-v1', 'pi-1', 'c1', 's1', 'x1', 'read', '30', sha256('ls -l\n'), keyId]
    expect(commandText(command).toString()).toBe(lines.join('\n'))
    expect(cancelText(command).toString()).toBe(['waypost-cancel-v1', 'pi-1', 'c1', 's1', 'x1', keyId].join('\n'))
    const result = { deviceId: 'pi-1', commandId: 'c1', session: 's1', exitCode: null }
    const hashes = { stdoutSha256: sha256('a'), stderrSha256: sha256('b'), commandSigSha256: sha256('c') }
    expect(resultText({ ...result, ...hashes }).toString()).toBe(
      ['waypost-result-v1', 'pi-1', 'c1', 's1', '-', sha256('a'), sha256('b'), sha256('c')].join('\n'),
    )
  })

  it('is never the same for two different commands, and refuses what could make a line', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('a', 'a\n', 'a\nb', 'a ', 'ä', '\u2028'))
    const made = (changes: object) => {
      try {
        return commandText({ ...command, ...changes }).toString()
      } catch {
        return null
      }
    }
    fc.assert(
      fc.property(
        fc.constantFrom('deviceId', 'commandId', 'session', 'challenge', 'keyId', 'command'),
        part,
        part,
        (field, a, b) => {
          const [one, other] = [made({ [field]: a }), made({ [field]: b })]
          if (one !== null) expect(one.split('\n')).toHaveLength(9)
          if (a !== b && one !== null && !/[\ud800-\udfff]/.test(a + b)) expect(one).not.toBe(other)
        },
      ),
    )
  })
})

describe('a key', () => {
  it('is read back from the store and from an encrypted file, and signs the same', () => {
    const key = newPrivateKey()
    const text = Buffer.from('text')
    for (const again of [
      readPrivateKey(encodePrivateKey(key)),
      readPrivateKey(encryptPrivateKey(key, 'pass'), 'pass'),
    ]) {
      expect(again.public.id).toBe(key.public.id)
      expect(isSignedBy(key.public, text, signText(again, text))).toBe(true)
    }
    expect(readPublicKey(key.public.pem)?.id).toBe(key.public.id)
    expect(() => readPrivateKey(encryptPrivateKey(key, 'pass'), 'other')).toThrow('OPERATOR_KEY_UNUSABLE')
  })

  it('is of P-256 and nothing else', () => {
    const others = [
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
      generateKeyPairSync('ec', { namedCurve: 'P-384' }),
      generateKeyPairSync('ed25519'),
    ]
    for (const { publicKey, privateKey } of others) {
      expect(readPublicKey(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBeNull()
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      expect(() => readPrivateKey(pem)).toThrow('OPERATOR_KEY_UNUSABLE')
    }
    expect(readPublicKey(encodePrivateKey(newPrivateKey()))).toBeNull()
    expect(readPublicKey('')).toBeNull()
  })

  it('takes no signature that is none', () => {
    const key = newPrivateKey()
    const text = Buffer.from('text')
    const sig = signText(key, text)
    for (const other of ['', 'x', `${sig}\n`, sig.slice(4), `${sig}AAAA`, 'A'.repeat(10_000), sig.replace(/./, '-')]) {
      expect(isSignedBy(key.public, text, other)).toBe(false)
    }
  })
})

describe('the proof of a result', () => {
  const device = newPrivateKey()
  const sent = signCommand(newPrivateKey(), { session: 's1', challenge: 'x1' }, command)
  const of = { deviceId: 'pi-1', commandId: 'c1' }
  const hashes = {
    stdoutSha256: sha256('out'),
    stderrSha256: sha256(''),
    commandSigSha256: createHash('sha256').update(Buffer.from(sent.sig, 'base64')).digest('hex'),
  }
  const sig = signText(device, resultText({ ...of, session: 's1', exitCode: 0, ...hashes }))
  const answer = {
    ...of,
    sent: { session: 's1', sig: sent.sig },
    isSuccess: true,
    exitCode: 0,
    stdout: 'out',
    stderr: '',
    signature: { session: 's1', keyId: device.public.id, sig },
  }

  it('holds for what the device signed, and later for whoever has its key', () => {
    const proof = proofOf(device.public, answer)
    expect(proof).toEqual({ keyId: device.public.id, session: 's1', exitCode: 0, ...hashes, sig })
    if (proof === null) return
    expect(isProven(device.public, of, proof)).toBe(true)
    expect(isProven(newPrivateKey().public, of, proof)).toBe(false)
    expect(isProven(device.public, { ...of, deviceId: 'pi-2' }, proof)).toBe(false)
    expect(isProven(device.public, of, { ...proof, session: 'a\nb' })).toBe(false)
  })

  it('fails for any change, and where success and exit code disagree', () => {
    const changes = [
      { signature: null },
      { signature: { ...answer.signature, session: 's2' } },
      { signature: { ...answer.signature, keyId } },
      { stdout: 'other' },
      { stderr: 'other' },
      { exitCode: 1 },
      { exitCode: 1, isSuccess: false },
      { isSuccess: false },
      { exitCode: null },
      { commandId: 'c2' },
      { deviceId: 'pi-2' },
      { sent: null },
      { sent: { session: 's1', sig: signCommand(newPrivateKey(), { session: 's1', challenge: 'x1' }, command).sig } },
    ]
    for (const change of changes) expect(proofOf(device.public, { ...answer, ...change })).toBeNull()
  })
})
