import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ConnectionState } from '../preload/contract/models/connection.ts'
import type { DeviceRef } from '../preload/contract/models/device.ts'
import type { Bootstrap, Language, StartNotice } from '../preload/contract/models/settings.ts'
import type { LocalizedText } from '../preload/contract/models/text.ts'
import { createAssistant } from './assistant/create-assistant.ts'
import { readAnswer } from './assistant/formatters/read-answer.ts'
import { PROVIDER_PRESETS } from './assistant/model/presets.ts'
import { MqttBroker } from './broker/built-in/mqtt-broker.ts'
import { BUILT_IN_PROFILE_ID } from './broker/built-in/profile.ts'
import { ActiveConnection } from './broker/connection/active-connection.ts'
import { BrokerConnection } from './broker/connection/connection.ts'
import { createBrokerPage } from './broker/page/create-broker-page.ts'
import { Profiles } from './broker/profiles/profiles.ts'
import type { ConsoleService } from './commands/console-service.ts'
import { createConsole } from './commands/create-commands.ts'
import { commandsOf } from './commands/runs/device-commands.ts'
import { Demo } from './demo/demo.ts'
import { alertWords } from './devices/alerts/alert-words.ts'
import { createDevices, type Devices } from './devices/create-devices.ts'
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
import { systemTimers } from './shared/timers.ts'

const TRAFFIC_PERIOD_MS = 1_000
const DEMO_CONNECTION_ID = 'demo'

export type Services = ReturnType<typeof createServices>

/** Builds every service, leaf first, by plain constructors. Nothing runs before `start()`. */
export function createServices(env: {
  readonly userData: string
  /** Path of the classifier's thread. */
  readonly classifierWorker: string
  readonly systemLanguage: Language
  readonly isVerbose: boolean
  readonly emit: EmitEvent
  readonly now: Clock
  /** Shows a notification of the system. */
  readonly showNotification: (text: { readonly title: LocalizedText; readonly body: LocalizedText }) => void
}) {
  const { emit, now, userData } = env
  const timers = systemTimers
  const known: { secrets: SecretStore | null } = { secrets: null }
  const redactor = new Redactor({ secrets: () => known.secrets?.values() ?? [] })
  const redact = (text: string) => redactor.redact(text)
  const log = createLog(join(userData, 'logs'), redact, env.isVerbose)
  const notices: StartNotice[] = []
  const notify = (notice: StartNotice) => notices.push(notice)
  const settings = new SettingsStore({
    folder: userData,
    systemLanguage: env.systemLanguage,
    log,
    onMoved: (file) => notify({ kind: 'settings-moved', file }),
  })
  const secretFile = openSecretFile(userData, { log, onMoved: (file) => notify({ kind: 'secrets-moved', file }) })
  const secrets = new SecretStore({
    encryptor: electronEncryptor(),
    file: secretFile,
    log,
    onChanged: (status) => {
      emit('secrets.changed', status)
      audit.findKey()
    },
  })
  known.secrets = secrets
  const database = openHistory(join(userData, 'history.db'), { log, now, notify })
  const audit: AuditLog = new AuditLog({
    directory: join(userData, 'audit'),
    headStore: new SqliteAuditHead(database),
    vault: new AuditVault(secrets, log),
    redact,
    now,
    log,
    onChanged: (status) => emit('audit.changed', status),
  })
  const connection = new BrokerConnection({ now, log })
  const profiles = new Profiles({ repository: settings, vault: secrets })
  const setups = createSetups({
    repository: openSetupFile(userData, { log, onMoved: (file) => notify({ kind: 'setups-moved', file }) }),
    vault: secrets,
    isMemoryOnly: () => secrets.status().mode === 'memory',
    now,
    emit,
  })
  const { access, assistant, dialer } = createAssistant({ store: settings, vault: secrets, redact, now })

  const devices: Devices = createDevices({
    database,
    clock: now,
    timers,
    log,
    newId: randomUUID,
    operatorName: () => settings.settings().operatorName,
    telemetryMiB: () => settings.settings().telemetryMiB,
    inFlight: (connectionId, deviceId) => console.inFlight(connectionId, deviceId),
    isSimulated: (connectionId) => connectionId === DEMO_CONNECTION_ID,
    onDevicesChanged: () => emit('devices.changed', { revision: registry.revision, counts: counts() }),
    onAlertsChanged: () => emit('alerts.changed', devices.alerts.counts(connection.status().profileId)),
    onStorageChanged: (status) => emit('storage.changed', status),
    notify: (raised) => env.showNotification(alertWords(raised)),
    onResult: (connectionId, result) => console.onResult(connectionId, result),
    onAck: (connectionId, ack) => console.onAck(connectionId, ack),
    onOutput: (connectionId, output) => console.onOutput(connectionId, output),
    onPoison: (_connectionId, filter) => void connection.unsubscribe(filter),
  })
  const { registry, ingest } = devices
  const counts = () => registry.counts(connection.status().profileId)
  const classifier = new ClassifierThread({
    start: (data, transfer) => new Worker(env.classifierWorker, { workerData: data, transferList: [...transfer] }),
    after: timers.after,
    log,
  })
  const console: ConsoleService = createConsole({
    database,
    audit,
    classifier,
    asker: assistant,
    devices: registry,
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
    onFlightChanged: (connectionId, deviceId) => registry.refresh({ connectionId, deviceId }),
    onCut: () => {
      cut += 1
    },
  })
  const demoBroker = new MqttBroker({ now, log })
  const demo = new Demo({ now, log, broker: demoBroker })
  const active = new ActiveConnection({
    connection,
    profiles,
    memory: settings,
    demo,
    onSwitch: (from) => {
      if (from === null) return
      console.onConnectionLeft(from)
      registry.disconnected(from)
      ingest.resetPoison(from)
    },
  })
  let cut = 0
  const broker = createBrokerPage({
    store: openBuiltInFile(userData, { log, onMoved: (file) => notify({ kind: 'built-in-moved', file }) }),
    vault: secrets,
    profiles,
    status: () => connection.status(),
    keepsSecrets: () => secrets.status().mode !== 'memory',
    onBuiltInAbsent: (address) =>
      void active
        .followBroker(BUILT_IN_PROFILE_ID, address)
        .catch((error) => log.error('could not connect to the built-in broker', error)),
    builtInName: () => (settings.settings().language === 'zh-CN' ? '内置 Broker' : 'Built-in broker'),
    demoReading: (profileId) => (profileId === DEMO_CONNECTION_ID ? demoBroker.reading() : null),
    sanitise,
    sanitiseLine,
    now,
    timers,
    log,
    emit: {
      health: (health, sample) => emit('broker.health', { health, sample }),
      tester: (state) => emit('broker.tester', state),
      log: (view) => emit('broker.log', view),
      builtIn: (view) => emit('builtIn.changed', view),
    },
  })
  const traffic = () => ({ ...ingest.traffic(), cut })

  let last: { state: ConnectionState; id: string | null } = { state: 'disconnected', id: null }
  connection.onMessage((message) => ingest.handle(message))
  connection.onStatus((status) => {
    const wasUp = last.state === 'connected' && last.id !== null ? last.id : null
    const isUp = status.state === 'connected'
    if (isUp && status.profileId !== null && wasUp !== status.profileId) registry.connected(status.profileId)
    if (!isUp && wasUp !== null) {
      registry.disconnected(wasUp)
      console.onConnectionLost(wasUp)
    }
    last = { state: status.state, id: status.profileId }
    emit('connection.changed', status)
    broker.follow()
    emit('alerts.changed', devices.alerts.counts(status.profileId))
  })
  profiles.onChanged(() => emit('profiles.changed', profiles.list()))
  let stopTraffic: (() => void) | null = null

  return {
    settings,
    secrets,
    audit,
    access,
    log,
    redactor,
    profiles,
    setups,
    connection,
    active,
    devices,
    console,
    broker,
    commandsOf: (ref: DeviceRef) => commandsOf(database, ref.connectionId, ref.deviceId),
    phrasebook: () => assistant.phrasebook,
    loadClassifier: () => classifier.load(),
    /** Reads what is stored and begins to listen. */
    async start(): Promise<void> {
      await secrets.start()
      void secrets.learnAll()
      await audit.start()
      devices.start()
      console.start()
      await broker.builtIn.resume()
      stopTraffic = timers.every(TRAFFIC_PERIOD_MS, () => emit('traffic.changed', traffic()))
    },
    resumed(): void {
      registry.resumed()
      connection.wake()
    },
    bootstrap: (version: string, electronVersion: string): Bootstrap => ({
      version,
      electronVersion,
      platform: process.platform,
      settings: settings.settings(),
      profiles: profiles.list(),
      connection: connection.status(),
      counts: counts(),
      assistant: access.view(),
      presets: PROVIDER_PRESETS,
      secrets: secrets.status(),
      traffic: traffic(),
      alerts: devices.alerts.counts(connection.status().profileId),
      storage: devices.storage.status(),
      audit: audit.status(),
      safety: console.unasked.state(),
      notices,
    }),
    async dispose(): Promise<void> {
      stopTraffic?.()
      await active.dispose()
      await broker.dispose()
      await console.dispose()
      await classifier.dispose()
      await dialer.dispose()
      await audit.dispose()
      devices.dispose()
      database.close()
    },
  }
}
