import type { InFlight, Presence, PresenceEvidence } from '../../preload/contract/models/devices/device.ts'

/** Kinds of message that prove a device alive. */
export type LifeSign = 'heartbeat' | 'data' | 'result' | 'ack' | 'status-online' | 'unreadable'

/** Facts that decide presence. All times are epoch ms of receipt. */
export interface PresenceFacts {
  /** Last message that was not retained; survives a restart. */
  readonly lastLiveAt: number | null
  readonly lastLiveKind: LifeSign
  /** True until the first live message in this run of the console. */
  readonly isRestored: boolean
  /** A retained `online`, which is no live message. `statedAt` is the device's time, if given. */
  readonly retainedOnline: { readonly receivedAt: number; readonly statedAt: number } | null
  /**
   * True from a silence or goodbye that was noticed until the next sign of life, or an `online` of another time than the one
   * before; survives a restart.
   */
  readonly wasAway: boolean
  /** Offline message of the device or its Last Will, with nothing newer. */
  readonly offline: { readonly at: number; readonly isLastWill: boolean; readonly isRetained: boolean } | null
  /** Learnt, or 60 s. */
  readonly intervalMs: number
  /** End of a command that blocked the device; silence counts from here. */
  readonly quietUntil: number
}

/**
 * Time in which this console listened. `since`: CONNACK of the present session, or the end of a sleep. `until`: null
 * while it listens, else the end; presence is then frozen.
 */
export interface Listening {
  readonly since: number
  readonly until: number | null
}

export interface PresenceVerdict {
  readonly presence: Presence
  readonly evidence: PresenceEvidence
  /** Epoch ms from which silence alone may change the verdict; Infinity if it never does. */
  readonly validUntil: number
}

export const DEFAULT_INTERVAL_MS = 60_000
const LOST_AFTER_INTERVALS = 3

/**
 * Judges the presence of a device, with its evidence (wire/README.md, section 3). Silence counts only while the console
 * listened: after a start, a reconnect or a sleep no device is lost before its next heartbeat is due. A device that was
 * present when its command was sent is busy until the command ends, even after a Last Will, because its network thread
 * may be blocked.
 */
export function judgePresence(
  facts: PresenceFacts,
  listening: Listening,
  inFlight: InFlight | null,
  at: number,
): PresenceVerdict {
  const now = listening.until === null ? at : Math.min(at, listening.until)
  if (inFlight !== null && isBusy(facts, inFlight))
    return { presence: 'busy', evidence: { kind: 'command-in-flight', ...inFlight }, validUntil: NO_CHANGE }
  if (facts.offline !== null) return said(facts.offline)

  const { lastLiveAt, intervalMs } = facts
  const hasRetained = facts.retainedOnline !== null && facts.retainedOnline.receivedAt >= listening.since
  if (lastLiveAt === null && !hasRetained) return NEVER

  const graceMs = graceOf(intervalMs)
  const heardAt = Math.max(facts.isRestored ? 0 : (lastLiveAt ?? 0), facts.quietUntil)
  const freshUntil = heardAt + graceMs + intervalMs
  if (lastLiveAt !== null && !facts.isRestored && now < freshUntil)
    return { presence: 'online', evidence: lifeSign(facts), validUntil: freshUntil }

  const dueFrom = Math.max(heardAt, listening.since) + graceMs
  const missed = Math.floor((now - dueFrom) / intervalMs)
  if (missed < 1) return notYetDue(facts, hasRetained, dueFrom + intervalMs)
  const lostFrom = dueFrom + LOST_AFTER_INTERVALS * intervalMs + 1
  const evidence: PresenceEvidence = {
    kind: 'missed',
    count: Math.min(missed, LOST_AFTER_INTERVALS),
    intervalS: intervalMs / 1000,
    lastAt: lastLiveAt ?? facts.retainedOnline?.statedAt ?? dueFrom,
  }
  if (now >= lostFrom) return { presence: 'lost', evidence, validUntil: NO_CHANGE }
  const nextCountFrom = dueFrom + (missed + 1) * intervalMs
  return { presence: 'stale', evidence, validUntil: missed < LOST_AFTER_INTERVALS ? nextCountFrom : lostFrom }
}

/**
 * Returns epoch ms since when a verdict is only the last that is known; null while it is current. It is not while the console
 * does not listen, and after that not before the device is heard, or is silent for too long.
 */
export function lastKnownAt(
  { heardAt, lastLiveAt }: { readonly heardAt: number; readonly lastLiveAt: number | null },
  { presence, evidence }: Pick<PresenceVerdict, 'presence' | 'evidence'>,
  { since, until }: Listening,
): number | null {
  if (until !== null) return until
  if (presence === 'never-seen' || evidence.kind === 'missed') return null
  const at = Math.max(heardAt, lastLiveAt ?? 0)
  return at >= since ? null : at
}

const NO_CHANGE = Number.POSITIVE_INFINITY
const NEVER: PresenceVerdict = { presence: 'never-seen', evidence: { kind: 'never' }, validUntil: NO_CHANGE }

/** Returns the delay in ms after which a heartbeat counts as missed. */
function graceOf(intervalMs: number): number {
  return Math.min(10_000, Math.max(2_000, intervalMs / 10))
}

function isBusy(facts: PresenceFacts, inFlight: InFlight): boolean {
  const { offline, lastLiveAt } = facts
  if (offline !== null && (!offline.isLastWill || offline.at < inFlight.since)) return false
  const presentFrom = inFlight.since - LOST_AFTER_INTERVALS * facts.intervalMs - graceOf(facts.intervalMs)
  return lastLiveAt !== null && lastLiveAt >= presentFrom
}

function said({ at, isLastWill, isRetained }: NonNullable<PresenceFacts['offline']>): PresenceVerdict {
  return {
    presence: isLastWill ? 'lost' : 'offline',
    evidence: isLastWill ? { kind: 'last-will', at } : { kind: 'said-offline', at, isRetained },
    validUntil: NO_CHANGE,
  }
}

/** Returns the last live message as evidence. */
export function lifeSign({
  lastLiveKind: kind,
  lastLiveAt,
}: Pick<PresenceFacts, 'lastLiveKind' | 'lastLiveAt'>): PresenceEvidence {
  const at = lastLiveAt ?? 0
  return kind === 'status-online' ? { kind, at, isRetained: false } : { kind, at }
}

/**
 * Gives the verdict of `judgePresence` on a device with a message at `now`, without allocating: epoch ms until which it
 * is online. Null if more than its last live message decides.
 */
export function freshUntil(facts: PresenceFacts, listening: Listening, now: number): number | null {
  if (facts.lastLiveAt !== now || facts.isRestored || facts.offline !== null || listening.until !== null) return null
  return Math.max(now, facts.quietUntil) + graceOf(facts.intervalMs) + facts.intervalMs
}

/**
 * Judges a device of which the console got no live message since it listens, and whose heartbeat was not due yet. The
 * `online` of a device that was away proves nothing, because the broker keeps it for a dead device too.
 */
function notYetDue(
  { lastLiveAt, retainedOnline, wasAway }: PresenceFacts,
  hasRetained: boolean,
  validUntil: number,
): PresenceVerdict {
  if (hasRetained && retainedOnline !== null && !wasAway) {
    const evidence: PresenceEvidence = { kind: 'status-online', at: retainedOnline.statedAt, isRetained: true }
    return { presence: 'online', evidence, validUntil }
  }
  const evidence: PresenceEvidence = lastLiveAt === null ? { kind: 'never' } : { kind: 'restored', lastAt: lastLiveAt }
  return { presence: 'never-seen', evidence, validUntil }
}
