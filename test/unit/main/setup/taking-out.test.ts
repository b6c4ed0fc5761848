import '../../../../main/shared/certificates/reflect-metadata.ts'
import { X509Certificate } from 'node:crypto'
import { X509Crl } from '@peculiar/x509'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { NO_CERTIFICATES, updateLedger } from '../../../../main/setup/certificates/certificate-ledger.ts'
import { createAuthority, createRevocationList, issueClient } from '../../../../main/shared/certificates/issuer.ts'
import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { newPlan } from '../../../support/brokers/new-plan.ts'
import { NOW } from './new-plan.ts'
import { draftOf, SetupScene } from './setup-scene.ts'

const CRL = 'etc/mosquitto/certs/crl.pem'
const ACL = 'etc/mosquitto/acl'
const PASSWD = 'etc/mosquitto/passwd'
const certificateOf = (account: string) => `handover/devices/${account}/client.crt`
const DAY_MS = 24 * 60 * 60_000

let scene: SetupScene
beforeEach(() => {
  scene = new SetupScene()
})

async function texts(id: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await scene.setups.files(id)).map(({ path, text }) => [path, text]))
}

/** Kept in an earlier run. */
async function kept(changes: Partial<SetupPlan>) {
  const draft = draftOf(changes)
  await scene.setups.prepare(draft)
  await scene.setups.save(draft.id)
  scene.restart()
  return { id: draft.id, files: await texts(draft.id) }
}

function serialOf(certificate: string | undefined): string {
  return new X509Certificate(certificate ?? '').serialNumber.toLowerCase()
}

function revokedIn(crl: string | undefined): string[] {
  return new X509Crl(crl ?? '').entries.map(({ serialNumber }) => serialNumber)
}

describe.each(['ecdsa', 'rsa'] as const)('a revocation list, %s', (keyType) => {
  it('is valid as long as its authority: Mosquitto refuses everybody once it ended', async () => {
    const authority = await createAuthority('Workshop', keyType, NOW)
    const list = new X509Crl(await createRevocationList(authority, [], NOW + 400 * DAY_MS))
    expect(list.nextUpdate?.getTime()).toBe(Date.parse(new X509Certificate(authority.certificate).validTo))
    expect(list.entries).toEqual([])
  })

  it('has the name that OpenSSL reads: a broker whose list it cannot read does not start', async () => {
    const authority = await createAuthority('Workshop', keyType, NOW)
    expect(await createRevocationList(authority, [], NOW)).toMatch(/^-----BEGIN X509 CRL-----\n/)
  })

  it('is backdated for a broker whose clock is behind, and still newer than the one before', async () => {
    const authority = await createAuthority('Workshop', keyType, NOW)
    const first = new X509Crl(await createRevocationList(authority, [], NOW))
    const second = new X509Crl(await createRevocationList(authority, [{ serial: '40ab', revokedAt: NOW }], NOW + 1_000))
    expect(first.thisUpdate.getTime()).toBe(NOW - 2 * DAY_MS)
    expect(second.thisUpdate.getTime()).toBeGreaterThan(first.thisUpdate.getTime())
    expect(second.entries.map(({ serialNumber }) => serialNumber)).toEqual(['40ab'])
  })
})

describe('the ledger of certificates', () => {
  it('takes back what was issued to accounts that are gone, once, and nothing of those that stay', async () => {
    const authority = await createAuthority('Workshop', 'ecdsa', NOW)
    const names: readonly string[] = ['a', 'b', 'c', 'd']
    const pool = await Promise.all(
      [...names, ...names].map(async (account) => ({
        account,
        certificate: (await issueClient(authority, account, 'ecdsa', NOW)).certificate,
      })),
    )
    const anyPlan = fc.uniqueArray(fc.nat(pool.length - 1), { selector: (index) => pool[index]?.account })
    fc.assert(
      fc.property(fc.array(anyPlan, { minLength: 1, maxLength: 6 }), (plans) => {
        let ledger = NO_CERTIFICATES
        for (const plan of plans) {
          const clients = new Map(plan.flatMap((index) => pool[index] ?? []).map((one) => [one.account, one]))
          const before = new Set(ledger.revoked.map(({ serial }) => serial))
          ledger = updateLedger(ledger, clients, NOW)
          const revoked = ledger.revoked.map(({ serial }) => serial)
          expect(new Set(revoked).size).toBe(revoked.length)
          for (const { account, serial } of ledger.issued) {
            expect(revoked.includes(serial), account).toBe(before.has(serial) || !clients.has(account))
          }
        }
      }),
    )
  })
})

describe('a set-up with client certificates', () => {
  it('has an empty revocation list from the start, so that taking a device out changes no line', async () => {
    const { files } = await kept({ mode: 'mtls' })
    expect(revokedIn(files.get(CRL))).toEqual([])
    expect(files.get('etc/mosquitto/conf.d/default.conf')).toContain('\ncrlfile /etc/mosquitto/certs/crl.pem\n')
  })

  it('names every device in its ACL: a pattern would let each certificate of the authority in', async () => {
    const { files } = await kept({ mode: 'mtls' })
    expect(files.get(ACL)).not.toContain('pattern')
    expect(files.get(ACL)).toContain('user rpi_001\ntopic write device/rpi_001/status\n')
  })

  it('takes back all certificates of a device, those that a renewal replaced too, and no other', async () => {
    const { id, files } = await kept({ mode: 'mtls' })
    scene.now += 700 * DAY_MS
    await scene.setups.renew(id)
    const renewed = await texts(id)
    await scene.setups.save(id)
    scene.restart()
    expect(revokedIn(renewed.get(CRL))).toEqual([])
    await scene.setups.takeOut(id, 'rpi_001')
    const after = await texts(id)
    const [old, present] = [files, renewed].map((all) => serialOf(all.get(certificateOf('rpi_001'))))
    expect(revokedIn(after.get(CRL)).sort()).toEqual([old, present].sort())
    expect(after.get(ACL)).not.toContain('rpi_001')
    expect(after.get(certificateOf('rpi_002'))).toBe(renewed.get(certificateOf('rpi_002')))
  })

  it('keeps what it took back, also when the device joins again, which gets another certificate', async () => {
    const { id, files } = await kept({ mode: 'mtls' })
    await scene.setups.takeOut(id, 'rpi_001')
    await scene.setups.save(id)
    scene.restart()
    const again = draftOf({ mode: 'mtls' }, id)
    await scene.setups.prepare({ ...again, passwords: {} })
    const after = await texts(id)
    const old = serialOf(files.get(certificateOf('rpi_001')))
    expect(revokedIn(after.get(CRL))).toEqual([old])
    expect(serialOf(after.get(certificateOf('rpi_001')))).not.toBe(old)
  })

  it('takes back nothing while it is only looked at: certificates that were never saved are in no list', async () => {
    const { id, files } = await kept({ mode: 'mtls' })
    await scene.setups.prepare({
      ...draftOf({ mode: 'mtls', devices: ['rpi_001', 'rpi_002', 'rpi_003'] }, id),
      passwords: {},
    })
    await scene.setups.prepare({ ...draftOf({ mode: 'mtls' }, id), passwords: {} })
    expect((await texts(id)).get(CRL)).toBe(files.get(CRL))
  })

  it('asks for the key of its authority, which signs the list', async () => {
    const { id } = await kept({ mode: 'mtls' })
    scene.secrets.delete(`setup/${id}/ca-key`)
    await expect(scene.setups.takeOut(id, 'rpi_001')).rejects.toThrow('CA_KEY_MISSING')
  })

  it('of a version without serials says what it cannot know, and still takes the present certificate back', async () => {
    const { id, files } = await kept({ mode: 'mtls' })
    scene.disk = JSON.stringify(scene.records().map(({ ledger: _ledger, bridgeHashes: _hashes, ...old }) => old))
    const { review } = await scene.setups.takeOut(id, 'rpi_001')
    expect(review?.warnings.map((warning) => warning.id)).toEqual(
      expect.arrayContaining(['taken-out', 'serials-unknown']),
    )
    expect(revokedIn((await texts(id)).get(CRL))).toEqual([serialOf(files.get(certificateOf('rpi_001')))])
    await scene.setups.save(id)
    scene.restart()
    const renewed = await scene.setups.renew(id)
    expect(renewed.review?.warnings.map((warning) => warning.id)).toContain('serials-unknown')
  })
})

describe('a set-up with passwords', () => {
  it('loses the account of a device that is taken out, and says so; the others keep their hashes', async () => {
    const { id, files } = await kept({ mode: 'password' })
    const { review } = await scene.setups.takeOut(id, 'rpi_001')
    const [operator, _out, other] = files.get(PASSWD)?.split('\n') ?? []
    expect((await texts(id)).get(PASSWD)).toBe(`${operator}\n${other}\n`)
    expect(review?.warnings.find((warning) => warning.id === 'taken-out')?.text.en).toContain('Taken out: rpi_001.')
    expect(scene.setups.list()).toMatchObject([{ plan: { devices: ['rpi_001', 'rpi_002'] } }])
    await scene.setups.save(id)
    expect(scene.setups.list()).toMatchObject([{ plan: { devices: ['rpi_002'] } }])
  })

  it('has no revocation list, and refuses to take out what is no device of it', async () => {
    const { id, files } = await kept({ mode: 'tls' })
    expect(files.has(CRL)).toBe(false)
    await expect(scene.setups.takeOut(id, 'operator')).rejects.toThrow('NOT_FOUND')
    await expect(scene.setups.takeOut(id, 'rpi_009')).rejects.toThrow('NOT_FOUND')
  })
})

describe('a set-up of the built-in broker', () => {
  it('is saved without the device at once, and tells the broker the serials', async () => {
    const { id, files } = await kept({ platform: 'builtin', mode: 'mtls' })
    await scene.export().createProfile(id, 'operator')
    await scene.export().takeOut(id, 'rpi_001')
    expect(scene.takenOut).toEqual([{ device: 'rpi_001', serials: [serialOf(files.get(certificateOf('rpi_001')))] }])
    expect(scene.setups.list()).toMatchObject([{ plan: { devices: ['rpi_002'] } }])
  })

  it('leaves a built-in broker alone that runs on another set-up', async () => {
    const { id } = await kept({ platform: 'builtin', mode: 'mtls' })
    const other = await kept({ platform: 'builtin', mode: 'mtls' })
    await scene.export().createProfile(other.id, 'operator')
    await scene.export().takeOut(id, 'rpi_001')
    expect(scene.takenOut).toEqual([])
  })
})

describe('the bridge on a device', () => {
  it.each(['tls', 'mtls'] as const)('lets nobody in without a login, whose hash is in its kit: %s', async (mode) => {
    const { id, files } = await kept({ mode })
    const kit = 'handover/devices/rpi_001'
    expect(files.get(`${kit}/waypost-bridge.conf`)).toContain('\nallow_anonymous false\n')
    expect(files.get(`${kit}/waypost-bridge.passwd`)).toMatch(/^rpi_001:\$7\$101\$[\w+/=]+\$[\w+/=]+\n$/)
    expect(files.get(`${kit}/waypost-bridge.acl`)).not.toMatch(/write device\/rpi_001\/(command|cancel)|#|\+|rpi_002/)
    const { mqtt_password: password } = JSON.parse(files.get(`${kit}/rpi_executor_config.json`) ?? '')
    expect(password).toMatch(/^[A-Za-z2-9]{21}$/)
    expect(scene.disk).not.toContain(password)
    expect((await texts(id)).get(`${kit}/rpi_executor_config.json`)).toContain(password)
  })

  it('has another login on every device', async () => {
    const { files } = await kept({ mode: 'tls', devices: newPlan().devices })
    const passwords = ['rpi_001', 'rpi_002'].map((device) =>
      files.get(`handover/devices/${device}/waypost-bridge.passwd`),
    )
    expect(passwords[0]?.replace('rpi_001', '')).not.toBe(passwords[1]?.replace('rpi_002', ''))
  })
})
