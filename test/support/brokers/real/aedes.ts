import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { isWithin } from '../../../../main/broker/built-in/acl.ts'
import { isWithinSecond } from '../emulated/second.ts'
import { freeLoopbackPort } from '../mosquitto.ts'
import type { RealBroker, RealBrokerOptions } from './real-broker.ts'

/** Starts Aedes as its users do, in this process; retained messages survive no restart. */
export async function startAedes(options: RealBrokerOptions): Promise<RealBroker> {
  const port = await freeLoopbackPort()
  let running = await listen(port, options)
  return {
    host: '127.0.0.1',
    port,
    log: () => '',
    restart: async () => {
      await running.end()
      running = await listen(port, options)
    },
    stop: () => running.end(),
  }
}

async function listen(port: number, options: RealBrokerOptions): Promise<{ end(): Promise<void> }> {
  const { accounts, messagesPerS = Number.POSITIVE_INFINITY } = options
  const passed = new Map<string, number[]>()
  const isTaken = (clientId: string): boolean => {
    if (byClient.get(clientId) !== accounts[0]) return true
    const times = passed.get(clientId) ?? []
    passed.set(clientId, times)
    return isWithinSecond(times, messagesPerS)
  }
  const broker = await Aedes.createBroker()
  const byClient = new Map<string, (typeof accounts)[number]>()
  broker.authenticate = (client, username, password, done) => {
    const account = accounts.find((one) => one.name === username && one.password === password?.toString())
    if (account !== undefined) byClient.set(client.id, account)
    if (account !== undefined) done(null, true)
    else done(Object.assign(new Error('wrong login'), { returnCode: 5 }), false)
  }
  broker.authorizePublish = (client, packet, done) => {
    const rights = client === null ? [] : (byClient.get(client.id)?.publish ?? [])
    const isAllowed = isWithin(rights, packet.topic)
    if (isAllowed && client !== null && !isTaken(client.id)) packet.topic = 'discarded'
    done(isAllowed ? null : new Error('not allowed'))
  }
  broker.authorizeForward = (client, packet) => (isTaken(client.id) ? packet : null)
  broker.authorizeSubscribe = (client, subscription, done) => {
    const rights = client === null ? [] : (byClient.get(client.id)?.subscribe ?? [])
    done(null, isWithin(rights, subscription.topic) ? subscription : null)
  }
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    broker.handle(socket)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    end: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await Promise.all([once(server, 'close'), new Promise<void>((resolve) => broker.close(() => resolve()))])
    },
  }
}
