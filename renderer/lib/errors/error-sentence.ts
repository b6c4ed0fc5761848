import i18next from 'i18next'
import { errorText } from './show-error.tsx'

/** A failure in one paragraph: what happened, why, and what to do next. */
export function errorSentence(error: unknown): string {
  const { title, why, next } = errorText(error)
  return asParagraph([title, why, next], i18next.language)
}

/** Sentences with the full stop and the space of the language; one that ends by itself gets no second stop. */
export function asParagraph(parts: readonly (string | null)[], language: string): string {
  const [stop, space] = language.startsWith('zh') ? ['。', ''] : ['.', ' ']
  return parts
    .filter((part) => part !== null)
    .map((part) => (/[.。!！?？…]$/u.test(part) ? part : `${part}${stop}`))
    .join(space)
}
