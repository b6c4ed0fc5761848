import { lookup } from 'node:dns/promises'
import net from 'node:net'
import tls from 'node:tls'
import type { PeerCertificateView } from '../../../preload/contract/models/connection.ts'
import type { Fault } from '../diagnosis/fault.ts'
import type { CauseName } from '../diagnosis/signatures.ts'
import { factsOfCertificate } from '../session/peer-certificate.ts'
import { faultAt } from '../session/session-fault.ts'
import { expectedName, tlsOptions } from '../session/socket.ts'
import { type ConnectionTarget, hostOf } from '../session/target.ts'

/** Thrown by a stage that did not pass; with a cause where the stage knows it better than the fault tells. */
export class StageFault extends Error {
  readonly fault: Fault
  readonly known: CauseName | null

  constructor(fault: Fault, known: CauseName | null = null) {
    super('connection test stage failed')
    this.fault = fault
    this.known = known
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
export async function lookAtTls(context: StageContext): Promise<PeerCertificateView | null> {
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
    const peer = factsOfCertificate(certificate)
    if (error !== null) throw new StageFault({ ...faultAt('tls', target, error), peer })
    return peer
  } finally {
    socket.destroy()
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
