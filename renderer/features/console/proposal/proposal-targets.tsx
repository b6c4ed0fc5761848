import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/command.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import { SigningBadge } from '../../devices/table/device-marks.tsx'
import { EvidenceText } from '../../devices/table/evidence-text.tsx'
import { MoreDevices } from '../composer/more-devices.tsx'
import classes from './card.module.css'
import { SigningSummary } from './signing-summary.tsx'

/** Devices named on the card; the others are in the list that opens. */
const SHOWN_MAX = 5

/** Lists the devices that the command would run on, with their presence now and whether they take unsigned commands. */
export function ProposalTargets({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('console')
  const { details } = useDeviceDetails(proposal.connectionId, proposal.deviceIds)
  const isSingle = proposal.deviceIds.length === 1
  return (
    <div className={classes.fact}>
      <span className={classes.factName}>{t('proposal.on')}</span>
      <ul className={classes.targets}>
        {proposal.deviceIds.slice(0, SHOWN_MAX).map((id) => {
          const detail = details.get(id)
          return (
            <li key={id}>
              <span className={classes.device}>
                <DeviceLabel deviceId={id} />
              </span>
              {detail && <StateBadge kind="presence" state={detail.presence} />}
              {detail && (
                <span className={classes.evidence} data-low-hidden>
                  <EvidenceText evidence={detail.evidence} />
                </span>
              )}
              {isSingle && detail && !detail.isSimulated && <SigningBadge signing={detail.signing ?? 'unsigned'} />}
            </li>
          )
        })}
        {proposal.deviceIds.length > SHOWN_MAX && (
          <li>
            <MoreDevices connectionId={proposal.connectionId} deviceIds={proposal.deviceIds} shown={SHOWN_MAX} />
          </li>
        )}
        {!isSingle && (
          <li>
            <SigningSummary connectionId={proposal.connectionId} deviceIds={proposal.deviceIds} />
          </li>
        )}
      </ul>
    </div>
  )
}
