import { BUILT_IN_PROFILE_ID } from '../broker/built-in/profile.ts'
import { createBrokerPage } from '../broker/page/create-broker-page.ts'
import { DEMO_PROFILE_ID } from '../demo/demo.ts'
import { sanitise, sanitiseLine } from '../safety/text/sanitiser.ts'
import { secretsUnder } from '../shared/secrets.ts'
import type { Environment } from './environment.ts'
import type { Links } from './links.ts'
import type { Storage } from './storage.ts'

export type Broker = ReturnType<typeof createBroker>

/** Builds the built-in broker and the broker page. */
export function createBroker({ emit, now, timers }: Environment, storage: Storage, links: Links) {
  const { settings, secrets, log, builtInFile } = storage
  const { connection, profiles, active, demoBroker } = links
  return createBrokerPage({
    store: builtInFile,
    secrets: secretsUnder(secrets, 'built-in-broker/'),
    profiles,
    status: () => connection.status(),
    keepsSecrets: () => secrets.status().mode !== 'memory',
    onBuiltInAbsent: (address) =>
      void active
        .followBroker(BUILT_IN_PROFILE_ID, address)
        .catch((error) => log.error('the built-in broker cannot be connected to', error)),
    builtInName: () => (settings.settings().language === 'zh-CN' ? '内置 Broker' : 'Built-in broker'),
    demoReading: (profileId) => (profileId === DEMO_PROFILE_ID ? demoBroker.reading() : null),
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
}
