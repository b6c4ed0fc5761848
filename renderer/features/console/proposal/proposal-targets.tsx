import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/command.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { plainNumber } from '../../../components/words/formatters.ts'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import { EvidenceText } from '../../devices/table/evidence-text.tsx'
import classes from './card.module.css'

/** More than these are a number, not a list. */
const SHOWN_MAX = 5

/** Lists the devices that the command would run on, with their presence now. */
export function ProposalTargets({ proposal }: { readonly proposal: Proposal }) {
  const { t, i18n } = useTranslation('console')
  const { details } = useDeviceDetails(proposal.connectionId, proposal.deviceIds)
  const more = proposal.deviceIds.length - SHOWN_MAX
  return (
    <div className={classes.fact}>
      <span className={classes.factName}>{t('proposal.on')}</span>
      <ul className={classes.targets}>
        {proposal.deviceIds.slice(0, SHOWN_MAX).map((id) => {
          const detail = details.get(id)
          return (
            <li key={id}>
              <span className={classes.device}>{id}</span>
              {detail && <StateBadge kind="presence" state={detail.presence} />}
              {detail && (
                <span className={classes.evidence}>
                  <EvidenceText evidence={detail.evidence} />
                </span>
              )}
            </li>
          )
        })}
        {more > 0 && <li>{t('moreDevices', { count: more, number: plainNumber(more, i18n.language) })}</li>}
      </ul>
    </div>
  )
}
