import { beforeEach, describe, expect, it } from 'vitest'
import { ActiveConnection } from '../../../../../main/broker/connection/active-connection.ts'
import { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
import { type ProfileRepository, Profiles } from '../../../../../main/broker/profiles/profiles.ts'
import type { Secrets } from '../../../../../main/shared/secrets.ts'
import type { Profile } from '../../../../../preload/contract/models/broker/connection.ts'
import { newTarget } from '../new-target.ts'
import { FakeSession } from './fake-session.ts'

let profile: Profile
let left: (string | null)[]
let connection: BrokerConnection
let active: ActiveConnection

beforeEach(() => {
  profile = newTarget().profile
  left = []
  const repository: ProfileRepository = {
    profiles: () => [profile],
    saveProfile: () => undefined,
    removeProfile: () => undefined,
  }
  const secrets: Secrets = {
    has: () => false,
    isLost: () => false,
    get: () => Promise.resolve(null),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  }
  connection = new BrokerConnection({
    now: Date.now,
    log: { info() {}, warn() {}, error() {} },
    openSession: (options) => Promise.resolve(new FakeSession(options)),
  })
  active = new ActiveConnection({
    connection,
    profiles: new Profiles({ repository, secrets }),
    memory: { activeProfileId: () => null, setActiveProfile: () => undefined },
    demo: { start: () => Promise.resolve(newTarget()), stop: () => Promise.resolve() },
    onSwitch: (from) => left.push(from),
  })
})

describe('the active connection', () => {
  it('is left where an edited profile leads to another broker, so that no approval for the first reaches the second', async () => {
    await active.connect('site-a')
    profile = { ...profile, host: 'elsewhere.example' }
    await active.connect('site-a')
    expect(left).toEqual([null, 'site-a'])
  })

  it('is not left where the same place is connected to again', async () => {
    await active.connect('site-a')
    profile = { ...profile, name: 'Another name', keepaliveS: 60 }
    await active.connect('site-a')
    expect(left).toEqual([null])
  })

  it('connects to the profile as it is by then, once the broker of this app runs', async () => {
    await active.followBroker('site-a', 'broker.example:1883')
    expect(await active.connect('site-a')).toMatchObject({ state: 'waiting', address: 'broker.example:1883' })
    profile = { ...profile, port: 1884 }
    await active.followBroker('site-a', null)
    expect(connection.status()).toMatchObject({ state: 'connecting', address: 'broker.example:1884' })
  })

  it('has no profile any more once that is removed, and keeps its name where it was only left', async () => {
    await active.connect('site-a')
    await active.release('site-a')
    expect(connection.status()).toMatchObject({ state: 'disconnected', profileId: 'site-a' })
    await active.forget('another')
    expect(connection.status()).toMatchObject({ profileId: 'site-a' })
    await active.forget('site-a')
    expect(connection.status()).toMatchObject({ state: 'disconnected', profileId: null, profileName: null })
    expect(left).toEqual([null, 'site-a', 'site-a'])
  })

  it('stays disconnected when a broker of this app starts that the operator has left', async () => {
    await active.followBroker('site-a', 'broker.example:1883')
    await active.connect('site-a')
    await active.disconnect()
    await active.followBroker('site-a', null)
    expect(connection.status().state).toBe('disconnected')
  })
})
