import { createAssistant } from '../assistant/create-assistant.ts'
import { MqttBroker } from '../broker/built-in/mqtt-broker.ts'
import { BUILT_IN_PROFILE_ID } from '../broker/built-in/profile.ts'
import { ActiveConnection } from '../broker/connection/active-connection.ts'
import { BrokerConnection } from '../broker/connection/connection.ts'
import { Profiles } from '../broker/profiles/profiles.ts'
import { DEMO_PROFILE_ID } from '../demo/names.ts'
import { createSetups } from '../setup/create-setups.ts'
import { secretsUnder } from '../shared/secrets.ts'
import { once } from '../shared/work/once.ts'
import type { Environment } from './environment.ts'
import type { Storage } from './storage.ts'

export type Links = ReturnType<typeof createLinks>

/** Builds what reaches brokers and models: the connection, its profiles, the demo, the set-ups and the assistant. */
export function createLinks({ emit, announcer, now }: Environment, storage: Storage) {
  const { log, settings, secrets, redact, setupFile } = storage
  const isOwnBroker = (profileId: string) => profileId === BUILT_IN_PROFILE_ID || profileId === DEMO_PROFILE_ID
  const profiles = new Profiles({ repository: settings, secrets: secretsUnder(secrets, 'profile/') })
  const connection = new BrokerConnection({
    now,
    log,
    isOwnBroker,
    onOldBroker: (profileId) =>
      void profiles.keepVersion(profileId, 4).catch((error) => log.error('a version was not kept', error)),
    onRecognised: (profileId, known) =>
      void profiles.keepCharacter(profileId, known).catch((error) => log.error('a character was not kept', error)),
  })
  const demoBroker = new MqttBroker({ now, log })
  const demo = once(async () => {
    const { Demo } = await import('../demo/demo.ts')
    return new Demo({ now, log, broker: demoBroker })
  })
  const active = new ActiveConnection({
    connection,
    profiles,
    memory: settings,
    demo: {
      start: async () => (await demo()).start(),
      stop: async () => (await demo()).stop(),
    },
    onSwitch: (from) => announcer.emit('connectionLeft', from),
  })
  const setups = createSetups({
    repository: setupFile,
    secrets: secretsUnder(secrets, 'setup/'),
    isMemoryOnly: () => secrets.status().mode === 'memory',
    now,
    onDevicesExpected: (...expected) => announcer.emit('devicesExpected', ...expected),
    emit,
  })
  const { access, assistant, dialer } = createAssistant({
    store: settings,
    secrets: secretsUnder(secrets, 'assistant/'),
    redact,
    now,
  })
  return { connection, profiles, demoBroker, active, setups, access, assistant, dialer }
}
