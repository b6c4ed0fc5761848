import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme, powerMonitor, session } from 'electron'
import type { NavigationTarget } from '../preload/contract/events.ts'
import { APP_ORIGIN } from './app-files.ts'
import { serveApp } from './app-protocol.ts'
import { createHandlers } from './handlers.ts'
import { createEmitter } from './ipc/emit-event.ts'
import { registerRequests } from './ipc/register.ts'
import { createRouter } from './ipc/router.ts'
import { pick, setMenu } from './menu.ts'
import { DesktopNotifications } from './platform/desktop-notifications.ts'
import { Dialogs } from './platform/dialogs.ts'
import { createServices } from './services.ts'
import { openWindow } from './window.ts'
import { denyPermissions } from './window-lockdown.ts'

/** What the entry needs of the running app. */
export interface Waypost {
  show(): void
  dispose(): Promise<void>
}

/** Composition root: the services, the window and what joins them. Call once Electron is ready. */
export async function createApp(): Promise<Waypost> {
  let window: BrowserWindow | null = null
  const emit = createEmitter(() => window)
  const userData = app.getPath('userData')
  mkdirSync(userData, { recursive: true })
  const language = app.getPreferredSystemLanguages()[0]?.startsWith('zh') ? 'zh-CN' : 'en'
  const services = createServices({
    userData,
    systemLanguage: language,
    isVerbose: process.argv.includes('--verbose'),
    emit,
    now: Date.now,
    notify: (text) => notifications.show(text),
  })
  const { settings, log } = services
  const notifications = new DesktopNotifications({
    pick: (text) => pick(text, settings.settings().language),
    onClick: () => {
      show()
      navigate('alerts')
    },
  })
  const dialogs = new Dialogs({
    window: () => window,
    pick: (text) => pick(text, settings.settings().language),
  })
  denyPermissions(session.defaultSession)
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'))
  const navigate = (to: NavigationTarget) => emit('window.navigate', { to })
  setMenu(settings.settings().language, navigate)

  const ready = services.start()
  const route = createRouter(createHandlers({ services, dialogs, userData, emit, navigate }), log)
  const stopListening = registerRequests({
    route: async (name, input) => {
      await ready
      return route(name, input)
    },
    windowContentsId: () => window?.webContents.id ?? null,
    origin: APP_ORIGIN,
    log,
  })
  const show = () => {
    if (window === null) {
      window = openWindow({
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        isDark: nativeTheme.shouldUseDarkColors,
        state: settings.windowState(),
        save: (state) => settings.setWindowState(state),
      })
      window.on('closed', () => {
        window = null
      })
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  show()
  await ready
  powerMonitor.on('resume', () => services.resumed())
  const isDemo = process.argv.includes('--demo')
  void (isDemo ? services.active.startDemo() : services.active.resume()).catch((error) =>
    log.error('the first connection could not be started', error),
  )
  return {
    show,
    dispose: async () => {
      stopListening()
      await services.dispose()
    },
  }
}
