import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

type Catalogue = Readonly<Record<string, unknown>>
/** `locales/<language>/<namespace>.json`; a test holds both languages to the same keys. */
const files = import.meta.glob<Catalogue>('./locales/*/*.json', { eager: true, import: 'default' })

function catalogues(): Record<string, Record<string, Catalogue>> {
  const resources: Record<string, Record<string, Catalogue>> = {}
  for (const [path, content] of Object.entries(files)) {
    const [, language, namespace] = /locales\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    if (!language || !namespace) continue
    resources[language] = { ...resources[language], [namespace]: content }
  }
  return resources
}

/** Loads both languages and switches to `language`. Call once before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: ['en', 'zh-CN'],
    defaultNS: 'shell',
    resources: catalogues(),
    interpolation: { escapeValue: false },
  })
}

export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
}

/** Picks the operator's language of a sentence that main knows in both. */
export function localized(text: LocalizedText, language: string): string {
  return language.startsWith('zh') ? text.zh : text.en
}
