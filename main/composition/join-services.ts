import type { ConnectionStatus } from '../../preload/contract/models/broker/connection.ts'
import type { Commands } from '../commands/create-commands.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { DEMO_PROFILE_ID, nameDemoDevices } from '../demo/names.ts'
import type { DeviceIngest } from '../devices/intake/ingest.ts'
import { followSessions } from '../devices/registry/registry.ts'
import type { EmitEvent } from '../ipc/emit-event.ts'
import { systemTimers } from '../shared/timers.ts'
import type { Announcer } from './announcements.ts'
import type { Broker } from './broker.ts'
import { createAnnouncements } from './device-announcements.ts'
import type { Fleet } from './fleet.ts'
import type { Links } from './links.ts'
import type { Signing } from './signing.ts'
import type { Storage } from './storage.ts'

interface Joined {
  readonly emit: EmitEvent
  readonly announcer: Announcer
  readonly storage: Storage
  readonly links: Links
  readonly devices: Fleet
  readonly commands: Commands
  readonly signing: Signing
  readonly ingest: DeviceIngest
  readonly broker: Broker
  readonly delivery: Delivery
}

/** Joins what the services announce to those that it concerns. */
export function joinServices(joined: Joined): void {
  joined.announcer.on('alertsToTell', (alerts) => joined.delivery.tell(alerts))
  joinFleet(joined)
  joinSigning(joined)
  joinConnection(joined)
}

/** Joins what concerns single devices: the window's list and alerts. */
function joinFleet({ emit, announcer, links, devices }: Joined): void {
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
function joinSigning({ announcer, signing }: Joined): void {
  announcer.on('secretsChanged', () => void signing.operators.refresh())
  announcer.on('connectionLeft', (from) => {
    if (from !== null) signing.signer.left(from)
  })
}

/** Joins what follows the connection in use, and the secrets that it needs. */
function joinConnection(joined: Joined): void {
  const { emit, announcer, storage, links, devices, commands, ingest, broker } = joined
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
