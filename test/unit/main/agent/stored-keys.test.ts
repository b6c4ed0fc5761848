import { beforeEach, describe, expect, it } from 'vitest'
import { ProofsCheck, readDeviceKeys } from '../../../../main/agent/audit-proofs.ts'
import { DeviceKeys } from '../../../../main/agent/device-keys.ts'
import { encodePrivateKey, newPrivateKey, signText } from '../../../../main/agent/keys.ts'
import { OperatorKeys } from '../../../../main/agent/operator-keys.ts'
import { resultText, sha256 } from '../../../../main/agent/signed-texts.ts'
import { type KeyFile, NO_KEYS, readStoredKeys, type StoredKeys } from '../../../../main/agent/stored-keys.ts'

let stored: StoredKeys
let secrets: Map<string, string>
const file: KeyFile = {
  read: () => stored,
  write: (keys) => {
    stored = keys
  },
}

beforeEach(() => {
  stored = NO_KEYS
  secrets = new Map()
})

function operatorKeys(): OperatorKeys {
  return new OperatorKeys({
    file,
    secrets: {
      has: (name) => secrets.has(name),
      isLost: () => false,
      get: async (name) => secrets.get(name) ?? null,
      set: async (name, value) => void secrets.set(name, value),
      delete: async (name) => void secrets.delete(name),
    },
    isMemoryOnly: () => false,
    now: () => 1_700_000_000_000,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
}

describe('keys of the operator', () => {
  it('are made, rotated, and still there after a restart', async () => {
    const keys = operatorKeys()
    const [first] = (await keys.make('Anna')).keys
    const second = (await keys.make('Anna 2')).keys.find(({ isCurrent }) => isCurrent)
    expect(second?.name).toBe('Anna 2')
    const again = operatorKeys()
    expect(again.current()).toBeNull()
    await again.refresh()
    expect(again.current()?.public.id).toBe(second?.id)
    await again.use(first?.id ?? '')
    expect(again.current()?.public.id).toBe(first?.id)
    expect(JSON.stringify([again.view(), stored])).not.toContain('PRIVATE')
    expect(readStoredKeys(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  })

  it('leave only under a passphrase, and come back with it', async () => {
    const keys = operatorKeys()
    const [made] = (await keys.make('Anna')).keys
    const id = made?.id ?? ''
    const saved = await keys.encrypted(id, 'a long passphrase')
    expect(saved).toContain('ENCRYPTED PRIVATE KEY')
    stored = NO_KEYS
    secrets.clear()
    const other = operatorKeys()
    await expect(other.import(saved, 'wrong', 'Anna')).rejects.toThrow('OPERATOR_KEY_UNUSABLE')
    expect((await other.import(saved, 'a long passphrase', 'Anna')).keys).toMatchObject([
      { id, isCurrent: true, isAtHand: true },
    ])
    expect(other.publicPem(id).pem).toContain('BEGIN PUBLIC KEY')
  })

  it('sign nothing once revoked, and nobody gets them back', async () => {
    const keys = operatorKeys()
    const [made] = (await keys.make('Anna')).keys
    const id = made?.id ?? ''
    expect((await keys.revoke(id)).keys).toMatchObject([
      { id, isCurrent: false, isAtHand: false, revokedAt: expect.any(Number) },
    ])
    expect(keys.current()).toBeNull()
    expect(secrets.size).toBe(0)
    await expect(keys.use(id)).rejects.toThrow('NOT_FOUND')
    await expect(keys.encrypted(id, 'a long passphrase')).rejects.toThrow('NOT_FOUND')
  })
})

describe('keys of devices', () => {
  const ref = { connectionId: 'site-a', deviceId: 'pi-1' }

  it('are kept by connection and device, and are public keys', () => {
    const keys = new DeviceKeys(file)
    const key = newPrivateKey()
    keys.set(ref, key.public.pem)
    expect(() => keys.set(ref, encodePrivateKey(key))).toThrow('OPERATOR_KEY_UNUSABLE')
    expect(new DeviceKeys(file).find(ref)?.id).toBe(key.public.id)
    expect(keys.find({ ...ref, connectionId: 'site-b' })).toBeNull()
    expect(readDeviceKeys(keys.exported())?.size).toBe(1)
    keys.set(ref, null)
    expect(new DeviceKeys(file).find(ref)).toBeNull()
  })

  it('tell of an audit what each device signed', () => {
    const key = newPrivateKey()
    const empty = sha256(Buffer.of())
    const of = { deviceId: 'pi-1', commandId: 'c1' }
    const signed = { session: 's1', exitCode: 0, stdoutSha256: empty, stderrSha256: empty, commandSigSha256: empty }
    const proof = { keyId: key.public.id, ...signed, sig: signText(key, resultText({ ...of, ...signed })) }
    const outcome = { kind: 'outcome', seq: 3, connectionId: 'site-a', ...of, outcome: 'succeeded', proof }
    const keys = readDeviceKeys(JSON.stringify({ devices: [{ deviceId: 'pi-1', key: key.public.pem }] }))
    const report = (...records: readonly object[]) => {
      const check = new ProofsCheck(keys ?? new Map())
      for (const record of records) check.read(JSON.stringify(record))
      return check.report()
    }
    expect(report(outcome, { kind: 'sent' })).toEqual({ ok: true, proven: 1, wrong: [], missing: [], withoutKey: 0 })
    const wrong = [
      { ...outcome, commandId: 'c2' },
      { ...outcome, outcome: 'succeeded', proof: { ...proof, exitCode: 1 } },
    ]
    for (const record of wrong)
      expect(report(record)).toMatchObject({ ok: false, wrong: [{ seq: 3, deviceId: 'pi-1' }] })
    const { proof: _none, ...unsigned } = outcome
    expect(report(unsigned)).toMatchObject({ ok: false, missing: [{ seq: 3, deviceId: 'pi-1' }] })
    expect(report({ ...unsigned, outcome: 'failed' })).toMatchObject({ ok: true })
    expect(report({ ...outcome, deviceId: 'pi-2' })).toMatchObject({ ok: true, withoutKey: 1 })
    for (const odd of ['', '{}', '{"devices":[{"deviceId":"a","key":"x"}]}']) expect(readDeviceKeys(odd)).toBeNull()
  })
})
