import { randomUUID } from 'node:crypto'
import { EndpointDialer } from '../assistant/model/endpoint-dialer.ts'
import { Delivery } from '../delivery/delivery.ts'
import { DEMO_PROFILE_ID } from '../demo/names.ts'
import { noticeOf } from '../devices/alerts/alert-words.ts'
import { secretsUnder } from '../shared/secrets.ts'
import type { Environment } from './environment.ts'
import type { Fleet } from './fleet.ts'
import type { Links } from './links.ts'
import type { Storage } from './storage.ts'

/** Builds what sends messages about alerts. Proxy and authority of the operator's network are those of the assistant. */
export function createDelivery(
  { emit, now, timers }: Environment,
  { settings, secrets, redact, log, messageFile }: Storage,
  { links, fleet }: { readonly links: Links; readonly fleet: Fleet },
) {
  const dialer = new EndpointDialer()
  const network = () => links.access.settings().network
  const delivery = new Delivery({
    store: settings,
    messages: messageFile,
    secrets: secretsUnder(secrets, 'delivery/'),
    clock: now,
    timers,
    log,
    newId: randomUUID,
    language: () => settings.settings().language,
    redact,
    noticeOf: (alerts) => noticeOf(alerts, (ref) => fleet.registry.find(ref)?.entry ?? NOBODY),
    isSimulated: (connectionId) => connectionId === DEMO_PROFILE_ID,
    fetchFor: async (url) => {
      const proxyLogin = network()?.proxyUrl ? await links.access.proxyLogin() : null
      return dialer.fetchFor({ baseUrl: url, network: network(), proxyLogin })
    },
    authority: () => network()?.ca ?? null,
    onChanged: (view) => emit('delivery.changed', view),
  })
  return {
    delivery,
    disposeDelivery: async () => {
      await delivery.dispose()
      await dialer.dispose()
    },
  }
}

const NOBODY = { name: '', tags: [] }
