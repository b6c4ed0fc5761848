import {
  type ChosenCheck,
  type DeviceCounts,
  type DeviceQuery,
  type DeviceSelection,
  type InFlight,
  type MatchingDevices,
  PRESENCES,
  type Presence,
  TARGETS_MAX,
} from '../../../preload/contract/models/devices/device.ts'
import { freshUntil, judgePresence, type Listening, lastKnownAt } from '../presence.ts'
import { DeviceViews } from './device-query.ts'
import type { DeviceRecord } from './device-record.ts'

/** Called when the presence of a record changed. */
export type OnPresence = (record: DeviceRecord, before: Presence) => void

/** Devices of one connection: records by id, counts by presence, sorted views, and the time of listening. */
export class ConnectionDevices {
  readonly #records = new Map<string, DeviceRecord>()
  readonly #views = new DeviceViews(this.#records)
  readonly #counts = new Map<Presence, number>()
  /** Devices that count as being there by what was known last. */
  #unheard = 0
  /** By id, the oldest command that the device may be at work on. */
  readonly #inFlight = new Map<string, InFlight>()
  readonly #onPresence: OnPresence
  /** Records by id in lower case, to find ids that differ only in case. */
  readonly #folded = new Map<string, DeviceRecord>()
  #listening: Listening

  /** Does not listen at first: presence is frozen until `startListening`. */
  constructor(onPresence: OnPresence, now: number) {
    this.#onPresence = onPresence
    this.#listening = { since: now, until: now }
  }

  get size(): number {
    return this.#records.size
  }

  get listeningSince(): number {
    return this.#listening.since
  }

  get isListening(): boolean {
    return this.#listening.until === null
  }

  get(deviceId: string): DeviceRecord | undefined {
    return this.#records.get(deviceId)
  }

  all(): Iterable<DeviceRecord> {
    return this.#records.values()
  }

  add(record: DeviceRecord, now: number): void {
    this.#records.set(record.deviceId, record)
    this.#views.add(record)
    this.#linkCaseVariant(record)
    this.#count(record.presence, 1)
    this.judge(record, now)
  }

  forget(record: DeviceRecord): void {
    record.isForgotten = true
    this.#records.delete(record.deviceId)
    this.#unlinkCaseVariant(record)
    this.#count(record.presence, -1)
    if (isUnheard(record)) this.#unheard -= 1
    this.#views.forget(record)
  }

  /** Sets the command that the device may be at work on, and judges its presence by it; null ends it. */
  setBusy(deviceId: string, command: InFlight | null, now: number): void {
    if (command === null) this.#inFlight.delete(deviceId)
    else this.#inFlight.set(deviceId, command)
    const record = this.#records.get(deviceId)
    if (record !== undefined) this.judge(record, now)
  }

  /** Judges presence anew and marks the record for re-sorting. */
  judge(record: DeviceRecord, now: number): void {
    const inFlight = this.#inFlight.get(record.deviceId) ?? null
    // The end of a command proves no life; it only starts the count of silence.
    if (inFlight === null && record.presence === 'busy') record.quietUntil = now
    const until = inFlight === null ? freshUntil(record, this.#listening, now) : null
    if (until !== null) {
      record.evidence = null
      record.presenceValidUntil = until
      this.#show(record, 'online', null)
      return
    }
    const verdict = judgePresence(record, this.#listening, inFlight, now)
    record.evidence = verdict.evidence
    record.presenceValidUntil = verdict.validUntil
    this.#show(record, verdict.presence, lastKnownAt(record, verdict, this.#listening))
  }

  #show(record: DeviceRecord, presence: Presence, knownAt: number | null): void {
    const before = record.presence
    const wasUnheard = isUnheard(record)
    record.lastKnownAt = knownAt
    if (before !== presence) {
      this.#count(before, -1)
      this.#count(presence, 1)
      record.presence = presence
      if (presence === 'stale' || presence === 'lost' || presence === 'offline') record.wasAway = true
      this.#onPresence(record, before)
    }
    this.#unheard += Number(isUnheard(record)) - Number(wasUnheard)
    this.#views.mark(record)
  }

  /** Judges the records whose verdict has run out; returns their number. */
  sweep(now: number): number {
    if (!this.isListening) return 0
    let judged = 0
    for (const record of this.#records.values()) {
      if (record.presenceValidUntil > now) continue
      this.judge(record, now)
      judged += 1
    }
    return judged
  }

  /** Starts listening; earlier silence does not count. */
  startListening(now: number): void {
    this.#listening = { since: now, until: null }
    for (const record of this.#records.values()) {
      record.notAfter(now)
      this.judge(record, now)
    }
  }

  /** Stops listening and freezes presence: what is known of each device is from now on the last. */
  stopListening(now: number): void {
    if (!this.isListening) return
    this.sweep(now)
    this.#listening = { since: this.#listening.since, until: now }
    this.#unheard = 0
    for (const record of this.#records.values()) {
      record.lastKnownAt ??= now
      if (isUnheard(record)) this.#unheard += 1
    }
  }

  /** Marks the record for re-sorting; its presence is unchanged. */
  mark(record: DeviceRecord): void {
    this.#views.mark(record)
  }

  get hasTimedView(): boolean {
    return this.#views.hasTimed
  }

  window(query: DeviceQuery, now: number): { readonly records: readonly DeviceRecord[]; readonly total: number } {
    return this.#views.window(query, now)
  }

  matching(selection: DeviceSelection, now: number): MatchingDevices {
    const records = this.#views.matching(selection, now)
    return { deviceIds: records.slice(0, TARGETS_MAX).map(({ deviceId }) => deviceId), total: records.length }
  }

  check(deviceIds: readonly string[], selection: DeviceSelection, now: number): ChosenCheck {
    return this.#views.check(deviceIds, selection, now)
  }

  counts(): DeviceCounts {
    const counts = countsFrom((presence) => this.#counts.get(presence) ?? 0)
    const { until } = this.#listening
    return { ...counts, unheard: this.#unheard, ...(until === null ? {} : { lastKnownAt: until }) }
  }

  #linkCaseVariant(record: DeviceRecord): void {
    const folded = record.deviceId.toLowerCase()
    const caseVariant = this.#folded.get(folded)
    if (caseVariant === undefined) {
      this.#folded.set(folded, record)
      return
    }
    record.caseVariantId = caseVariant.deviceId
    caseVariant.caseVariantId = record.deviceId
    this.#views.mark(caseVariant)
  }

  #unlinkCaseVariant(record: DeviceRecord): void {
    const folded = record.deviceId.toLowerCase()
    if (record.caseVariantId === null) {
      this.#folded.delete(folded)
      return
    }
    this.#folded.delete(folded)
    const left = [...this.#records.values()].filter(
      (other) => other.caseVariantId !== null && isCaseVariant(other, folded),
    )
    for (const other of left) {
      other.caseVariantId = null
      this.#linkCaseVariant(other)
      this.#views.mark(other)
    }
  }

  #count(presence: Presence, by: 1 | -1): void {
    this.#counts.set(presence, (this.#counts.get(presence) ?? 0) + by)
  }
}

function isUnheard({ presence, lastKnownAt: knownAt }: DeviceRecord): boolean {
  return knownAt !== null && (presence === 'online' || presence === 'busy')
}

function isCaseVariant(record: DeviceRecord, folded: string): boolean {
  return record.deviceId.toLowerCase() === folded
}

/** Converts counts to the form of the contract. */
export function countsFrom(count: (presence: Presence) => number): DeviceCounts {
  const [online, busy, stale, offline, lost, neverSeen] = PRESENCES.map(count)
  const counts = {
    online: online ?? 0,
    busy: busy ?? 0,
    stale: stale ?? 0,
    offline: offline ?? 0,
    lost: lost ?? 0,
    'never-seen': neverSeen ?? 0,
  }
  return { ...counts, total: Object.values(counts).reduce((sum, value) => sum + value, 0) }
}
