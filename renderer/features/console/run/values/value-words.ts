import type { ValueColumn } from '../../../../../preload/contract/models/commands/values.ts'
import { numberFormat } from '../../../../components/words/formatters.ts'

/** Units that stand at the number without a blank. */
const CLOSE_UNITS = new Set(['%', '％', '', 'G', 'M', 'K', 'T', 'Gi', 'Mi', 'Ki', 'Ti'])

/** Shows a unit as people write it: firmware prints `'C`. */
export function unitWords(unit: string): string {
  return unit.replace(/^'/, '°')
}

/** Shows a number as the device printed it, with its unit as people write it. */
export function printedWords(text: string): string {
  return text.replace(/'([CF])$/, ' °$1')
}

/** Tells an amount in the unit of its column, with the digits that its values have; a mean may have one more. */
export function amountWords(
  amount: number,
  { unit, decimals }: Pick<ValueColumn, 'unit' | 'decimals'>,
  language: string,
  isMean = false,
): string {
  const digits = isMean ? decimals + 1 : decimals
  const text = numberFormat(language, `digits ${digits}`, { maximumFractionDigits: digits }).format(amount)
  return CLOSE_UNITS.has(unit) ? `${text}${unitWords(unit)}` : `${text} ${unitWords(unit)}`
}
