import { IconAlertTriangle, IconBan, IconCircleX, IconEye, IconHelpCircle, IconPencil } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Classification } from '../../../preload/contract/models/safety.ts'
import { type Tone, ToneBadge } from './tone-badge.tsx'

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>

const LOOKS: Readonly<
  Record<Classification['class'], { readonly tone: Tone; readonly Icon: Icon; readonly isStrong: boolean }>
> = {
  read: { tone: 'ok', Icon: IconEye, isStrong: false },
  change: { tone: 'info', Icon: IconPencil, isStrong: false },
  unknown: { tone: 'warn', Icon: IconHelpCircle, isStrong: false },
  destructive: { tone: 'danger', Icon: IconAlertTriangle, isStrong: true },
  forbidden: { tone: 'danger', Icon: IconBan, isStrong: true },
  refused: { tone: 'danger', Icon: IconCircleX, isStrong: false },
}

/** The class of a command as main judged it: icon, word and colour. */
export function ClassBadge({ value }: { readonly value: Classification['class'] }) {
  const { t } = useTranslation('console')
  const { tone, Icon, isStrong } = LOOKS[value]
  return (
    <ToneBadge tone={tone} icon={<Icon size={14} aria-hidden />} isFilled isStrong={isStrong}>
      {t(`class.${value}.word`)}
    </ToneBadge>
  )
}
