import type { Language } from '../../../preload/contract/models/app/settings.ts'

type Texts = readonly (string | 0)[]

/** A language is loaded when it is first shown. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly texts: Texts }>>> = {
  en: () => import('./catalogue-en.ts'),
  'zh-CN': () => import('./catalogue-zh-cn.ts'),
}

export const LANGUAGES: readonly Language[] = ['en', 'zh-CN']

/** Loads the texts of a language, which are a list until `wordsOf` puts them to their keys. */
export async function loadTexts(language: Language): Promise<Texts> {
  const { texts } = await LOADERS[language]()
  return texts
}

/** Begins to load the language that the system has, which is most often the one that will be shown. */
export function guessLanguage(systemLanguage: string): void {
  LOADERS[systemLanguage.startsWith('zh') ? 'zh-CN' : 'en']().catch(() => undefined)
}
