import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, nativeTheme, powerMonitor, session, shell } from 'electron'
import { AppError } from '../preload/contract/errors.ts'
import { APP_ORIGIN } from './app-files.ts'
import { serveApp } from './app-protocol.ts'
import { testConnection } from './broker/connection-test.ts'
import { createEmitter } from './ipc/emit-event.ts'
import { appHandlers } from './ipc/handlers/app.ts'
import { assistantHandlers } from './ipc/handlers/assistant.ts'
import { connectionHandlers } from './ipc/handlers/connection.ts'
import { consoleHandlers } from './ipc/handlers/console.ts'
import { devicesHandlers } from './ipc/handlers/devices.ts'
import { registerRequests } from './ipc/register.ts'
import { createRouter } from './ipc/router.ts'
import { pick, setMenu } from './menu.ts'
import { Dialogs } from './platform/dialogs.ts'
import { createServices, type Services } from './services.ts'
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
  })
  const { settings, log } = services
  const dialogs = new Dialogs({
    window: () => window,
    pick: (text) => pick(text, settings.settings().language),
  })
  denyPermissions(session.defaultSession)
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'))
  const navigate = (to: 'console' | 'devices' | 'settings' | 'connect' | 'palette') => emit('window.navigate', { to })
  setMenu(settings.settings().language, navigate)

  const ready = services.start()
  const route = createRouter(createHandlers(services, dialogs, navigate, userData, emit), log)
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

function createHandlers(
  services: Services,
  dialogs: Dialogs,
  navigate: (to: 'console' | 'devices' | 'settings' | 'connect' | 'palette') => void,
  userData: string,
  emit: ReturnType<typeof createEmitter>,
): Parameters<typeof createRouter>[0] {
  const { settings, secrets, audit, access, log } = services
  return {
    ...appHandlers({
      bootstrap: () => services.bootstrap(app.getVersion(), process.versions.electron ?? ''),
      openLogFolder: async () => {
        await shell.openPath(join(userData, 'logs'))
      },
      copy: async (text) => {
        await clipboard.writeText(services.redactor.redact(text))
      },
      updateSettings: (changes) => {
        const changed = settings.update(changes)
        setMenu(changed.language, navigate)
        emit('settings.changed', changed)
        return changed
      },
      allowWeakSecrets: async () => {
        const isAgreed = await dialogs.confirm({
          title: { en: 'Store secrets without a keyring?', zh: '在没有密钥环的情况下保存机密？' },
          detail: {
            en: 'Anybody who can read your files can read them: the key is no secret.',
            zh: '任何能读取您文件的人都能读到它们：所用的密钥并不保密。',
          },
          yes: { en: 'Store them', zh: '保存' },
        })
        const status = isAgreed ? await secrets.allowWeak() : secrets.status()
        emit('secrets.changed', status)
        return status
      },
      verifyAudit: () => audit.verify(),
    }),
    ...assistantHandlers({
      save: async (wanted, key) => {
        const view = await access.save(wanted, key)
        emit('assistant.changed', view)
        return view
      },
      test: (wanted, key) => access.test(wanted, key),
    }),
    ...connectionHandlers({
      profiles: services.profiles,
      control: services.active,
      runTest: (testId, target, signal) =>
        testConnection(target, {
          testId,
          signal,
          now: Date.now,
          log,
          onProgress: (test) => emit('connection.tested', test),
        }),
    }),
    ...consoleHandlers({
      console: services.console,
      saveText: async (name, text) => {
        const path = await dialogs.saveAs(name)
        if (path === null) return null
        try {
          writeFileSync(path, text, { mode: 0o600 })
        } catch (cause) {
          throw new AppError('DISK_FAILED', { path }, { cause })
        }
        return { path }
      },
    }),
    ...devicesHandlers({
      registry: services.registry,
      activeConnectionId: () => services.connection.status().profileId,
    }),
  }
}
