import { useTranslation } from 'react-i18next'
import { useAppState } from '../../lib/app-state.tsx'
import classes from './rail.module.css'

const SHOWN_MAX = 99

/** Counts alerts that nobody has acknowledged; shows nothing while there are none. */
export function AlertCount() {
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
