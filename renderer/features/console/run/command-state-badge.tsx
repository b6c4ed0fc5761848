import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockOff,
  IconClockX,
  IconHandStop,
  IconHelpCircle,
  IconHourglassEmpty,
  IconMailOff,
  IconPlayerPlay,
  IconPlayerStop,
  IconQuestionMark,
  IconSend,
  IconShieldCheck,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandState } from '../../../../preload/contract/models/command.ts'
import { type Tone, ToneBadge } from '../../../components/badges/tone-badge.tsx'

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>

const LOOKS: Readonly<Record<CommandState, { readonly tone: Tone; readonly Icon: Icon }>> = {
  approved: { tone: 'info', Icon: IconShieldCheck },
  queued: { tone: 'info', Icon: IconHourglassEmpty },
  sent: { tone: 'info', Icon: IconSend },
  received: { tone: 'info', Icon: IconCircleDashed },
  running: { tone: 'info', Icon: IconPlayerPlay },
  succeeded: { tone: 'ok', Icon: IconCircleCheck },
  failed: { tone: 'danger', Icon: IconCircleX },
  'timed-out': { tone: 'warn', Icon: IconClockX },
  'no-answer': { tone: 'warn', Icon: IconQuestionMark },
  'not-delivered': { tone: 'muted', Icon: IconMailOff },
  refused: { tone: 'danger', Icon: IconBan },
  rejected: { tone: 'danger', Icon: IconHandStop },
  expired: { tone: 'muted', Icon: IconClockOff },
  cancelled: { tone: 'muted', Icon: IconPlayerStop },
  unknown: { tone: 'warn', Icon: IconHelpCircle },
}

/** How far a command got: icon, word and colour. */
export function CommandStateBadge({ state }: { readonly state: CommandState }) {
  const { t } = useTranslation('console')
  const { tone, Icon } = LOOKS[state]
  return (
    <ToneBadge tone={tone} icon={<Icon size={14} aria-hidden />} isFilled>
      {t(`state.${state}.word`)}
    </ToneBadge>
  )
}
