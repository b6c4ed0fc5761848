import { Button, CloseButton } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TARGETS_MAX } from '../../../../preload/contract/models/devices/device.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useFormat } from '../../../lib/use-format.ts'
import classes from './selection-bar.module.css'
import { type Choice, chosenIds } from './selection-state.ts'

interface SelectionBarProps {
  readonly choice: Choice
  /** Number of devices that the list shows. */
  readonly total: number
  readonly isFiltered: boolean
  readonly isChoosingAll: boolean
  readonly onChooseAll: () => void
  readonly onClear: () => void
}

/**
 * Counts the chosen devices, in sight or not, and offers what can be done with them. Always there, so that no row
 * jumps.
 */
export function SelectionBar({ choice, total, isFiltered, isChoosingAll, onChooseAll, onClear }: SelectionBarProps) {
  const { t } = useTranslation('devices')
  const { openConsole } = useNavigation()
  const count = choice.ids.size
  const hasMore = total > count - choice.hidden
  return (
    <section className={classes.bar} aria-label={t('selection.label')} data-empty={count === 0 || undefined}>
      <output className={classes.count}>
        <CountText choice={choice} />
      </output>
      {hasMore && <ChooseAll total={total} isFiltered={isFiltered} isRunning={isChoosingAll} onClick={onChooseAll} />}
      <Notes choice={choice} />
      <span className={classes.spacer} />
      {count > 0 && <OpenButton count={count} onClick={() => openConsole(chosenIds(choice))} />}
      {(count > 0 || choice.gone.length > 0) && (
        <CloseButton size="sm" aria-label={t('selection.clear')} onClick={onClear} />
      )}
    </section>
  )
}

function CountText({ choice }: { readonly choice: Choice }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const count = choice.ids.size
  const number = format.number(count)
  if (count === 0) return t('selection.none')
  if (choice.hidden === 0) return t('selection.count', { count, number })
  return t('selection.countHidden', { count, number, hidden: format.number(choice.hidden) })
}

interface ChooseAllProps {
  readonly total: number
  readonly isFiltered: boolean
  readonly isRunning: boolean
  readonly onClick: () => void
}

function ChooseAll({ total, isFiltered, isRunning, onClick }: ChooseAllProps) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  return (
    <Button size="compact-xs" variant="subtle" loading={isRunning} onClick={onClick}>
      {t(isFiltered ? 'selection.allMatching' : 'selection.all', { number: format.number(total) })}
    </Button>
  )
}

/** Tells what was not done as asked, or happened by itself. */
function Notes({ choice: { gone, isFull } }: { readonly choice: Choice }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const [first = ''] = gone
  return (
    <div className={classes.notes} role="status">
      {gone.length > 0 && (
        <span>{t('selection.gone', { count: gone.length, number: format.number(gone.length), id: first })}</span>
      )}
      {isFull && <span>{t('selection.tooMany', { number: format.number(TARGETS_MAX) })}</span>}
    </div>
  )
}

function OpenButton({ count, onClick }: { readonly count: number; readonly onClick: () => void }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  return (
    <Button size="compact-sm" leftSection={<IconTerminal2 size={15} aria-hidden />} onClick={onClick}>
      {t('selection.open', { count, number: format.number(count) })}
    </Button>
  )
}
