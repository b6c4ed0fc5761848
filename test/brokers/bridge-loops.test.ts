import { afterEach, describe, expect, it } from 'vitest'
import { readBridges } from '../../main/setup/bridges/bridge-rules.ts'
import { findEchoes } from '../../main/setup/bridges/loop-check.ts'
import { type Line, openLine } from '../support/brokers/line.ts'
import { type Mosquitto, startMosquitto } from '../support/brokers/mosquitto.ts'
import { observe } from '../support/brokers/mqtt-observer.ts'

const TOPIC = 'device/rpi_001/result'
/** Messages after the one that is counted: an echo of it would come among them. */
const AFTERWARDS = 30
/** A message that goes round comes at least so often. */
const ROUNDS = 5

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

type Name = 'a' | 'b' | 'c'

/** Configuration of each broker, where `address NAME` stands for that of another one. */
type Brokers = Readonly<Partial<Record<Name, readonly string[]>>>

const to = (name: Name, ...lines: readonly string[]): readonly string[] => [
  `connection to-${name}`,
  `address ${name}`,
  'restart_timeout 1',
  'notifications false',
  ...lines,
]

/** Starts real Mosquittos that are bridged as said, and resolves once every bridge stands. */
async function start(brokers: Brokers): Promise<ReadonlyMap<string, Mosquitto>> {
  const names = Object.keys(brokers) as Name[]
  const lines = new Map<string, Line>()
  for (const name of names) {
    const line = await openLine()
    lines.set(name, line)
    ends.push(() => line.cut())
  }
  const running = new Map<string, Mosquitto>()
  for (const name of names) {
    const own = (brokers[name] ?? []).map((line) => {
      const [, other] = /^address (\w)$/.exec(line) ?? []
      return other === undefined ? line : `address 127.0.0.1:${lines.get(other)?.port}`
    })
    const broker = await startMosquitto({ mode: 'anonymous', extraConfig: own.join('\n') })
    ends.push(() => broker.stop())
    running.set(name, broker)
  }
  for (const [name, line] of lines) line.lead(running.get(name)?.port ?? 0)
  for (const name of names) {
    const wanted = (brokers[name] ?? []).filter((line) => line.startsWith('connection ')).length
    const stand = () =>
      running
        .get(name)
        ?.log()
        .match(/Received CONNACK on connection/g)?.length ?? 0
    await expect.poll(stand, { timeout: 20_000 }).toBeGreaterThanOrEqual(wanted)
  }
  return running
}

describe('the loop check says what three real Mosquittos do', () => {
  it.each<readonly [string, Brokers, 'once' | 'twice' | 'round']>([
    ['a bridge that goes both ways', { a: to('b', 'topic # both'), b: [] }, 'once'],
    ['a star', { a: to('b', 'topic # both'), b: [], c: to('b', 'topic # both') }, 'once'],
    [
      'up and down on other topics',
      { a: to('b', 'topic device/+/result out', 'topic device/+/command in'), b: [] },
      'once',
    ],
    ['a prefix that stays on', { a: to('b', 'topic device/# out 0 "" up/'), b: to('a', 'topic up/# out') }, 'once'],
    [
      'two bridges between the same two',
      { a: to('b', 'topic device/# out'), b: to('a', 'topic device/# out') },
      'round',
    ],
    [
      'a ring',
      { a: to('b', 'topic # out'), b: to('c', 'topic # out'), c: to('a', 'topic device/+/result out') },
      'round',
    ],
    [
      'a prefix that comes off again',
      { a: to('b', 'topic device/# out 0 "" up/'), b: to('a', 'topic device/# out 0 up/ ""') },
      'round',
    ],
    [
      'both ways where the other does not know of a bridge',
      { a: to('b', 'topic # both', 'try_private false'), b: [] },
      'twice',
    ],
  ])(
    '%s',
    async (_name, brokers, expected) => {
      const echoes = findEchoes(
        Object.entries(brokers).flatMap(([on, lines]) => readBridges(lines.join('\n'), on).bridges),
      )
      expect(echoes.map(({ kind }) => kind)).toEqual({ once: [], twice: ['not-private'], round: ['ring'] }[expected])

      const running = await start(brokers)
      const seen = await observe({ host: '127.0.0.1', port: running.get('a')?.port ?? 0, filter: TOPIC })
      ends.push(() => seen.client.endAsync(true))
      const count = () => seen.messages.filter(({ payload }) => payload.toString() === 'first').length
      await seen.publish(TOPIC, 'first')
      if (expected === 'round') {
        await expect.poll(count, { timeout: 10_000 }).toBeGreaterThanOrEqual(ROUNDS)
        return
      }
      for (let index = 0; index < AFTERWARDS; index += 1) {
        await seen.publish(TOPIC, index)
        await seen.waitFor(({ payload }) => payload.toString() === String(index))
      }
      if (expected === 'twice') await expect.poll(count).toBe(2)
      else expect(count()).toBe(1)
    },
    60_000,
  )
})
