import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProposalWarning } from '../../../preload/contract/models/command.ts'
import classes from './card.module.css'
import { TIMEOUT_SAFE_S } from './proposal-draft.ts'

interface ProposalWarningsProps {
  readonly warnings: readonly ProposalWarning[]
  /** As it stands in the field, so that a long one is warned of before it is reviewed. */
  readonly timeoutS: number
}

/** What to know before running; none of it blocks. */
export function ProposalWarnings({ warnings, timeoutS }: ProposalWarningsProps) {
  const { t } = useTranslation('console')
  const others = warnings.filter((warning) => warning.kind !== 'long-timeout')
  const isLong = timeoutS > TIMEOUT_SAFE_S
  if (others.length === 0 && !isLong) return null
  return (
    <ul className={classes.warnings}>
      {others.map((warning) => (
        <WarningLine key={keyOf(warning)} isStrong={warning.kind === 'cuts-off'}>
          {'deviceId' in warning ? t(`warn.${warning.kind}`, { id: warning.deviceId }) : t(`warn.${warning.kind}`)}
        </WarningLine>
      ))}
      {isLong && <WarningLine isStrong={false}>{t('warn.long-timeout')}</WarningLine>}
    </ul>
  )
}

function WarningLine({ isStrong, children }: { readonly isStrong: boolean; readonly children: string }) {
  const Icon = isStrong ? IconAlertTriangle : IconInfoCircle
  return (
    <li data-strong={isStrong || undefined}>
      <Icon size={15} aria-hidden />
      <span>{children}</span>
    </li>
  )
}

function keyOf(warning: ProposalWarning): string {
  return 'deviceId' in warning ? `${warning.kind}:${warning.deviceId}` : warning.kind
}
