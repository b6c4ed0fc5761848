import { vitalOf } from '../../../../preload/contract/models/devices/vitals.ts'
import { localized } from '../../../lib/i18n/i18n.ts'

/** Names a reading in the operator's language where the agent sends it, else as the device names it. */
export function readingName(name: string, language: string): string {
  const vital = vitalOf(name)
  return vital === null ? name : localized(vital, language)
}

/** Returns the unit of a reading; empty for a plain number, a flag, and what the device names itself. */
export function readingUnit(name: string): string {
  const unit = vitalOf(name)?.unit ?? ''
  return unit === 'flag' ? '' : unit
}
