import { app, dialog } from 'electron'
import { createApp } from './app.ts'
import { registerAppScheme } from './app-protocol.ts'
import { removeModelEnvironment } from './assistant/environment.ts'
import { lockNavigation } from './window-lockdown.ts'

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

/** Holds the first quit until everything is written and the broker has its DISCONNECT. */
function disposeOnQuit(dispose: () => Promise<void>): void {
  let isDisposed = false
  app.on('will-quit', (event) => {
    if (isDisposed) return
    event.preventDefault()
    void dispose().finally(() => {
      isDisposed = true
      app.quit()
    })
  })
}
