import type { PresenceEvidence } from '../../../../preload/contract/models/devices/device.ts'
import { ageWords, clockWords, durationWords } from '../../../components/words/time-words.ts'

/** A key of the `devices` catalogue with its values. */
export interface Words {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Says what a presence rests on, e.g. "heartbeat 12s ago" or "no heartbeat for 3 × 30s". */
export function evidenceWords(evidence: PresenceEvidence, now: number, language: string): Words {
  const age = (at: number) => ageWords(at, now, language)
  switch (evidence.kind) {
    case 'heartbeat':
    case 'data':
    case 'result':
    case 'ack':
      return { key: `evidence.${evidence.kind}`, values: { age: age(evidence.at) } }
    case 'unreadable':
      return { key: 'odd.evidence', values: { age: age(evidence.at) } }
    case 'status-online':
      return {
        key: evidence.isRetained ? 'evidence.statusOnlineRetained' : 'evidence.statusOnline',
        values: { age: age(evidence.at), time: clockWords(evidence.at, now, language) },
      }
    case 'said-offline':
      return {
        key: evidence.isRetained ? 'evidence.saidOfflineRetained' : 'evidence.saidOffline',
        values: { time: clockWords(evidence.at, now, language) },
      }
    case 'last-will':
      return { key: 'evidence.lastWill', values: { time: clockWords(evidence.at, now, language) } }
    case 'missed':
      return {
        key: 'evidence.missed',
        values: {
          count: evidence.count,
          interval: durationWords(Math.round(evidence.intervalS) * 1000, language),
          age: age(evidence.lastAt),
        },
      }
    case 'command-in-flight':
      return {
        key: 'evidence.commandInFlight',
        values: { duration: durationWords(wholeSeconds(now - evidence.since), language) },
      }
    case 'restored':
      return { key: 'evidence.restored', values: { age: age(evidence.lastAt) } }
    case 'never':
      return { key: 'evidence.never', values: {} }
  }
}

/** The first statement of the evidence, for a place without room for the others. */
export function shortEvidence(evidence: PresenceEvidence, now: number, language: string): Words {
  const { key, values } = evidenceWords(evidence, now, language)
  return { key: SHORT.get(key) ?? key, values }
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['evidence.commandInFlight', 'evidence.commandInFlightShort'],
  ['evidence.statusOnlineRetained', 'evidence.statusOnlineShort'],
  ['evidence.saidOfflineRetained', 'evidence.saidOfflineShort'],
  ['evidence.missed', 'evidence.missedShort'],
  ['evidence.restored', 'evidence.missedShort'],
])

function wholeSeconds(ms: number): number {
  return Math.max(1, Math.floor(ms / 1000)) * 1000
}

/** Within this time after the CONNACK the broker hands over what it keeps of the devices. */
export const FIRST_SIGNS_MS = 2_000

/** True while silence says nothing of a device: not connected, or only just. `openedAt` as in ConnectionStatus. */
export function isBeforeFirstSigns(openedAt: number | null, now: number): boolean {
  return openedAt === null || now < openedAt + FIRST_SIGNS_MS
}
