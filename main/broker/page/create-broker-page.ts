import { hostname } from 'node:os'
import type {
  BrokerHealth,
  BrokerReading,
  BrokerSample,
  BuiltInView,
  LogView,
  TesterState,
} from '../../../preload/contract/models/broker/broker.ts'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { Secrets } from '../../shared/secrets.ts'
import type { Timers } from '../../shared/timers.ts'
import { BuiltInBroker } from '../built-in/built-in-broker.ts'
import type { BuiltInStore } from '../built-in/lifecycle.ts'
import { BUILT_IN_PROFILE_ID } from '../built-in/profile.ts'
import type { Profiles } from '../profiles/profiles.ts'
import type { BrokerSession } from '../session/broker-session.ts'
import { BrokerHealthWatch } from './broker-health.ts'
import { BrokerPage } from './broker-page.ts'
import { localAddresses } from './local-addresses.ts'
import { LogTail } from './log-tail.ts'
import { openSecondSession, type SecondSessionHandlers } from './second-session.ts'
import { TopicTester } from './topic-tester.ts'

/** All that the built-in broker and the broker page need from outside. */
export interface BrokerPageParts {
  readonly store: BuiltInStore
  readonly secrets: Secrets
  readonly profiles: Profiles
  readonly status: () => ConnectionStatus
  readonly builtInName: () => string
  /** Called with the address at which the console would look for the built-in broker in vain, or with null once it runs. */
  readonly onBuiltInAbsent: (address: string | null) => void
  readonly keepsSecrets: () => boolean
  /** Figures of the demo's broker when this is its connection; else null. */
  readonly demoReading: (profileId: string | null) => BrokerReading | null
  readonly sanitise: (text: string) => { readonly text: string; readonly marks: readonly string[] }
  readonly sanitiseLine: (text: string, maxChars: number) => string
  /** One of the broker's own topics came. */
  readonly onSys: (topic: string, text: string) => void
  readonly now: Clock
  readonly timers: Timers
  readonly log: Log
  readonly emit: {
    readonly health: (health: BrokerHealth, sample: BrokerSample | null) => void
    readonly tester: (state: TesterState) => void
    readonly log: (view: LogView) => void
    readonly builtIn: (view: BuiltInView) => void
  }
}

/** Builds them, leaf first. Nothing runs before the page opens or the built-in broker is started. */
export function createBrokerPage(parts: BrokerPageParts) {
  const { status, emit } = parts
  const computerName = hostname()
  const whileOpen =
    <A extends unknown[]>(send: (...values: A) => void) =>
    (...values: A) => {
      if (page.isOpen()) send(...values)
    }
  const builtIn: BuiltInBroker = new BuiltInBroker({
    ...parts,
    localAddresses,
    computerName,
    profileName: parts.builtInName,
    onAbsent: parts.onBuiltInAbsent,
    consoleClientId: () => (status().state === 'connected' ? status().clientId : null),
    onChanged: (view) => {
      emit.builtIn(view)
      if (page.isOpen() && page.log().source === 'built-in') emit.log(page.log())
    },
  })
  const open = async (handlers: SecondSessionHandlers): Promise<BrokerSession> => {
    const { profileId, protocol } = status()
    const target = await parts.profiles.target(profileId ?? '')
    return openSecondSession(target, protocol === 'MQTT 5' ? 5 : 4, handlers)
  }
  const health = new BrokerHealthWatch({
    ...parts,
    open,
    random: Math.random,
    builtInReading: () => {
      const { profileId } = status()
      return profileId === BUILT_IN_PROFILE_ID ? builtIn.reading() : parts.demoReading(profileId)
    },
    onChanged: whileOpen(emit.health),
  })
  const tester = new TopicTester({ ...parts, open, onChanged: whileOpen(emit.tester) })
  const log = new LogTail({
    ...parts,
    usualFiles: USUAL_LOG_FILES,
    onChanged: whileOpen((view: LogView) => {
      if (page.log().source === 'file') emit.log(view)
    }),
  })
  const page: BrokerPage = new BrokerPage({
    ...parts,
    health,
    tester,
    builtIn,
    log,
    computerName,
    profiles: () => parts.profiles.list(),
  })
  let stopWaiting: (() => void) | null = null
  return {
    page,
    tester,
    builtIn,
    open,
    /** To be called when the state of the active connection changed. */
    follow: () => {
      // Later, because the first seconds belong to the devices.
      if (status().state === 'connected') stopWaiting ??= parts.timers.after(GATHER_AFTER_MS, () => health.want())
      health.follow()
      tester.follow()
    },
    dispose: async () => {
      stopWaiting?.()
      log.pause()
      await Promise.all([health.dispose(), tester.close()])
      await builtIn.dispose()
    },
  }
}

/** Figures are gathered this long after the first connection. */
const GATHER_AFTER_MS = 3_000

/** Debian's package, Homebrew on both kinds of Mac, the Windows installer. */
const USUAL_LOG_FILES = [
  '/var/log/mosquitto/mosquitto.log',
  '/opt/homebrew/var/log/mosquitto/mosquitto.log',
  '/usr/local/var/log/mosquitto/mosquitto.log',
  'C:\\Program Files\\mosquitto\\mosquitto.log',
  'C:\\ProgramData\\mosquitto\\mosquitto.log',
]
