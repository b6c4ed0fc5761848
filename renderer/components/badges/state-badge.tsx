import {
  IconAlertCircle,
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockOff,
  IconClockX,
  IconEye,
  IconFileOff,
  IconHandStop,
  IconHelpCircle,
  IconHourglassEmpty,
  IconInfoCircle,
  IconMailOff,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconQuestionMark,
  IconSend,
  IconShieldCheck,
} from '@tabler/icons-react'
import { type ComponentType, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandState } from '../../../preload/contract/models/commands/command.ts'
import type { AlertSeverity } from '../../../preload/contract/models/devices/alert.ts'
import type { Classification } from '../../../preload/contract/models/safety/safety.ts'
import { type Tone, ToneBadge } from './tone-badge.tsx'

/** The states that are shown as badges, by their kind. */
interface States {
  readonly command: CommandState
  readonly class: Classification['class']
  readonly severity: AlertSeverity
}
type Kind = keyof States

interface Look {
  readonly tone: Tone
  readonly Icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  readonly isStrong?: boolean
}

const LOOKS: { readonly [K in Kind]: Readonly<Record<States[K], Look>> } = {
  command: {
    approved: { tone: 'info', Icon: IconShieldCheck },
    queued: { tone: 'info', Icon: IconHourglassEmpty },
    sent: { tone: 'info', Icon: IconSend },
    received: { tone: 'info', Icon: IconCircleDashed },
    running: { tone: 'info', Icon: IconPlayerPlay },
    succeeded: { tone: 'ok', Icon: IconCircleCheck },
    failed: { tone: 'danger', Icon: IconCircleX },
    'timed-out': { tone: 'warn', Icon: IconClockX },
    'too-large': { tone: 'warn', Icon: IconFileOff },
    'no-answer': { tone: 'warn', Icon: IconQuestionMark },
    'not-delivered': { tone: 'muted', Icon: IconMailOff },
    refused: { tone: 'danger', Icon: IconBan },
    rejected: { tone: 'danger', Icon: IconHandStop },
    expired: { tone: 'muted', Icon: IconClockOff },
    cancelled: { tone: 'muted', Icon: IconPlayerStop },
    unknown: { tone: 'warn', Icon: IconHelpCircle },
    withheld: { tone: 'muted', Icon: IconPlayerPause },
  },
  class: {
    read: { tone: 'ok', Icon: IconEye },
    change: { tone: 'info', Icon: IconPencil },
    unknown: { tone: 'warn', Icon: IconHelpCircle },
    destructive: { tone: 'danger', Icon: IconAlertTriangle, isStrong: true },
    forbidden: { tone: 'danger', Icon: IconBan, isStrong: true },
    refused: { tone: 'danger', Icon: IconCircleX },
  },
  severity: {
    info: { tone: 'info', Icon: IconInfoCircle },
    warning: { tone: 'warn', Icon: IconAlertTriangle },
    critical: { tone: 'danger', Icon: IconAlertCircle },
  },
}

interface StateBadgeProps<K extends Kind> {
  readonly kind: K
  readonly state: States[K]
}

function PlainStateBadge<K extends Kind>({ kind, state }: StateBadgeProps<K>) {
  const word = useStateWord(kind, state)
  const { tone, Icon, isStrong = false }: Look = LOOKS[kind][state]
  const isFilled = kind === 'command' || kind === 'class'
  return (
    <ToneBadge tone={tone} icon={<Icon size={14} aria-hidden />} isFilled={isFilled} isStrong={isStrong}>
      {word}
    </ToneBadge>
  )
}

/** A state by icon, word and colour. What it rests on belongs beside it. */
export const StateBadge = memo(PlainStateBadge) as typeof PlainStateBadge

function useStateWord(kind: Kind, state: string): string {
  const { t } = useTranslation()
  switch (kind) {
    case 'command':
      return t(`console:state.${state}.word`)
    case 'class':
      return t(`console:class.${state}.word`)
    case 'severity':
      return t(`alerts:severity.${state}`)
  }
}
