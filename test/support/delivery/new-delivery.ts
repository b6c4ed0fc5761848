import { randomUUID } from 'node:crypto'
import { Delivery, type DeliveryDeps } from '../../../main/delivery/delivery.ts'
import type { KeptMessages } from '../../../main/delivery/kept-messages.ts'
import { noticeOf } from '../../../main/devices/alerts/alert-words.ts'
import type { Secrets } from '../../../main/shared/secrets.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import type { DeliveryChannel, DeliveryView } from '../../../preload/contract/models/app/delivery.ts'
import { OFF } from './samples.ts'

/** Secrets in a map. */
export class MapSecrets implements Secrets {
  readonly kept = new Map<string, string>()
  readonly lost = new Set<string>()
  has = (name: string) => this.kept.has(name)
  isLost = (name: string) => this.lost.has(name)
  get = async (name: string) => this.kept.get(name) ?? null
  set = async (name: string, value: string) => void this.kept.set(name, value)
  delete = async (name: string) => void this.kept.delete(name)
}

/** A delivery whose settings and secrets are in memory. */
export function newDelivery(
  changes: Partial<DeliveryDeps> = {},
  kept: Partial<Record<DeliveryChannel, KeptMessages>> = {},
) {
  let settings = OFF
  const secrets = new MapSecrets()
  const views: DeliveryView[] = []
  const logged: unknown[] = []
  const log = (...line: unknown[]) => void logged.push(line)
  const delivery = new Delivery({
    store: {
      delivery: () => settings,
      setDelivery: (next) => {
        settings = next
      },
    },
    messages: {
      read: (name) => kept[name] ?? { waiting: [], unsent: [] },
      save: (name, next) => {
        kept[name] = next
      },
    },
    secrets,
    clock: Date.now,
    newId: randomUUID,
    timers: systemTimers,
    log: { info: log, warn: log, error: log },
    language: () => 'en',
    redact: (text) => text,
    noticeOf: (alerts) => noticeOf(alerts, ({ deviceId }) => ({ name: `Name of ${deviceId}`, tags: ['roof'] })),
    isSimulated: (connectionId) => connectionId === 'demo',
    fetchFor: async () => globalThis.fetch,
    authority: () => null,
    onChanged: (view) => void views.push(view),
    ...changes,
  })
  return { delivery, secrets, views, logged, kept }
}
