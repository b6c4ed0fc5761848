import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeviceCounts, PRESENCES, type Presence } from '../../../../preload/contract/models/devices/device.ts'
import { ChoiceChip } from '../../../components/badges/choice-chip.tsx'
import { plainNumber } from '../../../components/words/formatters.ts'
import { clockWords } from '../../../components/words/time-words.ts'
import classes from './presence-filter.module.css'

interface PresenceFilterProps {
  readonly counts: DeviceCounts
  readonly value: readonly Presence[]
  readonly onChange: (value: readonly Presence[]) => void
}

/** Counts devices by state; pressing one shows only those. */
export const PresenceFilter = memo(function PresenceFilter({ counts, value, onChange }: PresenceFilterProps) {
  const { t, i18n } = useTranslation('devices')
  const figure = (value: number) => plainNumber(value, i18n.language)
  const { lastKnownAt: knownAt } = counts
  const isCurrent = knownAt === undefined
  const toggle = (presence: Presence): void =>
    onChange(value.includes(presence) ? value.filter((other) => other !== presence) : [...value, presence])
  return (
    <fieldset
      className={classes.filter}
      aria-label={t('filterLabel')}
      data-last-known={isCurrent ? undefined : true}
      title={isCurrent ? undefined : t('unheard.filterHint', { time: clockWords(knownAt, Date.now(), i18n.language) })}
    >
      <ChoiceChip isPressed={value.length === 0} onPress={() => onChange([])}>
        {t('all')} <span className={classes.count}>{figure(counts.total)}</span>
      </ChoiceChip>
      {PRESENCES.map((presence) => (
        <ChoiceChip
          key={presence}
          data-presence={presence}
          data-empty={counts[presence] === 0 || undefined}
          isPressed={value.includes(presence)}
          onPress={() => toggle(presence)}
        >
          <span className={classes.dot} aria-hidden />
          {t(isCurrent || presence === 'never-seen' ? `presence.${presence}` : `lastKnown.${presence}`)}{' '}
          <span className={classes.count}>{figure(counts[presence])}</span>
        </ChoiceChip>
      ))}
    </fieldset>
  )
})
