import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { TARGETS_MAX } from '../../../../preload/contract/models/devices/device.ts'
import { PresenceBadge } from '../../../components/badges/presence-badge.tsx'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useFormat } from '../../../lib/use-format.ts'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import { EvidenceText } from '../../devices/table/evidence-text.tsx'
import { isBeforeFirstSigns } from '../../devices/table/evidence-words.ts'
import { MoreDevices } from './more-devices.tsx'
import { CHIPS_MAX, TargetField, type TargetFieldProps } from './target-field.tsx'
import classes from './target-picker.module.css'
import { type Targets, targetsOf, withoutTarget } from './target-state.ts'

/** Unknown ids that are named; the others are counted. */
const UNKNOWN_MAX = 3

/** Chooses the devices of the next request: one by one, by filter, or by a pasted list of ids. */
export function TargetPicker({ targets, onChange, left, onDone, fieldRef }: TargetFieldProps) {
  const { t } = useTranslation('console')
  const { connectionId, deviceIds } = targets
  const remove = (id: string) => onChange((now) => withoutTarget(now, id))
  return (
    <div className={classes.picker}>
      <TargetField targets={targets} onChange={onChange} left={left} onDone={onDone} fieldRef={fieldRef} />
      <MoreDevices connectionId={connectionId} deviceIds={deviceIds} shown={CHIPS_MAX} onRemove={remove} />
      <ChosenPresence targets={targets} />
      {deviceIds.length > 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => onChange((now) => targetsOf(now.connectionId))}
        >
          {t('picker.clear')}
        </Button>
      )}
      <TargetNotes targets={targets} />
    </div>
  )
}

/** The presence of the one device chosen, in words; of several only their number. */
function ChosenPresence({ targets: { connectionId, deviceIds } }: { readonly targets: Targets }) {
  const { t } = useTranslation('console')
  const { details } = useDeviceDetails(connectionId, deviceIds)
  const isEarly = useIsBeforeFirstSigns()
  const [first] = deviceIds
  if (first === undefined) return null
  if (deviceIds.length > 1)
    return <span className={classes.evidence}>{t('target.count', { count: deviceIds.length })}</span>
  const detail = details.get(first)
  if (detail === undefined || (isEarly && (detail === null || detail.presence === 'never-seen'))) return null
  if (detail === null) return <span className={classes.evidence}>{t('target.unknown')}</span>
  return (
    <span className={classes.presence}>
      <PresenceBadge presence={detail.presence} isCurrent={detail.lastKnownAt === undefined} />
      <span className={classes.evidence}>
        <EvidenceText device={detail} isShort />
      </span>
    </span>
  )
}

/** Renders once more when the first signs of the devices have had their time. */
function useIsBeforeFirstSigns(): boolean {
  const openedAt = useAppState(({ connection }) => connection.openedAt)
  return useClockText(useCallback((now) => (isBeforeFirstSigns(openedAt, now) ? 'early' : ''), [openedAt])) !== ''
}

/** Names what was not taken in. */
function TargetNotes({ targets: { unknown, isFull } }: { readonly targets: Targets }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const ids = unknown.slice(0, UNKNOWN_MAX).join(', ')
  const more = unknown.length - UNKNOWN_MAX
  return (
    <span className={classes.notes} role="status">
      {unknown.length > 0 &&
        (more > 0 ? t('picker.unknownMore', { ids, number: format.number(more) }) : t('picker.unknown', { ids }))}
      {isFull && t('picker.tooMany', { number: format.number(TARGETS_MAX) })}
    </span>
  )
}
