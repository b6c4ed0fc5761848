import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '../components/words/formatters.ts'
import { exactTimeWords } from '../components/words/time-words.ts'

/** Numbers and times as they are written in the operator's language. Times are epoch ms. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(() => {
    const digits = (count: number) => numberFormat(language, `at most ${count}`, { maximumFractionDigits: count })
    return {
      number: (value: number) => digits(1).format(value),
      ms: (value: number) => `${digits(0).format(value)} ms`,
      dateTime: (at: number) => exactTimeWords(at, language),
    }
  }, [language])
}
