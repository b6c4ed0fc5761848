import type { Events } from '../../preload/contract/events.ts'
import type { Clock } from '../shared/clock.ts'
import type { Secrets } from '../shared/secrets.ts'
import { once } from '../shared/work/once.ts'
import type { SetupExport, SetupExportDeps } from './setup-export.ts'
import type { SetupRepository } from './setup-record.ts'
import type { Setups } from './setups.ts'

/** Creates the set-ups of this computer with the first use, because most starts never need them. */
export function createSetups(deps: {
  readonly repository: SetupRepository
  readonly secrets: Secrets
  readonly isMemoryOnly: () => boolean
  readonly now: Clock
  readonly onDevicesExpected: (connectionIds: readonly string[], deviceIds: readonly string[]) => void
  readonly emit: <Name extends 'setup.changed' | 'setup.proved'>(name: Name, payload: Events[Name]) => void
}): () => Promise<Setups> {
  return once(async () => {
    const [{ Setups: Service }, { SetupSecrets }, { localHosts }, { findMosquitto }, { findClusterProgram }] =
      await Promise.all([
        import('./setups.ts'),
        import('./setup-secrets.ts'),
        import('./plan/check-names.ts'),
        import('./proof/mosquitto-program.ts'),
        import('./proof/cluster-program.ts'),
      ])
    return new Service({
      repository: deps.repository,
      secrets: new SetupSecrets(deps.secrets),
      isMemoryOnly: deps.isMemoryOnly,
      localHosts: () => localHosts(),
      findProgram: () => findMosquitto(),
      findClusterProgram: (kind) => findClusterProgram(kind),
      now: deps.now,
      onChanged: (views) => deps.emit('setup.changed', views),
      onDevicesExpected: deps.onDevicesExpected,
      onProof: (report) => deps.emit('setup.proved', report),
    })
  })
}

/** Creates their way out of the app, with the first use too. */
export function createSetupExport(
  deps: Omit<SetupExportDeps, 'setups'> & { readonly setups: () => Promise<Setups> },
): () => Promise<SetupExport> {
  return once(async () => {
    const [setups, { SetupExport: Service }] = await Promise.all([deps.setups(), import('./setup-export.ts')])
    return new Service({ ...deps, setups })
  })
}
