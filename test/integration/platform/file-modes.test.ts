import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chosenFiles } from '../../../main/platform/chosen-files.ts'
import { openDatabase } from '../../../main/platform/database/database.ts'
import { openHistory } from '../../../main/platform/database/history-file.ts'
import { WindowMemory } from '../../../main/platform/desktop/window-memory.ts'
import { createLog } from '../../../main/platform/logger.ts'
import { writeFiles } from '../../../main/setup/files/write-files.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const newFolder = () => mkdtempSync(join(tmpdir(), 'waypost-modes-'))
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

/** A file as an earlier version, or another program, left it: readable by everybody. */
function leaveOpen(file: string, content = ''): void {
  writeFileSync(file, content)
  chmodSync(file, 0o644)
}

describe('files of the app', () => {
  const inherited = process.umask()
  beforeAll(() => void process.umask(0o022))
  afterAll(() => void process.umask(inherited))

  it('are for the operator alone also when a key is saved over a file that was open', async () => {
    const path = join(newFolder(), 'rpi_001.pem')
    leaveOpen(path, 'an older key')
    const files = chosenFiles({ saveAs: async () => path, openFile: async () => null })
    expect(await files.save('rpi_001.pem', 'the key')).toEqual({ path })
    expect(readFileSync(path, 'utf8')).toBe('the key')
    expect(modeOf(path)).toBe('600')
  })

  it('leave nothing behind when a save fails', async () => {
    const folder = newFolder()
    const blocked = join(folder, 'nowhere', 'key.pem')
    const files = chosenFiles({ saveAs: async () => blocked, openFile: async () => null })
    await expect(files.save('key.pem', 'the key')).rejects.toMatchObject({ code: 'DISK_FAILED' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('close the history, its WAL and its copies to others, also those of an earlier version', () => {
    const file = join(newFolder(), 'history.db')
    const env = { log, now: () => 0, notify: () => undefined }
    openDatabase(file, ['CREATE TABLE a (x)']).close()
    expect(modeOf(file)).toBe('600')
    chmodSync(file, 0o644)
    leaveOpen(`${file}.damaged-1`)
    const database = openHistory(file, env, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)'])
    database.exec('INSERT INTO a VALUES (1)')
    for (const name of ['', '-wal', '-shm', '.before-schema-2', '.damaged-1'])
      expect(modeOf(file + name), name).toBe('600')
    expect(statSync(`${file}.before-schema-2`).size).toBeGreaterThan(0)
    database.close()
  })

  it('close the log to others, also that of an earlier version', async () => {
    const folder = newFolder()
    createLog(folder, (text) => text, false).info('started')
    const file = join(folder, 'main.log')
    await expect.poll(() => readdirSync(folder)).toContain('main.log')
    expect(modeOf(file)).toBe('600')
    chmodSync(file, 0o644)
    leaveOpen(join(folder, 'main.old.log'))
    createLog(folder, (text) => text, false)
    expect([modeOf(file), modeOf(join(folder, 'main.old.log'))]).toEqual(['600', '600'])
  })

  it('close window.json to others with the next save', () => {
    const file = join(newFolder(), 'window.json')
    leaveOpen(file, '{}')
    new WindowMemory(file).save({ isMaximized: true })
    expect(modeOf(file)).toBe('600')
    expect(new WindowMemory(file).state.isMaximized).toBe(true)
  })
})

describe('files to hand over', () => {
  const inherited = process.umask()
  beforeAll(() => void process.umask(0o077))
  afterAll(() => void process.umask(inherited))

  it('have the mode that was named for them, whatever the umask and the mode before', async () => {
    const folder = newFolder()
    const file = {
      path: 'etc/ca.crt',
      target: null,
      owner: 'root',
      why: { en: '', zh: '' },
      isSecret: false,
      text: 'ca',
    }
    await writeFiles(folder, [{ ...file, mode: 0o644 }], false)
    expect([modeOf(join(folder, 'etc')), modeOf(join(folder, 'etc/ca.crt'))]).toEqual(['755', '644'])
    leaveOpen(join(folder, 'etc/ca.crt'))
    await writeFiles(folder, [{ ...file, mode: 0o600, isSecret: true }], true)
    expect(modeOf(join(folder, 'etc/ca.crt'))).toBe('600')
  })
})
