import type net from 'node:net'
import type { Fault } from '../diagnosis/fault.ts'
import { type StageContext, StageFault } from './stage.ts'

class StageTimeout extends Error {}

export function isTimeout(error: unknown): boolean {
  return error instanceof StageTimeout
}

/** Rejects when the work takes longer, and with the reason of the signal when aborted. */
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

/** Waits for the work, but no longer than that; true if it is over, however it went. */
export async function isSettledWithin(timeoutMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs)
  })
  const settled = work.then(
    () => true,
    () => true,
  )
  const isSettled = await Promise.race([settled, limit])
  clearTimeout(timer)
  return isSettled
}

/** Waits until a socket connects; `toFault` makes a stage's fault of what happens instead. */
export async function untilConnected(
  socket: net.Socket,
  event: 'connect' | 'secureConnect',
  { timeoutMs, signal }: StageContext,
  toFault: (error: unknown) => Fault,
): Promise<void> {
  const happened = new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.once('close', () => reject(null))
    socket.once(event, () => {
      if (!socket.destroyed) resolve()
    })
  })
  try {
    await within(timeoutMs, signal, happened)
  } catch (error) {
    signal.throwIfAborted()
    throw new StageFault(toFault(isTimeout(error) ? codedError('ETIMEDOUT', 'no answer in time') : error))
  }
}

export function codedError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
