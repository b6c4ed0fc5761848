import { useTranslation } from 'react-i18next'
import { plainNumber } from '../../../components/words/formatters.ts'
import classes from '../turn/turn-card.module.css'

const SHOWN_MAX = 2

/** The devices that an exchange was about. */
export function TargetTags({ deviceIds }: { readonly deviceIds: readonly string[] }) {
  const { t, i18n } = useTranslation('console')
  const more = deviceIds.length - SHOWN_MAX
  return (
    <span className={classes.tags} title={deviceIds.slice(0, 40).join(', ')}>
      {deviceIds.slice(0, SHOWN_MAX).map((id) => (
        <span key={id} className={classes.tag}>
          {id}
        </span>
      ))}
      {more > 0 && (
        <span className={classes.tag}>
          {t('moreDevices', { count: more, number: plainNumber(more, i18n.language) })}
        </span>
      )}
    </span>
  )
}
