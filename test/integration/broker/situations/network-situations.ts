import { createServer as createHttpServer } from 'node:http'
import { connect, type MqttClient } from 'mqtt'
import { freeLoopbackPort } from '../../../support/brokers/mosquitto.ts'
import { evictingBroker, oldBroker, refusingBroker, tcpServer } from './fake-brokers.ts'
import type { Bench, Invocation, Situation } from './situation.ts'
import { serveWebSocket } from './web-socket-broker.ts'

type Serve = Parameters<typeof tcpServer>[0]

const onFake =
  (serve: Serve, scheme = 'mqtt', timeoutMs = 1_500) =>
  async (bench: Bench): Promise<Invocation> => ({
    args: ['--url', `${scheme}://127.0.0.1:${await bench.listen(tcpServer(serve))}`, '--timeout-ms', String(timeoutMs)],
  })

const onWeb =
  (status: number, headers: Record<string, string> = {}, scheme = 'mqtt') =>
  async (bench: Bench): Promise<Invocation> => {
    const server = createHttpServer((_request, response) => response.writeHead(status, headers).end('hello'))
    return { args: ['--url', `${scheme}://127.0.0.1:${await bench.listen(server)}`] }
  }

const refused =
  (reasonCode: number, returnCode: number) =>
  async (bench: Bench): Promise<Invocation> => ({
    args: ['--url', `mqtt://127.0.0.1:${await bench.listen(refusingBroker(reasonCode, returnCode))}`],
  })

const SSH: Serve = (socket) => void socket.write('SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n')

/** Nothing there, or something that is no broker, or a broker that does not want this client. */
export const NETWORK_SITUATIONS: readonly Situation[] = [
  {
    name: 'a closed port',
    stage: 'tcp',
    cause: 'refused',
    says: /listens on another port/,
    setUp: async () => ({ args: ['--url', `mqtt://127.0.0.1:${await freeLoopbackPort()}`] }),
  },
  {
    name: 'a closed port on both stacks',
    stage: 'tcp',
    cause: 'refused',
    setUp: async () => ({ args: ['--url', `mqtt://[::ffff:127.0.0.1]:${await freeLoopbackPort()}`] }),
  },
  { name: 'a silent server', stage: 'first-byte', cause: 'no-connack', setUp: onFake(() => {}) },
  {
    name: 'a server that hangs up at once',
    stage: 'first-byte',
    cause: 'connection-limit',
    setUp: onFake((socket) => void socket.destroy()),
  },
  {
    name: 'a server that hangs up on the CONNECT',
    stage: 'connect',
    cause: 'closed-connect',
    says: /neither TLS nor WebSocket/,
    setUp: onFake((socket) => void socket.once('data', () => socket.end())),
  },
  {
    name: 'a broker that knows MQTT 3.1 only',
    stage: 'first-byte',
    cause: 'protocol-version',
    says: /MQTT 3\.1 at most/,
    setUp: async (bench) => ({ args: ['--url', `mqtt://127.0.0.1:${await bench.listen(oldBroker())}`] }),
  },
  {
    name: 'a WebSocket port without TLS, asked with wss',
    stage: 'first-byte',
    cause: 'websocket-no-tls',
    says: /without TLS: ws:\/\/.*8084/,
    setUp: async (bench) => ({ args: ['--url', `wss://127.0.0.1:${await serveWebSocket(bench)}/mqtt`] }),
  },
  {
    name: 'a WebSocket port of Mosquitto without TLS, asked with wss at another path',
    stage: 'first-byte',
    cause: 'websocket-no-tls',
    setUp: async (bench) => {
      const port = await freeLoopbackPort()
      const extraConfig = `listener ${port} 127.0.0.1\nprotocol websockets`
      await bench.broker('websocket', () => ({ mode: 'anonymous', extraConfig }))
      return { args: ['--url', `wss://127.0.0.1:${port}/`] }
    },
  },
  {
    name: 'a WebSocket port without TLS, asked with mqtts',
    stage: 'first-byte',
    cause: 'websocket-no-tls',
    setUp: async (bench) => ({ args: ['--url', `mqtts://127.0.0.1:${await serveWebSocket(bench)}`] }),
  },
  {
    name: 'the name of a container',
    stage: 'dns',
    cause: 'dns-container',
    says: /mosquitto.*-p 1883:1883/,
    setUp: async () => ({ args: ['--url', 'mqtt://waypost-mosquitto-1:1883'] }),
  },
  {
    name: 'the name of an add-on of Home Assistant',
    stage: 'dns',
    cause: 'dns-home-assistant',
    says: /core-mosquitto.*homeassistant\.local/,
    setUp: async () => ({ args: ['--url', 'mqtt://core-mosquitto:1883'] }),
  },
  { name: 'a web server', stage: 'first-byte', cause: 'http', says: /web server/, setUp: onWeb(200) },
  {
    name: 'a sign-in page',
    stage: 'first-byte',
    cause: 'captive-portal',
    says: /sign in/i,
    setUp: onWeb(302, { location: 'http://login.guest.example/' }),
  },
  { name: 'an SSH server', stage: 'first-byte', cause: 'ssh', setUp: onFake(SSH) },
  { name: 'an SSH server, asked in TLS', stage: 'first-byte', cause: 'ssh', setUp: onFake(SSH, 'mqtts') },
  { name: 'a web server, asked in TLS', stage: 'first-byte', cause: 'http', setUp: onWeb(200, {}, 'mqtts') },
  {
    name: 'a mail server',
    stage: 'first-byte',
    cause: 'not-mqtt',
    setUp: onFake((socket) => void socket.write('220 mail.example ESMTP\r\n')),
  },
  {
    name: 'max_connections reached',
    stage: 'first-byte',
    cause: 'connection-limit',
    says: /max_connections/,
    setUp: async (bench) => {
      const broker = await bench.broker('full', () => ({ mode: 'anonymous', extraConfig: 'max_connections 1' }))
      await occupied(bench, `mqtt://127.0.0.1:${broker.port}`, 'first')
      return { args: ['--url', `mqtt://127.0.0.1:${broker.port}`] }
    },
  },
  {
    name: 'a client id that another program keeps using',
    stage: 'connect',
    cause: 'taken-over',
    says: /client id/i,
    setUp: async (bench) => {
      const broker = await bench.broker('anonymous', () => ({ mode: 'anonymous' }))
      await occupied(bench, `mqtt://127.0.0.1:${broker.port}`, 'console-1')
      return { args: ['--url', `mqtt://127.0.0.1:${broker.port}`, '--client-id', 'console-1'] }
    },
  },
  {
    name: 'a broker that says the session was taken over',
    stage: 'connect',
    cause: 'taken-over',
    setUp: async (bench) => {
      const port = await bench.listen(evictingBroker(Buffer.from([0xe0, 2, 0x8e, 0])))
      return { args: ['--url', `mqtt://127.0.0.1:${port}`, '--client-id', 'console-2'] }
    },
  },
  { name: 'CONNACK 1', stage: 'connect', cause: 'protocol-version', setUp: refused(0x84, 1) },
  { name: 'CONNACK 2', stage: 'connect', cause: 'client-id', setUp: refused(0x85, 2) },
  { name: 'CONNACK 0x88', stage: 'connect', cause: 'busy', setUp: refused(0x88, 3) },
  { name: 'CONNACK 0x8A', stage: 'connect', cause: 'banned', setUp: refused(0x8a, 5) },
  { name: 'CONNACK 0x8C', stage: 'connect', cause: 'auth-method', setUp: refused(0x8c, 5) },
  { name: 'CONNACK 0x9D', stage: 'connect', cause: 'other-server', setUp: refused(0x9d, 3) },
]

/** Holds a connection, and comes back at once whenever it is pushed off. */
async function occupied(bench: Bench, url: string, clientId: string): Promise<void> {
  const client: MqttClient = connect(url, { clientId, reconnectPeriod: 200 })
  client.on('error', () => {})
  bench.onClose(() => client.endAsync(true))
  await new Promise<void>((resolve) => client.once('connect', () => resolve()))
}
