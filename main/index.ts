import { app, dialog } from 'electron'
import { createApp } from './app.ts'
import { registerAppScheme } from './app-protocol.ts'
import { removeModelEnvironment } from './assistant/environment.ts'
import { lockNavigation } from './window-lockdown.ts'

const QUIT_TIMEOUT_MS = 5_000

removeModelEnvironment(process.env)
registerAppScheme()
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
lockNavigation()

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app
    .whenReady()
    .then(createApp)
    .then((waypost) => {
      app.on('second-instance', () => waypost.show())
      app.on('activate', () => waypost.show())
      disposeOnQuit(waypost.dispose)
    })
    .catch((error: unknown) => {
      dialog.showErrorBox(
        'Waypost',
        error instanceof Error ? `${error.message}\n\n${error.stack ?? ''}` : String(error),
      )
      app.exit(1)
    })
  app.on('window-all-closed', () => app.quit())
}

/** Holds the quit until everything is written and the broker has its DISCONNECT, for five seconds at most. */
function disposeOnQuit(dispose: () => Promise<void>): void {
  let isDisposing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isDisposing) return
    isDisposing = true
    const leave = () => app.exit(0)
    setTimeout(leave, QUIT_TIMEOUT_MS)
    dispose().then(leave, leave)
  })
}
