import type { Language } from '../../../preload/contract/models/app/settings.ts'

type Files = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A language is loaded when it is first shown. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly files: Files }>>> = {
  en: () => import('./catalogue-en.ts'),
  'zh-CN': () => import('./catalogue-zh-cn.ts'),
}

export const LANGUAGES: readonly Language[] = ['en', 'zh-CN']

/** Loads the words of a language, by namespace. */
export async function loadWords(language: Language): Promise<Record<string, Readonly<Record<string, unknown>>>> {
  const { files } = await LOADERS[language]()
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, ''),
      content,
    ]),
  )
}

/** Begins to load the language that the system has, which is most often the one that will be shown. */
export function guessLanguage(systemLanguage: string): void {
  LOADERS[systemLanguage.startsWith('zh') ? 'zh-CN' : 'en']().catch(() => undefined)
}
