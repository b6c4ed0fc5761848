import { once } from 'node:events'
import net from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { MqttBroker } from '../../../main/broker/built-in/mqtt-broker.ts'
import { openTcp } from '../../../main/broker/session/socket.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { SILENT_LOG } from './fixture.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** The choice of the local port is the system's; here it is forced to the one that the client connects to. */
const toItself = (port: number) => ({ host: '127.0.0.1', port, localPort: port })

it('a client that reaches itself is refused, so that the port stays free for the broker that is started then', async () => {
  const port = await freeLoopbackPort()
  const client = openTcp(toItself(port))
  const [error] = await once(client, 'error')
  expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  const broker = new MqttBroker({ now: Date.now, log: SILENT_LOG })
  cleanups.push(() => broker.stop())
  expect(await broker.start({ host: '127.0.0.1', port, users: null })).toEqual({ port })
})

it.runIf(process.platform === 'linux')('a client without that guard does reach itself', async () => {
  const client = net.connect(toItself(await freeLoopbackPort()))
  cleanups.push(() => client.destroy())
  await once(client, 'connect')
  expect(client.localPort).toBe(client.remotePort)
})
