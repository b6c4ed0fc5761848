import { X509Certificate } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SetupDraft } from '../../../../preload/contract/models/broker/setup.ts'
import { COMBINATIONS } from './new-plan.ts'
import { draftOf, SetupScene } from './setup-scene.ts'

let scene: SetupScene
beforeEach(() => {
  scene = new SetupScene()
})

async function save(draft: SetupDraft): Promise<ReadonlyMap<string, string>> {
  const { problems } = await scene.setups.prepare(draft)
  expect(problems).toEqual([])
  await scene.setups.save(draft.id)
  return texts(draft.id)
}

async function texts(id: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await scene.setups.files(id)).map(({ path, text }) => [path, text]))
}

const PASSWD = 'etc/mosquitto/passwd'
const CA = 'etc/mosquitto/certs/ca.crt'
const SERVER = 'etc/mosquitto/certs/server.crt'

describe('the review', () => {
  it.each(COMBINATIONS)('shows no password, no hash and no key: $platform, $mode', async (combination) => {
    const draft = draftOf(combination)
    const { review } = await scene.setups.prepare(draft)
    const shown = JSON.stringify(review)
    expect(shown).not.toMatch(/password of \w/)
    expect(shown).not.toMatch(/\$7\$/)
    const keys = [...shown.matchAll(/BEGIN PRIVATE KEY-----\\n(.*?)\\n-----END/g)].map(([, body]) => body)
    expect([...new Set(keys)].filter((body) => body !== '••••')).toEqual([])
    const whole = await scene.setups.files(draft.id)
    expect(review?.files.map(({ path }) => path)).toEqual(whole.map(({ path }) => path))
  })

  it('names what is wrong instead of making anything', async () => {
    const answer = await scene.setups.prepare(draftOf({ hosts: ['mqtt://x'], port: 0 }))
    expect(answer.review).toBeNull()
    expect(answer.problems.map(({ field }) => field)).toEqual(['hosts', 'port'])
  })

  it('makes passwords for devices, never for a person, who would not know it', async () => {
    const draft = { ...draftOf(), passwords: { operator: 'a long password' } }
    expect(await scene.setups.check(draft)).toEqual([])
    expect(await scene.setups.check({ ...draft, passwords: {} })).toMatchObject([
      { field: 'passwords', item: 'operator' },
    ])
  })

  it('keeps certificates and generated passwords while the operator goes back and forth', async () => {
    const draft = { ...draftOf({ mode: 'tls' }), passwords: { operator: 'a long password' } }
    await scene.setups.prepare(draft)
    const first = await texts(draft.id)
    await scene.setups.prepare({ ...draft, plan: { ...draft.plan, mode: 'anonymous' } })
    await scene.setups.prepare(draft)
    const again = await texts(draft.id)
    expect(again.get(CA)).toBe(first.get(CA))
    expect(again.get(SERVER)).toBe(first.get(SERVER))
    expect(again.get('handover/devices/rpi_001/.env')).toBe(first.get('handover/devices/rpi_001/.env'))
  })
})

describe('a saved set-up', () => {
  it('holds no secret outside the secret store', async () => {
    const draft = draftOf({ mode: 'mtls' })
    await save(draft)
    await save(draftOf({ mode: 'password' }))
    await save(draftOf({ platform: 'cluster', mode: 'tls', hosts: ['mq1.local', 'mq2.local', 'mq3.local'] }))
    expect(scene.disk).not.toMatch(/PRIVATE KEY|password of/)
  })

  it.each([
    {},
    { platform: 'cluster', hosts: ['mq1.local', 'mq2.local', 'mq3.local'] },
    { platform: 'cluster', cluster: 'rabbitmq', hosts: ['mq1.local', 'mq2.local', 'mq3.local'] },
  ] as const)('gives the same files after a restart: %j', async (changes) => {
    const draft = draftOf({ mode: 'tls', ...changes })
    const before = await save(draft)
    scene.restart()
    expect(scene.setups.list()).toMatchObject([{ id: draft.id, caKey: 'stored', plan: draft.plan }])
    expect([...(await texts(draft.id))]).toEqual([...before])
  })

  it('is extended by a device without changing anything for the others', async () => {
    const draft = draftOf({ mode: 'mtls' })
    const before = await save(draft)
    scene.restart()
    const plan = { ...draft.plan, devices: [...draft.plan.devices, 'rpi_003'] }
    const after = await save({ id: draft.id, plan, passwords: {} })
    for (const path of [CA, SERVER, 'handover/devices/rpi_001/client.crt', 'handover/devices/rpi_002/client.key']) {
      expect(after.get(path), path).toBe(before.get(path))
    }
    const added = new X509Certificate(after.get('handover/devices/rpi_003/client.crt') ?? '')
    expect(added.verify(new X509Certificate(before.get(CA) ?? '').publicKey)).toBe(true)
  })

  it('needs no password again, and changes the hash of that account alone whose password is new', async () => {
    const draft = draftOf()
    const before = (await save(draft)).get(PASSWD)?.split('\n') ?? []
    scene.restart()
    const plan = { ...draft.plan, devices: [...draft.plan.devices, 'rpi_003'] }
    const after =
      (await save({ id: draft.id, plan, passwords: { rpi_001: 'another one' } })).get(PASSWD)?.split('\n') ?? []
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
    expect(after[2]).toBe(before[2])
    expect(after[3]).toMatch(/^rpi_003:\$7\$/)
  })

  it('gets a certificate for a new name from the same authority', async () => {
    const draft = draftOf({ mode: 'tls' })
    const before = await save(draft)
    scene.restart()
    const after = await save({ ...draft, plan: { ...draft.plan, hosts: [...draft.plan.hosts, 'new.local'] } })
    expect(after.get(CA)).toBe(before.get(CA))
    expect(new X509Certificate(after.get(SERVER) ?? '').checkHost('new.local')).toBe('new.local')
  })

  it('is renewed before it ends: new certificates of the same authority, kits for the field unchanged', async () => {
    const draft = draftOf({ mode: 'tls' })
    const before = await save(draft)
    scene.now += 700 * 24 * 60 * 60_000
    scene.restart()
    const { review } = await scene.setups.renew(draft.id)
    const after = await texts(draft.id)
    expect(after.get(CA)).toBe(before.get(CA))
    expect(after.get(SERVER)).not.toBe(before.get(SERVER))
    expect(after.get('handover/devices/rpi_001/waypost-bridge.conf')).toBe(
      before.get('handover/devices/rpi_001/waypost-bridge.conf'),
    )
    expect(review?.certificatesEndAt).toBeGreaterThan(scene.now + 800 * 24 * 60 * 60_000)
  })

  it('loses what was prepared and not saved, when that is discarded', async () => {
    const draft = draftOf({ mode: 'tls' })
    const before = await save(draft)
    await scene.setups.renew(draft.id)
    expect((await texts(draft.id)).get(SERVER)).not.toBe(before.get(SERVER))
    scene.setups.discard(draft.id)
    expect([...(await texts(draft.id))]).toEqual([...before])
  })

  it('leaves nothing behind when it is removed', async () => {
    const draft = draftOf({ mode: 'mtls' })
    await save(draft)
    await scene.setups.remove(draft.id)
    expect([scene.secrets.size, scene.disk, scene.setups.list()]).toEqual([0, '[]', []])
    await expect(scene.setups.files(draft.id)).rejects.toThrow('NOT_FOUND')
  })

  it('passes over a record that somebody broke by hand, and reads the others', async () => {
    await save(draftOf())
    scene.disk = JSON.stringify([...scene.records(), { id: 'broken' }])
    expect(scene.setups.list()).toHaveLength(1)
  })
})

describe('with a secret store that forgets', () => {
  beforeEach(() => {
    scene.isMemoryOnly = true
  })

  it('is not saved before the private key of its authority is in a file', async () => {
    const draft = draftOf({ mode: 'tls' })
    const prepared = await scene.setups.prepare(draft)
    expect(prepared.review?.caKey).toBe('memory')
    await expect(scene.setups.save(draft.id)).rejects.toThrow('CA_KEY_UNSAVED')
    await expect(scene.export().saveFolder(draft.id)).rejects.toThrow('CA_KEY_UNSAVED')
    expect(scene.disk).toBe('[]')
    scene.setups.noteCaKeySaved(draft.id)
    expect(await scene.setups.save(draft.id)).toMatchObject({ caKey: 'exported' })
  })

  it('needs no key for a set-up without certificates', async () => {
    const draft = draftOf({ mode: 'password' })
    await save(draft)
    expect(scene.setups.list()).toMatchObject([{ caKey: 'none' }])
  })

  it('is extended after a restart once the key is back, and by no other key', async () => {
    const draft = draftOf({ mode: 'tls' })
    await scene.setups.prepare(draft)
    const file = join(mkdtempSync(join(tmpdir(), 'waypost-key-')), 'ca-key.pem')
    scene.answers.file = file
    await scene.export().saveCaKey(draft.id, 'correct horse battery')
    const before = await save(draft)
    scene.restart()
    await expect(scene.setups.prepare({ ...draft, passwords: {} })).rejects.toThrow('CA_KEY_MISSING')
    await expect(scene.export().loadCaKey(draft.id, 'wrong passphrase')).rejects.toThrow('CA_KEY_UNUSABLE')
    await scene.export().loadCaKey(draft.id, 'correct horse battery')
    expect((await scene.setups.prepare({ ...draft, passwords: {} })).problems).toEqual([])
    const after = await texts(draft.id)
    expect(after.get(CA)).toBe(before.get(CA))
    expect(after.get(PASSWD)).toBe(before.get(PASSWD))
    writeFileSync(file, 'no key')
    await expect(scene.export().loadCaKey(draft.id, 'correct horse battery')).rejects.toThrow('CA_KEY_UNUSABLE')
  })
})
