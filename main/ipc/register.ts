import { ipcMain } from 'electron'
import { REQUEST_CHANNEL } from '../../preload/contract/channels.ts'
import type { Result } from '../../preload/contract/errors.ts'
import type { Log } from '../ports.ts'
import { isTrustedSender } from './trusted-sender.ts'

/** Listens for the window's requests: the sender first, then the router. Returns the function that stops listening. */
export function registerRequests(deps: {
  readonly route: (name: unknown, input: unknown) => Promise<Result<unknown>>
  readonly windowContentsId: () => number | null
  readonly origin: string
  readonly log: Log
}): () => void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (isTrustedSender(event, deps.windowContentsId(), deps.origin)) return deps.route(name, input)
    deps.log.warn('request from an untrusted sender', { url: event.senderFrame?.url ?? null })
    return { ok: false, error: { code: 'UNTRUSTED_SENDER', message: 'UNTRUSTED_SENDER', data: {} } }
  })
  return () => ipcMain.removeHandler(REQUEST_CHANNEL)
}
