import { Button, TextInput, VisuallyHidden } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import classes from '../broker.module.css'

interface ListPanelProps<T> {
  readonly label: string
  readonly addLabel: string
  readonly emptyText: string
  readonly heads: readonly string[]
  readonly items: readonly T[]
  /** All that the search looks through. */
  readonly textOf: (item: T) => string
  readonly keyOf: (item: T) => string
  /** The cells of a row. */
  readonly row: (item: T) => ReactNode
  readonly onAdd: () => void
}

/** A row costs some controls, so that the search leads to the rest. */
const SHOWN = 50

/** Lists accounts, groups or roles with a search. */
export function ListPanel<T>(props: ListPanelProps<T>) {
  const { label, addLabel, emptyText, heads, items, textOf, keyOf, row, onAdd } = props
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search.trim().toLowerCase())
  const found = wanted === '' ? items : items.filter((item) => textOf(item).toLowerCase().includes(wanted))
  return (
    <section className={`${classes.panel} ${classes.stack}`} aria-label={label}>
      <div className={classes.between}>
        <TextInput
          size="xs"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
          {addLabel}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className={classes.text}>{items.length === 0 ? emptyText : t('nothingFound')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
              <th>
                <VisuallyHidden>{t('actions')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((item) => (
              <tr key={keyOf(item)}>{row(item)}</tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.why} role="status">
        {found.length > SHOWN
          ? t('shownOf', { shown: format.number(SHOWN), number: format.number(found.length) })
          : t('found', { count: found.length, number: format.number(found.length) })}
      </p>
    </section>
  )
}
