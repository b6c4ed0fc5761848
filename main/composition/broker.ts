import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { ConnectionStatus } from '../../preload/contract/models/broker/connection.ts'
import { BrokerAccounts } from '../broker/accounts/broker-accounts.ts'
import { BUILT_IN_PROFILE_ID } from '../broker/built-in/profile.ts'
import { LogThreads } from '../broker/log/log-threads.ts'
import { createBrokerPage } from '../broker/page/create-broker-page.ts'
import { ownNamesOf } from '../broker/session/target.ts'
import { DEMO_PROFILE_ID } from '../demo/names.ts'
import { sanitise, sanitiseLine } from '../safety/text/sanitiser.ts'
import { secretsUnder } from '../shared/secrets.ts'
import type { Environment } from './environment.ts'
import type { Links } from './links.ts'
import type { Storage } from './storage.ts'

export type Broker = ReturnType<typeof createBroker>

/** Builds what explains the logs of brokers. */
export function createLogThreads({ logWorker }: Environment) {
  return new LogThreads((order) => new Worker(logWorker, { workerData: order }))
}

/** True unless the broker is known to be another: some end a connection that publishes below `$`. */
function mayBeMosquitto({ character }: ConnectionStatus): boolean {
  const kind = character?.kind ?? 'unknown'
  return kind === 'unknown' || kind === 'mosquitto'
}

/** Builds the built-in broker, the broker page and the accounts of a broker that keeps them itself. */
export function createBroker({ emit, now, timers }: Environment, storage: Storage, links: Links) {
  const { settings, secrets, log, builtInFile } = storage
  const { connection, profiles, active, demoBroker } = links
  const page = createBrokerPage({
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
    onSys: (topic, text) => connection.character.sysSeen(topic, text),
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
  const isOwnBroker = (profileId: string) => profileId === BUILT_IN_PROFILE_ID || profileId === DEMO_PROFILE_ID
  const accounts = new BrokerAccounts({
    open: page.open,
    status: () => connection.status(),
    isElsewhere: (profileId) => isOwnBroker(profileId) || !mayBeMosquitto(connection.status()),
    ownNames: async (profileId) => ownNamesOf(await profiles.target(profileId)),
    operator: () => settings.settings().operatorName,
    audit: {
      approved: (record) => storage.audit.appendApproved({ kind: 'accounts', ...record }),
      ended: (record) => storage.audit.append({ kind: 'accounts', ...record }),
    },
    store: storage.accountsFile,
    newId: randomUUID,
    now,
    timers,
    log,
  })
  return { ...page, accounts }
}
