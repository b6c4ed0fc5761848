import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { Profiles } from '../../../../main/broker/profiles/profiles.ts'
import { profileFileHandlers } from '../../../../main/ipc/handlers/broker/profile-files.ts'
import type { Profile } from '../../../../preload/contract/models/broker/connection.ts'
import { newTarget } from '../broker/new-target.ts'

let folder = ''
let chosen: string | null = null
let secrets = new Map<string, string>()
let saved: Profile[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-files-'))
  secrets = new Map([['profile/site-a/password', 'canary-password']])
  saved = [newTarget({ security: 'password', username: 'operator' }).profile]
})

function handlers() {
  const store = {
    has: (name: string) => secrets.has(name),
    isLost: () => false,
    get: async (name: string) => secrets.get(name) ?? null,
    set: async (name: string, value: string) => void secrets.set(name, value),
    delete: async (name: string) => void secrets.delete(name),
  }
  const repository = {
    profiles: () => saved,
    saveProfile: (profile: Profile) => void saved.push(profile),
    removeProfile: () => {},
  }
  const dialogs = { openFile: async () => chosen, saveAs: async (name: string) => chosen ?? join(folder, name) }
  return profileFileHandlers({ profiles: new Profiles({ repository, secrets: store }), dialogs })
}

it('stores an imported password in the secret store and answers without it', async () => {
  chosen = join(folder, '.env')
  writeFileSync(chosen, 'MQTT_HOST=10.0.0.5\nMQTT_USERNAME=operator\nMQTT_PASSWORD=another-canary\n')
  const outcome = await handlers()['profiles.import']({})
  expect(outcome?.profiles).toMatchObject([{ host: '10.0.0.5', secrets: { password: true } }])
  expect(JSON.stringify(outcome)).not.toContain('canary')
  expect([...secrets.values()]).toContain('another-canary')
})

it('names what it took over and what it did not, with the reason, and never a password', async () => {
  chosen = join(folder, 'export.json')
  const good = { clientId: 'a', name: 'Plant 1', host: '10.0.0.5', port: 1883, username: 'u', password: 'third-canary' }
  const bad = { clientId: 'b', name: 'Plant 2', host: '', port: 1883, password: 'third-canary' }
  writeFileSync(chosen, JSON.stringify([good, bad]))
  const outcome = await handlers()['profiles.import']({})
  expect(outcome).toMatchObject({
    fileName: 'export.json',
    entries: [
      { name: 'Plant 1', profileId: outcome?.profiles[0]?.id },
      { name: 'Plant 2', profileId: null, notes: [{ en: 'It has no host.' }] },
    ],
  })
  expect(JSON.stringify(outcome)).not.toContain('canary')
})

it('says what is wrong with a file that is missing, too large or no connection, and saves nothing', async () => {
  const count = saved.length
  chosen = join(folder, 'missing')
  await expect(handlers()['profiles.import']({})).rejects.toMatchObject({ code: 'DISK_FAILED' })
  writeFileSync(chosen, 'x'.repeat(4_000_001))
  await expect(handlers()['profiles.import']({})).rejects.toMatchObject({ code: 'PROFILE_FILE_INVALID' })
  writeFileSync(chosen, 'hello')
  await expect(handlers()['profiles.import']({})).rejects.toMatchObject({ code: 'PROFILE_FILE_INVALID' })
  expect(saved).toHaveLength(count)
})

it('writes an export for the operator alone, with the password only where it was asked for', async () => {
  const options = { profileId: 'site-a', deviceId: 'rpi_001' }
  chosen = join(folder, 'with.env')
  await handlers()['profiles.export']({ ...options, format: 'env', hasPassword: true })
  expect(readFileSync(chosen, 'utf8')).toContain('canary-password')
  expect(statSync(chosen).mode & 0o777).toBe(0o600)
  chosen = join(folder, 'without.json')
  await handlers()['profiles.export']({ ...options, format: 'waypost', hasPassword: true })
  expect(readFileSync(chosen, 'utf8')).not.toContain('canary')
  expect(readdirSync(folder).sort()).toEqual(['with.env', 'without.json'])
})

it('leaves nothing half-written where the target cannot be written', async () => {
  writeFileSync(join(folder, 'other'), '')
  chosen = join(folder, 'other', 'inside-a-file')
  const options = { profileId: 'site-a', deviceId: 'rpi_001', format: 'env', hasPassword: false } as const
  await expect(handlers()['profiles.export'](options)).rejects.toMatchObject({ code: 'DISK_FAILED' })
  expect(readdirSync(folder)).toEqual(['other'])
})

it('takes a cancelled dialog for an answer', async () => {
  chosen = null
  expect(await handlers()['profiles.import']({})).toBeNull()
})
