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
} from '../../../preload/contract/models/device.ts'
import { freshUntil, judgePresence, type Listening } from '../presence.ts'
import { DeviceViews } from './device-query.ts'
import type { DeviceRecord } from './device-record.ts'

/** Told when a record's presence became another. */
export type OnPresence = (record: DeviceRecord, before: Presence) => void

/** The devices of one connection: records by id, counts by presence, sorted views, and when the console could hear. */
export class ConnectionDevices {
  readonly #records = new Map<string, DeviceRecord>()
  readonly #views = new DeviceViews(this.#records)
  readonly #counts = new Map<Presence, number>()
  /** By id, the oldest command that the device may be at work on. */
  readonly #inFlight = new Map<string, InFlight>()
  readonly #onPresence: OnPresence
  /** By id in lower case, to notice ids that differ only in case. */
  readonly #folded = new Map<string, DeviceRecord>()
  #listening: Listening

  /** Deaf at first: presence stands as it was until `listenFrom`. */
  constructor(onPresence: OnPresence, now: number) {
    this.#onPresence = onPresence
    this.#listening = { since: now, until: now }
  }

  get size(): number {
    return this.#records.size
  }

  get heardFrom(): number {
    return this.#listening.since
  }

  get isDeaf(): boolean {
    return this.#listening.until !== null
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
    this.#findTwin(record)
    this.#count(record.presence, 1)
    this.judge(record, now)
  }

  forget(record: DeviceRecord): void {
    record.isForgotten = true
    this.#records.delete(record.deviceId)
    this.#loseTwin(record)
    this.#count(record.presence, -1)
    this.#views.mark(record)
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
    // The end of a command is no proof of life, only the end of an excuse for silence.
    if (inFlight === null && record.presence === 'busy') record.quietUntil = now
    const until = inFlight === null ? freshUntil(record, this.#listening, now) : null
    if (until !== null) {
      record.evidence = null
      record.presenceValidUntil = until
      this.#show(record, 'online')
      return
    }
    const verdict = judgePresence(record, this.#listening, inFlight, now)
    record.evidence = verdict.evidence
    record.presenceValidUntil = verdict.validUntil
    this.#show(record, verdict.presence)
  }

  #show(record: DeviceRecord, presence: Presence): void {
    const before = record.presence
    if (before !== presence) {
      this.#count(before, -1)
      this.#count(presence, 1)
      record.presence = presence
      this.#onPresence(record, before)
    }
    this.#views.mark(record)
  }

  /** Judges the records whose silence has become meaningful; returns how many. */
  sweep(now: number): number {
    if (this.isDeaf) return 0
    let judged = 0
    for (const record of this.#records.values()) {
      if (record.presenceValidUntil > now) continue
      this.judge(record, now)
      judged += 1
    }
    return judged
  }

  /** The console hears from now on: silence before does not count. */
  listenFrom(now: number): void {
    this.#listening = { since: now, until: null }
    for (const record of this.#records.values()) {
      record.notAfter(now)
      this.judge(record, now)
    }
  }

  /** The console hears nothing more: presence stands still. */
  deafFrom(now: number): void {
    if (this.isDeaf) return
    this.sweep(now)
    this.#listening = { since: this.#listening.since, until: now }
  }

  /** Puts a record in line for the sorted views whose presence did not change. */
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
    return countsFrom((presence) => this.#counts.get(presence) ?? 0)
  }

  #findTwin(record: DeviceRecord): void {
    const folded = record.deviceId.toLowerCase()
    const twin = this.#folded.get(folded)
    if (twin === undefined) {
      this.#folded.set(folded, record)
      return
    }
    record.twinId = twin.deviceId
    twin.twinId = record.deviceId
    this.#views.mark(twin)
  }

  #loseTwin(record: DeviceRecord): void {
    const folded = record.deviceId.toLowerCase()
    if (record.twinId === null) {
      this.#folded.delete(folded)
      return
    }
    this.#folded.delete(folded)
    const left = [...this.#records.values()].filter((other) => other.twinId !== null && isTwin(other, folded))
    for (const other of left) {
      other.twinId = null
      this.#findTwin(other)
      this.#views.mark(other)
    }
  }

  #count(presence: Presence, by: 1 | -1): void {
    this.#counts.set(presence, (this.#counts.get(presence) ?? 0) + by)
  }
}

function isTwin(record: DeviceRecord, folded: string): boolean {
  return record.deviceId.toLowerCase() === folded
}

/** Counts as the contract has them. */
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
