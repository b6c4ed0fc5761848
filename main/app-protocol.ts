import { protocol, type Session } from 'electron'
import { APP_SCHEME, answerRequest } from './app-files.ts'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built renderer from `folder` (an absolute path) to the pages of `session`. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, (request) => answerRequest(request, folder))
}
