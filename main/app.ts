import { join } from 'node:path'
import { app, powerMonitor } from 'electron'
import type { LocalizedText } from '../preload/contract/models/text.ts'
import { createDesktop } from './desktop.ts'
import type { ErrorNet } from './error-net.ts'
import { createHandlers } from './ipc/create-handlers.ts'
import { createEmitter } from './ipc/emit-event.ts'
import type { RequestRouter } from './ipc/register.ts'
import { createRouter } from './ipc/router.ts'
import type { Composition } from './load-app.ts'
import { pick, setMenu } from './menu.ts'
import { SystemDialogs } from './platform/dialogs.ts'
import { createServices } from './services.ts'
import { nextTurn } from './shared/work/slices.ts'
import type { MainWindow } from './window/main-window.ts'
import type { Navigator } from './window/navigator.ts'

/** The running app, as the entry sees it. */
export interface Waypost extends RequestRouter {
  /** Joins the desktop, after what the window has asked for by now. */
  begin(): Promise<void>
  dispose(): Promise<void>
}

interface AppDeps {
  readonly net: ErrorNet
  readonly composition: Composition
  readonly window: MainWindow
  readonly navigator: Navigator
  readonly userData: string
  /** Path of the classifier's thread. */
  readonly classifierWorker: string
  /** Path of the thread that masks answers. */
  readonly maskWorker: string
  /** Path of the thread that explains logs. */
  readonly logWorker: string
}

/** Composition root: the services and what joins them to the window. Resolves when everything stored has been read. */
export async function createApp(deps: AppDeps): Promise<Waypost> {
  const { window, navigator, userData, classifierWorker, maskWorker, logWorker } = deps
  const agentFolder = join(app.getAppPath(), 'resources/agent')
  const emit = createEmitter(() => window.current)
  const services = await createServices(deps.composition, {
    userData,
    classifierWorker,
    maskWorker,
    logWorker,
    agentFolder,
    systemLanguage: app.getPreferredSystemLanguages()[0]?.startsWith('zh') ? 'zh-CN' : 'en',
    isVerbose: process.argv.includes('--verbose'),
    emit,
    now: Date.now,
  })
  const { settings, log } = services
  const pickText = (text: LocalizedText) => pick(text, settings.settings().language)
  deps.net.follow(log, pickText)
  navigator.start((to) => emit('window.navigate', to))
  const desktop = createDesktop({ window, navigator, services, pick: pickText })
  const dialogs = new SystemDialogs({ window: () => window.current, pick: pickText })
  const followSettings = () => {
    const { language, theme } = settings.settings()
    setMenu(language, (to) => navigator.go({ to }))
    desktop.update()
    window.setTheme(theme)
  }
  const handlers = createHandlers({ services, dialogs, desktop, userData, agentFolder, emit, followSettings })
  const route = createRouter(handlers, log)
  await nextTurn()
  await services.start()
  const isDemo = process.argv.includes('--demo')
  void (isDemo ? services.active.startDemo() : services.active.resume()).catch((error) =>
    log.error('the first connection could not be started', error),
  )
  return {
    route,
    log,
    begin: async () => {
      await nextTurn()
      desktop.start()
      followSettings()
      powerMonitor.on('resume', () => services.resumed())
    },
    dispose: () => {
      desktop.dispose()
      return services.dispose()
    },
  }
}
