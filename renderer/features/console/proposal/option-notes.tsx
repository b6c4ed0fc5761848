import { useTranslation } from 'react-i18next'
import type { OptionNote } from '../../../../preload/contract/models/safety/safety.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from './card.module.css'

/** Says what each option of the command does, as far as the list of its program says. */
export function OptionNotes({ options }: { readonly options: readonly OptionNote[] }) {
  const { t, i18n } = useTranslation('console')
  if (options.length === 0) return null
  return (
    <ul className={classes.options} aria-label={t('proposal.options')}>
      {options.map(({ word, does }) => (
        <li key={word}>
          <code>{word}</code> {localized(does, i18n.language)}
        </li>
      ))}
    </ul>
  )
}
