import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportText } from '../../../../main/broker/accounts/export-text.ts'
import { readAccountsFile } from '../../../../main/setup/accounts/accounts-file.ts'
import { draftOf, SetupScene } from './setup-scene.ts'

const TABLE = 'name,role,password,site\nanna,Operator,"a, b ",\nrpi_001,device,,north\nrpi_002,设备,secret word,\n'

describe('a file of accounts', () => {
  it('is a table with roles, and perhaps with passwords and sites', () => {
    const { people, devices, passwords, problems } = readAccountsFile(TABLE)
    expect(people).toEqual([{ name: 'anna', hasPassword: true }])
    expect(devices).toEqual([
      { id: 'rpi_001', site: 'north' },
      { id: 'rpi_002', site: null },
    ])
    expect([...passwords]).toEqual([
      ['anna', 'a, b '],
      ['rpi_002', 'secret word'],
    ])
    expect(problems).toEqual([])
  })

  it.each([
    '[{"name":"anna","role":"operator"},{"username":"rpi_001","role":"device","password":"x"}]',
    '{"accounts":[{"name":"anna","role":"operator"},{"name":"rpi_001","role":"device","password":"x"}]}',
    '\ufeffname;role;password\r\nanna;operator;\r\nrpi_001;device;x\r\nanna;device;again\r\n',
  ])('has other forms: %j', (text) => {
    const { people, devices, passwords } = readAccountsFile(text)
    expect(people).toEqual([{ name: 'anna', hasPassword: false }])
    expect(devices).toEqual([{ id: 'rpi_001', site: null }])
    expect([...passwords]).toEqual([['rpi_001', 'x']])
  })

  it('may be an export of the page Broker: who commands every device is a person, who is turned off is left out', () => {
    const role = (name: string, topic: string) => ({
      ...{ name, textName: '', textDescription: '' },
      acls: [{ type: 'publishClientSend' as const, topic, priority: 0, isAllowed: true }],
    })
    const client = (username: string, roles: readonly string[], isDisabled = false) => ({
      ...{ username, clientId: '', textName: '', textDescription: '', isDisabled, groups: [] },
      roles: roles.map((name) => ({ name, priority: 0 })),
    })
    const text = exportText({
      defaults: { publishClientSend: false, publishClientReceive: true, subscribe: false, unsubscribe: true },
      anonymousGroup: '',
      clients: [client('anna', ['commands']), client('rpi_001', ['own']), client('gone', ['own'], true)],
      groups: [],
      roles: [role('commands', 'device/+/command'), role('own', 'device/rpi_001/status')],
    })
    expect(readAccountsFile(text)).toMatchObject({
      people: [{ name: 'anna', hasPassword: false }],
      devices: [{ id: 'rpi_001', site: null }],
      problems: [],
    })
  })

  it('names what it left out, and says what a file without accounts needs', () => {
    expect(readAccountsFile('name,role\nanna,queen\n').problems.map(({ cause }) => cause.en)).toEqual([
      '"anna" was left out: "queen" is no role.',
    ])
    for (const text of ['', 'nonsense', '{"a":1}', '[1]', 'name\nanna\n']) {
      expect(readAccountsFile(text).problems.map(({ cause }) => cause.en)).toEqual([
        'No accounts were found in this file.',
      ])
    }
  })

  it('is read in the end, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void readAccountsFile(text)))
    fc.assert(fc.property(fc.json(), (text) => void readAccountsFile(text)))
  })
})

describe('the passwords of a file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-accounts-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('stay in main, are used where none was typed, and are forgotten with the draft', async () => {
    const scene = new SetupScene()
    const path = join(folder, 'accounts.csv')
    writeFileSync(path, TABLE)
    scene.answers = { ...scene.answers, file: path }
    const draft = draftOf({ operators: ['anna'], devices: ['rpi_001', 'rpi_002'] })
    const taken = await scene.export().takeAccounts(draft.id)
    expect(taken?.passwords).toBe(2)
    expect(JSON.stringify(taken)).not.toContain('secret word')
    expect((await scene.setups.check({ ...draft, passwords: {} })).map(({ field }) => field)).toEqual([])
    await scene.setups.prepare({ ...draft, passwords: { anna: 'typed password' } })
    const { passwords } = (await scene.setups.prepared(draft.id)).material
    expect(passwords.get('anna')).toBe('typed password')
    expect(passwords.get('rpi_002')).toBe('secret word')
    expect(passwords.get('rpi_001')).not.toBe('')
    scene.setups.discard(draft.id)
    expect((await scene.setups.check({ ...draft, passwords: {} })).map(({ item }) => item)).toContain('anna')
    scene.answers = { ...scene.answers, file: null }
    expect(await scene.export().takeAccounts(draft.id)).toBeNull()
  })
})
