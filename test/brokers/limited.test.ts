import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendingS } from '../../preload/contract/models/broker/broker-character.ts'
import { BrokerScene, counted, ended, run } from './scene.ts'

const LIMIT = 100
const COMMANDS = 1_000
let scene: BrokerScene

beforeAll(async () => {
  scene = await BrokerScene.start('aedes', { messagesPerS: LIMIT })
})
afterAll(async () => {
  await scene.clear()
  await scene.broker.stop()
})

describe('on a broker that discards what is over 100 messages a second', () => {
  it(`gets ${COMMANDS} results of ${COMMANDS} commands, in the time that the card says`, async () => {
    const fleet = await scene.fleet(COMMANDS, { heartbeatIntervalS: 600 })
    const character = { kind: 'unknown', by: 'operator', since: 0, changes: { messagesPerS: LIMIT } } as const
    const console = await scene.connected('operator', { character })
    const from = performance.now()
    const commands = await ended(console, await run(console, fleet.ids))
    const tookS = (performance.now() - from) / 1000
    expect(counted(commands)).toEqual({ succeeded: COMMANDS })
    const saidS = sendingS({ messagesPerS: LIMIT }, COMMANDS) ?? 0
    expect(Math.abs(tookS - saidS)).toBeLessThanOrEqual(saidS * 0.1)
  })
})
