import { pbkdf2Sync } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GeneratedFile } from '../../../../main/setup/files/generated-file.ts'
import { folderName } from '../../../../main/setup/files/kit.ts'
import { hashPassword } from '../../../../main/setup/files/password-file.ts'
import { writeFiles } from '../../../../main/setup/files/write-files.ts'
import { envFile } from '../../../../main/shared/env-file.ts'

describe('a password hash', () => {
  it('has the form that 2.0 and 2.1 both load: 12 bytes of salt, 64 of PBKDF2 with SHA-512', async () => {
    const hash = await hashPassword('密码 🔑')
    const [, kind, rounds, salt = '', key] = hash.split('$')
    expect(kind).toBe('7')
    expect(Buffer.from(salt, 'base64')).toHaveLength(12)
    const expected = pbkdf2Sync('密码 🔑', Buffer.from(salt, 'base64'), Number(rounds), 64, 'sha512')
    expect(key).toBe(expected.toString('base64'))
  })

  it('differs for the same password, so that equal passwords are not seen', async () => {
    expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
  })
})

describe('a .env file', () => {
  it('gives every password back that has not every kind of quote in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        fc.pre(!/\p{Cc}/u.test(value) && !(/['\\]/.test(value) && /["\\$]/.test(value)) && !value.includes('${'))
        expect(parseEnv(envFile({ MQTT_PASSWORD: value })).MQTT_PASSWORD).toBe(value)
      }),
    )
  })
})

describe('the folder of a kit', () => {
  it.each([
    ['..', 'device-1'],
    ['.', 'device-1'],
    ['.hidden', 'device-1'],
    ['CON', 'device-1'],
    ['nul.txt', 'device-1'],
    ['dot.', 'device-1'],
    ['rpi_001', 'rpi_001'],
  ])('%s becomes %s', (id, folder) => {
    expect(folderName([id], 0, 'device')).toBe(folder)
  })

  it('is another for ids that differ in case only, which some file systems do not tell apart', () => {
    expect(folderName(['rpi', 'RPI'], 1, 'device')).toBe('device-2')
  })
})

describe('writing', () => {
  const file = (path: string, text = path, mode = 0o644): GeneratedFile => ({
    path,
    text,
    mode,
    target: null,
    owner: 'you',
    why: { en: '', zh: '' },
    isSecret: false,
  })
  const newFolder = () => mkdtempSync(join(tmpdir(), 'waypost-write-'))

  it('makes every file with its mode, whatever the umask, and leaves no other', async () => {
    const folder = newFolder()
    await writeFiles(join(folder, 'deep/new'), [file('a/b.txt', 'x', 0o600), file('c.sh', 'y', 0o755)], false)
    expect(statSync(join(folder, 'deep/new/a/b.txt')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'deep/new/c.sh')).mode & 0o777).toBe(0o755)
    expect(readdirSync(join(folder, 'deep/new')).sort()).toEqual(['a', 'c.sh'])
  })

  it('touches nothing when one file is there already', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'b.txt'), 'mine')
    const outcome = writeFiles(folder, [file('a.txt'), file('b.txt')], false)
    await expect(outcome).rejects.toMatchObject({ code: 'FILES_EXIST', data: { first: 'b.txt', count: 1 } })
    expect(readdirSync(folder)).toEqual(['b.txt'])
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('mine')
    await writeFiles(folder, [file('a.txt'), file('b.txt')], true)
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('b.txt')
  })

  it('puts a file in the place of a link, which 2.1 refuses, and leaves alone what the link led to', async () => {
    const folder = newFolder()
    const elsewhere = join(newFolder(), 'theirs')
    writeFileSync(elsewhere, 'theirs')
    symlinkSync(elsewhere, join(folder, 'passwd'))
    await expect(writeFiles(folder, [file('passwd')], false)).rejects.toMatchObject({ code: 'FILES_EXIST' })
    await writeFiles(folder, [file('passwd')], true)
    expect(lstatSync(join(folder, 'passwd')).isFile()).toBe(true)
    expect(readFileSync(elsewhere, 'utf8')).toBe('theirs')
  })

  it('leaves nothing half-written when a later file cannot be written', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'blocked'), 'a file where a folder is needed')
    const outcome = writeFiles(folder, [file('new/a.txt'), file('blocked/b.txt')], true)
    await expect(outcome).rejects.toMatchObject({ code: 'DISK_FAILED' })
    expect(readdirSync(folder)).toEqual(['blocked'])
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })

  it('refuses a folder in the place of a file before it writes anything', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'b.txt'))
    await expect(writeFiles(folder, [file('a.txt'), file('b.txt')], true)).rejects.toMatchObject({
      code: 'DISK_FAILED',
      data: { reason: 'EISDIR' },
    })
    expect(readdirSync(folder)).toEqual(['b.txt'])
  })
})
