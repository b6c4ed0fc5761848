import type { CauseName } from '../../diagnosis/signatures.ts'
import { faultAt } from '../../session/session-fault.ts'
import { expectedName } from '../../session/socket.ts'
import {
  addressOf,
  type ConnectionTarget,
  hostOf,
  isTlsTarget,
  isWebSocketTarget,
  pathOf,
} from '../../session/target.ts'
import { answersTls, connectAnonymously, type Exchange, exchange, type Reply } from '../byte-exchange.ts'
import { isCaptivePortal, recognise, webSocketRequest } from '../spoken-protocol.ts'
import { type CheckStage, StageFault } from '../stage.ts'

/** True when the answer to a CONNECT without a login let it in; null when nothing told. */
type IsAnonymousAccepted = boolean | null

/**
 * Finds out what speaks on the port, before any login is sent to it: MQTT, TLS, HTTP, SSH or something else. Passes
 * when that is what the target expects, or when the peer gives nothing away.
 */
export const firstByteStage: CheckStage = {
  name: 'first-byte',
  run: async ({ target, timeoutMs, signal }) => {
    const to: Exchange = { host: hostOf(target), port: target.profile.port, timeoutMs, signal }
    const expect = isTlsTarget(target) ? expectTls : isWebSocketTarget(target) ? expectHttp : expectMqtt
    return { handOn: { isAnonymousAccepted: await expect(to, target) } }
  },
}

async function expectMqtt(to: Exchange, target: ConnectionTarget): Promise<IsAnonymousAccepted> {
  const reply = await unlessFull(to, target, connectAnonymously)
  if (reply.kind === 'bytes') {
    const spoken = recognise(reply.bytes)
    if (spoken.kind === 'mqtt') return spoken.isAnonymousAccepted
    if (spoken.kind === 'tls') throw found('wants-tls', target, reply)
    if (spoken.kind === 'http') throw await foundHttp(to, target, reply)
    throw found(spoken.kind === 'ssh' ? 'ssh' : 'not-mqtt', target, reply)
  }
  const next = soon(to)
  if ((await answersTls(next)) === 'tls') throw found('wants-tls', target, reply)
  const request = await exchange(next, webSocketRequest(addressOf(target), '/mqtt'))
  if (request.kind === 'bytes' && recognise(request.bytes).kind === 'http') throw await foundHttp(to, target, request)
  if (reply.kind === 'silent') throw found('no-connack', target, reply)
  if (await isPlainMqtt(next, '3.1')) throw found('protocol-version', target, reply)
  return null
}

async function expectHttp(to: Exchange, target: ConnectionTarget): Promise<IsAnonymousAccepted> {
  const request = webSocketRequest(addressOf(target), pathOf(target))
  const reply = await unlessFull(to, target, (again) => exchange(again, request))
  if (reply.kind === 'bytes') {
    const spoken = recognise(reply.bytes)
    if (spoken.kind === 'http') return null
    if (spoken.kind === 'tls') throw found('wants-tls', target, reply)
    throw found(spoken.kind === 'ssh' ? 'ssh' : 'not-websocket', target, reply)
  }
  const next = soon(to)
  if (await isPlainMqtt(next)) throw found('websocket-plain-mqtt', target, reply)
  if ((await answersTls(next)) === 'tls') throw found('wants-tls', target, reply)
  if (reply.kind === 'silent') throw found('no-connack', target, reply)
  return null
}

async function expectTls(to: Exchange, target: ConnectionTarget): Promise<IsAnonymousAccepted> {
  const greeting = await unlessFull(to, target, (again) => exchange(again, null))
  if (greeting.kind === 'bytes') throw found(notTls(greeting.bytes), target, greeting)
  if (greeting.kind === 'unreachable') return null
  const answer = await answersTls(to, expectedName(target))
  if (answer === 'tls') return null
  const next = soon(to)
  if (answer !== 'other' && (await isPlainMqtt(next))) throw found('plain-port', target, greeting)
  const request = await exchange(next, webSocketRequest(addressOf(target), '/mqtt'))
  if (request.kind === 'bytes') throw await foundPlain(next, target, request)
  throw found(answer === 'silent' ? 'tls-timeout' : 'plain-port', target, request)
}

/** Something that answers without TLS: a web server that opens a WebSocket is a broker's, reached by the wrong scheme. */
async function foundPlain(
  to: Exchange,
  target: ConnectionTarget,
  reply: Reply & { kind: 'bytes' },
): Promise<StageFault> {
  const spoken = recognise(reply.bytes)
  if (spoken.kind !== 'http') return found(notTls(reply.bytes), target, reply)
  if (isCaptivePortal(to.host, spoken)) return found('captive-portal', target, reply)
  if (spoken.status === 101) return found('websocket-no-tls', target, reply)
  const paths = isWebSocketTarget(target) ? [pathOf(target), '/'] : ['/']
  for (const path of paths) {
    const other = await exchange(to, webSocketRequest(addressOf(target), path))
    const answer = other.kind === 'bytes' ? recognise(other.bytes) : null
    if (answer?.kind === 'http' && answer.status === 101) return found('websocket-no-tls', target, other)
  }
  return found('http', target, reply)
}

/** Twice hung up on before a word was said: the first time, our own earlier connection may still have been counted. */
async function unlessFull(
  to: Exchange,
  target: ConnectionTarget,
  ask: (to: Exchange) => Promise<Reply>,
): Promise<Reply> {
  const first = await ask(to)
  const reply = first.kind === 'hung-up' ? await ask(to) : first
  if (reply.kind === 'hung-up') throw found('connection-limit', target, reply)
  return reply
}

/** For what is asked once it is clear that something is wrong: the peer has shown that it answers fast, or not at all. */
function soon(to: Exchange): Exchange {
  return { ...to, timeoutMs: Math.min(to.timeoutMs, 2_000) }
}

async function isPlainMqtt(to: Exchange, version: '3.1.1' | '3.1' = '3.1.1'): Promise<boolean> {
  const reply = await connectAnonymously(to, version)
  return reply.kind === 'bytes' && recognise(reply.bytes).kind === 'mqtt'
}

function notTls(bytes: Buffer): CauseName {
  const { kind } = recognise(bytes)
  return kind === 'http' || kind === 'ssh' ? kind : 'not-tls'
}

/** Asks a web server for a WebSocket, to tell a broker's WebSocket port and a sign-in page from any other. */
async function foundHttp(to: Exchange, target: ConnectionTarget, reply: Reply): Promise<StageFault> {
  const request = await exchange(to, webSocketRequest(addressOf(target), '/mqtt'))
  for (const answer of [reply, request]) {
    const spoken = answer.kind === 'bytes' ? recognise(answer.bytes) : null
    if (spoken?.kind !== 'http') continue
    if (spoken.status === 101) return found('websocket-port', target, answer)
    if (isCaptivePortal(to.host, spoken)) return found('captive-portal', target, answer)
  }
  return found('http', target, reply)
}

function found(cause: CauseName, target: ConnectionTarget, reply: Reply): StageFault {
  const fault = faultAt('first-byte', target, reply.kind === 'bytes' ? null : reply.error)
  return new StageFault({ ...fault, firstBytes: reply.kind === 'bytes' ? reply.bytes.subarray(0, 64) : null }, cause)
}
