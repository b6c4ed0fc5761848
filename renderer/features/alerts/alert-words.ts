import type { TFunction } from 'i18next'
import type { Alert, AlertRule } from '../../../preload/contract/models/devices/alert.ts'
import { vitalOf } from '../../../preload/contract/models/devices/vitals.ts'
import { numberFormat } from '../../components/words/formatters.ts'
import { readingName, readingUnit } from '../devices/table/reading-words.ts'

const UNITS: Readonly<Record<string, string>> = {
  cpuPercent: ' %',
  memoryPercent: ' %',
  cpuTemperatureC: ' °C',
  diskPercent: ' %',
}

/** Says what a rule watches, e.g. "CPU use above 80 %". */
export function conditionWords(
  { watches, comparison, threshold }: Pick<AlertRule, 'watches' | 'comparison' | 'threshold'>,
  t: TFunction<'alerts'>,
  language: string,
): string {
  if (watches.kind === 'offline') return t('watches.offline')
  if (watches.kind === 'data' && vitalOf(watches.field)?.unit === 'flag')
    return t(`flag.${comparison}`, { field: readingName(watches.field, language) })
  const limit = figure(threshold, watches, language)
  return t(`condition.${comparison}`, { field: fieldName(watches, t, language), limit })
}

/** The value that raised an alert, with its unit; null where there is none. */
export function valueWords({ value, watches }: Alert, language: string): string | null {
  // A flag is what its condition says.
  if (watches.kind === 'data' && vitalOf(watches.field)?.unit === 'flag') return null
  return value === null ? null : figure(value, watches, language)
}

/** A rule that came with the app is named in the operator's language. */
export function ruleName(name: string, t: TFunction<'alerts'>): string {
  return name.startsWith('default-') ? t(`defaultName.${name.slice('default-'.length)}`, { defaultValue: name }) : name
}

/** Returns the unit of what a rule watches, with a space before it; empty where it has none. */
export function unitOf(subject: string): string {
  const unit = readingUnit(subject)
  return UNITS[subject] ?? (unit === '' ? '' : ` ${unit}`)
}

function fieldName(watches: AlertRule['watches'], t: TFunction<'alerts'>, language: string): string {
  if (watches.kind === 'metric') return t(`metric.${watches.metric}`)
  return watches.kind === 'data' ? readingName(watches.field, language) : t('watches.offline')
}

function figure(value: number, watches: AlertRule['watches'], language: string): string {
  const unit = watches.kind === 'offline' ? '' : unitOf(watches.kind === 'metric' ? watches.metric : watches.field)
  return `${numberFormat(language, 'at most 1', { maximumFractionDigits: 1 }).format(value)}${unit}`
}
