import { ipcMain } from 'electron'
import { REQUEST_CHANNEL } from '../../preload/contract/channels.ts'
import type { Result } from '../../preload/contract/errors.ts'
import type { Log } from '../shared/log.ts'
import { isTrustedSender } from './trusted-sender.ts'

/** Answers requests once the app is composed. */
export interface RequestRouter {
  route(name: unknown, input: unknown): Promise<Result<unknown>>
  readonly log: Log
}

/** Listens for the window's requests: the sender first, then the router. Returns the function that stops listening. */
export function registerRequests(deps: {
  readonly router: () => Promise<RequestRouter>
  readonly windowContentsId: () => number | null
  readonly origin: string
}): () => void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const isTrusted = isTrustedSender(event, deps.windowContentsId(), deps.origin)
    const url = event.senderFrame?.url ?? null
    const { route, log } = await deps.router()
    if (isTrusted) return route(name, input)
    log.warn('request from an untrusted sender', { url })
    return { ok: false, error: { code: 'UNTRUSTED_SENDER', message: 'UNTRUSTED_SENDER', data: {} } }
  })
  return () => ipcMain.removeHandler(REQUEST_CHANNEL)
}
