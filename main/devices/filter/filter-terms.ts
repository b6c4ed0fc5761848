import type { Presence } from '../../../preload/contract/models/devices/device.ts'
import type { FilterKey, HasValue } from '../../../preload/contract/models/devices/filter-vocabulary.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { FilterReading as Reading } from '../../shared/filter-language.ts'

export type Comparison = '<' | '<=' | '>' | '>=' | '='

/** Text fields that a term can name. `tag` matches a whole tag, or its beginning with `*`; the others match a part. */
export type TextField = 'tag' | 'id' | 'name' | 'host' | 'ip' | 'location' | 'agent' | 'notes'

export type NumberField = 'temp' | 'cpu' | 'mem' | 'disk' | 'uptime'

/** One condition; all terms of a filter must hold, of several `values` one. Texts are in lower case. */
export type FilterTerm = { readonly isNegated: boolean } & (
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'match'; readonly field: TextField; readonly values: readonly string[] }
  | { readonly kind: 'status'; readonly values: readonly Presence[] }
  | { readonly kind: 'system'; readonly values: readonly DeviceSystem[] }
  | { readonly kind: 'has'; readonly values: readonly HasValue[] }
  /** `uptime` in seconds, the others in the unit of the metric. */
  | { readonly kind: 'number'; readonly field: NumberField; readonly op: Comparison; readonly value: number }
  | { readonly kind: 'data'; readonly field: string; readonly op: Comparison; readonly value: number }
  /** Age of the last live message, in ms. */
  | { readonly kind: 'seen'; readonly op: Comparison; readonly value: number }
  | { readonly kind: 'never-seen' }
)

export type FilterFaultReason =
  | 'unknown-field'
  | 'unknown-value'
  | 'no-value'
  | 'not-a-number'
  | 'not-a-duration'
  | 'needs-comparison'
  | 'needs-colon'
  | 'open-quote'
  | 'too-long'

/** A mistake of a word. `key`: the one whose values the word does not name; for `unknown-value` alone. */
export type FilterMistake =
  | { readonly reason: Exclude<FilterFaultReason, 'unknown-value'> }
  | { readonly reason: 'unknown-value'; readonly key: FilterKey }

export type FilterReading = Reading<FilterTerm, FilterMistake>
