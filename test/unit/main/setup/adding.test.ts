import '../../../../main/shared/certificates/reflect-metadata.ts'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { draftOf, SetupScene } from './setup-scene.ts'

let scene: SetupScene
beforeEach(() => {
  scene = new SetupScene()
})

/** Kept in an earlier run. */
async function kept(changes: Partial<SetupPlan>): Promise<string> {
  const draft = draftOf({ devices: ['rpi_001'], ...changes })
  await scene.setups.prepare(draft)
  await scene.setups.save(draft.id)
  scene.restart()
  return draft.id
}

async function textOf(id: string, path: string): Promise<string> {
  return (await scene.setups.files(id)).find((file) => file.path === path)?.text ?? ''
}

describe('further devices of a kept set-up', () => {
  it.each(['password', 'tls', 'mtls'] as const)(
    'get files of their own and change nothing for others, %s',
    async (mode) => {
      const id = await kept({ mode })
      const ofFirst = (await scene.setups.files(id)).filter(({ path }) => path.startsWith('handover/devices/rpi_001/'))
      const { review } = await scene.export().addDevices(id, ['rpi_002', 'rpi_003'])
      const paths = review?.files.map(({ path }) => path) ?? []
      for (const device of ['rpi_001', 'rpi_002', 'rpi_003'])
        expect(paths.some((path) => path.startsWith(`handover/devices/${device}/`))).toBe(true)
      if (mode !== 'mtls') expect(await textOf(id, 'etc/mosquitto/passwd')).toContain('rpi_003:')
      const still = (await scene.setups.files(id)).filter(({ path }) => path.startsWith('handover/devices/rpi_001/'))
      expect(still).toEqual(ofFirst)
    },
  )

  it('are refused with the reason, and nothing is made', async () => {
    const id = await kept({ mode: 'password' })
    for (const wrong of ['rpi_001', 'a/b']) {
      const { problems, review } = await scene.export().addDevices(id, [wrong])
      expect({ fields: problems.map(({ field }) => field), review }).toEqual({ fields: ['devices'], review: null })
    }
  })

  it('are let in at once by the built-in broker that runs on the set-up, which keeps its other accounts', async () => {
    const id = await kept({ mode: 'tls', platform: 'builtin' })
    await scene.export().createProfile(id, 'operator')
    const before = scene.savedBuiltIns.at(-1)
    if (before === undefined) throw new Error('nothing was saved')
    scene.savedBuiltIns.push({ ...before, accounts: [...before.accounts, { name: 'by-hand', role: 'device' }] })
    await scene.export().addDevices(id, ['rpi_002'])
    expect(scene.savedBuiltIns.at(-1)?.accounts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['rpi_001', 'rpi_002', 'by-hand']),
    )
    expect(scene.records()[0]?.plan.devices).toEqual(['rpi_001', 'rpi_002'])
  })

  it('let a built-in broker alone that runs on another set-up', async () => {
    const id = await kept({ mode: 'tls', platform: 'builtin' })
    await scene.export().addDevices(id, ['rpi_002'])
    expect(scene.savedBuiltIns).toEqual([])
  })
})

describe('the devices of a set-up', () => {
  it('are expected on the connection that is made for it, and later ones with the next save', async () => {
    const id = await kept({ mode: 'password' })
    expect(scene.expected.flatMap(({ connectionIds }) => connectionIds)).toEqual([])
    const { profileId } = await scene.export().createProfile(id, 'operator')
    expect(scene.expected.at(-1)).toEqual({ connectionIds: [profileId], deviceIds: ['rpi_001'] })
    await scene.export().addDevices(id, ['rpi_002'])
    await scene.setups.save(id)
    expect(scene.expected.at(-1)).toEqual({ connectionIds: [profileId], deviceIds: ['rpi_002'] })
    await scene.setups.save(id)
    // One that was forgotten does not come back with another save.
    expect(scene.expected.at(-1)?.deviceIds).toEqual([])
  })
})

describe('the folder of a set-up', () => {
  it('is where the next saving begins, and can be shown', async () => {
    const id = await kept({ mode: 'password' })
    expect(() => scene.export().savedPlace(id)).toThrow(/NOT_FOUND/)
    scene.answers.folder = mkdtempSync(join(tmpdir(), 'waypost-desk-'))
    await scene.export().saveFolder(id)
    expect(scene.askedAt).toBeNull()
    expect(scene.export().savedPlace(id)).toBe(scene.answers.folder)
    scene.answers.isAgreed = true
    await scene.export().saveFolder(id)
    expect(scene.askedAt).toBe(scene.answers.folder)
  })
})
