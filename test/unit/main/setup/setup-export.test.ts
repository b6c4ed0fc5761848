import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { networkInterfaces } from 'node:os'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { localHosts } from '../../../../main/setup/plan/check-names.ts'
import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { draftOf, SetupScene } from './setup-scene.ts'

let scene: SetupScene
let folder: string
beforeEach(() => {
  scene = new SetupScene()
  folder = mkdtempSync(join(tmpdir(), 'waypost-desk-'))
  scene.answers.folder = folder
})

async function prepared(mode: 'anonymous' | 'password' | 'tls' | 'mtls' = 'tls'): Promise<string> {
  const draft = draftOf({ mode })
  await scene.setups.prepare(draft)
  return draft.id
}

/** A plan that counts how often its limits are read, as only the configuration does; a copy on disk is not counted. */
function countingTuning(plan: SetupPlan): { plan: SetupPlan; reads: () => number } {
  let count = 0
  const counted = Object.defineProperties({ ...plan } as SetupPlan, {
    tuning: {
      enumerable: true,
      get: () => {
        count += 1
        return plan.tuning
      },
    },
    toJSON: { value: () => plan },
  })
  return { plan: counted, reads: () => count }
}

describe('saving as a folder', () => {
  it('writes every file, and saves the set-up with its place', async () => {
    const id = await prepared()
    expect(await scene.export().saveFolder(id)).toEqual({ path: folder })
    expect(readFileSync(join(folder, 'etc/mosquitto/certs/server.key'), 'utf8')).toContain('BEGIN PRIVATE KEY')
    expect(scene.setups.list()).toMatchObject([{ savedIn: folder }])
  })

  it('replaces nothing when the operator says no, and all of it on a yes', async () => {
    const id = await prepared()
    writeFileSync(join(folder, 'install.sh'), 'mine')
    expect(await scene.export().saveFolder(id)).toBeNull()
    expect([readdirSync(folder), readFileSync(join(folder, 'install.sh'), 'utf8')]).toEqual([['install.sh'], 'mine'])
    scene.answers.isAgreed = true
    expect(await scene.export().saveFolder(id)).toEqual({ path: folder })
    expect(readFileSync(join(folder, 'install.sh'), 'utf8')).toContain('#!/bin/sh')
  })

  it('is undone by a cancelled dialog, but the set-up is saved', async () => {
    const id = await prepared()
    scene.answers.folder = null
    expect(await scene.export().saveFolder(id)).toBeNull()
    expect(scene.setups.list()).toMatchObject([{ savedIn: null }])
  })

  it('writes the secrets once and builds the files once', async () => {
    const draft = draftOf({ mode: 'tls' })
    const { plan, reads } = countingTuning(draft.plan)
    await scene.setups.prepare({ ...draft, plan })
    const readsOf = async (act: () => Promise<unknown>) => {
      const before = reads()
      await act()
      return reads() - before
    }
    const once = await readsOf(() => scene.setups.files(draft.id))
    expect(once).toBeGreaterThan(0)
    scene.secretWrites = 0
    expect(await readsOf(() => scene.setups.save(draft.id))).toBe(0)
    const writesOfOneSave = scene.secretWrites
    scene.secretWrites = 0
    expect(await readsOf(() => scene.export().saveFolder(draft.id))).toBe(once)
    expect(scene.secretWrites).toBe(writesOfOneSave)
    expect(scene.setups.list()).toMatchObject([{ savedIn: folder, certificatesEndAt: expect.any(Number) }])
  })

  it('says which folder cannot be written', async () => {
    const id = await prepared()
    scene.answers.folder = join(folder, 'a-file', 'below')
    writeFileSync(join(folder, 'a-file'), '')
    await expect(scene.export().saveFolder(id)).rejects.toMatchObject({ code: 'DISK_FAILED' })
  })
})

it('saves an archive that holds every file, readable by its owner alone', async () => {
  const id = await prepared()
  scene.answers.file = join(folder, 'set-up.zip')
  await scene.export().saveZip(id)
  expect(statSync(scene.answers.file).mode & 0o777).toBe(0o600)
  const entries = unzipSync(readFileSync(scene.answers.file))
  const files = await scene.setups.files(id)
  expect(Object.keys(entries)).toEqual(files.map(({ path }) => path))
  for (const { path, text } of files) expect(Buffer.from(entries[path] ?? []).toString(), path).toBe(text)
  expect(readdirSync(folder)).toEqual(['set-up.zip'])
})

it("saves the authority's key under a passphrase only", async () => {
  const id = await prepared()
  scene.answers.file = join(folder, 'key.pem')
  await scene.export().saveCaKey(id, 'correct horse battery')
  expect(readFileSync(scene.answers.file, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
  expect(statSync(scene.answers.file).mode & 0o777).toBe(0o600)
})

it('leaves no file behind when the disk refuses one', async () => {
  const id = await prepared()
  scene.answers.file = join(folder, 'taken')
  mkdirSync(scene.answers.file)
  await expect(scene.export().saveZip(id)).rejects.toMatchObject({ code: 'DISK_FAILED' })
  expect(readdirSync(folder)).toEqual(['taken'])
})

describe('the connection profile', () => {
  it.each([
    ['anonymous', { username: null, ca: null, port: 1883 }, []],
    ['password', { username: 'operator', ca: null, port: 1883 }, ['password']],
    ['tls', { username: 'operator', ca: expect.stringContaining('BEGIN CERT'), port: 8883 }, ['password']],
    ['mtls', { username: null, clientCertificate: expect.stringContaining('BEGIN CERT'), port: 8883 }, ['clientKey']],
  ] as const)('has what the mode needs: %s', async (mode, expected, secrets) => {
    const id = await prepared(mode)
    await scene.export().createProfile(id, 'operator')
    expect(scene.savedProfiles).toMatchObject([{ profile: { ...expected, host: 'broker.local', security: mode } }])
    expect(Object.keys(scene.savedProfiles[0]?.secrets ?? {})).toEqual(secrets)
  })

  it('has every node of a cluster', async () => {
    const draft = draftOf({ platform: 'cluster', mode: 'tls', hosts: ['mq1.local', 'mq2.local', 'mq3.local'] })
    await scene.setups.prepare(draft)
    await scene.export().createProfile(draft.id, 'operator')
    const otherAddresses = ['mq2.local', 'mq3.local'].map((host) => ({ host, port: 8883, serverName: null }))
    expect(scene.savedProfiles).toMatchObject([{ profile: { host: 'mq1.local', port: 8883, otherAddresses } }])
  })
})

it('hands a set-up to the built-in broker with its accounts and certificate, and uses its connection', async () => {
  const draft = draftOf({ platform: 'builtin', mode: 'tls' })
  await scene.setups.prepare(draft)
  expect(await scene.export().createProfile(draft.id, 'operator')).toEqual({ profileId: 'built-in-broker' })
  expect(scene.savedProfiles).toEqual([])
  expect(scene.savedBuiltIns).toMatchObject([
    {
      choice: { mode: 'tls', host: '0.0.0.0', port: 8883, names: draft.plan.hosts },
      accounts: [
        { name: 'operator', role: 'operator', password: 'password of operator' },
        { name: 'rpi_001', role: 'device' },
        { name: 'rpi_002', role: 'device' },
      ],
      given: { key: expect.stringContaining('PRIVATE KEY') },
    },
  ])
})

it('offers the addresses and names by which others reach this computer', () => {
  const entry = (address: string, family: 'IPv4' | 'IPv6', internal = false) => ({
    address,
    family,
    internal,
    netmask: '',
    mac: '',
    cidr: null,
    scopeid: 0,
  })
  const interfaces = {
    lo: [entry('127.0.0.1', 'IPv4', true)],
    eth0: [entry('fe80::1', 'IPv6'), entry('192.168.1.7', 'IPv4'), entry('fd00::7', 'IPv6')],
  } as ReturnType<typeof networkInterfaces>
  expect(localHosts('laptop', interfaces)).toEqual(['192.168.1.7', 'fd00::7', 'laptop', 'laptop.local'])
  expect(localHosts('my laptop', {})).toEqual([])
})
