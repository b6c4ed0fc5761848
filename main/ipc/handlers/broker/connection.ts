import type { ConnectionStatus, ConnectionTest } from '../../../../preload/contract/models/broker/connection.ts'
import type { connectionRoutes } from '../../../../preload/contract/routes/broker/connection.ts'
import { certificateCards } from '../../../broker/profiles/certificate-cards.ts'
import type { Profiles } from '../../../broker/profiles/profiles.ts'
import { firstProxy } from '../../../broker/session/proxy-list.ts'
import { type ConnectionTarget, hostAndPort } from '../../../broker/session/target.ts'
import { systemAuthorities } from '../../../broker/session/trust.ts'
import { sanitiseLine } from '../../../safety/text/sanitiser.ts'
import type { Dialogs } from '../../../shared/dialogs.ts'
import type { HandlersOf } from '../../router.ts'
import { profileFileHandlers } from './profile-files.ts'

/** Changes the connection for the window; the composition root decides what a switch entails. */
export interface ConnectionControl {
  connect(profileId: string): Promise<ConnectionStatus>
  disconnect(): Promise<ConnectionStatus>
  startDemo(): Promise<ConnectionStatus>
  /** Called before a profile goes: a connection that uses it is closed. */
  forget(profileId: string): Promise<void>
}

const LOOK_MS = 3_000

/** Runs one connection test; aborting makes it end early. */
export type RunTest = (testId: string, target: ConnectionTarget, signal: AbortSignal) => Promise<ConnectionTest>

export function connectionHandlers(deps: {
  readonly profiles: Profiles
  readonly control: ConnectionControl
  readonly runTest: RunTest
  readonly dialogs: Pick<Dialogs, 'openFile' | 'saveAs'>
  /** How the system leads to `host:port`, as a PAC script answers. */
  readonly systemProxyList: (address: string) => Promise<string>
}): HandlersOf<typeof connectionRoutes> {
  const tests = new Map<string, AbortController>()
  return {
    ...profileFileHandlers(deps),
    'profiles.save': ({ profile, secrets }) => deps.profiles.save(profile, secrets),
    'profiles.remove': async ({ profileId }) => {
      await deps.control.forget(profileId)
      await deps.profiles.remove(profileId)
      return null
    },
    'profiles.test': async ({ testId, profile, secrets }) => {
      const abort = new AbortController()
      tests.set(testId, abort)
      try {
        return await deps.runTest(testId, await deps.profiles.draft(profile, secrets), abort.signal)
      } finally {
        tests.delete(testId)
      }
    },
    'profiles.cancelTest': ({ testId }) => {
      tests.get(testId)?.abort()
      return null
    },
    'broker.scan': async ({ host }) => {
      const { scanPorts } = await import('../../../broker/check/port-scan.ts')
      const signal = AbortSignal.timeout(4 * LOOK_MS)
      return scanPorts(host.replace(/^\[(.*)\]$/, '$1'), { timeoutMs: LOOK_MS, signal })
    },
    'broker.certificate': async ({ profile }) => {
      const target = { profile, secrets: { password: null, clientKey: null, passphrase: null } }
      const { shownCertificate } = await import('../../../broker/check/stages/tls.ts')
      return shownCertificate(target, { timeoutMs: LOOK_MS, signal: AbortSignal.timeout(2 * LOOK_MS) })
    },
    'profiles.certificates': ({ pem }) => certificateCards(pem, sanitiseLine),
    'broker.systemProxy': async ({ host, port }) =>
      firstProxy(await deps.systemProxyList(hostAndPort(host.replace(/^\[(.*)\]$/, '$1'), port))),
    'broker.hasSystemStore': () => systemAuthorities() !== null,
    'connection.connect': ({ profileId }) => deps.control.connect(profileId),
    'connection.enterPassword': async ({ profileId, password }) => {
      await deps.profiles.enterPassword(profileId, password)
      return deps.control.connect(profileId)
    },
    'connection.disconnect': () => deps.control.disconnect(),
    'demo.start': () => deps.control.startDemo(),
  }
}
