import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/commands/command.ts'
import { DEVICE_SYSTEMS } from '../../../../preload/contract/models/safety/safety.ts'
import { PresenceBadge } from '../../../components/badges/presence-badge.tsx'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { listWords } from '../../../components/words/formatters.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useFormat } from '../../../lib/use-format.ts'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import { SigningBadge } from '../../devices/table/device-marks.tsx'
import { EvidenceText } from '../../devices/table/evidence-text.tsx'
import { MoreDevices } from '../composer/more-devices.tsx'
import classes from './card.module.css'
import { SigningSummary } from './signing-summary.tsx'

/** Devices named on the card; the others are in the list that opens. */
const SHOWN_MAX = 5

interface ProposalTargetsProps {
  readonly proposal: Proposal
  /** Devices of it that are away. */
  readonly absent: readonly string[]
}

/** Lists the devices that the command would run on, with their presence now and whether they take unsigned commands. */
export function ProposalTargets({ proposal, absent }: ProposalTargetsProps) {
  const { t } = useTranslation('console')
  const { details } = useDeviceDetails(proposal.connectionId, proposal.deviceIds)
  const isSingle = proposal.deviceIds.length === 1
  return (
    <div className={classes.fact}>
      <span className={classes.factName}>{t('proposal.on')}</span>
      <ul className={classes.targets}>
        {proposal.deviceIds.length > 1 && (
          <li>
            <TargetCounts proposal={proposal} absent={absent} />
          </li>
        )}
        {proposal.deviceIds.slice(0, SHOWN_MAX).map((id) => {
          const detail = details.get(id)
          return (
            <li key={id}>
              <span className={classes.device}>
                <DeviceLabel deviceId={id} />
              </span>
              {detail && <PresenceBadge presence={detail.presence} isCurrent={detail.lastKnownAt === undefined} />}
              {detail && (
                <span className={classes.evidence} data-low-hidden>
                  <EvidenceText device={detail} />
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

/** Says how many devices there are, of which systems where these are several, and how many of them are away. */
function TargetCounts({ proposal: { deviceIds, devicesBySystem = {} }, absent }: ProposalTargetsProps) {
  const { t, i18n } = useTranslation('console')
  const format = useFormat()
  // Nobody knows who is away while nothing is heard.
  const isHeard = useAppState((state) => state.counts.lastKnownAt === undefined)
  const systems = DEVICE_SYSTEMS.flatMap((system) => {
    const count = devicesBySystem[system]
    const name = t(`devices:system.${system}`)
    return count === undefined ? [] : [t('proposal.ofSystem', { number: format.number(count), system: name })]
  })
  const away = t(absent.length === 0 ? 'proposal.noneAway' : 'proposal.away', { number: format.number(absent.length) })
  const all = t('proposal.devices', { count: deviceIds.length, number: format.number(deviceIds.length) })
  return (
    <span className={classes.evidence} data-low-hidden>
      {[all, ...(systems.length === 0 ? [] : [listWords(systems, i18n.language)]), ...(isHeard ? [away] : [])].join(
        ' · ',
      )}
    </span>
  )
}
