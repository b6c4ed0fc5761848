import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { CommandSigner } from '../../main/agent/command-signer.ts'
import type { PrivateKey, PublicKey } from '../../main/agent/keys.ts'
import { Assistant } from '../../main/assistant/assistant.ts'
import { aftermathOf } from '../../main/assistant/formatters/aftermath.ts'
import { readFailure } from '../../main/assistant/formatters/failure.ts'
import { readAnswer } from '../../main/assistant/formatters/read-answer.ts'
import { BrokerConnection } from '../../main/broker/connection/connection.ts'
import type { ConnectionTarget } from '../../main/broker/session/target.ts'
import { type Commands, createCommands } from '../../main/commands/create-commands.ts'
import { createAnnouncements } from '../../main/composition/device-announcements.ts'
import { createDevices } from '../../main/devices/create-devices.ts'
import { DeviceIngest } from '../../main/devices/intake/ingest.ts'
import { followSessions } from '../../main/devices/registry/registry.ts'
import { encodeCancel, encodeCommand, encodeHello } from '../../main/devices/wire/encode.ts'
import { openDatabase } from '../../main/platform/database/database.ts'
import { SqliteAuditHead } from '../../main/safety/audit/audit-head.ts'
import { AuditLog } from '../../main/safety/audit/audit-log.ts'
import { AuditVault } from '../../main/safety/audit/audit-vault.ts'
import { Classifier } from '../../main/safety/classifier/classifier.ts'
import { Redactor } from '../../main/safety/redaction/redactor.ts'
import { sanitise } from '../../main/safety/text/sanitiser.ts'
import type { Log } from '../../main/shared/log.ts'
import { systemTimers } from '../../main/shared/timers.ts'
import type { AssistantSettings } from '../../preload/contract/models/assistant/assistant.ts'
import type { ConnectionStatus } from '../../preload/contract/models/broker/connection.ts'
import type { Turn } from '../../preload/contract/models/commands/command.ts'
import type { DeviceRef } from '../../preload/contract/models/devices/device.ts'
import { SetupError, say } from '../support/command-line.ts'

const PHRASEBOOK: AssistantSettings = {
  kind: 'phrasebook',
  presetId: 'custom',
  baseUrl: '',
  model: '',
  promptProfile: 'standard',
  requestTimeoutS: 60,
}
const TELEMETRY_MIB = 64
const nothing = () => undefined

/** The same at every call for one broker, because devices and history are kept by connection. */
function connectionIdOf({ profile: { host, port, transport, path } }: ConnectionTarget): string {
  const address = JSON.stringify([host, port, transport, path])
  return `command-line-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`
}

/** Keeps a second call, or the window, from writing to the same audit; the system ends the lock of a killed process. */
function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(join(folder, 'settings.json'))) {
    throw new SetupError(`${folder} belongs to the window: give --data a folder of its own.`)
  }
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new SetupError(`${folder} is in use by another call.`)
  }
  return () => lock.close()
}

function openAudit(
  folder: string,
  database: DatabaseSyncInstance,
  redact: (text: string) => string,
  log: Log,
): AuditLog {
  const directory = join(folder, 'audit')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  // Nothing here outlives the call but files, so there is no place for a key: the records are chained, not sealed.
  const noKeyring = {
    has: () => false,
    get: async () => null,
    set: async () => undefined,
    status: () => ({ mode: 'memory', backend: 'none', problem: null }) as const,
  }
  return new AuditLog({
    directory,
    headStore: new SqliteAuditHead(database),
    vault: new AuditVault(noKeyring, log),
    redact,
    now: Date.now,
    log,
    onChanged: nothing,
  })
}

export type HeadlessConsole = Awaited<ReturnType<typeof openHeadlessConsole>>

/** Keys of a call: the operator's, which signs, and those on record for devices. */
export interface ConsoleKeys {
  readonly operators: { current(): PrivateKey | null }
  readonly devices: { find(ref: DeviceRef): PublicKey | null }
}

const NO_KEYS_AT_HAND: ConsoleKeys = { operators: { current: () => null }, devices: { find: () => null } }

/** Composes the console without a window, on a folder of its own. Throws `SetupError` when the folder is taken. */
export async function openHeadlessConsole(
  folder: string,
  target: ConnectionTarget,
  defaultTimeoutS: number,
  keys: ConsoleKeys = NO_KEYS_AT_HAND,
) {
  const unlock = lockFolder(folder)
  const { password, passphrase, clientKey } = target.secrets
  const secrets = [password, passphrase, clientKey].filter((secret) => secret !== null && secret !== '')
  const redactor = new Redactor({ secrets: () => secrets.filter((secret) => secret !== null) })
  const redact = (text: string) => redactor.redact(text)
  const log: Log = {
    info: nothing,
    warn: nothing,
    error: (message, error) => say(redact(error === undefined ? message : `${message}: ${String(error)}`)),
  }
  const operatorName = userInfo().username
  const connectionId = connectionIdOf(target)
  const database = openDatabase(join(folder, 'history.db'))
  const audit = openAudit(folder, database, redact, log)
  await audit.start()
  const connection = new BrokerConnection({ now: Date.now, log })
  const devices = createDevices({
    database,
    clock: Date.now,
    timers: systemTimers,
    log,
    newId: randomUUID,
    operatorName: () => operatorName,
    telemetryMiB: () => TELEMETRY_MIB,
    isSimulated: () => false,
    onDevicesChanged: nothing,
    onAlertsChanged: nothing,
    onStorageChanged: nothing,
    notify: nothing,
  })
  const signing = new CommandSigner({
    ...keys,
    takesSigned: (ref) => devices.registry.find(ref)?.announced.capabilities.includes('signed') === true,
    hello: ({ deviceId }) =>
      connection.publish(`device/${deviceId}/hello`, encodeHello(randomUUID()), { connectionId, messageExpiryS: 10 }),
    now: Date.now,
    after: systemTimers.after,
  })
  const watchers = new Set<(turns: readonly Turn[]) => void>()
  const commands = createCommands({
    database,
    audit,
    classifier: new Classifier(),
    assistant: new Assistant({ settings: () => PHRASEBOOK, key: async () => null, redact }),
    devices: devices.registry,
    link: {
      active: () => ({ connectionId, isConnected: connection.status().state === 'connected' }),
      publish: (topic, payload, options) => connection.publish(topic, payload, options),
      turn: () => connection.character.turn(),
    },
    encoder: { encodeCommand, encodeCancel },
    signing,
    sanitise,
    redact,
    readAnswer,
    readAftermath: aftermathOf,
    readFailure,
    brokerLogFindings: async () => null,
    settings: () => ({ operatorName, defaultTimeoutS, language: 'en' }),
    now: Date.now,
    after: systemTimers.after,
    newId: randomUUID,
    log,
    emitChanged: (turns) => {
      for (const watcher of watchers) watcher(turns)
    },
    emitRunsChanged: () => {
      for (const watcher of watchers) watcher(commands.turns.page(null, 1))
    },
    emitSafety: nothing,
    emitStreamed: nothing,
    onCut: nothing,
  })
  const ingest = joinMessages({ connection, devices, commands, signing, connectionId, log })
  devices.start()
  ingest.start()
  commands.start()
  return {
    connectionId,
    connection,
    signing,
    devices,
    commands,
    /** Connects; resolves with null, or with the reason why it is not possible. */
    connect: () => connectOnce(connection, { ...target, profile: { ...target.profile, id: connectionId } }),
    /** Resolves with the turn's first version that fits. */
    turnWhen: (turnId: string, isWanted: (turn: Turn) => boolean): Promise<Turn> =>
      new Promise((resolve) => {
        const look = (turns: readonly Turn[]) => {
          const found = turns.find((turn) => turn.id === turnId && isWanted(turn))
          if (found === undefined) return
          watchers.delete(look)
          resolve(found)
        }
        watchers.add(look)
        look(commands.turns.page(null, 1))
      }),
    async close(): Promise<void> {
      await commands.dispose()
      await connection.disconnect()
      await audit.dispose()
      ingest.dispose()
      devices.dispose()
      database.close()
      unlock()
    },
  }
}

interface Joined {
  readonly connection: BrokerConnection
  readonly devices: ReturnType<typeof createDevices>
  readonly commands: Commands
  readonly signing: CommandSigner
  readonly connectionId: string
  readonly log: Log
}

/** Joins what comes in with devices and commands, and what follows from a lost connection. */
function joinMessages({
  connection,
  devices: { registry, raw },
  commands,
  signing,
  connectionId,
  log,
}: Joined): DeviceIngest {
  const ingest = new DeviceIngest({
    registry,
    raw,
    clock: Date.now,
    timers: systemTimers,
    log,
    onResult: (from, result) => commands.runs.answers.onResult(from, result),
    onAck: (from, ack) => commands.runs.answers.onAck(from, ack),
    onOutput: (from, output) => commands.runs.answers.onOutput(from, output),
    onChallenge: (ref, challenge) => signing.heard(ref, challenge),
    onOversized: (from, result) => commands.runs.answers.onOversized(from, result),
  })
  const announcements = createAnnouncements({ connection, registry, now: Date.now, after: systemTimers.after })
  let isUp = false
  const follow = followSessions(registry)
  connection.onMessage((message) => {
    ingest.handle(message)
    announcements.heard(message.topic)
  })
  connection.onStatus((status) => {
    const isNowUp = status.state === 'connected'
    follow(status)
    if (isNowUp && !isUp) announcements.up(connectionId)
    if (!isNowUp && isUp) {
      announcements.down()
      commands.onConnectionLost(connectionId)
    }
    isUp = isNowUp
  })
  return ingest
}

function connectOnce(connection: BrokerConnection, target: ConnectionTarget): Promise<string | null> {
  return new Promise((resolve) => {
    const look = ({ state, failure }: ConnectionStatus): void => {
      if (state !== 'connected' && failure === null) return
      stop()
      resolve(failure === null ? null : `${failure.message.en} ${failure.fix.en}`)
    }
    const stop = connection.onStatus(look)
    void connection.connect(target)
  })
}
