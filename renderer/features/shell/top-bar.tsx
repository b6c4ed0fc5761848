import { Kbd } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../lib/app-state.tsx'
import { ConnectionSwitcher } from './connection-switcher.tsx'
import { palette } from './palette/palette-store.ts'
import { LanguageMenu, ThemeMenu } from './preference-menus.tsx'
import classes from './top-bar.module.css'

export function TopBar() {
  const { t } = useTranslation('shell')
  const isMac = useAppState((state) => state.platform === 'darwin')
  const keys = isMac ? '⌘ K' : 'Ctrl K'
  return (
    <section className={classes.bar} aria-label={t('topBar')}>
      <ConnectionSwitcher />
      <div className={classes.spacer} />
      <button
        type="button"
        className={classes.search}
        onClick={palette.open}
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchLabel}>{t('palette.hint')}</span>
        <Kbd size="xs" aria-hidden className={classes.searchKeys ?? ''}>
          {keys}
        </Kbd>
      </button>
      <LanguageMenu />
      <ThemeMenu />
    </section>
  )
}
