import { join } from 'node:path'
import { app, powerMonitor } from 'electron'
import type { NavigationTarget } from '../preload/contract/events.ts'
import type { LocalizedText } from '../preload/contract/models/text.ts'
import type { ErrorNet } from './error-net.ts'
import { createHandlers } from './ipc/create-handlers.ts'
import { createEmitter } from './ipc/emit-event.ts'
import type { RequestRouter } from './ipc/register.ts'
import { createRouter } from './ipc/router.ts'
import type { Composition } from './load-app.ts'
import { pick, setMenu } from './menu.ts'
import { DesktopNotifications } from './platform/desktop-notifications.ts'
import { SystemDialogs } from './platform/dialogs.ts'
import { createServices } from './services.ts'
import type { MainWindow } from './window/main-window.ts'

/** The running app, as the entry sees it. */
export interface Waypost extends RequestRouter {
  dispose(): Promise<void>
}

interface AppDeps {
  readonly net: ErrorNet
  readonly composition: Composition
  readonly window: MainWindow
  readonly userData: string
  /** Path of the classifier's thread. */
  readonly classifierWorker: string
  /** Path of the thread that masks answers. */
  readonly maskWorker: string
}

/** Composition root: the services and what joins them to the window. Resolves when everything stored has been read. */
export async function createApp(deps: AppDeps): Promise<Waypost> {
  const { window, userData, classifierWorker, maskWorker } = deps
  const agentFolder = join(app.getAppPath(), 'resources/agent')
  const emit = createEmitter(() => window.current)
  const services = createServices(deps.composition, {
    userData,
    classifierWorker,
    maskWorker,
    agentFolder,
    systemLanguage: app.getPreferredSystemLanguages()[0]?.startsWith('zh') ? 'zh-CN' : 'en',
    isVerbose: process.argv.includes('--verbose'),
    emit,
    now: Date.now,
  })
  const { settings, log } = services
  const pickText = (text: LocalizedText) => pick(text, settings.settings().language)
  deps.net.follow(log, pickText)
  const navigate = (to: NavigationTarget) => emit('window.navigate', { to })
  const notifications = new DesktopNotifications({
    pick: pickText,
    onClick: () => {
      window.show()
      navigate('alerts')
    },
  })
  services.onAlert((text) => notifications.show(text))
  const dialogs = new SystemDialogs({ window: () => window.current, pick: pickText })
  const followSettings = () => {
    const { language, theme } = settings.settings()
    setMenu(language, navigate)
    window.setTheme(theme)
  }
  const route = createRouter(createHandlers({ services, dialogs, userData, agentFolder, emit, followSettings }), log)
  await services.start()
  followSettings()
  powerMonitor.on('resume', () => services.resumed())
  const isDemo = process.argv.includes('--demo')
  void (isDemo ? services.active.startDemo() : services.active.resume()).catch((error) =>
    log.error('the first connection could not be started', error),
  )
  return { route, log, dispose: () => services.dispose() }
}
