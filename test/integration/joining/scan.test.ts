import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { decode, encode } from 'dns-packet'
import { afterEach, describe, expect, it } from 'vitest'
import type { MdnsGroup } from '../../../main/joining/mdns.ts'
import { privateNetworks, type ScanNetwork, scanNetwork } from '../../../main/joining/scan.ts'
import type { ScanView } from '../../../preload/contract/models/devices/joining.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { flood } from './ssh-servers.ts'

const cleanUps: (() => void)[] = []

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

/** 127.0.0.0/28, of which every address is this computer. */
const LOOPBACK: ScanNetwork = { name: '127.0.0.0/28', first: 0x7f000001, count: 14, own: '127.0.0.1' }

async function listen(host: string, port: number, onConnection: (socket: Socket) => void): Promise<Server> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  server.listen(port, host)
  await once(server, 'listening')
  cleanUps.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return server
}

async function scanned(
  port: number,
  signal = new AbortController().signal,
  mdns?: MdnsGroup,
): Promise<readonly ScanView[]> {
  const views: ScanView[] = []
  await scanNetwork(LOOPBACK, signal, (view) => views.push(view), { port, ...(mdns && { mdns }) })
  return views
}

describe('the scan of a network', () => {
  it('finds what greets as SSH, whatever silent, flooding and other servers stand beside it, and sends nothing', async () => {
    const port = await freeLoopbackPort()
    let received = 0
    const greet = (greeting: string) => (socket: Socket) => {
      socket.on('data', (chunk) => {
        received += chunk.length
      })
      socket.write(greeting)
    }
    await listen('127.0.0.2', port, greet('SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n'))
    await listen('127.0.0.3', port, flood)
    await listen('127.0.0.4', port, greet('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await listen('127.0.0.5', port, () => undefined)
    await listen('127.0.0.6', port, greet('SSH-2.0-dropbear_2022.83\r\n'))
    await listen('127.0.0.7', port, greet('SSH-2.0-\u001b[31mred\r\n'))
    await listen('127.0.0.8', port, (socket) => socket.destroy())
    const views = await scanned(port)
    expect(views.at(-1)).toMatchObject({ isRunning: false, tried: 14, total: 14 })
    const hosts = [...(views.at(-1)?.hosts ?? [])].sort((a, b) => a.address.localeCompare(b.address))
    expect(hosts.map(({ address, software }) => [address, software])).toEqual([
      ['127.0.0.2', 'OpenSSH_9.2p1 Debian-2+deb12u3'],
      ['127.0.0.6', 'dropbear_2022.83'],
    ])
    expect(received).toBe(0)
  })

  it('names hosts by what they say over mDNS, and takes no name that is none', async () => {
    const port = await freeLoopbackPort()
    const greet = (socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.2p1\r\n')
    for (const host of ['127.0.0.2', '127.0.0.3', '127.0.0.4']) await listen(host, port, greet)
    const responder = createSocket('udp4')
    cleanUps.push(() => responder.close())
    responder.bind(0, '127.0.0.1')
    await once(responder, 'listening')
    responder.on('message', (message, from) => {
      const [question] = decode(message).questions ?? []
      const say = (name: string, data: string) =>
        responder.send(
          encode({ type: 'response', answers: [{ type: 'PTR', name, ttl: 120, data }] }),
          from.port,
          from.address,
        )
      if (question?.name === '2.0.0.127.in-addr.arpa') {
        responder.send('no DNS', from.port, from.address)
        say('9.0.0.127.in-addr.arpa', 'somebody-else.local')
        say(question.name, 'raspberrypi.local')
      }
      if (question?.name === '3.0.0.127.in-addr.arpa') say(question.name, '\u001b[31mred.local')
    })
    const views = await scanned(port, undefined, { address: '127.0.0.1', port: responder.address().port })
    const named = views.at(-1)?.hosts.map(({ address, name }) => [address, name])
    expect(named?.sort()).toEqual([
      ['127.0.0.2', 'raspberrypi.local'],
      ['127.0.0.3', null],
      ['127.0.0.4', null],
    ])
  })

  it('stops at once when it is told to, though an address stays silent', async () => {
    const port = await freeLoopbackPort()
    const abort = new AbortController()
    await listen('127.0.0.5', port, () => abort.abort())
    const startedAt = performance.now()
    const views = await scanned(port, abort.signal)
    expect(performance.now() - startedAt).toBeLessThan(1_400)
    expect(views.at(-1)).toMatchObject({ isRunning: false, hosts: [] })
  })
})

describe('the networks that may be scanned', () => {
  const entry = (address: string, cidr: string | null, more: { internal?: boolean; family?: 'IPv4' | 'IPv6' } = {}) =>
    ({ address, cidr, internal: false, family: 'IPv4', netmask: '', mac: '', ...more }) as never

  it.each([
    ['192.168.1.20', '192.168.1.20/24', '192.168.1.0/24', 254],
    ['10.20.30.40', '10.20.30.40/8', '10.20.28.0/22', 1022],
    ['172.16.5.9', '172.16.5.9/16', '172.16.4.0/22', 1022],
    ['172.31.255.250', '172.31.255.250/28', '172.31.255.240/28', 14],
    ['192.168.7.7', null, '192.168.7.0/24', 254],
  ])('are this computer’s own: of %s (%s) %s with %i addresses', (address, cidr, name, count) => {
    expect(privateNetworks({ eth0: [entry(address, cidr)] })).toMatchObject([{ name, count }])
  })

  it('are never public, never loopback, never a single address', () => {
    const none = privateNetworks({
      lo: [entry('127.0.0.1', '127.0.0.1/8', { internal: true })],
      eth0: [
        entry('8.8.8.8', '8.8.8.8/24'),
        entry('172.32.0.1', '172.32.0.1/24'),
        entry('169.254.1.1', '169.254.1.1/16'),
      ],
      vpn: [entry('10.8.0.2', '10.8.0.2/32'), entry('10.8.0.2', '10.8.0.2/31')],
      six: [entry('fd00::1', 'fd00::1/64', { family: 'IPv6' })],
    })
    expect(none).toEqual([])
  })
})
