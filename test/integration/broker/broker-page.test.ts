import { mkdtempSync } from 'node:fs'
import { appendFile, chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createBrokerPage } from '../../../main/broker/page/create-broker-page.ts'
import { LogTail } from '../../../main/broker/page/log-tail.ts'
import { Profiles } from '../../../main/broker/profiles/profiles.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import { sanitise, sanitiseLine } from '../../../main/safety/text/sanitiser.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import type { BrokerHealth, LogView, TesterState, TestMessage } from '../../../preload/contract/models/broker/broker.ts'
import { freeLoopbackPort, type MosquittoOptions, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { isSettled, newConnection, SILENT_LOG, targetFor, untilStatus } from './fixture.ts'

const PASSWORD = 'operator-secret-1'
const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** The page's services on a real Mosquitto, with the console connected to it. */
async function openPage(options: MosquittoOptions) {
  const broker = await startMosquitto({ extraConfig: 'sys_interval 1', ...options })
  cleanups.push(() => broker.stop())
  const target = targetFor(
    {
      port: broker.port,
      security: options.mode,
      username: options.users === undefined ? null : 'operator',
      ca: broker.ca ?? null,
    },
    { password: options.users === undefined ? null : PASSWORD },
  )
  return { broker, ...(await pageFor(target)) }
}

async function pageFor(target: ConnectionTarget) {
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  const unused = () => Promise.reject(new Error('not used'))
  const profiles = new Profiles({
    secrets: { has: () => false, isLost: () => false, get: unused, set: unused, delete: unused },
    repository: { profiles: () => [], saveProfile: () => {}, removeProfile: () => {} },
  })
  profiles.setTemporary(target)
  const seen = { health: [] as BrokerHealth[], tester: [] as TesterState[], messages: [] as TestMessage[] }
  const services = createBrokerPage({
    store: { read: () => null, write: () => {} },
    secrets: {
      has: () => false,
      isLost: () => false,
      get: async () => null,
      set: async () => {},
      delete: async () => {},
    },
    profiles,
    status: () => connection.status(),
    builtInName: () => 'Built-in broker',
    demoReading: () => null,
    keepsSecrets: () => true,
    sanitise,
    sanitiseLine,
    onSys: () => {},
    now: Date.now,
    timers: systemTimers,
    onBuiltInAbsent: () => {},
    log: SILENT_LOG,
    emit: {
      health: (health) => seen.health.push(health),
      tester: (state) => {
        seen.tester.push(state)
        seen.messages.push(...state.messages)
      },
      log: () => {},
      builtIn: () => {},
    },
  })
  connection.onStatus(() => services.follow())
  cleanups.push(() => services.dispose())
  await connection.connect(target)
  await untilStatus(connection, isSettled)
  await services.page.watch(true)
  return { connection, seen, ...services }
}

describe('health', () => {
  it('tells version, clients and traffic of a real Mosquitto, with rates once it has reported twice', async () => {
    const { seen, page } = await openPage({ mode: 'anonymous' })
    await expect.poll(() => seen.health.at(-1)?.state, { timeout: 15_000 }).toBe('live')
    const reading = async () => (await page.watch(true)).health.reading
    expect((await reading()).version).toMatch(/^mosquitto version 2\./)
    // The console and its second connection.
    await expect.poll(async () => (await reading()).clients, { timeout: 15_000 }).toBe(2)
    await expect.poll(async () => (await reading()).messagesIn, { timeout: 15_000 }).toBeGreaterThan(0)
    await expect
      .poll(async () => (await page.watch(true)).series.at(-1)?.messagesOutPerS, { timeout: 20_000 })
      .toBeGreaterThan(0)
  })

  it('says unknown, and after a while that nothing comes, where the broker publishes no $SYS', async () => {
    const { seen, page } = await openPage({ mode: 'anonymous', extraConfig: 'sys_interval 0' })
    await expect.poll(() => seen.health.at(-1)?.state, { timeout: 25_000 }).toBe('silent')
    const { reading } = (await page.watch(true)).health
    expect(Object.values(reading).every((figure) => figure === null)).toBe(true)
  })

  it('leaves the console’s own connection alone: its messages come once, whatever is subscribed here', async () => {
    const { connection, tester, broker } = await openPage({ mode: 'anonymous' })
    const results: string[] = []
    connection.onMessage(({ payload }) => results.push(payload.toString()))
    await tester.subscribe('device/+/result', 1)
    await tester.subscribe('#', 0)
    const device = await observe({ host: broker.host, port: broker.port })
    cleanups.push(() => device.stop())
    await device.publish('device/rpi_001/result', { command_id: 'c1' })
    await device.publish('device/rpi_001/status', 'last')
    await expect.poll(() => results.includes('last')).toBe(true)
    expect(results).toEqual(['{"command_id":"c1"}', 'last'])
  })

  it('says why it has no figures when the broker takes no second connection; the console keeps its own', async () => {
    const { seen, connection } = await openPage({ mode: 'anonymous', extraConfig: 'max_connections 1' })
    await expect.poll(() => seen.health.at(-1)?.state, { timeout: 15_000 }).toBe('failed')
    expect(seen.health.at(-1)?.failure?.message.en).not.toBe('')
    expect(connection.status().state).toBe('connected')
  })

  it('stops with the connection, and begins again with the next', async () => {
    const { seen, connection, broker } = await openPage({ mode: 'anonymous' })
    await expect.poll(() => seen.health.at(-1)?.state, { timeout: 15_000 }).toBe('live')
    await connection.disconnect()
    await expect.poll(() => seen.health.at(-1)?.state).toBe('not-connected')
    await connection.connect(targetFor({ port: broker.port }))
    await expect.poll(() => seen.health.at(-1)?.state, { timeout: 15_000 }).toBe('live')
  })
})

describe('test publish and subscribe', () => {
  it('shows what comes: topic, QoS, retained, text as it is safe to show, and bytes that are no text', async () => {
    const { tester, seen } = await openPage({ mode: 'anonymous' })
    const publish = (topic: string, payload: string, more = {}) =>
      tester.publish({ topic, payload, encoding: 'text', qos: 1, isRetained: false, ...more })
    await publish('test/kept', 'from before', { isRetained: true })
    await tester.subscribe('test/#', 2)
    expect(await publish('test/a', 'plain \u001b[31mred\u202e')).toEqual({ kind: 'acknowledged' })
    expect(await publish('test/b', 'ff 00 fe', { encoding: 'hex', qos: 2 })).toEqual({ kind: 'acknowledged' })
    expect(await publish('test/c', '', { qos: 0 })).toEqual({ kind: 'sent' })
    await expect.poll(() => seen.messages.length).toBe(4)
    const byTopic = new Map(seen.messages.map((message) => [message.topic, message]))
    expect(byTopic.get('test/kept')).toMatchObject({ isRetained: true, payload: 'from before', form: 'text' })
    expect(byTopic.get('test/a')).toMatchObject({ qos: 1, payload: 'plain red⟨U+202E⟩', isMarked: true })
    expect(byTopic.get('test/b')).toMatchObject({ qos: 2, form: 'hex', payload: 'ff 00 fe', bytes: 3 })
    expect(byTopic.get('test/c')).toMatchObject({ payload: '', bytes: 0 })
    expect(await publish('nobody/listens', 'x')).toEqual({ kind: 'no-subscriber' })
  })

  it.each(['device/rpi_001/command', 'device/rpi_001/cancel', 'device/rpi_001/control', 'device//command'])(
    'never publishes to %s: orders go through an approval',
    async (topic) => {
      const { tester, broker } = await openPage({ mode: 'anonymous' })
      const device = await observe({ host: broker.host, port: broker.port, filter: '#' })
      cleanups.push(() => device.stop())
      const order = { topic, payload: '{}', encoding: 'text', qos: 1, isRetained: true } as const
      await expect(tester.publish(order)).rejects.toMatchObject({ code: 'TOPIC_RESERVED' })
      await tester.publish({ ...order, topic: 'test/after' })
      await device.waitFor((message) => message.topic === 'test/after')
      expect(device.messages.map((message) => message.topic)).toEqual(['test/after'])
    },
  )

  it('runs the guide’s check, and says what is in the way', async () => {
    const users = { operator: PASSWORD }
    const open = await openPage({ mode: 'password', users })
    expect(await open.tester.check()).toMatchObject({ kind: 'received' })
    const denied = await openPage({ mode: 'password', users, acl: 'user operator\ntopic read device/#\n' })
    expect(await denied.tester.check()).toEqual({ kind: 'publish-refused' })
    const deaf = await openPage({ mode: 'password', users, acl: 'user operator\ntopic write test/#\n' })
    expect(await deaf.tester.check()).toEqual({ kind: 'silent' })
  })

  it('stays bounded under a flood: few events, the newest messages, an honest count', async () => {
    // Without its limit of 1,000 waiting messages Mosquitto drops none for a reader that the flood holds up.
    const unlimited = 'sys_interval 1\nmax_queued_messages 0'
    const { tester, seen, broker } = await openPage({ mode: 'anonymous', extraConfig: unlimited })
    await tester.subscribe('test/#', 0)
    const sender = await observe({ host: broker.host, port: broker.port, filter: 'nothing' })
    cleanups.push(() => sender.stop())
    const large = 'x'.repeat(20_000)
    for (let index = 0; index < 3_000; index++) sender.client.publish('test/flood', `${index} ${large}`)
    await sender.publish('test/last', 'end')
    await expect.poll(() => tester.state().received, { timeout: 30_000 }).toBe(3_001)
    await expect.poll(() => seen.messages.at(-1)?.topic, { timeout: 30_000 }).toBe('test/last')
    const state = tester.state()
    expect(state.messages.length).toBe(200)
    expect(state.messages.at(0)).toMatchObject({ isCut: true, bytes: expect.any(Number) })
    expect(state.messages.at(0)?.payload.length).toBeLessThanOrEqual(2_048)
    expect(Math.max(...seen.tester.map(({ messages }) => messages.length))).toBeLessThanOrEqual(50)
    expect(seen.tester.length).toBeLessThan(200)
  })

  it('comes back by itself with its subscriptions when the broker was away', async () => {
    const { tester, connection, broker, seen } = await openPage({ mode: 'anonymous' })
    await tester.subscribe('test/#', 1)
    const lost = untilStatus(connection, ({ state }) => state !== 'connected')
    await broker.restart()
    await lost
    await untilStatus(connection, ({ state }) => state === 'connected')
    await expect.poll(() => tester.state().state, { timeout: 20_000 }).toBe('open')
    await tester.publish({ topic: 'test/again', payload: 'x', encoding: 'text', qos: 1, isRetained: false })
    await expect.poll(() => seen.messages.at(-1)?.topic).toBe('test/again')
  })

  it('is refused without a connection, and drops its subscriptions when another broker becomes the active one', async () => {
    const { tester, connection, broker } = await openPage({ mode: 'anonymous' })
    await tester.subscribe('test/#', 0)
    await connection.disconnect()
    await expect(tester.subscribe('test/x', 0)).rejects.toMatchObject({ code: 'NOT_CONNECTED' })
    expect(tester.state()).toMatchObject({ state: 'idle', filters: [] })
    await connection.connect({ ...targetFor({ port: broker.port, id: 'another' }) })
    expect(tester.state()).toMatchObject({ state: 'idle', filters: [] })
  })
})

it('works inside a WebSocket as the console does', async () => {
  const port = await freeLoopbackPort()
  const broker = await startMosquitto({
    mode: 'anonymous',
    extraConfig: `sys_interval 1\nlistener ${port} 127.0.0.1\nprotocol websockets`,
  })
  cleanups.push(() => broker.stop())
  const { tester, seen } = await pageFor(targetFor({ port, transport: 'websocket', path: '/mqtt' }))
  expect(await tester.check()).toMatchObject({ kind: 'received' })
  await expect.poll(() => seen.health.at(-1)?.state, { timeout: 15_000 }).toBe('live')
})

it('reads the certificate that the broker shows, and the profile’s authority', async () => {
  const { page, seen } = await openPage({ mode: 'tls', users: { operator: PASSWORD } })
  await expect.poll(() => seen.health.at(-1)?.state, { timeout: 15_000 }).toBe('live')
  const facts = page.certificates()
  expect(facts.map(({ source }) => source).sort()).toEqual(['ca', 'peer'])
  expect(facts.find(({ source }) => source === 'peer')).toMatchObject({ state: 'soon', profileName: 'Test broker' })
})

describe('the log of a local broker', () => {
  async function tail(prepare: (file: string) => Promise<unknown>) {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-log-'))
    const file = join(folder, 'mosquitto.log')
    await prepare(file)
    const seen: LogView[] = []
    const log = new LogTail({
      usualFiles: [join(folder, 'elsewhere.log'), file],
      sanitiseLine,
      timers: { ...systemTimers, after: (_delayMs, run) => systemTimers.after(20, run) },
      onChanged: (view) => seen.push(view),
    })
    await log.follow()
    cleanups.push(async () => log.pause())
    return { log, file, seen }
  }

  it('shows the end of it, readable and harmless, and follows it through growth and rotation', async () => {
    const { log, file, seen } = await tail((path) => writeFile(path, '1700000000: New \u001b[2Jclient\r\nhalf'))
    expect(log.view()).toMatchObject({ state: 'reading', path: file, isCut: false })
    expect(log.view().lines).toEqual(['2023-11-14T22:13:20.000Z: New client', 'half'])
    await appendFile(file, ' a line\nnext\n')
    await expect.poll(() => seen.at(-1)?.lines).toEqual(['2023-11-14T22:13:20.000Z: New client', 'half a line', 'next'])
    await rename(file, `${file}.1`)
    await writeFile(file, 'new file\n')
    await expect.poll(() => seen.at(-1)?.lines).toEqual(['new file'])
  })

  it('never takes in more than the end of a large file', async () => {
    const { log } = await tail((path) => writeFile(path, 'some line of a log\n'.repeat(200_000)))
    expect(log.view().lines.length).toBe(300)
    expect(log.view().isCut).toBe(true)
  })

  it('says that there is none, and shows it when it comes', async () => {
    const { log, file, seen } = await tail(async () => undefined)
    expect(log.view()).toMatchObject({ state: 'absent', lines: [] })
    await writeFile(file, 'started\n')
    await expect.poll(() => seen.at(-1)?.lines).toEqual(['started'])
  })

  it('says what is wrong with a file that cannot be read', async () => {
    const { log } = await tail((path) => mkdir(path))
    expect(log.view()).toMatchObject({ state: 'not-a-file' })
    if (process.getuid?.() === 0) return
    const forbidden = await tail(async (path) => {
      await writeFile(path, 'x')
      await chmod(path, 0o000)
    })
    expect(forbidden.log.view()).toMatchObject({ state: 'forbidden' })
  })
})
