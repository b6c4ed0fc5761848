import { connect, createServer } from 'node:net'
import { connectAsync } from 'mqtt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltInBroker } from '../../../main/broker/built-in/built-in-broker.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { BuiltInScene, builtInInput, DEVICE, OPERATOR } from './built-in-scene.ts'
import { untilStatus } from './fixture.ts'

let scene: BuiltInScene
let broker: BuiltInBroker

beforeEach(() => {
  scene = new BuiltInScene()
  broker = scene.broker
})
afterEach(() => scene.end())

describe('with logins', () => {
  it('is reached by the console through the profile it makes, and by the executor in the field', async () => {
    const view = await broker.save(await builtInInput())
    expect(view).toMatchObject({ state: 'running', failure: null, profileId: 'built-in-broker' })
    const { connection, status } = await scene.connectConsole()
    expect(status).toMatchObject({ state: 'connected', missingSubscriptions: [] })
    const port = view.choice?.port ?? 0
    const heard = new Promise<string>((resolve) => connection.onMessage(({ topic }) => resolve(topic)))
    const device = startExecutor({
      id: 'rpi_001',
      host: '127.0.0.1',
      port,
      username: 'rpi_001',
      password: DEVICE.password,
    })
    scene.cleanups.push(() => device.stop())
    await device.ready
    expect(await heard).toMatch(/^device\/rpi_001\/(status|heartbeat)$/)
    const result = new Promise<string>((resolve) =>
      connection.onMessage(({ topic, payload }) => {
        if (topic === 'device/rpi_001/result') resolve(payload.toString())
      }),
    )
    await connection.publish(
      'device/rpi_001/command',
      JSON.stringify({ command_id: 'c1', command: 'echo 42', timeout: 5 }),
    )
    expect(JSON.parse(await result)).toMatchObject({ command_id: 'c1', success: true, output: '42\n' })
    const names = () =>
      broker
        .view()
        .clients.map(({ name }) => name)
        .sort()
    await expect.poll(names).toEqual(['operator', 'rpi_001'])
    expect(broker.view().clients[0]?.address).toBe('127.0.0.1')
    expect(broker.reading()).toMatchObject({ clients: 2, retained: null })
    expect(broker.reading()?.messagesIn).toBeGreaterThan(2)
    expect(broker.reading()?.bytesIn).toBeGreaterThan(200)
  })

  it('keeps no password: only salted hashes on disk, the operator’s in the secret store for the profile', async () => {
    await broker.save(await builtInInput())
    const onDisk = JSON.stringify(scene.file.stored)
    expect(onDisk).not.toContain(OPERATOR.password)
    expect(onDisk).not.toContain(DEVICE.password)
    expect(onDisk).toMatch(/scrypt:/)
    expect([...scene.secrets.values()]).toEqual([OPERATOR.password])
    expect(JSON.stringify(broker.view())).not.toMatch(/scrypt|secret-1/)
    const [first, second] = scene.file.stored?.accounts ?? []
    expect(first?.passwordHash).not.toBe(second?.passwordHash)
  })

  it('keeps the passwords that are set when accounts are added, and drops an account that is gone', async () => {
    const first = await builtInInput()
    await broker.save(first)
    const { password: _kept, ...operator } = OPERATOR
    await broker.save({ ...first, accounts: [operator, { name: 'rpi_002', role: 'device', password: 'another-1' }] })
    expect((await scene.connectConsole()).status.state).toBe('connected')
    const device = (username: string, password: string) =>
      connectAsync(`mqtt://127.0.0.1:${first.choice.port}`, { username, password, reconnectPeriod: 0 }, false)
    const client = await device('rpi_002', 'another-1')
    scene.cleanups.push(() => client.endAsync(true))
    await expect(device('rpi_001', DEVICE.password)).rejects.toThrow(/Not authorized/)
  })

  it('lets the console in on its new port without asking for the password again: it is the same broker', async () => {
    await broker.save(await builtInInput())
    const { password: _kept, ...operator } = OPERATOR
    await broker.save(await builtInInput({}, { accounts: [operator] }))
    expect((await scene.connectConsole()).status.state).toBe('connected')
    await broker.save(await builtInInput({ mode: 'tls' }, { accounts: [operator] }))
    expect((await scene.connectConsole()).status.state).toBe('connected')
  })

  it('does not take its password along to an address that is not of this computer', async () => {
    await broker.save(await builtInInput())
    const { password: _kept, ...operator } = OPERATOR
    await broker.save(await builtInInput({ host: '203.0.113.5' }, { accounts: [operator] }))
    expect(await scene.profiles.target('built-in-broker')).toMatchObject({
      profile: { host: '203.0.113.5' },
      secrets: { password: null },
    })
  })

  it('shows in its log who wanted the client id of the console, and that it stays', async () => {
    const { choice } = await broker.save(await builtInInput())
    const { connection, status } = await scene.connectConsole()
    scene.consoleClientId = status.clientId
    const login = { reconnectPeriod: 0, clientId: status.clientId ?? '' }
    for (const { name: username, password } of [DEVICE, OPERATOR]) {
      const taken = connectAsync(`mqtt://127.0.0.1:${choice?.port}`, { ...login, username, password }, false)
      await expect(taken).rejects.toThrow('Identifier rejected')
    }
    expect(connection.status().state).toBe('connected')
    expect(broker.view().log.join('\n')).toContain(`Login of ${status.clientId} from 127.0.0.1 refused`)
  })

  it.each([
    ['no operator', [DEVICE], 'account-operator'],
    ['two operators', [OPERATOR, { ...OPERATOR, name: 'second' }], 'account-operator'],
    ['one name twice', [OPERATOR, DEVICE, DEVICE], 'account-twice'],
    ['a name that reaches into other topics', [OPERATOR, { ...DEVICE, name: '+' }], 'account-name'],
    ['a reserved id', [OPERATOR, { ...DEVICE, name: 'control' }], 'account-reserved'],
    ['a new account without a password', [OPERATOR, { name: 'rpi_003', role: 'device' }], 'account-password'],
  ] as const)('refuses %s before anything is changed', async (_what, accounts, reason) => {
    await expect(broker.save(await builtInInput({}, { accounts }))).rejects.toMatchObject({
      code: 'BUILT_IN_ACCOUNT',
      data: { reason },
    })
    expect(scene.file.stored).toBeNull()
    expect(broker.view().state).toBe('none')
  })
})

describe('without logins', () => {
  it.each(['0.0.0.0', '192.0.2.17', '::'])(
    'refuses to listen on %s, where the whole network could command',
    async (host) => {
      await expect(broker.save(await builtInInput({ mode: 'anonymous', host }))).rejects.toMatchObject({
        code: 'BUILT_IN_ANONYMOUS_LAN',
      })
      expect(scene.file.stored).toBeNull()
    },
  )

  it('takes everybody of this computer in', async () => {
    const { choice } = await broker.save(await builtInInput({ mode: 'anonymous' }, { accounts: [] }))
    const observer = await observe({ host: '127.0.0.1', port: choice?.port ?? 0, filter: 'test/#' })
    scene.cleanups.push(() => observer.stop())
    await observer.publish('test/topic', 'hello')
    expect((await observer.waitFor(({ topic }) => topic === 'test/topic')).payload.toString()).toBe('hello')
    expect((await scene.connectConsole()).status.state).toBe('connected')
  })
})

describe('start and stop', () => {
  it('names a port that is taken, with one that is free', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    scene.cleanups.push(() => new Promise((resolve) => other.close(resolve)))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const view = await broker.save(await builtInInput({ port }))
    expect(view).toMatchObject({ state: 'failed', failure: { code: 'PORT_IN_USE', data: { port } } })
    expect(view.failure?.data.freePort).toBeGreaterThan(port)
  })

  it('names an address that is not of this computer', async () => {
    expect(await broker.save(await builtInInput({ host: '192.0.2.17' }))).toMatchObject({
      state: 'failed',
      failure: { code: 'ADDRESS_NOT_HERE' },
    })
  })

  it('starts with the app only where that was chosen, with the passwords of before', async () => {
    const first = await builtInInput()
    await broker.save(first)
    await broker.dispose()
    await broker.resume()
    expect(broker.view().state).toBe('stopped')
    await broker.save({ ...first, choice: { ...first.choice, startsWithApp: true } })
    await broker.dispose()
    await broker.resume()
    expect(broker.view().state).toBe('running')
    expect((await scene.connectConsole()).status.state).toBe('connected')
  })

  it('lets the console in after a restart that lost its password, beside the operator’s own; with a keyring it does not', async () => {
    const { choice } = await broker.save(await builtInInput({ startsWithApp: true }))
    await broker.dispose()
    scene.secrets.clear()
    await broker.resume()
    expect((await scene.connectConsole()).status).toMatchObject({ failure: { cause: 'credentials' } })
    await broker.dispose()
    scene.keepsSecrets = false
    await broker.resume()
    await broker.stop()
    await broker.start()
    expect((await scene.connectConsole()).status.state).toBe('connected')
    const client = await connectAsync(
      `mqtt://127.0.0.1:${choice?.port}`,
      { username: 'operator', password: OPERATOR.password, reconnectPeriod: 0 },
      false,
    )
    scene.cleanups.push(() => client.endAsync(true))
  })

  it('closes its clients when it stops, and forgets everything when it is removed', async () => {
    await broker.save(await builtInInput({ mode: 'tls' }))
    const { connection } = await scene.connectConsole()
    const lost = untilStatus(connection, ({ state }) => state !== 'connected')
    expect(await broker.stop()).toMatchObject({ state: 'stopped', clients: [] })
    await lost
    expect(await broker.remove()).toMatchObject({ state: 'none', accounts: [], profileId: null })
    expect(scene.secrets.size).toBe(0)
    expect(scene.profiles.list()).toEqual([])
  })

  it('drops who sends a flood before the login, and shows a hostile client id harmless', async () => {
    const { choice } = await broker.save(await builtInInput())
    const socket = connect({ host: '127.0.0.1', port: choice?.port ?? 0 })
    socket.on('error', () => undefined)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    // A CONNECT that announces 200 MB.
    socket.write(Buffer.from([0x10, 0x80, 0x80, 0x80, 0x60]))
    const chunk = Buffer.alloc(16_384)
    const push = () => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.on('drain', push)
    push()
    await closed
    expect(broker.view().log.join('\n')).toContain('Too much before the login')
    const client = await connectAsync(
      `mqtt://127.0.0.1:${choice?.port}`,
      { clientId: 'a\u202eb\u001b[31mc', username: 'rpi_001', password: DEVICE.password, reconnectPeriod: 0 },
      false,
    )
    scene.cleanups.push(() => client.endAsync(true))
    const view = broker.view()
    const shown = [...view.clients.map(({ clientId }) => clientId), ...view.log].join('\n')
    expect(shown).toContain('⟨U+202E⟩')
    expect(shown).not.toContain('\u202e')
    expect(shown).not.toContain('\u001b')
  })
})
