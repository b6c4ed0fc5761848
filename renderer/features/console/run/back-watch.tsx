import { Button } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Aftermath } from '../../../../preload/contract/models/commands/answer-reading.ts'
import type { CommandRecord } from '../../../../preload/contract/models/commands/command.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { clockWords, durationWords } from '../../../components/words/time-words.ts'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import { BACK_LIMIT_MS, type BackState, backState, isAway } from './back-state.ts'

/** When each wait began, by command: a card that scrolls out of sight waits on. */
const startedAt = new Map<string, number>()

interface BackWatchProps {
  readonly record: CommandRecord
  readonly kind: Aftermath['kind']
}

/** Waits until a device that was told to start anew is heard again, for a limited time. */
export function BackWatchControl({ record, kind }: BackWatchProps) {
  const { t } = useTranslation('console')
  const [isWatching, setIsWatching] = useState(startedAt.has(record.commandId))
  if (isWatching) return <BackWatchLine record={record} kind={kind} />
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconHourglass size={13} aria-hidden />}
      onClick={() => {
        startedAt.set(record.commandId, Date.now())
        setIsWatching(true)
      }}
    >
      {t('after.wait')}
    </Button>
  )
}

const TONES = { waiting: 'quiet', gone: 'quiet', heard: 'quiet', back: 'ok', over: 'bad' } as const

/** Epoch ms of the second that has begun. */
const thisSecond = (now: number) => String(Math.floor(now / 1000) * 1000)

function BackWatchLine({ record, kind }: BackWatchProps) {
  const { t, i18n } = useTranslation('console')
  const connectionId = useAppState((state) => state.connection.profileId)
  const ids = useMemo(() => [record.deviceId], [record.deviceId])
  const { details } = useDeviceDetails(connectionId, ids)
  const device = details.get(record.deviceId) ?? null
  const [wasGone, setWasGone] = useState(false)
  if (!wasGone && device !== null && isAway(device)) setWasGone(true)
  // Once it is back it stays so, whatever becomes of the device later.
  const [back, setBack] = useState<BackState | null>(null)
  const began = startedAt.get(record.commandId) ?? 0
  const since = record.finishedAt ?? record.sentAt ?? began
  const now = Number(useClockText(thisSecond, back === null))
  const state = back ?? backState(device, { kind, since, startedAt: began, wasGone }, now)
  if (back === null && state.kind === 'back') setBack(state)
  const limit = durationWords(BACK_LIMIT_MS[kind], i18n.language)
  return (
    <div role="status">
      <StateLine tone={TONES[state.kind]}>
        {state.kind === 'back'
          ? state.uptimeS === null
            ? t('after.back', { time: clockWords(state.at, now, i18n.language) })
            : t('after.backAnew', {
                time: clockWords(state.at, now, i18n.language),
                uptime: durationWords(state.uptimeS * 1000, i18n.language),
              })
          : t(`after.state.${state.kind}`, { limit })}
      </StateLine>
    </div>
  )
}
