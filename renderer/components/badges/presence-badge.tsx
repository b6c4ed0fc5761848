import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockExclamation,
  IconHourglassEmpty,
  IconPlugConnectedX,
  IconPower,
} from '@tabler/icons-react'
import { type ComponentType, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Presence } from '../../../preload/contract/models/devices/device.ts'
import { type Tone, ToneBadge } from './tone-badge.tsx'

interface Look {
  readonly tone: Tone
  readonly Icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
}

const LOOKS: Readonly<Record<Presence, Look>> = {
  online: { tone: 'ok', Icon: IconCircleCheckFilled },
  busy: { tone: 'info', Icon: IconHourglassEmpty },
  stale: { tone: 'warn', Icon: IconClockExclamation },
  offline: { tone: 'muted', Icon: IconPower },
  lost: { tone: 'danger', Icon: IconPlugConnectedX },
  'never-seen': { tone: 'muted', Icon: IconCircleDashed },
}
/** Of a presence that is only the last that is known, whichever it was. */
const LAST_KNOWN: Look = { tone: 'muted', Icon: IconCircle }

/** The presence of a device by icon, word and colour; in the past tense and without colour where it is not current. */
export const PresenceBadge = memo(function PresenceBadge({
  presence,
  isCurrent,
}: {
  readonly presence: Presence
  readonly isCurrent: boolean
}) {
  const { t } = useTranslation('devices')
  const isPast = !isCurrent && presence !== 'never-seen'
  const { tone, Icon } = isPast ? LAST_KNOWN : LOOKS[presence]
  return (
    <ToneBadge tone={tone} icon={<Icon size={14} aria-hidden />}>
      {t(isPast ? `lastKnown.${presence}` : `presence.${presence}`)}
    </ToneBadge>
  )
})
