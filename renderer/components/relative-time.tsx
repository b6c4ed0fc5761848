import { memo, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ageWords, exactTimeWords } from './time-words.ts'
import { useClockText } from './use-clock-text.ts'

/** "12s ago", kept current; the exact time as its title. */
export const RelativeTime = memo(function RelativeTime({ at }: { readonly at: number }) {
  const { i18n } = useTranslation()
  const language = i18n.language
  const text = useClockText(useCallback((now: number) => ageWords(at, now, language), [at, language]))
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTimeWords(at, language)}>
      {text}
    </time>
  )
})
