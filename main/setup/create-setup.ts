import type { Events } from '../../preload/contract/events.ts'
import type { Clock } from '../ports.ts'
import { localHosts } from './local-hosts.ts'
import { findMosquitto } from './mosquitto-program.ts'
import type { SetupRepository } from './setup-record.ts'
import { type SecretVault, SetupVault } from './setup-vault.ts'
import { Setups } from './setups.ts'

/** The set-ups of this app, on this computer. */
export function createSetups(deps: {
  readonly repository: SetupRepository
  readonly vault: SecretVault
  readonly isMemoryOnly: () => boolean
  readonly now: Clock
  readonly emit: <Name extends 'setup.changed' | 'setup.proved'>(name: Name, payload: Events[Name]) => void
}): Setups {
  return new Setups({
    repository: deps.repository,
    vault: new SetupVault(deps.vault),
    isMemoryOnly: deps.isMemoryOnly,
    localHosts: () => localHosts(),
    findProgram: () => findMosquitto(),
    now: deps.now,
    onChanged: (views) => deps.emit('setup.changed', views),
    onProof: (report) => deps.emit('setup.proved', report),
  })
}
