import { useTranslation } from 'react-i18next'
import type { HeldName } from '../../../../preload/contract/models/broker/accounts.ts'
import classes from './accounts.module.css'
import { shownName } from './shown-name.ts'

/** Roles or groups in the order in which they are asked; a dash for none. */
export function HeldNames({ held }: { readonly held: readonly HeldName[] }) {
  const { t } = useTranslation('accounts')
  if (held.length === 0) return '–'
  return (
    <span className={classes.names}>
      {held.map(({ name, priority }) => (
        <span key={name}>
          {priority === -1 ? shownName(name) : t('withPriority', { name: shownName(name), priority })}
        </span>
      ))}
    </span>
  )
}
