import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, clipboard, shell } from 'electron'
import { AppError } from '../preload/contract/errors.ts'
import { testConnection } from './broker/connection-test.ts'
import type { EmitEvent } from './ipc/emit-event.ts'
import { appHandlers } from './ipc/handlers/app.ts'
import { assistantHandlers } from './ipc/handlers/assistant.ts'
import { connectionHandlers } from './ipc/handlers/connection.ts'
import { consoleHandlers } from './ipc/handlers/console.ts'
import { devicesHandlers } from './ipc/handlers/devices.ts'
import { phrasebookHandlers } from './ipc/handlers/phrasebook.ts'
import type { Handlers } from './ipc/router.ts'
import type { Dialogs } from './platform/dialogs.ts'
import type { Services } from './services.ts'

export interface HandlerDeps {
  readonly services: Services
  readonly dialogs: Dialogs
  readonly userData: string
  readonly emit: EmitEvent
  /** Brings what the system draws (menu, theme) in line with the settings. */
  readonly followSettings: () => void
}

/** Second half of the composition root: what the window may ask for, group by group. */
export function createHandlers({ services, dialogs, userData, emit, followSettings }: HandlerDeps): Handlers {
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
        followSettings()
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
    ...phrasebookHandlers({
      phrasebook: services.phrasebook,
      systemOf: (deviceId) => {
        const { profileId } = services.connection.status()
        if (profileId === null || deviceId === null) return 'linux'
        return services.registry.target(profileId, deviceId)?.system ?? 'linux'
      },
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
