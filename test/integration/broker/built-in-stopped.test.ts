import { afterEach, expect, it } from 'vitest'
import { ActiveConnection } from '../../../main/broker/connection/active-connection.ts'
import { openMqttSession } from '../../../main/broker/session/mqtt-session.ts'
import { BuiltInScene, builtInInput } from './built-in-scene.ts'
import { isSettled, newConnection, untilStatus } from './fixture.ts'

let scene: BuiltInScene
let sessions: number[]

afterEach(() => scene.end())

/** The console beside its built-in broker, as the app puts them together; it counts the attempts by port. */
async function openApp() {
  scene = new BuiltInScene()
  sessions = []
  const connection = newConnection({
    openSession: (options) => {
      sessions.push(options.target.profile.port)
      return openMqttSession(options)
    },
  })
  const unused = () => Promise.reject(new Error('not used'))
  const active = new ActiveConnection({
    connection,
    profiles: scene.profiles,
    memory: { activeProfileId: () => 'built-in-broker', setActiveProfile: () => undefined },
    demo: { start: unused, stop: unused },
    onSwitch: () => undefined,
  })
  scene.cleanups.push(() => active.dispose())
  scene.onAbsent = (address) => void active.followBroker('built-in-broker', address)
  return { connection, active }
}

it('the console does not knock at its own broker while that is stopped, says so, and connects once it starts', async () => {
  const { connection, active } = await openApp()
  const { choice } = (await scene.broker.save(await builtInInput())) ?? {}
  await scene.broker.stop()
  await active.connect('built-in-broker')
  connection.wake()
  expect(connection.status()).toMatchObject({
    state: 'waiting',
    retryAt: null,
    attempt: 0,
    failure: {
      cause: 'built-in-stopped',
      message: { en: 'The built-in broker is not running.', zh: '内置 Broker 没有运行。' },
    },
  })
  expect(sessions).toEqual([])
  const connected = untilStatus(connection, ({ state }) => state === 'connected')
  await scene.broker.start()
  await connected
  expect(new Set(sessions)).toEqual(new Set([choice?.port]))
})

it('the console waits when its broker stops under it, and follows it to another port and mode', async () => {
  const { connection, active } = await openApp()
  await scene.broker.save(await builtInInput())
  await active.connect('built-in-broker')
  expect((await untilStatus(connection, isSettled)).state).toBe('connected')
  await scene.broker.stop()
  const { failure } = await untilStatus(connection, ({ state }) => state === 'waiting')
  expect(failure?.cause).toBe('built-in-stopped')
  const tried = sessions.length
  const elsewhere = await builtInInput({ mode: 'anonymous' }, { accounts: [] })
  const connected = untilStatus(connection, ({ state }) => state === 'connected')
  await scene.broker.save(elsewhere)
  expect((await connected).address).toBe(`127.0.0.1:${elsewhere.choice.port}`)
  expect(sessions.slice(tried).every((port) => port === elsewhere.choice.port)).toBe(true)
})
