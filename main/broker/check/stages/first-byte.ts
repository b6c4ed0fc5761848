import type { CauseName } from '../../diagnosis/signatures.ts'
import { proxyOf } from '../../session/proxy.ts'
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
import { UpgradeError } from '../../session/web-socket.ts'
import { answersTls, connectAnonymously, type Exchange, exchange, PROXY_HEADER, type Reply } from '../byte-exchange.ts'
import { isCaptivePortal, recognise, webSocketRequest } from '../spoken-protocol.ts'
import { type CheckStage, type Earlier, StageFault } from '../stage.ts'
import { isSettledWithin } from '../time-limit.ts'

type Seen = Pick<Earlier, 'isAnonymousAccepted' | 'firstByte'>
const NOTHING_SEEN: Seen = { isAnonymousAccepted: null, firstByte: null }

/** A peer that hangs up on what it was sent does so at once; a proxy, after it has tried its broker. */
const LATE_MS = 800
const LOOK_MS = 2_000

/**
 * Finds out what speaks on the port, before any login is sent to it: MQTT, TLS, HTTP, SSH or something else. Passes
 * when that is what the target expects, or when the peer gives nothing away. Takes `timeoutMs` at most.
 */
export const firstByteStage: CheckStage = {
  name: 'first-byte',
  run: async ({ target, timeoutMs, signal }) => {
    const to: Exchange = { host: hostOf(target), port: target.profile.port, proxy: proxyOf(target), timeoutMs, signal }
    const expect = isTlsTarget(target) ? expectTls : isWebSocketTarget(target) ? expectHttp : expectMqtt
    return { handOn: await expect(to, target) }
  },
}

async function expectMqtt(to: Exchange, target: ConnectionTarget): Promise<Seen> {
  const { reply, others, isLate } = await askAndLook(to, target, connectAnonymously, (next) =>
    Promise.all([
      answersTls(next),
      exchange(next, webSocketRequest(addressOf(target), '/mqtt')),
      isPlainMqtt(next, '3.1'),
      connectAnonymously(next, '3.1.1', PROXY_HEADER),
    ]),
  )
  if (reply.kind === 'bytes') {
    const spoken = recognise(reply.bytes)
    if (spoken.kind === 'mqtt') return { isAnonymousAccepted: spoken.isAnonymousAccepted, firstByte: 'mqtt' }
    if (spoken.kind === 'tls') throw found('wants-tls', target, reply)
    if (spoken.kind === 'http') throw await foundHttp(to, target, reply)
    throw found(spoken.kind === 'ssh' ? 'ssh' : 'not-mqtt', target, reply)
  }
  const [secure, request, isOld, proxied] = others ?? []
  if (secure === 'tls') throw found('wants-tls', target, reply)
  if (isSpoken(request, 'http')) throw await foundHttp(soon(to), target, request)
  if (isSpoken(proxied, 'mqtt')) throw found('proxy-protocol', target, reply)
  if (reply.kind === 'silent') throw found('no-connack', target, reply)
  if (isOld) throw found('protocol-version', target, reply)
  if (isLate) throw found('closed-late', target, reply)
  return { isAnonymousAccepted: null, firstByte: 'nothing' }
}

async function expectHttp(to: Exchange, target: ConnectionTarget): Promise<Seen> {
  const request = webSocketRequest(addressOf(target), pathOf(target))
  const { reply, others, isLate } = await askAndLook(
    to,
    target,
    (again) => exchange(again, request),
    (next) =>
      Promise.all([isPlainMqtt(next), answersTls(next), exchange(next, Buffer.concat([PROXY_HEADER, request]))]),
  )
  if (reply.kind === 'bytes') {
    const spoken = recognise(reply.bytes)
    if (spoken.kind === 'http') {
      if (spoken.status === 400 && (await answersTls(soon(to))) === 'tls') throw found('wants-tls', target, reply)
      return NOTHING_SEEN
    }
    if (spoken.kind === 'tls') throw found('wants-tls', target, reply)
    throw found(spoken.kind === 'ssh' ? 'ssh' : 'not-websocket', target, reply)
  }
  const [isPlain, secure, proxied] = others ?? []
  if (isPlain) throw found('websocket-plain-mqtt', target, reply)
  if (secure === 'tls') throw found('wants-tls', target, reply)
  if (isSpoken(proxied, 'http')) throw found('proxy-protocol', target, reply)
  if (reply.kind === 'silent') throw found('no-connack', target, reply)
  if (isLate) throw found('closed-late', target, reply)
  return NOTHING_SEEN
}

/**
 * Asks first for what is expected, and looks for the rest once that was not answered, or not within half of the time: all
 * looks at once, so that the stage keeps its time.
 */
async function askAndLook<Others>(
  to: Exchange,
  target: ConnectionTarget,
  ask: (to: Exchange) => Promise<Reply>,
  look: (next: Exchange) => Promise<Others>,
): Promise<{ reply: Reply; others: Others | null; isLate: boolean }> {
  const startedAt = performance.now()
  const asked = unlessFull(to, target, ask).then((reply) => ({ reply, ms: performance.now() - startedAt }))
  const early = (await isSettledWithin(to.timeoutMs / 2, asked)) ? await asked : null
  if (early?.reply.kind === 'bytes') return { reply: early.reply, others: null, isLate: false }
  const left = Math.max(to.timeoutMs - (performance.now() - startedAt), to.timeoutMs / 4)
  const [{ reply, ms }, others] = await Promise.all([asked, look({ ...to, timeoutMs: Math.min(left, LOOK_MS) })])
  return { reply, others, isLate: reply.kind === 'closed' && ms > LATE_MS }
}

async function expectTls(to: Exchange, target: ConnectionTarget): Promise<Seen> {
  const greeting = await unlessFull(to, target, (again) => exchange(again, null))
  if (greeting.kind === 'bytes') throw found(notTls(greeting.bytes), target, greeting)
  if (greeting.kind === 'unreachable') return NOTHING_SEEN
  const half = { ...to, timeoutMs: to.timeoutMs / 2 }
  const startedAt = performance.now()
  const { alpn = null } = target.profile
  const answer = await answersTls(half, expectedName(target), { alpn })
  if (answer === 'tls') return NOTHING_SEEN
  const isLate = answer === 'closed' && performance.now() - startedAt > LATE_MS
  const next = soon(half)
  const [isPlain, request, proxied] = await Promise.all([
    answer !== 'other' && isPlainMqtt(next),
    exchange(next, webSocketRequest(addressOf(target), '/mqtt')),
    answersTls(next, expectedName(target), { prefix: PROXY_HEADER, alpn }),
  ])
  if (proxied === 'tls') throw found('proxy-protocol', target, greeting)
  if (isPlain) throw found('plain-port', target, greeting)
  if (request.kind === 'bytes') throw await foundPlain(next, target, request)
  if (isLate) throw found('closed-late', target, greeting)
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
  if (isCaptivePortal(to, spoken)) return found('captive-portal', target, reply)
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
  return { ...to, timeoutMs: Math.min(to.timeoutMs, LOOK_MS) }
}

async function isPlainMqtt(to: Exchange, version: '3.1.1' | '3.1' = '3.1.1'): Promise<boolean> {
  return isSpoken(await connectAnonymously(to, version), 'mqtt')
}

function isSpoken(reply: Reply | undefined, kind: 'mqtt' | 'http'): reply is Reply & { kind: 'bytes' } {
  return reply?.kind === 'bytes' && recognise(reply.bytes).kind === kind
}

function notTls(bytes: Buffer): CauseName {
  const { kind } = recognise(bytes)
  return kind === 'http' || kind === 'ssh' ? kind : 'not-tls'
}

/** Asks a web server for a WebSocket, to tell a broker's WebSocket port, a sign-in page and a proxy from any other. */
async function foundHttp(to: Exchange, target: ConnectionTarget, reply: Reply): Promise<StageFault> {
  const request = await exchange(to, webSocketRequest(addressOf(target), '/mqtt'))
  for (const answer of [reply, request]) {
    const spoken = answer.kind === 'bytes' ? recognise(answer.bytes) : null
    if (spoken?.kind !== 'http') continue
    if (spoken.status === 101) return found('websocket-port', target, answer)
    if (isCaptivePortal(to, spoken)) return found('captive-portal', target, answer)
    if (spoken.status === 401 || spoken.status === 407) return foundLogin(target, spoken.status)
  }
  return found('http', target, reply)
}

function foundLogin(target: ConnectionTarget, status: number): StageFault {
  return new StageFault(faultAt('first-byte', target, new UpgradeError({ status, location: null })), 'proxy-login')
}

function found(cause: CauseName, target: ConnectionTarget, reply: Reply): StageFault {
  const fault = faultAt('first-byte', target, reply.kind === 'bytes' ? null : reply.error)
  return new StageFault({ ...fault, firstBytes: reply.kind === 'bytes' ? reply.bytes.subarray(0, 64) : null }, cause)
}
