import { IconAlertTriangle, IconFlask, IconShield, IconShieldCheck, IconShieldOff } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { escapedId } from '../../../../preload/contract/models/limits.ts'
import type { DeviceSystem } from '../../../../preload/contract/models/safety/safety.ts'
import type { DeviceSigning } from '../../../../preload/contract/models/safety/signing.ts'
import { useFormat } from '../../../lib/use-format.ts'
import classes from './device-marks.module.css'
import { MetricText } from './metric-text.tsx'

/** Says that a device of the demo is no real one. */
export function SimulatedBadge() {
  const { t } = useTranslation('devices')
  return (
    <span className={classes.mark} title={t('simulatedHint')}>
      {t('simulated')}
    </span>
  )
}

/** The same as a picture, because a word in each row would cut the ids. */
export function SimulatedMark() {
  const { t } = useTranslation('devices')
  return (
    <span className={classes.simulated} title={t('simulatedHint')}>
      <IconFlask size={14} role="img" aria-label={t('simulated')} />
    </span>
  )
}

/** Says that an id holds characters that another id may look like; the code points are in its hint. */
export const OddIdMark = memo(function OddIdMark({ id }: { readonly id: string }) {
  const { t } = useTranslation('devices')
  return (
    <span className={classes.mark} title={t('odd.markHint', { escaped: escapedId(id) })}>
      {t('odd.mark')}
    </span>
  )
})

export function WarningMark() {
  const { t } = useTranslation('devices')
  return (
    <span className={classes.warning} title={t('hasWarnings')}>
      <IconAlertTriangle size={14} role="img" aria-label={t('hasWarnings')} />
    </span>
  )
}

const SIGNING_ICONS = { proven: IconShieldCheck, signed: IconShield, unsigned: IconShieldOff } as const

/** Says whether commands and results of a device can be somebody else's, as a picture for the list. */
export function SigningMark({ signing }: { readonly signing: DeviceSigning }) {
  const { t } = useTranslation('devices')
  const Icon = SIGNING_ICONS[signing]
  return (
    <span className={classes.signing} data-signing={signing} title={t(`signing.${signing}Hint`)}>
      <Icon size={14} role="img" aria-label={t(`signing.${signing}`)} />
    </span>
  )
}

/** The same in words. */
export function SigningBadge({ signing }: { readonly signing: DeviceSigning }) {
  const { t } = useTranslation('devices')
  return (
    <span className={classes.mark} title={t(`signing.${signing}Hint`)}>
      {t(`signing.${signing}`)}
    </span>
  )
}

/** The same for a number of devices. */
export function SigningCount({ signing, count }: { readonly signing: DeviceSigning; readonly count: number }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  return (
    <span className={classes.mark} title={t(`signing.${signing}Hint`)}>
      {t(`signingCount.${signing}`, { number: format.number(count) })}
    </span>
  )
}

interface SystemNameProps {
  readonly system: DeviceSystem
  readonly isAssumed: boolean
}

/** Names the system of a device, marked where nobody set it. */
export const SystemName = memo(function SystemName({ system, isAssumed }: SystemNameProps) {
  const { t } = useTranslation('devices')
  return (
    <span className={classes.system}>
      {t(`system.${system}`)}
      {isAssumed && (
        <span className={classes.mark} title={t('assumedHint')}>
          {t('assumed')}
        </span>
      )}
    </span>
  )
})

/** The operator's tags of a device. */
export const TagList = memo(function TagList({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return <MetricText value={null} />
  return (
    <span className={classes.tags} title={tags.join(', ')}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
    </span>
  )
})
