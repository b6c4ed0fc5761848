import { memo, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ageWords, exactTimeWords } from './time-words.ts'
import { useClockText } from './use-clock-text.ts'

/** "12s ago", kept current; the exact time as its title. */
export function RelativeTime({ at }: { readonly at: number }) {
  const { i18n } = useTranslation()
  return <TimeAgo at={at} language={i18n.language} />
}

/** The same where the language is known already, as in each line of a list. */
export const TimeAgo = memo(function TimeAgo({ at, language }: { readonly at: number; readonly language: string }) {
  const text = useClockText(useCallback((now: number) => ageWords(at, now, language), [at, language]))
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTimeWords(at, language)}>
      {text}
    </time>
  )
})
