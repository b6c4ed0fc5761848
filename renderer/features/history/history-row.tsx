import { UnstyledButton } from '@mantine/core'
import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../preload/contract/models/commands/history.ts'
import { StateBadge } from '../../components/badges/state-badge.tsx'
import { DeviceLabel } from '../../components/words/device-label.tsx'
import { plainNumber } from '../../components/words/formatters.ts'
import { clockWords, exactTimeWords } from '../../components/words/time-words.ts'
import { EntryOutcome } from './entry-outcome.tsx'
import classes from './history-table.module.css'

export const ROW_HEIGHT_PX = 50

interface HistoryRowProps {
  readonly entry: HistoryEntry
  readonly index: number
  readonly top: number
  /** Name of its connection where that is not the one in use. */
  readonly connection: string | null
  readonly isOpen: boolean
  /** True for the row that the Tab key stops at. */
  readonly isStop: boolean
  readonly onOpen: (turnId: string) => void
  readonly onFocus: (turnId: string) => void
}

/** One exchange in the list: when, by whom, for what, and what became of it. */
export const HistoryRow = memo(function HistoryRow(props: HistoryRowProps) {
  const { entry, index, top, connection, isOpen, isStop, onOpen, onFocus } = props
  const { t, i18n } = useTranslation('history')
  const language = i18n.language
  const { at, text, command, deviceIds, deviceCount, operator, source } = entry
  const who = [operator, source === null ? null : t(`source.${source}`), connection]
  return (
    <tr
      className={classes.row}
      data-open={isOpen || undefined}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td className={classes.time}>
        <time dateTime={new Date(at).toISOString()} title={exactTimeWords(at, language)}>
          {clockWords(at, Date.now(), language)}
        </time>
      </td>
      <td className={classes.what}>
        <UnstyledButton
          className={classes.open}
          data-row={index}
          tabIndex={isStop ? 0 : -1}
          aria-current={isOpen || undefined}
          onFocus={() => onFocus(entry.turnId)}
          onClick={() => onOpen(entry.turnId)}
        >
          <span className={classes.text} data-mono={entry.mode === 'command' || undefined}>
            {text}
          </span>
          {command !== null && command !== text && <code className={classes.command}>{command}</code>}
        </UnstyledButton>
      </td>
      <td className={classes.devices} title={deviceIds.join(', ')}>
        {/* Before the names, because these are cut where the column ends. */}
        {deviceCount > 1 && (
          <div>{t('devices', { count: deviceCount, number: plainNumber(deviceCount, language) })}</div>
        )}
        <div className={classes.rowNames} data-several={deviceCount > 1 || undefined}>
          {connection === null ? <NamedDevices deviceIds={deviceIds} /> : deviceIds.join(', ')}
          {deviceCount > deviceIds.length && ', …'}
        </div>
      </td>
      <td className={classes.class}>{entry.class !== null && <StateBadge kind="class" state={entry.class} />}</td>
      <td>
        <EntryOutcome entry={entry} />
      </td>
      <td className={classes.who}>{who.filter((part) => part !== null).join(' · ')}</td>
    </tr>
  )
})

/** Names devices of the connection in use; those of another are known by their ids only. */
function NamedDevices({ deviceIds }: Pick<HistoryEntry, 'deviceIds'>) {
  return deviceIds.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <DeviceLabel deviceId={id} />
    </Fragment>
  ))
}
