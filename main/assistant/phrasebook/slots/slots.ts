import type { SlotKind } from '../entry-types.ts'
import type { NormalisedText } from '../words/normalise.ts'
import { PatternIndex } from '../words/required-literals.ts'
import { KNOWN_PHRASES } from './phrases/known-phrases.ts'
import { LOG_PHRASES } from './phrases/log-phrases.ts'
import { OBJECT_PHRASES } from './phrases/object-phrases.ts'
import { PART_PHRASES } from './phrases/part-phrases.ts'
import { PROGRAM_PHRASES } from './phrases/program-phrases.ts'
import { THING_PHRASES } from './phrases/thing-phrases.ts'
import { UNIT_PHRASES } from './phrases/unit-phrases.ts'
import { SLOT_PATTERNS, type SlotPattern } from './slot-patterns.ts'
import { ACCOUNT_PATTERNS } from './slot-patterns-accounts.ts'
import { BOARD_PATTERNS } from './slot-patterns-board.ts'
import { CLOCK_PATTERNS } from './slot-patterns-clock.ts'
import { MQTT_PATTERNS } from './slot-patterns-mqtt.ts'
import { REACH_PATTERNS } from './slot-patterns-reach.ts'
import { RECORD_PATTERNS } from './slot-patterns-records.ts'
import { SCHEDULE_PATTERNS } from './slot-patterns-schedules.ts'
import { SOFTWARE_PATTERNS } from './slot-patterns-software.ts'
import { TARGET_PATTERNS } from './slot-patterns-targets.ts'

/** A part of the request that fills a slot. `values` may fill more than one, as a duration does. */
export interface SlotSpan {
  readonly start: number
  readonly end: number
  readonly values: Readonly<Partial<Record<SlotKind, string>>>
  /** Concept of the phrase, where it is one that no list of words can hold. */
  readonly concept?: string
}

export const PATTERNS: readonly SlotPattern[] = [
  ...THING_PHRASES,
  ...UNIT_PHRASES,
  ...OBJECT_PHRASES,
  ...LOG_PHRASES,
  ...PROGRAM_PHRASES,
  ...PART_PHRASES,
  ...KNOWN_PHRASES,
  ...RECORD_PATTERNS,
  ...CLOCK_PATTERNS,
  ...REACH_PATTERNS,
  ...MQTT_PATTERNS,
  ...ACCOUNT_PATTERNS,
  ...BOARD_PATTERNS,
  ...SCHEDULE_PATTERNS,
  ...SOFTWARE_PATTERNS,
  ...TARGET_PATTERNS,
  ...SLOT_PATTERNS,
]

const patterns = new PatternIndex(PATTERNS)

/** Finds paths, hosts, numbers with their meaning and quoted texts, left to right and without overlap. */
export function findSlots(text: NormalisedText): readonly SlotSpan[] {
  const spans: SlotSpan[] = []
  const isFree = (start: number, end: number) => spans.every((span) => end <= span.start || start >= span.end)
  for (const { pattern, read, onlyWith, notWith, says } of patterns.candidates(text.folded)) {
    const isWith = [onlyWith ?? []].flat().every((condition) => condition.test(text.folded))
    if (!isWith || notWith?.test(text.folded) === true) continue
    for (const match of text.folded.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.slot ?? match.indices?.[1] ?? [0, 0]
      if (end <= start || !isFree(start, end)) continue
      const [parentStart, parentEnd] = match.indices?.groups?.parent ?? [0, 0]
      const parent = text.original.slice(parentStart, parentEnd)
      const values = read(text.original.slice(start, end), text.folded.slice(start, end), parent)
      if (values === null) continue
      if (says !== undefined) spans.push({ start, end, values, concept: says })
      else if (Object.values(values).some((value) => value !== undefined))
        spans.push({ start, end: start + trimmedLength(values, text.original.slice(start, end)), values })
    }
  }
  return spans.sort((left, right) => left.start - right.start)
}

/** A path or host at the end of a sentence swallows its full stop: the span ends where the value does. */
function trimmedLength(values: SlotSpan['values'], typed: string): number {
  const value = values.path ?? values.file ?? (values.port === undefined ? values.host : undefined)
  return value === undefined || !typed.startsWith(value) ? typed.length : Math.max(value.length, 1)
}
