import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockExclamation,
  IconHourglassEmpty,
  IconPlugConnectedX,
  IconPower,
} from '@tabler/icons-react'
import { type ComponentType, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Presence } from '../../../preload/contract/models/device.ts'
import { type Tone, ToneBadge } from './tone-badge.tsx'

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>

const LOOKS: Readonly<Record<Presence, { readonly tone: Tone; readonly Icon: Icon }>> = {
  online: { tone: 'ok', Icon: IconCircleCheckFilled },
  busy: { tone: 'info', Icon: IconHourglassEmpty },
  stale: { tone: 'warn', Icon: IconClockExclamation },
  offline: { tone: 'muted', Icon: IconPower },
  lost: { tone: 'danger', Icon: IconPlugConnectedX },
  'never-seen': { tone: 'muted', Icon: IconCircleDashed },
}

/** Whether a device is there: icon, word and colour. The evidence belongs beside it. */
export const PresenceBadge = memo(function PresenceBadge({ presence }: { readonly presence: Presence }) {
  const { t } = useTranslation('devices')
  const { tone, Icon } = LOOKS[presence]
  return (
    <ToneBadge tone={tone} icon={<Icon size={14} aria-hidden />}>
      {t(`presence.${presence}`)}
    </ToneBadge>
  )
})
