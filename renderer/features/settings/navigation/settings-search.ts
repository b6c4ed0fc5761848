import { SETTINGS_SECTIONS, type SettingsSection } from '../../../../preload/contract/models/app/settings.ts'
import type { Catalogue } from '../../../lib/i18n/i18n.ts'

/** Labels of the settings in each section, as keys of the catalogue; without a namespace those of `settings:<section>`. */
export const SETTING_LABELS: Readonly<Record<SettingsSection, readonly string[]>> = {
  general: ['operator', 'language', 'theme', 'timeout'],
  assistant: [
    'kind',
    'preset',
    'baseUrl',
    'model',
    'key',
    'profile',
    'timeout',
    'investigate',
    'network',
    'proxyUrl',
    'proxyLogin',
    'ca',
  ],
  delivery: [
    'delivery:email.on',
    'delivery:email.host',
    'delivery:email.port',
    'delivery:email.security',
    'delivery:email.user',
    'delivery:email.password',
    'delivery:email.from',
    'delivery:email.to',
    'delivery:webhook.on',
    'delivery:webhook.format',
    'delivery:webhook.url',
    'delivery:webhook.authorization',
    'delivery:minSeverity',
    'delivery:tellsEnds',
  ],
  desktop: ['closesToTray', 'openAtLogin'],
  secrets: ['backend', 'shell:secretsBanner.allow'],
  signing: ['name', 'make', 'load', 'passphrase', 'savePublic', 'saveAgent', 'saveDeviceKeys'],
  approvals: ['reads'],
  audit: ['verify', 'noted', 'export', 'exportKey', 'copyHead'],
  storage: ['telemetry', 'outputs'],
  about: ['platform', 'shell:openLogFolder'],
}

export interface FoundSetting {
  readonly section: SettingsSection
  /** In the language of the window; null for the section itself. */
  readonly label: string | null
}

/**
 * Finds the settings whose label or hint holds each word, in any of the languages; a section whose title does comes first, and one
 * that says them elsewhere stands for itself.
 */
export function findSettings(
  query: string,
  catalogues: readonly Catalogue[],
  language: string,
): readonly FoundSetting[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const holds = (keys: readonly string[]): boolean => {
    const text = catalogues
      .flatMap(({ read }) => keys.map(read))
      .join('\n')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  }
  const shown = catalogues.find((catalogue) => catalogue.language === language)
  return SETTINGS_SECTIONS.flatMap((section) => {
    const own = `settings:${section}`
    const isOfSection = holds([`${own}.title`])
    const labels = SETTING_LABELS[section]
      .map((label) => (label.includes(':') ? label : `${own}.${label}`))
      .filter((key) => holds([key, `${key}Hint`, `${own}.title`]))
    const found = labels.map((key): FoundSetting => ({ section, label: shown?.read(key) ?? key }))
    const isText =
      found.length === 0 && holds([own, ...(section === 'delivery' ? ['delivery:email', 'delivery:webhook'] : [])])
    return isOfSection || isText ? [{ section, label: null }, ...found] : found
  })
}
