import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsSection } from '../../../../preload/contract/models/app/settings.ts'
import side from '../../../components/side-list.module.css'
import { showError } from '../../../lib/errors/show-error.tsx'
import { type Catalogue, loadCatalogues } from '../../../lib/i18n/i18n.ts'
import { useWays } from '../../../lib/navigation.tsx'
import classes from './settings-navigation.module.css'
import { findSettings } from './settings-search.ts'

interface SettingsResultsProps {
  readonly query: string
  readonly onOpen: (section: SettingsSection) => void
  /** Stands in for results where there are none. */
  readonly otherwise: ReactNode
}

/** Settings whose words hold what is typed, in either language. */
export function SettingsResults({ query, onOpen, otherwise }: SettingsResultsProps) {
  const { t, i18n } = useTranslation('settings')
  const { openSettings } = useWays()
  const [catalogues, setCatalogues] = useState<readonly Catalogue[] | null>(null)
  useEffect(() => {
    let isShown = true
    loadCatalogues().then((loaded) => {
      if (isShown) setCatalogues(loaded)
    }, showError)
    return () => {
      isShown = false
    }
  }, [])
  if (catalogues === null) return null
  const found = findSettings(query, catalogues, i18n.language)
  return (
    <>
      <output className={classes.none}>
        {found.length === 0 ? t('navigation.none') : t('navigation.found', { count: found.length })}
      </output>
      {found.length === 0 && otherwise}
      <div className={classes.results}>
        {found.map(({ section, label }) => (
          <button
            key={`${section} ${label ?? ''}`}
            type="button"
            className={side.entry}
            onClick={() => {
              onOpen(section)
              openSettings(section, label ?? undefined)
            }}
          >
            {label ?? t(`${section}.title`)}
            {label !== null && <span className={classes.of}>{t(`${section}.title`)}</span>}
          </button>
        ))}
      </div>
    </>
  )
}
