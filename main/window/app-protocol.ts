import { protocol, type Session } from 'electron'
import { APP_SCHEME, answerRequest } from './app-files.ts'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the built renderer from `folder` (an absolute path) to the pages of `session`. Not by `protocol.handle`: its
 * `Request` and `Response` load Node's HTTP client, 60 ms on the thread that opens the window.
 */
export function serveApp(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => {
    void answerRequest(request, folder).then(respond)
  })
}
