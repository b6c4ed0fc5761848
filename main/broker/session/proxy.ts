import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type ConnectionTarget, hostAndPort, hostOf } from './target.ts'

/** A proxy on the way to the broker: HTTP with CONNECT (RFC 9110, 9.3.6), or SOCKS 5 (RFC 1928), which resolves the name too. */
export interface ProxyAddress {
  readonly kind: 'http' | 'socks5'
  readonly host: string
  readonly port: number
}

type ProxyProblem = 'unreachable' | 'not-proxy' | 'login' | 'forbidden' | 'no-route'

/** The proxy did not lead to the broker. `status` is that of an HTTP proxy. */
export class ProxyError extends Error {
  readonly problem: ProxyProblem
  readonly status: number | null

  constructor(problem: ProxyProblem, words: string, status: number | null = null) {
    super(words)
    this.problem = problem
    this.status = status
  }
}

/** The proxy of a target; null without one. */
export function proxyOf({ profile }: ConnectionTarget): ProxyAddress | null {
  const [, kind, host = '', port] = /^(http|socks5):\/\/(.+):(\d+)$/.exec(profile.proxy ?? '') ?? []
  if (kind === undefined) return null
  return { kind: kind === 'http' ? 'http' : 'socks5', host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

/** Opens a connection through the proxy of a target; null for one without. Rejects with a `ProxyError`. */
export async function tunnelOf(target: ConnectionTarget, timeoutMs: number): Promise<Socket | null> {
  const proxy = proxyOf(target)
  return proxy === null ? null : openTunnel(proxy, { host: hostOf(target), port: target.profile.port }, timeoutMs)
}

/** Opens a connection to a host through a proxy. Rejects with a `ProxyError`, at the latest after `timeoutMs`. */
export function openTunnel(
  proxy: ProxyAddress,
  to: { readonly host: string; readonly port: number },
  timeoutMs: number,
): Promise<Socket> {
  return proxy.kind === 'http' ? overHttp(proxy, to, timeoutMs) : overSocks(proxy, to, timeoutMs)
}

async function overHttp(
  { host, port }: ProxyAddress,
  to: { readonly host: string; readonly port: number },
  timeoutMs: number,
): Promise<Socket> {
  const { request } = await import('node:http')
  const path = hostAndPort(to.host, to.port)
  const asking = request({ host, port, method: 'CONNECT', path, headers: { host: path }, agent: false })
  return new Promise<Socket>((resolve, reject) => {
    const timer = setTimeout(() => asking.destroy(new ProxyError('unreachable', 'no answer in time')), timeoutMs)
    const settle = (run: () => void) => {
      clearTimeout(timer)
      run()
    }
    asking.once('connect', (response: IncomingMessage, socket: Socket, head: Buffer) => {
      if (response.statusCode === 200) {
        if (head.length > 0) socket.unshift(head)
        settle(() => resolve(socket))
        return
      }
      socket.destroy()
      settle(() => reject(answered(response.statusCode ?? 0)))
    })
    asking.once('error', (error: Error & { code?: string }) => settle(() => reject(asProxyError(error))))
    asking.end()
  })
}

function answered(status: number): ProxyError {
  const words = `the proxy answered CONNECT with status ${status}`
  if (status === 407 || status === 401) return new ProxyError('login', words, status)
  if (status >= 500 && status !== 501) return new ProxyError('no-route', words, status)
  return new ProxyError(status === 403 ? 'forbidden' : 'not-proxy', words, status)
}

async function overSocks(
  { host, port }: ProxyAddress,
  destination: { readonly host: string; readonly port: number },
  timeoutMs: number,
): Promise<Socket> {
  const { SocksClient } = await import('socks')
  try {
    const { socket } = await SocksClient.createConnection({
      command: 'connect',
      proxy: { host, port, type: 5 },
      destination: { ...destination },
      timeout: timeoutMs,
    })
    return socket
  } catch (error) {
    throw asProxyError(error)
  }
}

function asProxyError(error: unknown): ProxyError {
  if (error instanceof ProxyError) return error
  const words = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/rejected connection - NotAllowed/i.test(words)) return new ProxyError('forbidden', words)
  if (/rejected connection/i.test(words)) return new ProxyError('no-route', words)
  if (/auth/i.test(words)) return new ProxyError('login', words)
  // What takes the connection and ends it, or answers in another protocol.
  if (/^HPE_/.test(code) || /ECONNRESET|EPIPE|handshake|socket (?:closed|hang up)|negotiation/i.test(words)) {
    return new ProxyError('not-proxy', words)
  }
  return new ProxyError('unreachable', code === '' || words.includes(code) ? words : `${code}: ${words}`)
}
