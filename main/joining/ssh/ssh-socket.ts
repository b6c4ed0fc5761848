import { connect, type Socket } from 'node:net'
import type { JoinStage } from '../../../preload/contract/models/devices/joining.ts'
import { JoinFault } from '../failures/join-fault.ts'

const CONNECT_TIMEOUT_MS = 10_000

/** Opens a TCP connection; a refusal, silence and a missing way are told apart. Rejects with `JoinFault`. */
export function openSocket(
  { host, port }: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal, autoSelectFamily: true })
    const timer = setTimeout(() => end(new JoinFault('connect', 'filtered')), CONNECT_TIMEOUT_MS)
    const end = (fault: Error): void => {
      clearTimeout(timer)
      socket.destroy()
      reject(fault)
    }
    socket.once('error', (error) => end(socketFault('connect', error)))
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeAllListeners('error')
      socket.setKeepAlive(true, 10_000)
      resolve(socket)
    })
  })
}

/** Names what the system says of a connection. */
export function socketFault(stage: JoinStage, error: Error): JoinFault {
  switch (errorCode(error)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new JoinFault(stage, 'name', error.message, { cause: error })
    case 'ECONNREFUSED':
      return new JoinFault(stage, 'refused', error.message, { cause: error })
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return new JoinFault(stage, 'no-route', error.message, { cause: error })
    case 'ETIMEDOUT':
      return new JoinFault(stage, 'filtered', error.message, { cause: error })
    default:
      return new JoinFault(stage, 'closed', error.message, { cause: error })
  }
}

/** Code of an error of the system or a library; of several attempts at one name, that of the first. */
function errorCode(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0])
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
