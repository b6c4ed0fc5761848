import { useTranslation } from 'react-i18next'
import type { GuidePlace } from '../../../preload/contract/models/app/guide.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useRequest } from '../../lib/use-request.ts'
import classes from './guide.module.css'

interface ResultsProps {
  readonly query: string
  readonly onTurn: (place: GuidePlace) => void
}

/** Sections of the guide that the typed words find. */
export function GuideResults({ query, onTurn }: ResultsProps) {
  const { t } = useTranslation('guide')
  const language = useAppState((state) => state.settings.language)
  const { value: found } = useRequest(
    'guide.search',
    { language, text: query.trim() },
    { keepsLast: true, delayMs: 80 },
  )
  if (found === null) return null
  return (
    <>
      <p className={classes.count} role="status">
        {found.length === 0 ? t('none') : t('found', { count: found.length, number: found.length })}
      </p>
      <ul className={classes.results}>
        {found.map(({ page, anchor, pageTitle, title, excerpt }) => (
          <li key={`${page}#${anchor}`}>
            <button type="button" className={classes.result} onClick={() => onTurn({ page, anchor })}>
              <span className={classes.resultTitle}>{title}</span>
              {anchor !== null && <span className={classes.resultPage}>{pageTitle}</span>}
              <span className={classes.excerpt}>{excerpt}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
