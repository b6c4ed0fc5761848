import type { Events } from '../../preload/contract/events.ts'
import type { Clock } from '../shared/clock.ts'
import type { Secrets } from '../shared/secrets.ts'
import type { SetupRepository } from './setup-record.ts'
import type { Setups } from './setups.ts'

/** The set-ups of this app, on this computer. Loaded when they are first asked for: most starts never do. */
export function createSetups(deps: {
  readonly repository: SetupRepository
  readonly secrets: Secrets
  readonly isMemoryOnly: () => boolean
  readonly now: Clock
  readonly emit: <Name extends 'setup.changed' | 'setup.proved'>(name: Name, payload: Events[Name]) => void
}): () => Promise<Setups> {
  const create = async (): Promise<Setups> => {
    const [{ Setups: Service }, { SetupSecrets }, { localHosts }, { findMosquitto }] = await Promise.all([
      import('./setups.ts'),
      import('./setup-secrets.ts'),
      import('./plan/local-hosts.ts'),
      import('./proof/mosquitto-program.ts'),
    ])
    return new Service({
      repository: deps.repository,
      secrets: new SetupSecrets(deps.secrets),
      isMemoryOnly: deps.isMemoryOnly,
      localHosts: () => localHosts(),
      findProgram: () => findMosquitto(),
      now: deps.now,
      onChanged: (views) => deps.emit('setup.changed', views),
      onProof: (report) => deps.emit('setup.proved', report),
    })
  }
  let setups: Promise<Setups> | null = null
  return () => {
    setups ??= create()
    return setups
  }
}
