import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeWhole, writeWholeSync } from '../../../../main/shared/files.ts'

const FILES = join(import.meta.dirname, '../../../../main/shared/files.ts')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-whole-'))
})

/** In a process that may write 1 KiB to a file, as if the disk were full then: the first write is a short one. */
function onFullDisk(script: string): string {
  const program = `import * as files from ${JSON.stringify(FILES)}; ${script}`
  const shell = `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module -e "$1"`
  return execFileSync('bash', ['-c', shell, process.execPath, program], { encoding: 'utf8', stdio: 'pipe' })
}

describe.each([
  ['writeWhole', async (path: string, text: string) => writeWhole(path, text)],
  ['writeWholeSync', async (path: string, text: string) => writeWholeSync(path, text)],
] as const)('%s', (name, write) => {
  it('replaces a file, private from then on, and leaves no other', async () => {
    const path = join(folder, 'a.json')
    writeFileSync(path, 'a longer text that was there')
    chmodSync(path, 0o644)
    await write(path, 'new')
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o600])
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it('takes any name that the file system takes', async () => {
    const long = 'n'.repeat(255)
    await write(join(folder, long), 'text')
    expect(readdirSync(folder)).toEqual([long])
  })

  it('leaves nothing behind where a folder is in the way, or none is there', async () => {
    mkdirSync(join(folder, 'taken'))
    await expect(write(join(folder, 'taken'), 'text')).rejects.toThrow()
    await expect(write(join(folder, 'missing', 'a.json'), 'text')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  it('leaves the old file whole when the disk is full', () => {
    const path = join(folder, 'a.json')
    writeFileSync(path, 'old')
    const call = `files.${name}(${JSON.stringify(path)}, 'x'.repeat(100_000))`
    const told = onFullDisk(`try { await ${call} } catch (error) { console.log(error.data?.reason ?? error.code) }`)
    expect(told.trim()).toBe('EFBIG')
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['a.json']])
  })
})

it('names the file and the reason to the operator', async () => {
  const path = join(folder, 'missing', 'a.json')
  await expect(writeWhole(path, 'text')).rejects.toMatchObject({
    code: 'DISK_FAILED',
    data: { path, reason: 'ENOENT' },
  })
})
