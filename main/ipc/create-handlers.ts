import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { app, clipboard, shell } from 'electron'
import { AppError } from '../../preload/contract/errors.ts'
import type { ConnectionTest } from '../../preload/contract/models/broker/connection.ts'
import type { Desktop } from '../desktop.ts'
import { Guide } from '../guide/guide.ts'
import { chosenFiles } from '../platform/chosen-files.ts'
import { systemProxyList } from '../platform/system-proxy.ts'
import type { ReportContext } from '../safety/audit/audit-report.ts'
import type { Services } from '../services.ts'
import { createSetupExport } from '../setup/create-setups.ts'
import type { Dialogs } from '../shared/dialogs.ts'
import type { EmitEvent } from './emit-event.ts'
import { appHandlers } from './handlers/app/app.ts'
import { deliveryHandlers } from './handlers/app/delivery.ts'
import { desktopHandlers } from './handlers/app/desktop.ts'
import { guideHandlers } from './handlers/app/guide.ts'
import { assistHandlers } from './handlers/assistant/assist.ts'
import { assistantHandlers } from './handlers/assistant/assistant.ts'
import { phrasebookHandlers } from './handlers/assistant/phrasebook.ts'
import { accountsHandlers } from './handlers/broker/accounts.ts'
import { brokerHandlers } from './handlers/broker/broker.ts'
import { brokerLogHandlers } from './handlers/broker/broker-log.ts'
import { connectionHandlers } from './handlers/broker/connection.ts'
import { setupHandlers } from './handlers/broker/setup.ts'
import { consoleHandlers, type SaveText } from './handlers/commands/console.ts'
import { foldingHandlers } from './handlers/commands/folding.ts'
import { historyHandlers } from './handlers/commands/history.ts'
import { rolloutHandlers } from './handlers/commands/rollout.ts'
import { alertsHandlers } from './handlers/devices/alerts.ts'
import { type DeviceFiles, devicesHandlers } from './handlers/devices/devices.ts'
import { joiningHandlers } from './handlers/devices/joining.ts'
import { safetyHandlers } from './handlers/safety/safety.ts'
import { signingHandlers } from './handlers/safety/signing.ts'
import type { Handlers } from './router.ts'

interface HandlerDeps {
  readonly services: Services
  readonly dialogs: Dialogs
  readonly desktop: Desktop
  readonly userData: string
  /** Folder of the agent that comes with the app. */
  readonly agentFolder: string
  readonly emit: EmitEvent
  /** Brings what the system draws (menu, theme) in line with the settings. */
  readonly followSettings: () => void
}

type FileDeps<Keys extends keyof HandlerDeps> = Pick<HandlerDeps, Keys> & { readonly saveText: SaveText }

/** Lists all that the window may ask for, by subject. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const { services, dialogs, agentFolder, emit } = deps
  const files = chosenFiles(dialogs)
  return {
    ...ownHandlers(deps),
    ...joiningHandlers({ joining: services.joining, files, dialogs }),
    ...auditHandlers({ services, dialogs, saveText: files.save }),
    ...brokersHandlers({ services, dialogs, emit, saveText: files.save }),
    ...fleetHandlers({ services, files }),
    ...guideHandlers(new Guide(join(app.getAppPath(), 'resources/guide'))),
    ...deliveryHandlers(services.delivery),
    ...desktopHandlers(deps.desktop),
    ...signingHandlers({
      signing: services.signing,
      files,
      dialogs,
      agentFolder,
      onDeviceKey: (ref) => {
        const record = services.devices.registry.find(ref)
        if (record !== undefined) services.devices.registry.edited(record)
      },
    }),
  }
}

type OwnDeps = Omit<HandlerDeps, 'agentFolder' | 'desktop'>

/** Handles the app itself, its settings, and the access to the assistant. */
function ownHandlers({ services, dialogs, userData, emit, followSettings }: OwnDeps) {
  const { settings, secrets, audit, access, log, redactor } = services
  return {
    ...appHandlers({
      bootstrap: () => services.bootstrap(app.getVersion(), process.versions.electron ?? ''),
      openLogFolder: async () => {
        await shell.openPath(join(userData, 'logs'))
      },
      reportError: ({ where, message, stack }) => log.error(`the window failed (${where}): ${message}`, stack),
      copy: async (text) => {
        await clipboard.writeText(redactor.redact(text))
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
            zh: '任何能读取你文件的人都能读到它们：所用的密钥并不保密。',
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
  }
}

/** Handles what runs unasked, and the audit log that leaves the app. */
function auditHandlers({ services, dialogs, saveText }: FileDeps<'services' | 'dialogs'>) {
  const { audit, commands, settings } = services
  return safetyHandlers({
    setUnaskedReads: (isOn) => commands.unasked.set(isOn),
    exportAudit: (format) => audit.exportText(format, reportContext(services)),
    startAuditKey: () => audit.startKey(settings.settings().operatorName),
    exportAuditKey: async () => {
      const { id, text } = audit.keyFile()
      const isAgreed = await dialogs.confirm({
        title: { en: 'Save the key of the audit log?', zh: '保存审计日志的密钥？' },
        detail: {
          en: 'Who has this file can check on another computer that Waypost wrote the records, and can also forge records. Give it only to the person who verifies. A noted hash proves records up to it without any key.',
          zh: '持有此文件的人可以在其他计算机上校验记录由 Waypost 写入，也可以伪造记录。只交给负责校验的人。记下的哈希无需密钥即可证明到它为止的记录。',
        },
        yes: { en: 'Save the key', zh: '保存密钥' },
      })
      return isAgreed ? saveText(`waypost-audit-key-${id}.json`, text) : null
    },
    saveText,
  })
}

/** Names and questions for the printed audit, which the log itself does not hold. */
function reportContext({ commands, devices, profiles, redactor, settings }: Services): ReportContext {
  const known = new Map(profiles.list().map(({ id, name }) => [id, name]))
  return {
    language: settings.settings().language,
    now: Date.now(),
    connectionName: (connectionId) => known.get(connectionId) ?? null,
    deviceName: (connectionId, deviceId) => devices.registry.find({ connectionId, deviceId })?.entry.name ?? '',
    questionOf: (run) => {
      const question = commands.questionOf(run)
      return question === null ? null : redactor.redact(question)
    },
  }
}

/** Handles the connection, the page of its broker, and set-ups of other brokers. */
function brokersHandlers({ services, dialogs, emit, saveText }: FileDeps<'services' | 'dialogs' | 'emit'>) {
  const { active, broker, log, profiles, setups } = services
  return {
    ...brokerHandlers({
      page: broker.page,
      tester: broker.tester,
      builtIn: broker.builtIn,
      connection: active,
      dialogs,
      saveText,
    }),
    ...accountsHandlers({ accounts: broker.accounts, saveText }),
    ...brokerLogHandlers({ dialogs, logs: services.logs, onReading: (reading) => emit('broker.logReading', reading) }),
    ...connectionHandlers({
      profiles,
      control: active,
      dialogs,
      systemProxyList,
      runTest: async (testId, target, signal) => {
        const { checkAddresses } = await import('../broker/check/check-addresses.ts')
        const onProgress = (test: ConnectionTest) => emit('connection.tested', test)
        return checkAddresses(target, { testId, signal, now: Date.now, log, onProgress })
      },
    }),
    ...setupHandlers({
      setups,
      export: createSetupExport({
        setups,
        dialogs,
        profiles,
        builtIn: broker.builtIn,
        newId: randomUUID,
        now: Date.now,
      }),
      showPath,
    }),
  }
}

/** Shows a folder, or the folder of a file. Throws `NOT_FOUND` where neither is there any more. */
async function showPath(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new AppError('NOT_FOUND', { path })
  if (found.isDirectory()) await shell.openPath(path)
  else shell.showItemInFolder(path)
}

/** Handles devices with their alerts, and requests and commands for them. */
function fleetHandlers({ services, files }: { readonly services: Services; readonly files: DeviceFiles }) {
  const { classifier, commands, connection, devices } = services
  const activeConnectionId = () => connection.status().profileId
  return {
    ...phrasebookHandlers({
      phrasebook: services.phrasebook,
      systemOf: (deviceId) => {
        const profileId = activeConnectionId()
        if (profileId === null || deviceId === null) return 'linux'
        return devices.registry.target(profileId, deviceId)?.system ?? 'linux'
      },
    }),
    ...whenReady(classifier, {
      ...consoleHandlers({ commands, saveText: files.save }),
      ...assistHandlers(commands),
      ...rolloutHandlers(commands),
    }),
    ...foldingHandlers(commands, { saveText: files.save }),
    ...historyHandlers(commands),
    ...alertsHandlers({ alerts: devices.alerts, activeConnectionId }),
    ...devicesHandlers({
      devices,
      files,
      activeConnectionId,
      commandsOf: (ref) => commands.runs.commandsOf(ref),
    }),
  }
}

/**
 * Lets each handler wait until commands can be judged: the first one starts the classifier. A handler that judges and is left
 * out of this gets refusals until then, so nothing is sent unjudged.
 */
export function whenReady<Group extends Partial<Handlers>>(
  classifier: { ready(): Promise<void> },
  handlers: Group,
): Group {
  const waiting = Object.entries(handlers).map(([name, handler]) => {
    const answer = handler as (input: unknown) => unknown
    return [
      name,
      async (input: unknown) => {
        await classifier.ready()
        return answer(input)
      },
    ]
  })
  // Each handler keeps its name and its types; `fromEntries` cannot say so.
  return Object.fromEntries(waiting) as Group
}
