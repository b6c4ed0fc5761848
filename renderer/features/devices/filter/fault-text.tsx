import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import {
  FILTER_KEYS,
  type FilterKey,
  valueWordsOf,
} from '../../../../preload/contract/models/devices/filter-vocabulary.ts'
import { sentences } from '../../../lib/i18n/i18n.ts'
import { languageOf } from './filter-completions.ts'
import classes from './filter-input.module.css'

/** A mistake in the filter, as main names it. */
export interface FilterFault {
  readonly reason: string
  readonly word: string
  /** Key whose values the word does not name. */
  readonly key: FilterKey | null
}

/** Returns the mistake that a failure is about; null for any other failure. */
export function filterFaultOf(error: unknown): FilterFault | null {
  if (!(error instanceof AppError) || error.code !== 'FILTER_INVALID') return null
  const { reason, word, key } = error.data
  const isKey = typeof key === 'string' && Object.hasOwn(FILTER_KEYS, key)
  return { reason: String(reason), word: String(word), key: isKey ? (key as FilterKey) : null }
}

/** Names a mistake in a filter at its word, with the words that may stand there. */
export function FaultText({ fault }: { readonly fault: FilterFault }) {
  const { t, i18n } = useTranslation('devices')
  const allowed = allowedWords(fault, languageOf(i18n.language))
  return (
    <span role="alert">
      <code className={classes.word}>{fault.word}</code>{' '}
      {sentences(
        [
          t(`filterFault.${fault.reason}`),
          allowed.length > 0 ? t('filterAllowed', { words: allowed.join(t('filterAllowedMark')) }) : null,
        ],
        i18n.language,
      )}
    </span>
  )
}

function allowedWords({ reason, key }: FilterFault, language: 'en' | 'zh'): readonly string[] {
  if (reason === 'unknown-field') return Object.values(FILTER_KEYS).map((words) => words[language][0])
  if (reason !== 'unknown-value' || key === null) return []
  return (valueWordsOf(key) ?? []).map((words) => words[language][0])
}
