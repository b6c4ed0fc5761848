import { createServer as createHttpServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { freeLoopbackPort } from '../../../support/brokers/mosquitto.ts'
import type { Bench, Invocation, Situation } from './situation.ts'
import { serveWebSocket } from './web-socket-broker.ts'

const USERS = { operator: 'right password', writer: 'writer password', reader: 'reader password' }
const ACL = [
  'user operator',
  'topic write device/+/command',
  'topic read device/+/status',
  'topic read device/+/heartbeat',
  'topic read device/+/result',
  'user writer',
  'topic write device/#',
  'user reader',
  'topic read device/#',
  '',
].join('\n')

const login =
  (username: string, password: string, more: readonly string[] = []) =>
  async (bench: Bench): Promise<Invocation> => {
    const { port } = await bench.broker('password', () => ({ mode: 'password', users: USERS, acl: ACL }))
    const url = `mqtt://127.0.0.1:${port}`
    return { args: ['--url', url, '--username', username, '--password-stdin', ...more], stdin: `${password}\n` }
  }

const webSocket =
  (path: string) =>
  async (bench: Bench): Promise<Invocation> => ({
    args: ['--url', `ws://127.0.0.1:${await serveWebSocket(bench)}${path}`],
  })

/** Logins, permissions and WebSockets. */
export const LOGIN_SITUATIONS: readonly Situation[] = [
  {
    name: 'a wrong password',
    stage: 'connect',
    cause: 'credentials',
    says: /user name or password/,
    setUp: login('operator', 'canary-pw'),
  },
  { name: 'an unknown user', stage: 'connect', cause: 'credentials', setUp: login('nobody', 'canary-pw') },
  {
    name: 'no login where one is needed',
    stage: 'connect',
    cause: 'credentials',
    says: /nobody in without a user name/,
    setUp: async (bench) => {
      const { port } = await bench.broker('password', () => ({ mode: 'password', users: USERS, acl: ACL }))
      return { args: ['--url', `mqtt://127.0.0.1:${port}`] }
    },
  },
  {
    name: 'an account that may not write commands',
    stage: 'probe',
    cause: 'acl-write',
    setUp: login('reader', USERS.reader),
  },
  {
    name: 'an account whose subscriptions are granted and stay silent',
    stage: 'probe',
    cause: 'acl-read',
    says: /device\/waypost-probe-[0-9a-f]+\/status/,
    setUp: login('writer', USERS.writer, ['--timeout-ms', '1500']),
  },
  {
    name: 'a WebSocket port, asked in plain MQTT',
    stage: 'first-byte',
    cause: 'websocket-port',
    setUp: async (bench) => ({ args: ['--url', `mqtt://127.0.0.1:${await serveWebSocket(bench)}`] }),
  },
  {
    name: 'a plain port, asked in WebSocket',
    stage: 'first-byte',
    cause: 'websocket-plain-mqtt',
    setUp: async (bench) => {
      const { port } = await bench.broker('anonymous', () => ({ mode: 'anonymous' }))
      return { args: ['--url', `ws://127.0.0.1:${port}/mqtt`] }
    },
  },
  {
    name: 'a wrong WebSocket path',
    stage: 'connect',
    cause: 'websocket-path',
    says: /\/wrong/,
    setUp: webSocket('/wrong'),
  },
  {
    name: 'a WebSocket in TLS whose CA is not loaded',
    stage: 'tls',
    cause: 'tls-ca-missing',
    setUp: async (bench) => {
      const port = await serveWebSocket(bench, await bench.authority.issueServer())
      return { args: ['--url', `wss://localhost:${port}/mqtt`] }
    },
  },
  {
    name: 'a WebSocket in TLS, asked in plain',
    stage: 'first-byte',
    cause: 'wants-tls',
    setUp: async (bench) => {
      const port = await serveWebSocket(bench, await bench.authority.issueServer())
      return { args: ['--url', `ws://localhost:${port}/mqtt`] }
    },
  },
  {
    name: 'a proxy whose broker is down',
    stage: 'connect',
    cause: 'websocket-gateway',
    setUp: async (bench) => {
      const server = createHttpServer((_request, response) => response.writeHead(502).end())
      return { args: ['--url', `ws://127.0.0.1:${await bench.listen(server)}/mqtt`] }
    },
  },
  {
    name: 'a WebSocket of another service',
    stage: 'connect',
    cause: 'websocket-subprotocol',
    setUp: async (bench) => {
      const server = createHttpServer()
      new WebSocketServer({ server, handleProtocols: () => false })
      return { args: ['--url', `ws://127.0.0.1:${await bench.listen(server)}/mqtt`] }
    },
  },
]

/** What has to pass. */
export const WORKING_SITUATIONS: readonly Situation[] = [
  {
    name: 'an anonymous broker',
    stage: null,
    cause: null,
    says: /Proven: command, test, status, heartbeat, result/,
    setUp: async (bench) => {
      const { port } = await bench.broker('anonymous', () => ({ mode: 'anonymous' }))
      return { args: ['--url', `mqtt://localhost:${port}`] }
    },
  },
  {
    name: 'an operator account that writes commands and only reads the rest',
    stage: null,
    cause: null,
    says: /Granted, not proven: test, status, heartbeat, result/,
    setUp: login('operator', USERS.operator),
  },
  {
    name: 'a client certificate with an encrypted key, and a password whose line is not the last',
    stage: null,
    cause: null,
    setUp: async (bench) => {
      const { authority } = bench
      const users = { operator: 'right password' }
      const { port } = await bench.broker('all', () => ({
        mode: 'tls',
        authority,
        users,
        requiresClientCertificate: true,
      }))
      const { certificate, key } = await authority.issueClient('console', { passphrase: 'open sesame' })
      const files = [
        ...['--ca', await bench.file('ca.crt', authority.ca)],
        ...['--cert', await bench.file('locked-ok.crt', certificate), '--key', await bench.file('locked-ok.key', key)],
      ]
      const login = ['--username', 'operator', '--password-stdin', '--passphrase-stdin']
      return { args: ['--url', `mqtts://127.0.0.1:${port}`, ...files, ...login], stdin: 'right password\nopen sesame' }
    },
  },
  {
    name: 'a broker inside WebSockets and TLS',
    stage: null,
    cause: null,
    setUp: async (bench) => {
      const port = await serveWebSocket(bench, await bench.authority.issueServer())
      return { args: ['--url', `wss://localhost:${port}/mqtt`, '--ca', await bench.file('ca.crt', bench.authority.ca)] }
    },
  },
  {
    name: 'a broker that takes exactly one client',
    stage: null,
    cause: null,
    setUp: async (bench) => {
      const { port } = await bench.broker('one', () => ({ mode: 'anonymous', extraConfig: 'max_connections 1' }))
      return { args: ['--url', `mqtt://127.0.0.1:${port}`] }
    },
  },
  {
    name: 'a broker whose first address is closed',
    stage: null,
    cause: null,
    says: /accepts this connection/,
    setUp: async (bench) => {
      const { port } = await bench.broker('anonymous', () => ({ mode: 'anonymous' }))
      const addresses = [await freeLoopbackPort(), port].flatMap((one) => ['--url', `mqtt://127.0.0.1:${one}`])
      return { args: addresses }
    },
  },
  { name: 'a broker inside WebSockets', stage: null, cause: null, setUp: webSocket('/mqtt') },
]
