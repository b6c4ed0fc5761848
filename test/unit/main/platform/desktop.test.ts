import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { DOT_COLOURS, dotAlone, withDot } from '../../../../main/platform/desktop/icon-dot.ts'
import { LoginItem } from '../../../../main/platform/desktop/login-item.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function linuxItem(program: string) {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-login-'))
  folders.push(folder)
  const autostartFile = join(folder, 'autostart', 'waypost.desktop')
  const system = { get: () => ({ openAtLogin: false }), set: () => undefined }
  return {
    autostartFile,
    item: new LoginItem({ isInstalled: true, platform: 'linux', system, autostartFile, program }),
  }
}

describe('the start with the session', () => {
  it('is off until it is turned on, and leaves nothing behind when it is turned off', () => {
    const { item, autostartFile } = linuxItem('/opt/My "Tools"/way$post 100%')
    expect(item.state()).toBe('off')
    item.set(true)
    expect(item.state()).toBe('on')
    expect(readFileSync(autostartFile, 'utf8')).toContain(String.raw`Exec="/opt/My \\"Tools\\"/way\\$post 100%%"`)
    item.set(false)
    expect(item.state()).toBe('off')
    item.set(false)
  })

  it('says so where the desktop switched it off', () => {
    const { item, autostartFile } = linuxItem('/opt/waypost')
    item.set(true)
    writeFileSync(autostartFile, `${readFileSync(autostartFile, 'utf8')}Hidden=true\n`)
    expect(item.state()).toBe('blocked')
  })

  it('says of macOS and Windows what they say, and of an app that is not installed that it cannot be', () => {
    const stateOf = (said: object, isInstalled = true, platform: NodeJS.Platform = 'darwin') =>
      new LoginItem({
        isInstalled,
        platform,
        system: { get: () => ({ openAtLogin: true, ...said }), set: () => undefined },
        autostartFile: '/nowhere',
        program: '/x',
      }).state()
    expect(stateOf({})).toBe('on')
    expect(stateOf({ openAtLogin: false })).toBe('off')
    expect(stateOf({ status: 'requires-approval' })).toBe('blocked')
    expect(stateOf({ executableWillLaunchAtLogin: false }, true, 'win32')).toBe('blocked')
    expect(stateOf({}, false)).toBe('unavailable')
  })
})

describe('the dot of an icon', () => {
  it('lies in the lower right corner and leaves the rest of the picture', () => {
    const before = Buffer.alloc(22 * 22 * 4, 7)
    const after = withDot(before, 22, DOT_COLOURS.bad)
    const { red, green, blue } = DOT_COLOURS.bad
    const at = (x: number, y: number) => [...after.subarray((y * 22 + x) * 4, (y * 22 + x) * 4 + 4)]
    expect(at(16, 16)).toEqual([blue, green, red, 255])
    expect(at(2, 2)).toEqual([7, 7, 7, 7])
    expect(before.every((byte) => byte === 7)).toBe(true)
    expect([...dotAlone(16, DOT_COLOURS.ok).subarray(0, 4)]).toEqual([0, 0, 0, 0])
  })
})
