import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AlertSeverity } from '../../../preload/contract/models/alert.ts'
import { ToneBadge } from '../../components/badges/tone-badge.tsx'

const LOOKS = {
  info: { tone: 'info', Icon: IconInfoCircle },
  warning: { tone: 'warn', Icon: IconAlertTriangle },
  critical: { tone: 'danger', Icon: IconAlertCircle },
} as const

/** How bad it is: icon, word and colour. */
export function SeverityBadge({ severity }: { readonly severity: AlertSeverity }) {
  const { t } = useTranslation('alerts')
  const { tone, Icon } = LOOKS[severity]
  return (
    <ToneBadge tone={tone} icon={<Icon size={14} aria-hidden />}>
      {t(`severity.${severity}`)}
    </ToneBadge>
  )
}
