import type { KnownCharacter } from '../../../preload/contract/models/broker-character.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { lookAtGrantedQos } from '../character/look.ts'
import { openMqttSession } from '../session/mqtt-session.ts'

/** A message as it came in; `connectionId` is the profile's id, `receivedAt` epoch ms. */
export interface BrokerMessage {
  readonly connectionId: string
  readonly topic: string
  readonly payload: Buffer
  readonly isRetained: boolean
  readonly receivedAt: number
}

export interface BrokerConnectionDeps {
  readonly now: Clock
  readonly log: Log
  /** [0, 1); decides the jitter. */
  readonly random?: () => number
  readonly openSession?: typeof openMqttSession
  readonly connectTimeoutMs?: number
  /** Asks a broker what it grants, on a connection of its own. */
  readonly look?: typeof lookAtGrantedQos
  /** What is to be kept of the broker in the profile. */
  readonly onRecognised?: (profileId: string, known: KnownCharacter) => void
  /** Called for a profile whose broker is silent on MQTT 5 and answers 3.1.1. */
  readonly onOldBroker?: (profileId: string) => void
}

const CONNECT_TIMEOUT_MS = 10_000

export function withDefaults(deps: BrokerConnectionDeps): Required<BrokerConnectionDeps> {
  return {
    random: Math.random,
    openSession: openMqttSession,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    look: lookAtGrantedQos,
    onRecognised: () => {},
    onOldBroker: () => {},
    ...deps,
  }
}
