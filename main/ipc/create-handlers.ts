import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, clipboard, shell } from 'electron'
import { checkConnection } from '../broker/check/connection-check.ts'
import { chosenFiles } from '../platform/chosen-files.ts'
import type { Services } from '../services.ts'
import { createSetupExport } from '../setup/create-setups.ts'
import type { Dialogs } from '../shared/dialogs.ts'
import type { EmitEvent } from './emit-event.ts'
import { alertsHandlers } from './handlers/alerts.ts'
import { appHandlers } from './handlers/app.ts'
import { assistHandlers } from './handlers/assist.ts'
import { assistantHandlers } from './handlers/assistant.ts'
import { brokerHandlers } from './handlers/broker.ts'
import { connectionHandlers } from './handlers/connection.ts'
import { consoleHandlers } from './handlers/console.ts'
import { devicesHandlers } from './handlers/devices.ts'
import { phrasebookHandlers } from './handlers/phrasebook.ts'
import { safetyHandlers } from './handlers/safety.ts'
import { setupHandlers } from './handlers/setup.ts'
import type { Handlers } from './router.ts'
import { whenReady } from './when-ready.ts'

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
  const files = chosenFiles(dialogs)
  const activeConnectionId = () => services.connection.status().profileId
  return {
    ...appHandlers({
      bootstrap: () => services.bootstrap(app.getVersion(), process.versions.electron ?? ''),
      openLogFolder: async () => {
        await shell.openPath(join(userData, 'logs'))
      },
      reportError: ({ where, message, stack }) => log.error(`the window failed (${where}): ${message}`, stack),
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
        audit.findKey()
        return status
      },
      verifyAudit: (head) => audit.verify(head),
    }),
    ...assistantHandlers({
      save: async (wanted, changes) => {
        const view = await access.save(wanted, changes)
        emit('assistant.changed', view)
        return view
      },
      test: (wanted, changes) => access.test(wanted, changes),
    }),
    ...brokerHandlers({
      ...services.broker,
      connection: services.active,
      dialogs,
      saveText: files.save,
    }),
    ...phrasebookHandlers({
      phrasebook: { snippets: (...query) => services.phrasebook().snippets(...query) },
      systemOf: (deviceId) => {
        const { profileId } = services.connection.status()
        if (profileId === null || deviceId === null) return 'linux'
        return services.devices.registry.target(profileId, deviceId)?.system ?? 'linux'
      },
    }),
    ...connectionHandlers({
      profiles: services.profiles,
      control: services.active,
      dialogs,
      runTest: (testId, target, signal) =>
        checkConnection(target, {
          testId,
          signal,
          now: Date.now,
          log,
          onProgress: (test) => emit('connection.tested', test),
        }),
    }),
    ...safetyHandlers({
      setUnaskedReads: (isOn) => services.commands.unasked.set(isOn),
      exportAudit: (format) => audit.exportText(format),
      startAuditKey: () => audit.startKey(settings.settings().operatorName),
      exportAuditKey: async () => {
        const { id, text } = audit.keyFile()
        const isAgreed = await dialogs.confirm({
          title: { en: 'Save the key of the audit?', zh: '保存审计密钥？' },
          detail: {
            en: 'Who has this file can check on another computer that Waypost wrote the records, and can also forge records. Give it only to the person who verifies. A noted hash proves records up to it without any key.',
            zh: '持有此文件的人可以在其他计算机上校验记录由 Waypost 写入，也可以伪造记录。只交给负责校验的人。记下的哈希无需密钥即可证明到它为止的记录。',
          },
          yes: { en: 'Save the key', zh: '保存密钥' },
        })
        return isAgreed ? files.save(`waypost-audit-key-${id}.json`, text) : null
      },
      saveText: files.save,
    }),
    ...setupHandlers({
      setups: services.setups,
      export: createSetupExport({
        setups: services.setups,
        dialogs,
        profiles: services.profiles,
        builtIn: services.broker.builtIn,
        newId: randomUUID,
        now: Date.now,
      }),
    }),
    ...whenReady(services.classifier, {
      ...consoleHandlers({ commands: services.commands, saveText: files.save }),
      ...assistHandlers(services.commands),
    }),
    ...alertsHandlers({ alerts: services.devices.alerts, activeConnectionId }),
    ...devicesHandlers({
      devices: services.devices,
      files,
      activeConnectionId,
      commandsOf: (ref) => services.commands.runs.commandsOf(ref),
    }),
  }
}
