import { app, type Session, shell, type WebContents } from 'electron'
import { isOpenable } from './allowed-links.ts'

/** Denies every permission; Electron's default grants them all. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault()
    callback('')
  })
}

/**
 * Chromium fetches a spelling dictionary from a host of its own at the first page, also where the page has spelling switched
 * off. Call before any page is loaded.
 */
export function denyDictionaries(session: Session): void {
  session.setSpellCheckerEnabled(false)
  // macOS has its own spelling and knows no languages here.
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([])
}

/** Keeps every page where it is: no navigation, no new windows, no webview; https links on the list go to the browser. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents))
}

function lock(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isOpenable(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}
