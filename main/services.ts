import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ConnectionState } from '../preload/contract/models/connection.ts'
import type { Bootstrap, Language, StartNotice } from '../preload/contract/models/settings.ts'
import { Assistant } from './assistant/assistant.ts'
import { AssistantAccess } from './assistant/assistant-access.ts'
import { readAnswer } from './assistant/formatters/read-answer.ts'
import { PROVIDER_PRESETS, testAssistant } from './assistant/providers.ts'
import { ActiveConnection } from './broker/active-connection.ts'
import { BrokerConnection } from './broker/connection.ts'
import { EmbeddedBroker } from './broker/embedded-broker.ts'
import { Profiles } from './broker/profiles.ts'
import type { ConsoleService } from './commands/console-service.ts'
import { createConsole } from './commands/create-console.ts'
import { Demo } from './demo/demo.ts'
import { DeviceStore } from './devices/device-store.ts'
import { DeviceIngest } from './devices/ingest.ts'
import { DeviceRegistry } from './devices/registry.ts'
import { systemTimers } from './devices/timers.ts'
import { encodeCancel, encodeCommand } from './devices/wire/encode.ts'
import type { EmitEvent } from './ipc/emit-event.ts'
import { openHistory } from './platform/history-file.ts'
import { createLog } from './platform/logger.ts'
import { electronEncryptor } from './platform/safe-storage.ts'
import { openSecretFile } from './platform/secret-file.ts'
import { SecretStore } from './platform/secret-store.ts'
import { SettingsStore } from './platform/settings-store.ts'
import type { Clock } from './ports.ts'
import { AuditLog } from './safety/audit.ts'
import { SqliteAuditHead } from './safety/audit-head.ts'
import { Classifier } from './safety/classifier.ts'
import { Redactor } from './safety/redaction.ts'
import { sanitise } from './safety/sanitiser.ts'

const TRAFFIC_PERIOD_MS = 1_000
const DEMO_CONNECTION_ID = 'demo'

export type Services = ReturnType<typeof createServices>

/** Builds every service, leaf first, by plain constructors. Nothing runs before `start()`. */
export function createServices(env: {
  readonly userData: string
  readonly systemLanguage: Language
  readonly isVerbose: boolean
  readonly emit: EmitEvent
  readonly now: Clock
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
    onChanged: (status) => emit('secrets.changed', status),
  })
  known.secrets = secrets
  const database = openHistory(join(userData, 'history.db'), { log, now, notify })
  const audit = new AuditLog({
    directory: join(userData, 'audit'),
    headStore: new SqliteAuditHead(database),
    redact,
    now,
    log,
    onChanged: (status) => emit('audit.changed', status),
  })
  const connection = new BrokerConnection({ now, log })
  const profiles = new Profiles({ repository: settings, vault: secrets })
  const access = new AssistantAccess({ store: settings, vault: secrets, test: testAssistant })
  const assistant = new Assistant({ settings: () => access.settings(), key: () => access.key(), redact })

  const store = new DeviceStore({ db: database, clock: now, timers, log })
  const registry: DeviceRegistry = new DeviceRegistry({
    clock: now,
    timers,
    store,
    inFlight: (connectionId, deviceId) => console.inFlight(connectionId, deviceId),
    isSimulated: (connectionId) => connectionId === DEMO_CONNECTION_ID,
    onChanged: () => emit('devices.changed', { revision: registry.revision, counts: counts() }),
  })
  const counts = () => registry.counts(connection.status().profileId)
  const console: ConsoleService = createConsole({
    database,
    audit,
    classifier: new Classifier(),
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
    emitStreamed: (streamed) => emit('console.streamed', streamed),
    onFlightChanged: (connectionId, deviceId) => registry.refresh({ connectionId, deviceId }),
  })
  const ingest: DeviceIngest = new DeviceIngest({
    registry,
    clock: now,
    timers,
    log,
    onResult: (connectionId, result) => console.onResult(connectionId, result),
    onAck: (connectionId, ack) => console.onAck(connectionId, ack),
    onOutput: (connectionId, output) => console.onOutput(connectionId, output),
    onPoison: (_connectionId, filter) => void connection.unsubscribe(filter),
  })
  const demo = new Demo({ now, log, broker: new EmbeddedBroker({ now, log }) })
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
  const traffic = () => ({ ...ingest.traffic(), cut: 0 })

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
    connection,
    active,
    registry,
    console,
    phrasebook: assistant.phrasebook,
    /** Reads what is stored and begins to listen. */
    async start(): Promise<void> {
      await secrets.start()
      void secrets.learnAll()
      await audit.start()
      registry.start()
      ingest.start()
      store.start()
      console.start()
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
      audit: audit.status(),
      isDemo: connection.status().profileId === DEMO_CONNECTION_ID,
      notices,
    }),
    async dispose(): Promise<void> {
      stopTraffic?.()
      await active.dispose()
      ingest.dispose()
      await console.dispose()
      await audit.dispose()
      registry.dispose()
      store.dispose()
      database.close()
    },
  }
}
