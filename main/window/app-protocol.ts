import { protocol, type Session } from 'electron'
import { APP_SCHEME, answerRequest } from './app-files.ts'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the built renderer from `folder` (an absolute path) to the pages of `session`; call when the app is ready. By
 * buffers while Electron still has that deprecated function: the `Request` and `Response` of `protocol.handle` load Node's
 * HTTP client, 60 ms on the thread that opens the window.
 */
export function serveApp(session: Session, folder: string): void {
  const hasBuffers = typeof session.protocol.registerBufferProtocol === 'function'
  if (hasBuffers) serveBuffers(session, folder)
  else serveResponses(session, folder)
}

function serveBuffers(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => {
    respond(answerRequest(request, folder))
  })
}

/** Takes over with the first Electron that has no `registerBufferProtocol`. */
function serveResponses(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, (request) => {
    const { data, statusCode, headers } = answerRequest(request, folder)
    return new Response(new Uint8Array(data), { status: statusCode, headers })
  })
}
