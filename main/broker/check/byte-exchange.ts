import { randomBytes } from 'node:crypto'
import net from 'node:net'
import tls from 'node:tls'
import { errorCode } from '../diagnosis/detail.ts'
import { isReset } from '../diagnosis/fault.ts'
import { CAUSE_BY_REASON } from '../diagnosis/signatures.ts'
import { openTunnel, type ProxyAddress } from '../session/proxy.ts'
import { openTcp, refuseSelfConnection } from '../session/socket.ts'

/** Whom to ask, how long to wait for each answer, when to give up. */
export interface Exchange {
  readonly host: string
  readonly port: number
  readonly proxy?: ProxyAddress | null
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/**
 * The answer on a fresh connection: `hung-up` closed before anything was sent, `closed` after it, `silent` sent
 * nothing in time.
 */
export type Reply =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'hung-up' | 'closed' | 'silent' | 'unreachable'; readonly error: Error | null }

/** Time in which a peer may speak, or hang up, before it is spoken to. */
const QUIET_MS = 200
const GOODBYE_MS = 300

/** Opens a TCP connection, listens, sends the bytes and answers with the first that come back. Rejects when aborted. */
export async function exchange(to: Exchange, bytes: Buffer | null, goodbye: Buffer | null = null): Promise<Reply> {
  to.signal.throwIfAborted()
  let socket: net.Socket
  try {
    socket = await openTo(to)
  } catch (error) {
    return { kind: 'unreachable', error: error instanceof Error ? error : null }
  }
  const timers: NodeJS.Timeout[] = []
  let onAbort: () => void = () => {}
  try {
    return await new Promise<Reply>((resolve, reject) => {
      let error: Error | null = null
      let stage: 'unreachable' | 'hung-up' | 'closed' = 'unreachable'
      const after = (ms: number, run: () => void) => timers.push(setTimeout(run, ms))
      onAbort = () => reject(to.signal.reason)
      to.signal.addEventListener('abort', onAbort, { once: true })
      after(to.timeoutMs, () => resolve({ kind: stage === 'unreachable' ? stage : 'silent', error }))
      const onConnect = () => {
        if (socket.destroyed) return
        stage = 'hung-up'
        after(QUIET_MS, () => {
          stage = 'closed'
          if (bytes === null) resolve({ kind: 'silent', error })
          else socket.write(bytes)
        })
      }
      if (socket.connecting) socket.once('connect', onConnect)
      else onConnect()
      socket.once('data', (chunk) => resolve({ kind: 'bytes', bytes: chunk.subarray(0, 2_048) }))
      socket.on('error', (reason) => {
        error = reason
      })
      socket.once('close', () => resolve({ kind: stage, error }))
    })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    to.signal.removeEventListener('abort', onAbort)
    if (goodbye === null || !socket.writable) socket.destroy()
    else await sayGoodbye(socket, goodbye)
  }
}

/** A socket to the peer: one that connects, or one that is connected through the proxy. */
async function openTo({ host, port, proxy = null, timeoutMs }: Exchange): Promise<net.Socket> {
  return proxy === null ? openTcp({ host, port }) : openTunnel(proxy, { host, port }, timeoutMs)
}

/**
 * Sends a CONNECT of MQTT 3.1.1 with no login, which any broker answers with a CONNACK of some kind (3.1.1, section 3.1.4),
 * and a DISCONNECT afterwards, so that the broker logs no lost client. Or one of MQTT 3.1, which had another name.
 */
export async function connectAnonymously(
  to: Exchange,
  version: '3.1.1' | '3.1' = '3.1.1',
  prefix: Buffer = Buffer.alloc(0),
): Promise<Reply> {
  const { generate } = await import('mqtt-packet')
  const clientId = `waypost-look-${randomBytes(4).toString('hex')}`
  const connect = {
    cmd: 'connect',
    ...(version === '3.1' ? OLD_PROTOCOL : ({ protocolId: 'MQTT', protocolVersion: 4 } as const)),
    clean: true,
    keepalive: 10,
    clientId,
  } as const
  return exchange(to, Buffer.concat([prefix, generate(connect)]), generate({ cmd: 'disconnect' }))
}

/** The PROXY protocol, version 1, of a proxy that does not tell its client (haproxy.org, proxy-protocol.txt, 2.1). */
export const PROXY_HEADER = Buffer.from('PROXY UNKNOWN\r\n')

const OLD_PROTOCOL = { protocolId: 'MQIsdp', protocolVersion: 3 } as const

/** Waits for the peer to close: until then this connection counts against its limit. */
function sayGoodbye(socket: net.Socket, goodbye: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), GOODBYE_MS)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.resume()
    socket.end(goodbye)
  })
}

/** Finds out if a ClientHello is answered in TLS, be it by an alert. Nothing is verified and nothing else is sent. */
export async function answersTls(
  to: Exchange,
  servername?: string,
  { prefix, alpn = null }: { readonly prefix?: Buffer; readonly alpn?: string | null } = {},
): Promise<'tls' | 'other' | 'closed' | 'silent'> {
  to.signal.throwIfAborted()
  let plain: net.Socket
  try {
    plain = await openTo(to)
  } catch {
    return 'closed'
  }
  // What is written while the socket connects goes out before the ClientHello.
  if (prefix !== undefined) plain.write(prefix)
  const socket = refuseSelfConnection(
    tls.connect({
      socket: plain,
      rejectUnauthorized: false,
      ...(alpn === null ? {} : { ALPNProtocols: [alpn] }),
      ...(servername === undefined || net.isIP(servername) !== 0 ? {} : { servername }),
    }),
  )
  let timer: NodeJS.Timeout | undefined
  let onAbort: () => void = () => {}
  try {
    return await new Promise((resolve, reject) => {
      onAbort = () => reject(to.signal.reason)
      to.signal.addEventListener('abort', onAbort, { once: true })
      timer = setTimeout(() => resolve('silent'), to.timeoutMs)
      socket.once('secureConnect', () => resolve('tls'))
      socket.once('close', () => resolve('closed'))
      socket.on('error', (error) => resolve(verdictOf(error)))
    })
  } finally {
    clearTimeout(timer)
    to.signal.removeEventListener('abort', onAbort)
    socket.destroy()
    plain.destroy()
  }
}

function verdictOf(error: Error): 'tls' | 'other' | 'closed' {
  const code = errorCode(error) ?? ''
  if (isReset(error) || code === 'ECONNREFUSED' || code === 'ETIMEDOUT') return 'closed'
  const words = `${code} ${error.message}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return CAUSE_BY_REASON.find(([reason]) => words.includes(reason))?.[1] === 'not-tls' ? 'other' : 'tls'
}
