import { Button, CloseButton } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { request } from '../../lib/api.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useFormat } from '../../lib/use-format.ts'
import classes from './selection-bar.module.css'
import { type Chosen, chosenCount } from './selection-state.ts'

/** Devices that one command may have; more have to be narrowed by a filter. */
const TARGETS_MAX = 10_000

interface SelectionBarProps {
  readonly chosen: Chosen
  readonly total: number
  readonly onChooseAll: () => void
  readonly onClear: () => void
}

/** What can be done with the chosen devices. */
export function SelectionBar({ chosen, total, onChooseAll, onClear }: SelectionBarProps) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const { openConsole } = useNavigation()
  const count = chosenCount(chosen, total)
  const open = useAction(async () => openConsole(await idsOf(chosen)))
  return (
    <section className={classes.bar} aria-label={t('selection.label')}>
      <output className={classes.count}>{t('selection.count', { count, number: format.number(count) })}</output>
      {chosen.kind === 'ids' && total > count && (
        <Button size="compact-xs" variant="subtle" onClick={onChooseAll}>
          {t('selection.all', { number: format.number(total) })}
        </Button>
      )}
      <span className={classes.spacer} />
      {count > TARGETS_MAX && (
        <span className={classes.note}>{t('selection.tooMany', { number: format.number(TARGETS_MAX) })}</span>
      )}
      <Button
        size="compact-sm"
        leftSection={<IconTerminal2 size={15} aria-hidden />}
        loading={open.isRunning}
        disabled={count > TARGETS_MAX}
        onClick={() => open.run()}
      >
        {t('selection.open', { count, number: format.number(count) })}
      </Button>
      <CloseButton size="sm" aria-label={t('selection.clear')} onClick={onClear} />
    </section>
  )
}

async function idsOf(chosen: Chosen): Promise<readonly string[]> {
  if (chosen.kind === 'ids') return [...chosen.ids].sort()
  const { selection, except } = chosen
  const { deviceIds } = await request('devices.matching', { ...selection, presence: [...selection.presence] })
  return deviceIds.filter((deviceId) => !except.has(deviceId))
}
