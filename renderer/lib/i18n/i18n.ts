import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

type Files = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A language is loaded when it is first shown. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly files: Files }>>> = {
  en: () => import('./catalogue-en.ts'),
  'zh-CN': () => import('./catalogue-zh-cn.ts'),
}

async function load(language: Language): Promise<Record<string, Readonly<Record<string, unknown>>>> {
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

/** Switches to `language`. Call once before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['en', 'zh-CN'],
    defaultNS: 'shell',
    resources: { [language]: await load(language) },
    interpolation: { escapeValue: false },
  })
}

/** Chosen last: a language that takes longer to load may come after it. */
let wanted: Language | null = null

/** Switches to a language once it is loaded, unless another was chosen meanwhile. */
export async function switchLanguage(language: Language): Promise<void> {
  wanted = language
  for (const [namespace, content] of Object.entries(await load(language))) {
    if (!i18next.hasResourceBundle(language, namespace)) i18next.addResourceBundle(language, namespace, content)
  }
  if (wanted === language) await i18next.changeLanguage(language)
}

/** The words of one language. */
export interface Catalogue {
  readonly language: Language
  /** Returns the text of `namespace:path`, or all texts below it, a line each; empty where there is none. */
  readonly read: (key: string) => string
}

/** Loads the words of all languages, for a search that knows either. */
export async function loadCatalogues(): Promise<readonly Catalogue[]> {
  const languages = Object.keys(LOADERS) as Language[]
  return Promise.all(
    languages.map(async (language) => {
      const files = await load(language)
      return { language, read: (key) => textAt(files, key) }
    }),
  )
}

function textAt(files: Readonly<Record<string, unknown>>, key: string): string {
  let node: unknown = files
  for (const part of key.split(/[:.]/u)) {
    if (typeof node !== 'object' || node === null) return ''
    node = (node as Readonly<Record<string, unknown>>)[part]
  }
  return textsOf(node).join('\n')
}

function textsOf(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node]
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsOf) : []
}

/** Returns what parts two sentences: nothing in Chinese, where the full stop has its own room. */
export function spaceOf(language: string): string {
  return language.startsWith('zh') ? '' : ' '
}

/** Joins whole sentences with the space of the language: Chinese has none. */
export function sentences(parts: readonly (string | null | undefined)[], language: string): string {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(language.startsWith('zh') ? '' : ' ')
}

/** Picks the operator's language of a sentence that main knows in both. */
export function localized(text: LocalizedText, language: string): string {
  return language.startsWith('zh') ? text.zh : text.en
}
