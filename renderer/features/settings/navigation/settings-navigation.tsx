import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../../preload/contract/models/app/settings.ts'
import side from '../../../components/side-list.module.css'
import { useWays } from '../../../lib/navigation.tsx'
import classes from './settings-navigation.module.css'
import { SettingsResults } from './settings-results.tsx'
import { useSectionInView } from './use-section-in-view.ts'

interface SettingsNavigationProps {
  /** What holds the sections. */
  readonly sections: RefObject<HTMLElement | null>
}

/** Search and sections of the settings; in a narrow window the sections are a select. */
export function SettingsNavigation({ sections }: SettingsNavigationProps) {
  const { t } = useTranslation('settings')
  const { openSettings } = useWays()
  const [query, setQuery] = useState('')
  const [current, goTo] = useSectionInView(sections)
  const open = (section: SettingsSection) => {
    goTo(section)
    openSettings(section)
  }
  const list = (
    <>
      <nav className={classes.list} aria-label={t('navigation.label')}>
        {SETTINGS_SECTIONS.map((section) => (
          <button
            key={section}
            type="button"
            className={side.entry}
            aria-current={section === current ? 'location' : undefined}
            onClick={() => open(section)}
          >
            {t(`${section}.title`)}
          </button>
        ))}
      </nav>
      <NativeSelect
        className={classes.select ?? ''}
        size="sm"
        aria-label={t('navigation.label')}
        value={current}
        data={SETTINGS_SECTIONS.map((section) => ({ value: section, label: t(`${section}.title`) }))}
        onChange={(event) => open(event.currentTarget.value as SettingsSection)}
      />
    </>
  )
  return (
    <div className={classes.side}>
      <TextInput
        type="search"
        size="sm"
        value={query}
        maxLength={100}
        leftSection={<IconSearch size={15} aria-hidden />}
        aria-label={t('navigation.search')}
        placeholder={t('navigation.search')}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return
          event.preventDefault()
          setQuery('')
        }}
      />
      {query.trim() === '' ? list : <SettingsResults query={query} onOpen={goTo} otherwise={list} />}
    </div>
  )
}
