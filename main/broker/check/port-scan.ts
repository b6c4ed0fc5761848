import type { PortLook } from '../../../preload/contract/models/broker/connection.ts'
import { USUAL_PORTS } from '../../../preload/contract/models/limits.ts'
import { hostAndPort } from '../session/target.ts'
import { answersTls, connectAnonymously, type Exchange, exchange } from './byte-exchange.ts'
import { recognise, webSocketRequest } from './spoken-protocol.ts'

const { plain, tls, mosquittoWebSocket, webSocket, webSocketTls } = USUAL_PORTS
const SCANNED: readonly number[] = [plain, tls, mosquittoWebSocket, webSocket, webSocketTls]

/** Finds out what answers on the usual ports of one host, in their order. No login is sent. Rejects when aborted. */
export function scanPorts(
  host: string,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal; readonly ports?: readonly number[] },
): Promise<PortLook[]> {
  const { ports = SCANNED, ...rest } = options
  return Promise.all(ports.map(async (port) => ({ port, speaks: await lookAtPort({ ...rest, host, port }) })))
}

async function lookAtPort(to: Exchange): Promise<PortLook['speaks']> {
  const reply = await connectAnonymously(to)
  if (reply.kind === 'unreachable') return reply.error === null ? 'no-answer' : 'closed'
  if (reply.kind === 'hung-up') return 'open'
  if (reply.kind === 'bytes') {
    const { kind } = recognise(reply.bytes)
    if (kind === 'http') return (await isWebSocket(to)) ? 'websocket' : 'http'
    return kind === 'other' ? 'open' : kind
  }
  if ((await answersTls(to)) === 'tls') return 'tls'
  return (await isWebSocket(to)) ? 'websocket' : 'open'
}

async function isWebSocket(to: Exchange): Promise<boolean> {
  const reply = await exchange(to, webSocketRequest(hostAndPort(to.host, to.port), '/mqtt'))
  if (reply.kind !== 'bytes') return false
  const spoken = recognise(reply.bytes)
  return spoken.kind === 'http' && spoken.status === 101
}
