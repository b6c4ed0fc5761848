import { ActionIcon, Kbd, Tooltip } from '@mantine/core'
import { IconHelp, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../lib/app-state.tsx'
import { guideOf } from '../../lib/guide-of-view.ts'
import { openGuide } from '../../lib/guide-store.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { ConnectionSwitcher } from './connection-switcher.tsx'
import { palette } from './palette/palette-store.ts'
import { LanguageMenu, ThemeMenu } from './preference-menus.tsx'
import classes from './top-bar.module.css'

export function TopBar() {
  const { t } = useTranslation('shell')
  const isMac = useAppState((state) => state.platform === 'darwin')
  const { view, editedProfile } = useNavigation()
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
      <Tooltip label={t('guide:open')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('guide:title')}
          aria-haspopup="dialog"
          aria-keyshortcuts="F1"
          onClick={() => openGuide(guideOf(view, editedProfile !== null))}
        >
          <IconHelp size={19} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <LanguageMenu />
      <ThemeMenu />
    </section>
  )
}
