import { app, powerMonitor } from 'electron'
import { createHandlers } from './handlers.ts'
import { createEmitter } from './ipc/emit-event.ts'
import type { RequestRouter } from './ipc/register.ts'
import { createRouter } from './ipc/router.ts'
import { pick, setMenu } from './menu.ts'
import { Dialogs } from './platform/dialogs.ts'
import { createServices } from './services.ts'
import type { MainWindow } from './window.ts'

/** What the entry needs of the running app. */
export interface Waypost extends RequestRouter {
  dispose(): Promise<void>
}

/** Composition root: the services and what joins them to the window. Resolves when everything stored has been read. */
export async function createApp(deps: { readonly window: MainWindow; readonly userData: string }): Promise<Waypost> {
  const { window, userData } = deps
  const emit = createEmitter(() => window.current)
  const services = createServices({
    userData,
    systemLanguage: app.getPreferredSystemLanguages()[0]?.startsWith('zh') ? 'zh-CN' : 'en',
    isVerbose: process.argv.includes('--verbose'),
    emit,
    now: Date.now,
  })
  const { settings, log } = services
  const dialogs = new Dialogs({
    window: () => window.current,
    pick: (text) => pick(text, settings.settings().language),
  })
  const navigate = (to: 'console' | 'devices' | 'settings' | 'connect' | 'palette') => emit('window.navigate', { to })
  const followSettings = () => {
    const { language, theme } = settings.settings()
    setMenu(language, navigate)
    window.setTheme(theme)
  }
  const route = createRouter(createHandlers({ services, dialogs, userData, emit, followSettings }), log)
  await services.start()
  followSettings()
  powerMonitor.on('resume', () => services.resumed())
  const isDemo = process.argv.includes('--demo')
  void (isDemo ? services.active.startDemo() : services.active.resume()).catch((error) =>
    log.error('the first connection could not be started', error),
  )
  return { route, log, dispose: () => services.dispose() }
}
