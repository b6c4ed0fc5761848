import type { KnownCharacter } from '../../../preload/contract/models/broker/broker-character.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { lookAtGrantedQos } from '../character/look.ts'
import { openMqttSession } from '../session/mqtt-session.ts'

/** What the connection takes from outside. */
export interface BrokerConnectionDeps {
  readonly now: Clock
  readonly log: Log
  /** [0, 1); decides the jitter. */
  readonly random?: () => number
  readonly openSession?: typeof openMqttSession
  readonly connectTimeoutMs?: number
  /** True for the profile of a broker of ours, which keeps no command whatever it speaks; no profile is unless given. */
  readonly isOwnBroker?: (profileId: string) => boolean
  /** Called for a profile whose broker is silent on MQTT 5 and answers 3.1.1. */
  readonly onOldBroker?: (profileId: string) => void
  /** Asks a broker what it grants, on a connection of its own. */
  readonly look?: typeof lookAtGrantedQos
  /** What is to be kept of the broker in the profile. */
  readonly onRecognised?: (profileId: string, known: KnownCharacter) => void
}

const CONNECT_TIMEOUT_MS = 10_000

/** Completes what is given for the app's own use. */
export function withDefaults(deps: BrokerConnectionDeps): Required<BrokerConnectionDeps> {
  return {
    random: Math.random,
    openSession: openMqttSession,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    isOwnBroker: () => false,
    onOldBroker: () => {},
    look: lookAtGrantedQos,
    onRecognised: () => {},
    ...deps,
  }
}
