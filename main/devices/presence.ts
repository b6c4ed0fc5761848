import type { InFlight, Presence, PresenceEvidence } from '../../preload/contract/models/device.ts'

/** Kinds of message that prove that a device lives. */
export type LifeSign = 'heartbeat' | 'data' | 'result' | 'ack' | 'status-online'

/** What presence is made from. All times are epoch ms of receipt. */
export interface PresenceFacts {
  /** Last message that was not retained, ever; survives a restart. */
  readonly lastLiveAt: number | null
  readonly lastLiveKind: LifeSign
  /** True while nothing live was heard in this run of the console. */
  readonly isRestored: boolean
  /** A retained `online`: the broker's memory, not a sign of life. `statedAt` is the device's time when it gave one. */
  readonly retainedOnline: { readonly receivedAt: number; readonly statedAt: number } | null
  /** The device, or its Last Will, said offline, and nothing newer was heard. */
  readonly offline: { readonly at: number; readonly isLastWill: boolean; readonly isRetained: boolean } | null
  /** Learnt, or 60 s. */
  readonly intervalMs: number
  /** A command kept the device from speaking until then; silence is counted from here. */
  readonly quietUntil: number
}

/**
 * When this console could hear. `since`: start of the present connection, or the end of a sleep. `until`: null while it
 * listens, else when it went deaf; presence then stands still.
 */
export interface Listening {
  readonly since: number
  readonly until: number | null
}

export interface PresenceVerdict {
  readonly presence: Presence
  readonly evidence: PresenceEvidence
  /** Epoch ms from which the verdict may differ with nothing heard; Infinity when silence changes nothing. */
  readonly validUntil: number
}

export const DEFAULT_INTERVAL_MS = 60_000
const LOST_AFTER_INTERVALS = 3

/**
 * Presence of a device with its evidence (protocol.md 3). Silence is counted only while the console listened: after a
 * start, a reconnect or a sleep nothing is called lost before it could have been heard. A device with a command in
 * flight that was there when it was sent is busy, whatever a Last Will says (its network thread may be blocked).
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
  if (missed < 1) return notYetDue(lastLiveAt, hasRetained ? facts.retainedOnline : null, dueFrom + intervalMs)
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

const NO_CHANGE = Number.POSITIVE_INFINITY
const NEVER: PresenceVerdict = { presence: 'never-seen', evidence: { kind: 'never' }, validUntil: NO_CHANGE }

/** A heartbeat may be late by this much before it counts as missed. */
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

/** The last sign of life as evidence. */
export function lifeSign({
  lastLiveKind: kind,
  lastLiveAt,
}: Pick<PresenceFacts, 'lastLiveKind' | 'lastLiveAt'>): PresenceEvidence {
  const at = lastLiveAt ?? 0
  return kind === 'status-online' ? { kind, at, isRetained: false } : { kind, at }
}

/**
 * What `judgePresence` says of a device that was heard at `now`, without making anything: epoch ms until which it is
 * online by that. Null where more than its last sign of life decides.
 */
export function freshUntil(facts: PresenceFacts, listening: Listening, now: number): number | null {
  if (facts.lastLiveAt !== now || facts.isRestored || facts.offline !== null || listening.until !== null) return null
  return Math.max(now, facts.quietUntil) + graceOf(facts.intervalMs) + facts.intervalMs
}

/** Not heard since the console listens, and no heartbeat was due yet. */
function notYetDue(
  lastLiveAt: number | null,
  retainedOnline: PresenceFacts['retainedOnline'],
  validUntil: number,
): PresenceVerdict {
  if (retainedOnline !== null) {
    const evidence: PresenceEvidence = { kind: 'status-online', at: retainedOnline.statedAt, isRetained: true }
    return { presence: 'online', evidence, validUntil }
  }
  return { presence: 'never-seen', evidence: { kind: 'restored', lastAt: lastLiveAt ?? 0 }, validUntil }
}
