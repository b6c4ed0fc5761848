import type { Alert } from '../preload/contract/models/alert.ts'
import type { ConnectionStatus } from '../preload/contract/models/connection.ts'
import type { DeviceRef } from '../preload/contract/models/device.ts'
import type { Bootstrap } from '../preload/contract/models/settings.ts'
import { PROVIDER_PRESETS } from './assistant/model/presets.ts'
import type { Commands } from './commands/create-commands.ts'
import { type Announcer, createAnnouncer } from './composition/announcements.ts'
import type { Broker } from './composition/broker.ts'
import { createAnnouncements } from './composition/device-announcements.ts'
import type { Environment } from './composition/environment.ts'
import type { Fleet } from './composition/fleet.ts'
import type { Links } from './composition/links.ts'
import type { Signing } from './composition/signing.ts'
import type { Storage } from './composition/storage.ts'
import { DEMO_PROFILE_ID } from './demo/demo.ts'
import { nameDemoDevices } from './demo/demo-names.ts'
import type { DeviceIngest } from './devices/intake/ingest.ts'
import { followSessions } from './devices/registry/follow-sessions.ts'
import type { EmitEvent } from './ipc/emit-event.ts'
import type { Composition } from './load-app.ts'
import { systemTimers } from './shared/timers.ts'

const TRAFFIC_PERIOD_MS = 1_000

export type Services = ReturnType<typeof createServices>

/** Builds every service, leaf first, and joins what they announce. Nothing runs before `start()`. */
export function createServices(composition: Composition, outside: Omit<Environment, 'announcer' | 'timers'>) {
  const env: Environment = { ...outside, announcer: createAnnouncer(), timers: systemTimers }
  const { emit, timers, announcer } = env
  const cuts = { count: 0 }
  const storage = composition.openStorage(env)
  const { settings, secrets, audit, log, redactor, database, notices } = storage
  const links = composition.createLinks(env, storage)
  const { connection, profiles, active, setups, access, assistant, dialer } = links
  const devices = composition.createFleet(env, storage)
  const { registry } = devices
  const classifier = composition.createClassifier(env, storage)
  const onCut = () => {
    cuts.count += 1
  }
  const broker = composition.createBroker(env, storage, links)
  const logs = composition.createLogThreads(env)
  const signing = composition.createSigning(env, storage, { links, fleet: devices })
  const parts = { links, fleet: devices, broker, classifier, signing, onCut }
  const commands = composition.createCommands(env, storage, parts)
  const ingest = composition.createIntake(env, storage, { fleet: devices, signing, commands })
  const joining = composition.createJoining(env, storage, { links, fleet: devices, signing, commands, classifier })
  const traffic = () => ({ ...ingest.traffic(), cut: cuts.count })
  const { delivery, disposeDelivery } = composition.createDelivery(env, storage, { links, fleet: devices })
  announcer.on('alertsRaised', (alerts) => delivery.raised(alerts))
  joinFleet({ emit, announcer, links, devices })
  joinSigning({ announcer, signing })
  joinConnection({ emit, announcer, storage, links, devices, commands, ingest, broker })
  const stopping: (() => void)[] = []

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
    commands,
    broker,
    logs,
    phrasebook: () => assistant.phrasebook,
    classifier,
    signing,
    delivery,
    deviceOf: (ref: DeviceRef) => registry.find(ref)?.entry ?? { name: '', tags: [] },
    joining,
    bootstrap: (version: string, electronVersion: string): Bootstrap => ({
      version,
      electronVersion,
      ...bootstrapOf({ storage, links, devices, commands }),
      traffic: traffic(),
      notices,
    }),
    onAlertsChanged: (follow: () => void) => void announcer.on('alertsChanged', follow),
    onAlert: (show: (alerts: readonly Alert[]) => void) => void announcer.on('alertsRaised', show),
    /** Reads what is stored and begins to listen. */
    async start(): Promise<void> {
      await secrets.start()
      void secrets.learnAll()
      void signing.operators.refresh()
      await audit.start()
      devices.start()
      ingest.start()
      commands.start()
      await broker.builtIn.resume()
      stopping.push(timers.every(TRAFFIC_PERIOD_MS, () => emit('traffic.changed', traffic())))
    },
    resumed(): void {
      registry.resumed()
      connection.wake()
      delivery.resumed()
    },
    async dispose(): Promise<void> {
      for (const stop of stopping) stop()
      joining.joins.dispose()
      await active.dispose()
      await broker.dispose()
      await logs.dispose()
      await commands.dispose()
      await classifier.dispose()
      await dialer.dispose()
      await disposeDelivery()
      await audit.dispose()
      ingest.dispose()
      devices.dispose()
      database.close()
    },
  }
}

interface Parts {
  readonly storage: Storage
  readonly links: Links
  readonly devices: Fleet
  readonly commands: Commands
}

/** Joins what concerns single devices: the window's list and alerts. */
function joinFleet(
  parts: Omit<Parts, 'storage' | 'commands'> & { readonly emit: EmitEvent; readonly announcer: Announcer },
): void {
  const { emit, announcer, links, devices } = parts
  const { registry, alerts, entries } = devices
  announcer.on('devicesExpected', (connectionIds, deviceIds) => {
    for (const connectionId of connectionIds) entries.expect(connectionId, deviceIds)
  })
  const activeId = () => links.connection.status().profileId
  announcer.on('devicesChanged', () =>
    emit('devices.changed', {
      revision: registry.revision,
      entries: registry.entriesRevision,
      counts: registry.queries.counts(activeId()),
    }),
  )
  announcer.on('alertsChanged', () => emit('alerts.changed', alerts.counts(activeId())))
}

/** Joins the signing of commands to the secret store and to the connection in use. */
function joinSigning({ announcer, signing }: { readonly announcer: Announcer; readonly signing: Signing }): void {
  announcer.on('secretsChanged', () => void signing.operators.refresh())
  announcer.on('connectionLeft', (from) => {
    if (from !== null) signing.signer.left(from)
  })
}

/** Joins what follows the connection in use, and the secrets that it needs. */
function joinConnection(
  parts: Parts & {
    readonly emit: EmitEvent
    readonly announcer: Announcer
    readonly ingest: DeviceIngest
    readonly broker: Broker
  },
): void {
  const { emit, announcer, storage, links, devices, commands, ingest, broker } = parts
  const { connection, profiles } = links
  const { registry } = devices
  const follow = followSessions(registry)
  const announcements = createAnnouncements({ connection, registry, now: Date.now, after: systemTimers.after })
  /** The connection that is up; null while none is. */
  let up: string | null = null
  announcer.on('secretsChanged', (status) => {
    emit('secrets.changed', status)
    storage.audit.findKey()
  })
  announcer.on('connectionLeft', (from) => {
    if (from === null) return
    commands.onConnectionLeft(from)
    registry.disconnected(from)
  })
  connection.onMessage((message) => {
    ingest.handle(message)
    announcements.heard(message.topic)
  })
  connection.onStatus((status: ConnectionStatus) => {
    const next = status.state === 'connected' ? status.profileId : null
    if (next === DEMO_PROFILE_ID && next !== up) nameDemoDevices(devices.entries, storage.settings.settings().language)
    follow(status)
    if (next !== null && next !== up) announcements.up(next)
    if (status.state !== 'connected' && up !== null) {
      announcements.down()
      commands.onConnectionLost(up)
    }
    up = next
    emit('connection.changed', status)
    broker.follow()
    emit('alerts.changed', devices.alerts.counts(status.profileId))
  })
  profiles.onChanged(() => emit('profiles.changed', profiles.list()))
}

/** Collects what the first screen shows of the services. */
function bootstrapOf({
  storage,
  links,
  devices,
  commands,
}: Parts): Omit<Bootstrap, 'version' | 'electronVersion' | 'traffic' | 'notices'> {
  const connection = links.connection.status()
  return {
    platform: process.platform,
    settings: storage.settings.settings(),
    profiles: links.profiles.list(),
    connection,
    counts: devices.registry.queries.counts(connection.profileId),
    assistant: links.access.view(),
    presets: PROVIDER_PRESETS,
    secrets: storage.secrets.status(),
    alerts: devices.alerts.counts(connection.profileId),
    storage: devices.storage.status(),
    audit: storage.audit.status(),
    safety: commands.unasked.state(),
  }
}
