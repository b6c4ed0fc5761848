import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Theme } from '../../../preload/contract/models/app/settings.ts'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { LANGUAGES } from '../../lib/i18n/catalogues.ts'
import { useAction } from '../../lib/use-action.ts'

/** Each language by its own name, which needs no translation. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' }
export const THEMES: readonly Theme[] = ['light', 'dark', 'system']
export const THEME_ICONS = { light: IconSun, dark: IconMoon, system: IconDeviceDesktop } as const

export function LanguageMenu() {
  const { t } = useTranslation('shell')
  const current = useAppState((state) => state.settings.language)
  const [isOpen, setIsOpen] = useState(false)
  const choose = useAction((language: Language) => request('settings.update', { language }))
  return (
    <Menu position="bottom-end" withinPortal={false} opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <Tooltip label={t('language')} disabled={isOpen}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('language')}>
            <IconLanguage size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={language === current}
            leftSection={<Checked isChecked={language === current} />}
            onClick={() => choose.run(language)}
          >
            {LANGUAGE_NAMES[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export function ThemeMenu() {
  const { t } = useTranslation('shell')
  const current = useAppState((state) => state.settings.theme)
  const [isOpen, setIsOpen] = useState(false)
  const choose = useAction((theme: Theme) => request('settings.update', { theme }))
  const CurrentIcon = THEME_ICONS[current]
  return (
    <Menu position="bottom-end" withinPortal={false} opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <Tooltip label={t('theme')} disabled={isOpen}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('theme')}>
            <CurrentIcon size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map((theme) => {
          const Icon = THEME_ICONS[theme]
          return (
            <Menu.Item
              key={theme}
              role="menuitemradio"
              aria-checked={theme === current}
              leftSection={<Checked isChecked={theme === current} />}
              rightSection={<Icon size={16} aria-hidden />}
              onClick={() => choose.run(theme)}
            >
              {t(`themes.${theme}`)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

function Checked({ isChecked }: { readonly isChecked: boolean }) {
  return <IconCheck size={16} aria-hidden opacity={isChecked ? 1 : 0} />
}
