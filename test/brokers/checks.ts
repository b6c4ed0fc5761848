import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BrokerKind } from '../../preload/contract/models/broker/broker-character.ts'
import type { ConnectionStatus } from '../../preload/contract/models/broker/connection.ts'
import type { CommandState } from '../../preload/contract/models/commands/command.ts'
import { BrokerScene, counted, ended, enter, healthOf, run, type SceneKind, statesOf, statusWhen } from './scene.ts'

/** What is true of a broker: seen with its own clients, or read in its documentation. */
export interface BrokerTruth {
  readonly protocol: ConnectionStatus['protocol']
  readonly recognisedAs: BrokerKind
  /** How a command ends that the account may not send. */
  readonly forbiddenCommand: CommandState
  /** True if the broker says that it refused a filter, or ends the connection for it. */
  readonly tellsRefusedFilter: boolean
  /** How a command ends for which nobody listens. */
  readonly toNobody: CommandState
  /** How a command to `a.b` ends. */
  readonly toDottedId: CommandState
  /** True if the one that is pushed off its id learns why. */
  readonly tellsTakeOver: boolean
  /** What the console says of a wrong login; `credentials` unless given. */
  readonly wrongLogin?: string
  /** True where the broker itself, not the operator, allows one session. */
  readonly hasOneSession?: boolean
}

/** What of the fourteen applies, and how much of it a second lets through. */
interface CheckScale {
  /** Numbers of the checks; all unless given. */
  readonly checks?: readonly number[]
  readonly retained?: number
  readonly fleet?: number
}

const WAVE = 50

/** The fourteen checks of the console against one broker. */
export function checkBroker(kind: SceneKind, truth: BrokerTruth, scale: CheckScale = {}): void {
  const { checks, retained: RETAINED = 5_000, fleet: FLEET = 1_000 } = scale
  const check = (title: string, body: () => Promise<void>, timeoutMs?: number): void => {
    if (checks?.includes(Number.parseInt(title, 10)) ?? true) it(title, body, timeoutMs)
  }
  describe(`on ${kind}`, () => {
    let scene: BrokerScene
    beforeAll(async () => {
      scene = await BrokerScene.start(kind)
    })
    afterEach(async () => {
      const violations = scene.takeViolations()
      await scene.clear()
      expect(violations).toEqual([])
    })
    afterAll(() => scene.broker.stop())

    check('1 connects, with the newest MQTT it speaks, and knows the broker', async () => {
      const console = await scene.connected()
      const { protocol } = console.connection.status()
      expect(protocol).toBe(truth.protocol)
      if (truth.recognisedAs === 'unknown') return
      await statusWhen(console, ({ character }) => character?.kind === truth.recognisedAs)
    })

    check('2 names a wrong login, and stops sending it', async () => {
      const console = await scene.console('operator', { password: 'wrong' })
      await console.connect()
      const { state, failure } = await statusWhen(console, (status) => status.state === 'stopped')
      expect({ state, cause: failure?.cause }).toEqual({ state: 'stopped', cause: truth.wrongLogin ?? 'credentials' })
    })

    check('3 never says that a command was run which the broker did not take', async () => {
      await scene.fleet(1)
      const console = await scene.connected('mute')
      const [command] = await ended(console, await run(console, ['fleet_00000'], 1))
      expect(command?.state).toBe(truth.forbiddenCommand)
    })

    check(
      '4 stays connected without the right to read streamed output, and says so where the broker does',
      async () => {
        const console = await scene.console('deaf')
        void console.connect()
        const { missingSubscriptions } = await statusWhen(console, ({ state }) => state === 'connected')
        const missing = missingSubscriptions.map(({ filter }) => filter)
        expect(missing).toEqual(truth.tellsRefusedFilter ? ['device/+/output'] : [])
      },
    )

    check('5 keeps its connection where $SYS is closed or silent, and makes no figure up', async () => {
      const console = await scene.connected()
      const { since } = console.connection.status()
      const health = await healthOf(console)
      expect(health.reading.clients).toBeNull()
      const status = console.connection.status()
      expect({ state: status.state, since: status.since }).toEqual({ state: 'connected', since })
    })

    check(`6 knows the retained status of ${RETAINED} devices within 10 s`, async () => {
      const ids = Array.from({ length: RETAINED }, (_, index) => `kept_${index}`)
      const client = await scene.client('keeper')
      for (let from = 0; from < ids.length; from += 500) {
        const publish = (id: string) =>
          client.publishAsync(`device/${id}/status`, JSON.stringify({ device_id: id, status: 'online' }), {
            qos: 1,
            retain: true,
          })
        await Promise.all(ids.slice(from, from + 500).map(publish))
      }
      const console = await scene.console()
      enter(console, ids)
      const from = performance.now()
      await console.connect()
      await statusWhen(console, ({ announcements: all }) => all?.known === RETAINED && all.came === RETAINED)
      expect(performance.now() - from).toBeLessThan(10_000)
    })

    check('7 runs a command and shows its answer', async () => {
      await scene.fleet(1)
      const console = await scene.connected()
      const [command] = await ended(console, await run(console, ['fleet_00000']))
      expect(command).toMatchObject({ state: 'succeeded', stdout: '0: uptime\n' })
    })

    check(`8 runs a command on ${FLEET} devices`, async () => {
      const fleet = await scene.fleet(FLEET, { heartbeatIntervalS: 600 })
      const console = await scene.connected()
      expect(counted(await ended(console, await run(console, fleet.ids)))).toEqual({ succeeded: FLEET })
    })

    check(`9 takes ${FLEET} answers of one moment`, async () => {
      const client = await scene.client('burst')
      const waiting: { readonly topic: string; readonly answer: string }[] = []
      client.on('message', (topic, payload) => {
        const { command_id } = JSON.parse(payload.toString()) as { readonly command_id: string }
        const deviceId = topic.split('/')[1] ?? ''
        const answer = JSON.stringify({ device_id: deviceId, command_id, success: true, output: 'x'.repeat(500) })
        waiting.push({ topic: `device/${deviceId}/result`, answer })
        if (waiting.length < FLEET) return
        for (const one of waiting) client.publish(one.topic, one.answer, { qos: 1 })
      })
      await client.subscribeAsync('device/+/command', { qos: 1 })
      const console = await scene.connected()
      const ids = Array.from({ length: FLEET }, (_, index) => `burst_${index}`)
      expect(counted(await ended(console, await run(console, ids, 20)))).toEqual({ succeeded: FLEET })
    })

    check('10 says a take-over only where the broker does, and else comes back', async () => {
      const console = await scene.connected()
      const { clientId } = console.connection.status()
      await scene.client(clientId ?? '', 'operator')
      const { state, failure } = await statusWhen(console, ({ state }) => state !== 'connected')
      if (truth.tellsTakeOver) {
        expect({ state, cause: failure?.cause }).toEqual({ state: 'stopped', cause: 'taken-over' })
      } else {
        await statusWhen(console, (status) => status.state === 'connected')
      }
    })

    check('11 tells the truth of a wave in which the broker restarts, and comes back by itself', async () => {
      const ran = new Map<string, number>()
      const hears = async () => {
        const client = await scene.client('wave')
        client.on('message', (topic, payload) => {
          const { command_id } = JSON.parse(payload.toString()) as { readonly command_id: string }
          const id = topic.split('/')[1] ?? ''
          ran.set(id, (ran.get(id) ?? 0) + 1)
          const answer = JSON.stringify({ device_id: id, command_id, success: true, output: 'ran\n' })
          // The first ones answer, the others are caught by the restart.
          if (ran.size <= 5) client.publish(`device/${id}/result`, answer, { qos: 1 })
        })
        await client.subscribeAsync('device/+/command', { qos: 1 })
      }
      await hears()
      const console = await scene.connected()
      const ids = Array.from({ length: WAVE }, (_, index) => `wave_${index}`)
      const turnId = await run(console, ids, 60)
      await console.turnWhen(turnId, (turn) => statesOf(turn).has('succeeded'))
      await scene.broker.restart()
      const commands = await ended(console, turnId)
      await statusWhen(console, ({ state }) => state === 'connected')
      for (const { deviceId, state } of commands) {
        if (state === 'succeeded') expect(ran.get(deviceId)).toBe(1)
        else expect(ran.has(deviceId) ? ['unknown'] : ['unknown', 'not-delivered']).toContain(state)
      }
      expect(Math.max(...ran.values())).toBe(1)
    })

    check('12 says what becomes of a command to an id with a dot, and keeps its connection', async () => {
      const console = await scene.connected()
      if (truth.recognisedAs !== 'unknown') {
        await statusWhen(console, ({ character }) => character?.kind === truth.recognisedAs)
      }
      if (truth.toDottedId === 'succeeded') await scene.fleet(1, { idOf: () => 'a.b' })
      const { since } = console.connection.status()
      const [command] = await ended(console, await run(console, ['a.b'], 1))
      expect({ state: command?.state, since: console.connection.status().since }).toEqual({
        state: truth.toDottedId,
        since,
      })
    })

    check('13 promises no more for a command to nobody than its MQTT tells', async () => {
      const console = await scene.connected()
      const [command] = await ended(console, await run(console, ['nobody'], 1))
      expect(command?.state).toBe(truth.toNobody)
    })

    check('14 keeps to the one client id and the one session that the profile allows', async () => {
      const character = { kind: 'unknown', by: 'operator', since: 0, changes: { hasOneSession: true } } as const
      const console = await scene.connected('operator', {
        clientId: 'the-only-one',
        character: truth.hasOneSession === true ? null : character,
      })
      const { since, clientId } = console.connection.status()
      const health = await healthOf(console)
      expect({ clientId, health: health.state, cause: health.failure?.cause }).toEqual({
        clientId: 'the-only-one',
        health: 'failed',
        cause: 'one-session',
      })
      expect(console.connection.status().since).toBe(since)
    })
  })
}
