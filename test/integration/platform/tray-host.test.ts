import { afterEach, describe, expect, it } from 'vitest'
import { BUS_READERS, hasTrayHost, TrayHost } from '../../../main/platform/desktop/tray-host.ts'
import { startDesktop, type TestDesktop, type TrayKind } from '../../support/desktop/desktop.ts'

let desktop: TestDesktop | null = null

afterEach(async () => {
  await desktop?.stop()
  desktop = null
})

const envOn = ({ env }: TestDesktop) => ({ PATH: process.env.PATH, ...env })

describe('the host of the tray, asked over a real bus', () => {
  it.each(BUS_READERS)('is told of by %s alone: there, a watcher without one, and neither', async (program, args) => {
    desktop = await startDesktop()
    const answers: [TrayKind, boolean][] = []
    for (const kind of ['host', 'no-host', 'none', 'host'] as const) {
      await desktop.setTray(kind)
      answers.push([kind, await hasTrayHost('linux', envOn(desktop), [[program, args]])])
    }
    expect(answers).toEqual([
      ['host', true],
      ['no-host', false],
      ['none', false],
      ['host', true],
    ])
  })

  it('is asked by the next program where one is not installed', async () => {
    desktop = await startDesktop()
    expect(await hasTrayHost('linux', envOn(desktop), [['no-such-program', []], ...BUS_READERS])).toBe(true)
    expect(await hasTrayHost('linux', envOn(desktop), [['no-such-program', []]])).toBe(false)
  })

  it('is not there where nobody can say: without a bus, and where a program does not come to an end', async () => {
    expect(await hasTrayHost('linux', { PATH: process.env.PATH })).toBe(false)
    expect(await hasTrayHost('linux', { PATH: process.env.PATH, XDG_RUNTIME_DIR: '/nowhere' })).toBe(false)
    const env = { PATH: process.env.PATH, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }
    expect(await hasTrayHost('linux', env)).toBe(false)
    expect(await hasTrayHost('linux', env, [['sleep', ['60']]])).toBe(false)
  })

  it('is the system itself on Windows and macOS', async () => {
    expect([await hasTrayHost('win32', {}), await hasTrayHost('darwin', {})]).toEqual([true, true])
  })
})

it('has the icon made anew when a host comes after the app, not when it was there from the start', async () => {
  const answers = [true, true, false, false, true, true]
  let came = 0
  const host = new TrayHost({
    ask: async () => answers.shift() ?? false,
    onCame: () => {
      came += 1
    },
  })
  expect(host.isThere).toBe(false)
  const seen: [boolean, number][] = []
  while (answers.length > 0) seen.push([await host.refresh(), came])
  expect(seen).toEqual([
    [true, 0],
    [true, 0],
    [false, 0],
    [false, 0],
    [true, 1],
    [true, 1],
  ])
})
