import { keys } from 'virtual:words/keys'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { LANGUAGES, loadTexts } from './catalogues.ts'
import { type Words, wordsOf } from './word-lists.ts'

/** Switches to `language`. Call once before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: LANGUAGES,
    defaultNS: 'shell',
    resources: { [language]: await loadWords(language) },
    interpolation: { escapeValue: false },
  })
}

/** Chosen last: a language that takes longer to load may come after it. */
let wanted: Language | null = null

/** Switches to a language once it is loaded, unless another was chosen meanwhile. */
export async function switchLanguage(language: Language): Promise<void> {
  wanted = language
  for (const [namespace, content] of Object.entries(await loadWords(language))) {
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
  return Promise.all(
    LANGUAGES.map(async (language) => {
      const files = await loadWords(language)
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

/** Loads the words of a language, by namespace. */
export async function loadWords(language: Language): Promise<Readonly<Record<string, Words>>> {
  return wordsOf(keys, await loadTexts(language)) as Readonly<Record<string, Words>>
}
