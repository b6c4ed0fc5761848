import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { BUS_READERS, hasTrayHost, TrayHost } from '../../../main/platform/desktop/tray-host.ts'
import { hasSelectionOwner } from '../../../main/platform/desktop/x11.ts'
import { startDesktop, type TestDesktop, type TrayKind } from '../../support/desktop/desktop.ts'
import { startX11Tray } from '../../support/desktop/x11-tray.ts'
import { startVirtualDisplay } from '../../support/run/display.ts'

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

  it.each([
    { answer: 'nothing at all', bytes: null },
    { answer: 'a refusal', bytes: Buffer.from([0, 0, 11, 0, 0, 0, 0, 0]) },
    { answer: 'more than it may', bytes: Buffer.from([1, 0, 11, 0, 0, 0, 0xff, 0xff]) },
    { answer: 'an error', bytes: Buffer.concat([Buffer.from([1, 0, 11, 0, 0, 0, 0, 0]), Buffer.alloc(32)]) },
  ])('is not there for an X server that answers $answer', async ({ bytes }) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      if (bytes !== null) socket.end(bytes)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const DISPLAY = `127.0.0.1:${port - 6_000}`
    expect(await hasTrayHost('linux', { PATH: process.env.PATH, DISPLAY })).toBe(false)
    server.close()
  })

  it('is the system itself on Windows and macOS', async () => {
    expect([await hasTrayHost('win32', {}), await hasTrayHost('darwin', {})]).toEqual([true, true])
  })
})

describe('the tray of X11, asked of a real X server', () => {
  it('is there while a program owns its selection, in a session of X11 alone', async () => {
    const display = await startVirtualDisplay()
    const env = { PATH: process.env.PATH, ...display.env }
    try {
      expect(await hasTrayHost('linux', env)).toBe(false)
      const tray = await startX11Tray(display.env.DISPLAY ?? '')
      expect(await hasTrayHost('linux', env)).toBe(true)
      expect(await hasTrayHost('linux', { ...env, DISPLAY: `unix${display.env.DISPLAY}.0` })).toBe(true)
      expect(await hasTrayHost('linux', { ...env, DISPLAY: `${display.env.DISPLAY}.1` })).toBe(false)
      expect(await hasTrayHost('linux', { ...env, WAYLAND_DISPLAY: 'wayland-0' })).toBe(false)
      expect(await hasTrayHost('linux', { ...env, XDG_SESSION_TYPE: 'wayland' })).toBe(false)
      tray.close()
      await expect.poll(() => hasTrayHost('linux', env)).toBe(false)
    } finally {
      await display.stop()
    }
  })

  it('is asked with the cookie of the session, where the server wants one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waypost-xauth-'))
    const XAUTHORITY = join(folder, 'authority')
    const cookie = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
    const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, bytes.length]), bytes])
    const entry = ['wrong-host', '', 'MIT-MAGIC-COOKIE-1'].map((text) => field(Buffer.from(text)))
    await writeFile(XAUTHORITY, Buffer.concat([Buffer.from([1, 0]), ...entry, field(cookie)]))
    const display = await startVirtualDisplay('-auth', XAUTHORITY)
    const asked = (env: Record<string, string>) =>
      hasSelectionOwner({ ...display.env, ...env }, () => 'PRIMARY').catch((error: Error) => error.message)
    try {
      expect(await asked({ XAUTHORITY })).toBe(false)
      expect(await asked({ XAUTHORITY: join(folder, 'none') })).toBe('the X server does not let us in')
    } finally {
      await display.stop()
      await rm(folder, { recursive: true })
    }
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
