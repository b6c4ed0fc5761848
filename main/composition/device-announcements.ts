import { Announcements } from '../broker/character/announcements.ts'
import type { BrokerConnection } from '../broker/connection/connection.ts'
import type { DeviceRegistry } from '../devices/registry/registry.ts'
import type { Clock } from '../shared/clock.ts'
import type { After } from '../shared/timers.ts'

/** Joins the count of announcements to the devices that are known and to the connection in use. */
export function createAnnouncements(parts: {
  readonly connection: BrokerConnection
  readonly registry: Pick<DeviceRegistry, 'records'>
  readonly now: Clock
  readonly after: After
}): Announcements {
  const { connection, registry, now, after } = parts
  return new Announcements({
    now,
    after,
    known: (connectionId) => idsOf(registry, connectionId),
    traits: () => connection.character.view.traits,
    isSilent: () => {
      const { kind, traits } = connection.character.view
      return kind !== 'unknown' && traits.retained === 'none'
    },
    ask: (filters) => connection.ask(filters),
    room: (messages) => connection.character.room(messages),
    missed: (messages) => connection.character.missed(messages),
    onCount: (count) => connection.showAnnouncements(count),
  })
}

function* idsOf(registry: Pick<DeviceRegistry, 'records'>, connectionId: string): Iterable<string> {
  for (const { deviceId } of registry.records(connectionId)) yield deviceId
}
