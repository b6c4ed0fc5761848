import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../../../main/assistant/phrasebook/slots/shell-quoting.ts'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const SYSTEMS: readonly DeviceSystem[] = ['linux', 'raspberrypi', 'windows-cmd', 'windows-powershell']
const isTaken = (path: string, system: DeviceSystem) => fillTemplate('ls {path}', { path }, system) !== null

describe('paths of a slot', () => {
  it.each([
    ['linux', '/etc/mosquitto/conf.d/'],
    ['linux', '~/my files/a b.txt'],
    ['linux', '../x'],
    ['linux', '.'],
    ['windows-cmd', 'C:\\Program Files (x86)\\a'],
    ['windows-powershell', 'C:/Users/a b/'],
    ['windows-powershell', '~\\x'],
  ] as const)('on %s may be %s', (system, path) => expect(isTaken(path, system)).toBe(true))

  it.each([
    ['linux', '/etc//passwd'],
    ['linux', '/a  b'],
    ['linux', '/a; reboot'],
    ['windows-cmd', 'C:\\a\\\\b'],
    ['windows-powershell', 'C:\\$x'],
  ] as const)('on %s may not be %s', (system, path) => expect(isTaken(path, system)).toBe(false))

  // Catches: a repetition inside a repetition, for which one more letter doubled the time: 40 of them are a day.
  it.each(SYSTEMS)('on %s are refused at once however long they are', (system) => {
    const started = threadMs()
    for (const word of ['a', '+', 'a b', './']) expect(isTaken(`${word.repeat(20_000)}!`, system)).toBe(false)
    expect(threadMs() - started).toBeLessThan(2_000)
  })

  // Catches: a linear form that takes other paths than the plain one that it replaces.
  it('on Linux are names of words with single spaces, between single slashes', () => {
    const root = /^(?:~|\.{1,2})?\/?/u
    const word = /^[\p{L}\p{N}_.@+=,:-]+$/u
    const isNames = (text: string) =>
      text === '' ||
      text
        .replace(/\/$/u, '')
        .split('/')
        .every((name) => name.split(' ').every((part) => word.test(part)))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '/', ' ', '~', '!', '=') }), (path) => {
        fc.pre(path !== '')
        const rest = path.replace(root, '')
        const isName = isNames(rest) || (rest !== path && isNames(path.replace(/^~/u, '').replace(/^\//u, '')))
        expect(isTaken(path, 'linux')).toBe(isName)
      }),
    )
  })
})
