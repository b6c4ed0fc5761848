import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Language, StartNotice } from '../preload/contract/models/settings.ts'
import type { LocalizedText } from '../preload/contract/models/text.ts'
import type { Announcer } from './announcements.ts'
import { createAssistant } from './assistant/create-assistant.ts'
import { readAnswer } from './assistant/formatters/read-answer.ts'
import { MqttBroker } from './broker/built-in/mqtt-broker.ts'
import { ActiveConnection } from './broker/connection/active-connection.ts'
import { BrokerConnection } from './broker/connection/connection.ts'
import { createBrokerPage } from './broker/page/create-broker-page.ts'
import { Profiles } from './broker/profiles/profiles.ts'
import type { ConsoleService } from './commands/console-service.ts'
import { createConsole } from './commands/create-commands.ts'
import { DEMO_PROFILE_ID, Demo } from './demo/demo.ts'
import { alertWords } from './devices/alerts/alert-words.ts'
import { createDevices } from './devices/create-devices.ts'
import { DeviceIngest } from './devices/intake/ingest.ts'
import { encodeCancel, encodeCommand } from './devices/wire/encode.ts'
import type { EmitEvent } from './ipc/emit-event.ts'
import { openBuiltInFile } from './platform/built-in-file.ts'
import { openHistory } from './platform/history-file.ts'
import { createLog } from './platform/logger.ts'
import { electronEncryptor } from './platform/safe-storage.ts'
import { openSecretFile } from './platform/secret-file.ts'
import { SecretStore } from './platform/secret-store.ts'
import { SettingsStore } from './platform/settings-store.ts'
import { openSetupFile } from './platform/setup-file.ts'
import { SqliteAuditHead } from './safety/audit/audit-head.ts'
import { AuditLog } from './safety/audit/audit-log.ts'
import { AuditVault } from './safety/audit/audit-vault.ts'
import { ClassifierThread } from './safety/classifier/classifier-thread.ts'
import { Redactor } from './safety/redaction/redactor.ts'
import { sanitise, sanitiseLine } from './safety/text/sanitiser.ts'
import { createSetups } from './setup/create-setup.ts'
import type { Clock } from './shared/clock.ts'
import type { Timers } from './shared/timers.ts'

/** What every part of the composition gets from the outside. */
export interface Environment {
  readonly userData: string
  /** Path of the classifier's thread. */
  readonly classifierWorker: string
  readonly systemLanguage: Language
  readonly isVerbose: boolean
  readonly emit: EmitEvent
  readonly announcer: Announcer
  readonly now: Clock
  readonly timers: Timers
  /** Shows a notification of the system. */
  readonly showNotification: (text: { readonly title: LocalizedText; readonly body: LocalizedText }) => void
}

export type Storage = ReturnType<typeof openStorage>

/** Opens all that is kept on disk: settings, secrets, history, set-ups, the audit and the log. */
export function openStorage({ userData, systemLanguage, isVerbose, emit, announcer, now }: Environment) {
  const redactor = new Redactor()
  const redact = (text: string) => redactor.redact(text)
  const log = createLog(join(userData, 'logs'), redact, isVerbose)
  const notices: StartNotice[] = []
  const notify = (notice: StartNotice) => notices.push(notice)
  const movedAs = (kind: StartNotice['kind']) => ({ log, onMoved: (file: string) => notify({ kind, file }) })
  const settings = new SettingsStore({ folder: userData, systemLanguage, ...movedAs('settings-moved') })
  const secrets = new SecretStore({
    encryptor: electronEncryptor(),
    file: openSecretFile(userData, movedAs('secrets-moved')),
    log,
    onChanged: (status) => announcer.emit('secretsChanged', status),
  })
  redactor.setSecrets(() => secrets.values())
  const database = openHistory(join(userData, 'history.db'), { log, now, notify })
  const audit = new AuditLog({
    directory: join(userData, 'audit'),
    headStore: new SqliteAuditHead(database),
    vault: new AuditVault(secrets, log),
    redact,
    now,
    log,
    onChanged: (status) => emit('audit.changed', status),
  })
  const setupFile = openSetupFile(userData, movedAs('setups-moved'))
  const builtInFile = openBuiltInFile(userData, movedAs('built-in-moved'))
  return { redactor, redact, log, notices, settings, secrets, database, audit, setupFile, builtInFile }
}

export type Links = ReturnType<typeof createLinks>

/** Builds what reaches brokers and models: the connection, its profiles, the demo, the set-ups and the assistant. */
export function createLinks({ emit, announcer, now }: Environment, storage: Storage) {
  const { log, settings, secrets, redact, setupFile } = storage
  const connection = new BrokerConnection({ now, log })
  const profiles = new Profiles({ repository: settings, vault: secrets })
  const demoBroker = new MqttBroker({ now, log })
  const active = new ActiveConnection({
    connection,
    profiles,
    memory: settings,
    demo: new Demo({ now, log, broker: demoBroker }),
    onSwitch: (from) => announcer.emit('connectionLeft', from),
  })
  const setups = createSetups({
    repository: setupFile,
    vault: secrets,
    isMemoryOnly: () => secrets.status().mode === 'memory',
    now,
    emit,
  })
  const { access, assistant, dialer } = createAssistant({ store: settings, vault: secrets, redact, now })
  return { connection, profiles, demoBroker, active, setups, access, assistant, dialer }
}

export type Fleet = ReturnType<typeof createFleet>

/** Builds the devices and their alerts. */
export function createFleet(env: Environment, { database, log, settings }: Storage) {
  const { announcer, emit, now, timers } = env
  return createDevices({
    database,
    clock: now,
    timers,
    log,
    newId: randomUUID,
    operatorName: () => settings.settings().operatorName,
    telemetryMiB: () => settings.settings().telemetryMiB,
    isSimulated: (connectionId) => connectionId === DEMO_PROFILE_ID,
    onDevicesChanged: () => announcer.emit('devicesChanged'),
    onAlertsChanged: () => announcer.emit('alertsChanged'),
    onStorageChanged: (status) => emit('storage.changed', status),
    notify: (raised) => env.showNotification(alertWords(raised)),
  })
}

/** Starts the thread that judges commands when the first one is to be judged. */
export function createClassifier({ classifierWorker, timers }: Environment, { log }: Storage) {
  return new ClassifierThread({
    start: (data, transfer) => new Worker(classifierWorker, { workerData: data, transferList: [...transfer] }),
    after: timers.after,
    log,
  })
}

/** Builds all that is between a request of the operator and the answer of a device. */
export function createCommands(
  { emit, announcer, now, timers }: Environment,
  { database, audit, redact, settings, log }: Storage,
  parts: {
    readonly links: Links
    readonly fleet: Fleet
    readonly classifier: ClassifierThread
    readonly onCut: () => void
  },
) {
  const { connection, assistant } = parts.links
  return createConsole({
    database,
    audit,
    classifier: parts.classifier,
    asker: assistant,
    devices: parts.fleet.registry,
    link: {
      active: () => {
        const { profileId, state } = connection.status()
        return profileId === null ? null : { connectionId: profileId, isConnected: state === 'connected' }
      },
      publish: (topic, payload, options) => connection.publish(topic, payload, options),
    },
    encoder: { encodeCommand, encodeCancel },
    sanitise,
    redact,
    readAnswer,
    settings: () => settings.settings(),
    now,
    after: timers.after,
    newId: randomUUID,
    log,
    emitChanged: (turns) => emit('console.changed', turns),
    emitSafety: (state) => emit('safety.changed', state),
    emitStreamed: (streamed) => emit('console.streamed', streamed),
    onFlightChanged: (connectionId, deviceId) => announcer.emit('flightChanged', connectionId, deviceId),
    onCut: parts.onCut,
  })
}

/** Builds the way of every message from the broker to the devices, and to the commands that wait for an answer. */
export function createIntake(
  { now, timers }: Environment,
  { log }: Storage,
  parts: { readonly links: Links; readonly fleet: Fleet; readonly console: ConsoleService },
) {
  const { links, fleet, console } = parts
  return new DeviceIngest({
    registry: fleet.registry,
    raw: fleet.raw,
    clock: now,
    timers,
    log,
    onResult: (connectionId, result) => console.onResult(connectionId, result),
    onAck: (connectionId, ack) => console.onAck(connectionId, ack),
    onOutput: (connectionId, output) => console.onOutput(connectionId, output),
    onPoison: (_connectionId, filter) => void links.connection.unsubscribe(filter),
  })
}

/** Builds the built-in broker and the broker page. */
export function createBroker({ emit, now, timers }: Environment, storage: Storage, links: Links) {
  const { settings, secrets, log, builtInFile } = storage
  const { connection, profiles, demoBroker } = links
  return createBrokerPage({
    store: builtInFile,
    vault: secrets,
    profiles,
    status: () => connection.status(),
    keepsSecrets: () => secrets.status().mode !== 'memory',
    builtInName: () => (settings.settings().language === 'zh-CN' ? '内置 Broker' : 'Built-in broker'),
    demoReading: (profileId) => (profileId === DEMO_PROFILE_ID ? demoBroker.reading() : null),
    sanitise,
    sanitiseLine,
    now,
    after: timers.after,
    log,
    emit: {
      health: (health, sample) => emit('broker.health', { health, sample }),
      tester: (state) => emit('broker.tester', state),
      log: (view) => emit('broker.log', view),
      builtIn: (view) => emit('builtIn.changed', view),
    },
  })
}
