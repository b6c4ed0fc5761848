import { dateFormat, dayFormat } from '../../../../components/words/formatters.ts'

/** The local day of a time, as a key. */
export function dayOf(at: number): string {
  return new Date(at).toDateString()
}

/** "today", "yesterday", else the date. */
export function dayWords(at: number, now: number, language: string): string {
  const relative = dayFormat(language)
  if (dayOf(at) === dayOf(now)) return capital(relative.format(0, 'day'), language)
  if (dayOf(at) === dayBefore(now)) return capital(relative.format(-1, 'day'), language)
  return dateFormat(language, 'full date', { dateStyle: 'full' }).format(at)
}

/** Not 24 hours ago: a day has 23 or 25 where the clock is put forward or back. */
function dayBefore(now: number): string {
  const day = new Date(now)
  day.setDate(day.getDate() - 1)
  return day.toDateString()
}

function capital(word: string, language: string): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}
