import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal, ProposalWarning } from '../../../../preload/contract/models/commands/command.ts'
import { escapedId } from '../../../../preload/contract/models/limits.ts'
import { listWords, plainNumber } from '../../../components/words/formatters.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { isConnectionDeaf } from '../../../lib/is-deaf.ts'
import classes from './card.module.css'
import { TIMEOUT_SAFE_S } from './proposal-draft.ts'
import { UnsetSystem } from './unset-system.tsx'
import { groupedWarnings } from './warning-groups.ts'

/** Devices that a warning for several of them names. */
const NAMED_MAX = 3

interface ProposalWarningsProps {
  readonly proposal: Proposal
  readonly warnings: readonly ProposalWarning[]
  /** As it stands in the field, so that a long one is warned of before it is reviewed. */
  readonly timeoutS: number
  /** Has the command judged again. */
  readonly onReview: () => Promise<void>
}

/** Warns before a run; no warning blocks it. */
export function ProposalWarnings({ proposal, warnings, timeoutS, onReview }: ProposalWarningsProps) {
  const { t, i18n } = useTranslation('console')
  const isDeaf = useAppState(isConnectionDeaf)
  const others = warnings.filter((warning) => warning.kind !== 'long-timeout')
  const { single, together } = groupedWarnings(others)
  const isLong = timeoutS > TIMEOUT_SAFE_S
  const isForSeveral = proposal.otherSystems !== undefined
  if (others.length === 0 && !isLong && !isForSeveral && !isDeaf) return null
  return (
    <ul className={classes.warnings}>
      {isDeaf && <WarningLine isStrong>{t('warn.deaf')}</WarningLine>}
      {isForSeveral && (
        <WarningLine isStrong={false}>
          <SystemsText proposal={proposal} />
        </WarningLine>
      )}
      {single.map((warning) => (
        <WarningLine key={keyOf(warning)} isStrong={warning.kind === 'cuts-off'}>
          <WarningText warning={warning} proposal={proposal} onReview={onReview} />
        </WarningLine>
      ))}
      {together.map(({ kind, deviceIds }) => (
        <WarningLine key={kind} isStrong={false}>
          {t(`warnDevices.${kind}`, {
            ids: deviceIds.slice(0, NAMED_MAX).join(t('idMark')),
            number: plainNumber(deviceIds.length, i18n.language),
          })}
        </WarningLine>
      ))}
      {isLong && <WarningLine isStrong={false}>{t('warn.long-timeout')}</WarningLine>}
    </ul>
  )
}

/** Says which systems get the same bytes. */
function SystemsText({ proposal: { system, otherSystems = [] } }: Pick<ProposalWarningsProps, 'proposal'>) {
  const { t, i18n } = useTranslation(['console', 'devices'])
  const names = [system, ...otherSystems].map((one) => t(`devices:system.${one}`))
  return t('severalSystems', { systems: listWords(names, i18n.language) })
}

function WarningText(
  props: Pick<ProposalWarningsProps, 'proposal' | 'onReview'> & { readonly warning: ProposalWarning },
) {
  const { warning, proposal, onReview } = props
  const { t } = useTranslation('console')
  if ('deviceIds' in warning) return <UnsetSystem proposal={proposal} {...warning} onSet={onReview} />
  if (warning.kind === 'device-odd-id') {
    return t('warnOddId', { id: warning.deviceId, escaped: escapedId(warning.deviceId) })
  }
  return 'deviceId' in warning ? t(`warnDevice.${warning.kind}`, { id: warning.deviceId }) : t(`warn.${warning.kind}`)
}

function WarningLine({ isStrong, children }: { readonly isStrong: boolean; readonly children: ReactNode }) {
  const Icon = isStrong ? IconAlertTriangle : IconInfoCircle
  return (
    <li data-strong={isStrong || undefined}>
      <Icon size={15} aria-hidden />
      <span>{children}</span>
    </li>
  )
}

function keyOf(warning: ProposalWarning): string {
  if ('deviceId' in warning) return `${warning.kind}:${warning.deviceId}`
  return 'deviceIds' in warning ? `${warning.kind}:${warning.system}` : warning.kind
}
