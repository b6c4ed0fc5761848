import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import { removeModelEnvironment } from './assistant/model/environment.ts'
import { ErrorNet } from './error-net.ts'
import { registerRequests } from './ipc/register.ts'
import { loadApp } from './load-app.ts'
import { WindowMemory } from './platform/desktop/window-memory.ts'
import { APP_ORIGIN } from './window/app-files.ts'
import { registerAppScheme, serveApp } from './window/app-protocol.ts'
import { linkIn } from './window/deep-link.ts'
import { hasGraphics } from './window/graphics.ts'
import { MainWindow } from './window/main-window.ts'
import { Navigator } from './window/navigator.ts'
import { denyDictionaries, denyPermissions, lockNavigation } from './window/window-lockdown.ts'

const QUIT_TIMEOUT_MS = 5_000
/** Nobody else reads what the app writes; a file that others are meant to read is given its mode by name. */
const UMASK = 0o077

const net = new ErrorNet(join(app.getPath('userData'), 'logs'))

let earlyLink: string | null = null
let openLink: (link: string) => void = keepLink

net.listen()
process.umask(UMASK)
removeModelEnvironment(process.env)
registerAppScheme()
if (!hasGraphics()) app.disableHardwareAcceleration()
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
lockNavigation()

if (app.requestSingleInstanceLock()) {
  // macOS hands over a link before the app is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault()
    openLink(link)
  })
  app.whenReady().then(start).catch(fail)
  app.on('window-all-closed', () => app.quit())
} else app.quit()

/** Keeps a link that comes before there is a window. */
function keepLink(link: string): void {
  earlyLink = link
}

/** The window first: its process starts while main loads everything else, and its requests wait until that is done. */
async function start(): Promise<void> {
  const userData = app.getPath('userData')
  mkdirSync(userData, { recursive: true })
  denyPermissions(session.defaultSession)
  denyDictionaries(session.defaultSession)
  const inApp = (path: string) => join(import.meta.dirname, path)
  serveApp(session.defaultSession, inApp('../renderer'))
  const memory = new WindowMemory(join(userData, 'window.json'))
  const window = new MainWindow(
    { preload: inApp('../preload/index.cjs'), icon: inApp('../../resources/icons/256x256.png') },
    memory,
  )
  const stopListening = registerRequests({
    router: () => waypost,
    windowContentsId: () => window.current?.webContents.id ?? null,
    origin: APP_ORIGIN,
  })
  const navigator = new Navigator({
    showWindow: () => window.show(),
    pageId: () => window.current?.webContents.id ?? null,
  })
  navigator.openLink(earlyLink ?? linkIn(process.argv))
  openLink = (link) => navigator.openLink(link)
  app.on('second-instance', (_event, commandLine) => navigator.openLink(linkIn(commandLine)))
  app.on('activate', () => window.show())
  const classifierWorker = inApp('classifier-worker.js')
  const maskWorker = inApp('mask-worker.js')
  const logWorker = inApp('log-worker.js')
  const waypost = loadApp().then(({ composition, createApp }) =>
    createApp({ composition, net, window, navigator, userData, classifierWorker, maskWorker, logWorker }),
  )
  const { begin, dispose } = await waypost
  disposeOnQuit(() => {
    stopListening()
    return dispose()
  })
  await begin()
}

function fail(error: unknown): void {
  dialog.showErrorBox('Waypost', error instanceof Error ? `${error.message}\n\n${error.stack ?? ''}` : String(error))
  app.exit(1)
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
