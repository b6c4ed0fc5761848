import {
  IconBell,
  IconBroadcast,
  IconCpu,
  IconHistory,
  IconServer2,
  IconServerCog,
  IconSettings,
  IconTerminal2,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../../components/brand-mark.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import classes from './rail.module.css'

const ENTRIES = [
  { view: 'console', Icon: IconTerminal2 },
  { view: 'devices', Icon: IconCpu },
  { view: 'history', Icon: IconHistory },
  { view: 'alerts', Icon: IconBell },
  { view: 'broker', Icon: IconBroadcast },
  { view: 'connections', Icon: IconServer2 },
  { view: 'setup', Icon: IconServerCog },
  { view: 'settings', Icon: IconSettings },
] as const

export function Rail() {
  const { t } = useTranslation('shell')
  const { view, go } = useNavigation()
  return (
    <nav className={classes.rail} aria-label={t('mainNavigation')}>
      <span className={classes.mark}>
        <BrandMark />
      </span>
      <ul className={classes.list}>
        {ENTRIES.map(({ view: target, Icon }) => (
          <li key={target} className={classes.item}>
            <button
              type="button"
              className={classes.entry}
              aria-current={view === target ? 'page' : undefined}
              onClick={() => go(target)}
            >
              <Icon size={21} stroke={1.7} aria-hidden />
              <span className={classes.label}>{t(`views.${target}`)}</span>
              {target === 'alerts' && <AlertCount />}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const SHOWN_MAX = 99

/** Counts alerts that nobody has acknowledged; shows nothing while there are none. */
function AlertCount() {
  const { t } = useTranslation('shell')
  const { active, critical } = useAppState((state) => state.alerts)
  if (active === 0) return null
  return (
    <span className={classes.count} data-critical={critical > 0 || undefined}>
      <span aria-hidden>{active > SHOWN_MAX ? `${SHOWN_MAX}+` : active}</span>
      <span className={classes.hidden}>{t('status.alertsActive', { count: active })}</span>
    </span>
  )
}
