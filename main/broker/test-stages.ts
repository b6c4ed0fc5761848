import { lookup } from 'node:dns/promises'
import net from 'node:net'
import tls from 'node:tls'
import type { Fault } from './diagnosis/fault.ts'
import { type BrokerSession, openMqttSession, type SessionEnd } from './mqtt-session.ts'
import { factsOfCertificate } from './peer-certificate.ts'
import { faultAt, faultOf, isVersionRefused } from './session-fault.ts'
import { expectedName, tlsOptions } from './socket.ts'
import { type ConnectionTarget, hostOf } from './target.ts'

/** Thrown by a stage that did not pass. */
export class StageFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super('connection test stage failed')
    this.fault = fault
  }
}

/** What every stage gets: whom to reach, how long to wait, when to give up. */
export interface StageContext {
  readonly target: ConnectionTarget
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Resolves the host name; an address passes at once. */
export async function lookUpHost({ target, timeoutMs, signal }: StageContext): Promise<void> {
  const host = hostOf(target)
  if (net.isIP(host) !== 0) return
  try {
    await within(timeoutMs, signal, lookup(host, { all: true }))
  } catch (error) {
    throw new StageFault(
      faultAt('dns', target, isTimeout(error) ? codedError('EAI_AGAIN', 'name server timeout') : error),
    )
  }
}

/** Opens and closes a TCP connection. */
export function reachPort(context: StageContext): Promise<void> {
  const { target } = context
  const socket = net.connect({ host: hostOf(target), port: target.profile.port })
  return untilEvent(socket, 'connect', context, (error) => faultAt('tcp', target, error)).finally(() =>
    socket.destroy(),
  )
}

/**
 * Sets TLS up without verification, only to look at the certificate, then judges it as a verified connection would.
 * No MQTT packet and no password is sent.
 */
export async function lookAtTls(context: StageContext): Promise<void> {
  const { target } = context
  let socket: tls.TLSSocket
  try {
    socket = tls.connect({ ...tlsOptions(target), rejectUnauthorized: false })
  } catch (error) {
    throw new StageFault(faultAt('tls', target, error))
  }
  try {
    await untilEvent(socket, 'secureConnect', context, (error) => faultAt('tls', target, error))
    const certificate = socket.getPeerCertificate()
    const error = verdict(socket, certificate, target)
    if (error !== null)
      throw new StageFault({ ...faultAt('tls', target, error), peer: factsOfCertificate(certificate) })
  } finally {
    socket.destroy()
  }
}

/** First bytes a peer sends to a TLS ClientHello, for a peer that does not speak TLS; null when it stays silent. */
export async function firstBytesOf({ target, signal }: StageContext, waitMs: number): Promise<Buffer | null> {
  const socket = net.connect({ host: hostOf(target), port: target.profile.port })
  const bytes = new Promise<Buffer | null>((resolve) => {
    socket.once('data', (chunk) => resolve(chunk.subarray(0, 64)))
    socket.once('error', () => resolve(null))
    socket.once('close', () => resolve(null))
    // An incomplete TLS record makes most servers answer in their own protocol.
    socket.once('connect', () => socket.write(Buffer.from([0x16, 0x03, 0x01, 0x00, 0x02, 0x0d, 0x0a, 0x0d, 0x0a])))
  })
  try {
    return await within(waitMs, signal, bytes)
  } catch {
    return null
  } finally {
    socket.destroy()
  }
}

/** Logs in with MQTT 5, then with 3.1.1 when the broker does not know that. */
export async function logIn(context: StageContext, clientId: string): Promise<BrokerSession> {
  const first = await openOnce(context, clientId, 5)
  if ('session' in first) return first.session
  const last = isVersionRefused(first.end) ? await openOnce(context, clientId, 4) : first
  if ('session' in last) return last.session
  throw new StageFault(faultOf(last.end, context.target, { protocolVersion: last.protocolVersion, clientId }))
}

type OpenOutcome = { session: BrokerSession } | { end: SessionEnd; protocolVersion: 4 | 5 }

async function openOnce(context: StageContext, clientId: string, protocolVersion: 4 | 5): Promise<OpenOutcome> {
  const { target, timeoutMs, signal } = context
  let session: BrokerSession | undefined
  let onOpen: () => void = () => {}
  let onEnd: (end: SessionEnd) => void = () => {}
  const outcome = new Promise<SessionEnd | null>((resolve) => {
    onOpen = () => resolve(null)
    onEnd = resolve
  })
  const events = { onOpen, onEnd, onMessage: () => {}, onRoundTrip: () => {} }
  const options = { target, clientId, protocolVersion, connectTimeoutMs: timeoutMs, events }
  try {
    session = await openMqttSession(options)
    const end = await within(timeoutMs * 2, signal, outcome)
    return end === null ? { session } : { end, protocolVersion }
  } catch (error) {
    void session?.close()
    signal.throwIfAborted()
    throw new StageFault(faultAt('connack', target, error))
  }
}

function verdict(socket: tls.TLSSocket, certificate: tls.PeerCertificate, target: ConnectionTarget): Error | null {
  if (socket.authorized) return null
  const reason = String(socket.authorizationError ?? 'CERT_REJECTED')
  if (reason !== 'ERR_TLS_CERT_ALTNAME_INVALID') return codedError(reason, 'certificate not trusted')
  return tls.checkServerIdentity(expectedName(target), certificate) ?? null
}

async function untilEvent(
  socket: net.Socket,
  event: 'connect' | 'secureConnect',
  { timeoutMs, signal }: StageContext,
  toFault: (error: unknown) => Fault,
): Promise<void> {
  const happened = new Promise<void>((resolve, reject) => {
    socket.once(event, resolve)
    socket.on('error', reject)
    socket.once('close', () => reject(null))
  })
  try {
    await within(timeoutMs, signal, happened)
  } catch (error) {
    signal.throwIfAborted()
    throw new StageFault(toFault(isTimeout(error) ? codedError('ETIMEDOUT', 'no answer in time') : error))
  }
}

class StageTimeout extends Error {}

function isTimeout(error: unknown): boolean {
  return error instanceof StageTimeout
}

/** Rejects with the reason of the signal when aborted. */
export async function within<T>(timeoutMs: number, signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted()
  let stop: () => void = () => {}
  const limit = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new StageTimeout('stage timeout')), timeoutMs)
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    stop = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    stop()
  }
}

function codedError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
