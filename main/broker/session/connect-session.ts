import type { BrokerSession, SessionEnd, SessionEvents, SessionOptions } from './broker-session.ts'
import { openMqttSession } from './mqtt-session.ts'
import { ProxyError } from './proxy.ts'

/** The session ended before or while it was used. */
export class SessionFailed extends Error {
  readonly end: SessionEnd

  constructor(end: SessionEnd) {
    super(end.error?.message ?? 'the broker closed the connection')
    this.end = end
  }
}

/** Rejecting with one end makes unusable TLS files, and a proxy that leads nowhere, a fault like any other. */
export function endBeforeTls(error: unknown): SessionEnd {
  const cause = error instanceof Error ? error : new Error(String(error))
  return { stage: cause instanceof ProxyError ? 'proxy' : 'tls', error: cause, reasonCode: null, firstBytes: null }
}

export interface ConnectOptions extends Omit<SessionOptions, 'events'> {
  /** `onEnd` is called only for a session that was open. */
  readonly events: Omit<SessionEvents, 'onOpen'>
  /** Gives up waiting and closes. */
  readonly signal?: AbortSignal
}

/** Opens a session and resolves once the broker has let it in. Rejects with `SessionFailed`, or the reason of the signal. */
export async function connectSession({ events, signal, ...options }: ConnectOptions): Promise<BrokerSession> {
  signal?.throwIfAborted()
  let onAbort = () => {}
  let isOpen = false
  try {
    return await new Promise<BrokerSession>((resolve, reject) => {
      const opening = openMqttSession({
        ...options,
        events: {
          ...events,
          onOpen: () => {
            isOpen = true
            resolve(opening)
          },
          onEnd: (end) => (isOpen ? events.onEnd(end) : reject(new SessionFailed(end))),
        },
      })
      opening.catch((error: unknown) => reject(new SessionFailed(endBeforeTls(error))))
      onAbort = () => {
        reject(signal?.reason)
        void opening.then((session) => session.close()).catch(() => undefined)
      }
      signal?.addEventListener('abort', onAbort, { once: true })
    })
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}
