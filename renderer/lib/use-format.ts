import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Numbers and times as they are written in the operator's language. Times are epoch ms. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(() => {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
    const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })
    return {
      number: (value: number) => number.format(value),
      ms: (value: number) => `${whole.format(value)} ms`,
      dateTime: (at: number) => dateTime.format(at),
    }
  }, [language])
}
