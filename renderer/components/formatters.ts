const numbers = new Map<string, Intl.NumberFormat>()
const ages = new Map<string, Intl.RelativeTimeFormat>()

/** A number format, made once: making one costs more than a hundred uses. `key` names the options. */
export function numberFormat(language: string, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${language} ${key}`
  const known = numbers.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(language, options)
  numbers.set(name, made)
  return made
}

/** "12s ago" in a language, made once. */
export function ageFormat(language: string): Intl.RelativeTimeFormat {
  const known = ages.get(language)
  if (known) return known
  const made = new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'narrow' })
  ages.set(language, made)
  return made
}
