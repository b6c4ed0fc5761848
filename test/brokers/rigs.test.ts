import { afterEach, describe, expect, it } from 'vitest'
import { observe } from '../support/brokers/mqtt-observer.ts'
import type { RealBroker } from '../support/brokers/real/real-broker.ts'
import { BROKER_KINDS, startBroker } from '../support/brokers/real/start.ts'

const account = { name: 'device', password: 'secret', publish: ['#'], subscribe: ['#'] }
let broker: RealBroker | undefined
afterEach(() => broker?.stop())

describe.each(BROKER_KINDS)('the rig of %s', (kind) => {
  it('takes its accounts, passes messages, and starts again on the same port', async () => {
    broker = await startBroker[kind]({ accounts: [account] })
    const { host, port } = broker
    for (let round = 0; round < 2; round += 1) {
      const observer = await observe({ host, port, username: 'device', password: 'secret' })
      await observer.publish('device/a/status', { status: 'online' })
      expect((await observer.waitForCount('device/a/status', 1))[0]?.json).toEqual({ status: 'online' })
      await observer.client.endAsync(true)
      if (round === 0) await broker.restart()
    }
    await expect(observe({ host, port, username: 'device', password: 'wrong' })).rejects.toThrow()
  })
})
