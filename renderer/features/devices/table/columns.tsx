import { memo, type ReactNode } from 'react'
import type { DeviceMetrics, DeviceRow, DeviceSort } from '../../../../preload/contract/models/devices/device.ts'
import { powerState, vitalNumber } from '../../../../preload/contract/models/devices/vitals.ts'
import { ALERT_THRESHOLDS, isOddId } from '../../../../preload/contract/models/limits.ts'
import type { DeviceSigning } from '../../../../preload/contract/models/safety/signing.ts'
import { PresenceBadge } from '../../../components/badges/presence-badge.tsx'
import { numberFormat } from '../../../components/words/formatters.ts'
import { TimeAgo } from '../../../components/words/relative-time.tsx'
import { durationWords } from '../../../components/words/time-words.ts'
import { OddIdMark, SigningMark, SimulatedMark, SystemName, TagList, WarningMark } from './device-marks.tsx'
import classes from './device-table.module.css'
import { ClockText, MetricText, PowerText } from './metric-text.tsx'

/** From here on a Wi-Fi connection drops packets. */
const WEAK_WIFI_DBM = -80

/** A column of the list; its head is `devices:column.<id>`. */
interface Column {
  readonly minPx: number
  /** Share of the room that is left; 0 keeps the width. */
  readonly grow: number
  readonly sortBy: DeviceSort
  readonly isNumber: boolean
  /** Looked for first: the latest, the hottest, the fullest. */
  readonly startsDescending: boolean
  /** Columns with the highest number leave first when the operator chose none; 0 always stays. */
  readonly givesWay: number
  /** `shown` are the columns beside it. */
  readonly render: (row: DeviceRow, language: string, shown: readonly string[]) => ReactNode
}

function words(
  size: Pick<Column, 'minPx' | 'grow' | 'givesWay'>,
  sortBy: DeviceSort,
  render: Column['render'],
): Column {
  return { ...size, sortBy, render, isNumber: false, startsDescending: false }
}

function metric(
  size: Pick<Column, 'minPx' | 'givesWay'>,
  of: keyof DeviceMetrics & keyof typeof ALERT_THRESHOLDS,
  unit: string,
  digits: number,
): Column {
  const render: Column['render'] = ({ metrics }, language) => {
    const value = metrics[of]
    if (value === null) return <MetricText value={null} />
    return <MetricText value={`${figure(value, digits, language)} ${unit}`} isHigh={value >= ALERT_THRESHOLDS[of]} />
  }
  return { ...size, grow: 0, sortBy: of, isNumber: true, startsDescending: true, render }
}

/** All columns in the order of the list: where a column is added, and the only place that knows of it. */
export const COLUMNS = {
  presence: words({ minPx: 108, grow: 0, givesWay: 0 }, 'presence', ({ presence, lastKnownAt }) => (
    <PresenceBadge presence={presence} isCurrent={lastKnownAt === undefined} />
  )),
  id: words(
    { minPx: 170, grow: 2, givesWay: 0 },
    'id',
    ({ deviceId, name, hasWarnings, isSimulated, signing = 'unsigned' }, _language, shown) => (
      <IdText
        id={deviceId}
        name={shown.includes('name') ? '' : name}
        hasWarnings={hasWarnings}
        isSimulated={isSimulated}
        signing={signing}
      />
    ),
  ),
  name: words({ minPx: 110, grow: 1, givesWay: 1 }, 'name', ({ name }) => <MetricText value={name || null} />),
  host: words({ minPx: 130, grow: 1, givesWay: 5 }, 'host', ({ hostname, ipAddress }) => (
    <HostText hostname={hostname} ipAddress={ipAddress} />
  )),
  tags: words({ minPx: 110, grow: 1, givesWay: 6 }, 'tags', ({ tags }) => <TagList tags={tags} />),
  location: words({ minPx: 110, grow: 0.8, givesWay: 9 }, 'location', ({ location }) => (
    <MetricText value={location || null} />
  )),
  lastSeen: {
    ...words({ minPx: 96, grow: 0, givesWay: 1 }, 'lastSeenAt', ({ lastSeenAt: at }, language) =>
      at === null ? <MetricText value={null} /> : <TimeAgo at={at} language={language} />,
    ),
    startsDescending: true,
  },
  cpu: metric({ minPx: 64, givesWay: 3 }, 'cpuPercent', '%', 0),
  temperature: metric({ minPx: 80, givesWay: 2 }, 'cpuTemperatureC', '°C', 1),
  memory: metric({ minPx: 76, givesWay: 2 }, 'memoryPercent', '%', 0),
  disk: metric({ minPx: 64, givesWay: 3 }, 'diskPercent', '%', 0),
  inodes: {
    ...words({ minPx: 70, grow: 0, givesWay: 8 }, 'inodesPercent', ({ vitals = [] }, language) => {
      const value = vitalNumber(vitals, 'inodes_percent')
      if (value === null) return <MetricText value={null} />
      return <MetricText value={`${figure(value, 0, language)} %`} isHigh={value >= ALERT_THRESHOLDS.inodesPercent} />
    }),
    isNumber: true,
    startsDescending: true,
  },
  wifi: {
    ...words({ minPx: 76, grow: 0, givesWay: 8 }, 'wifiSignalDbm', ({ vitals = [] }, language) => {
      const value = vitalNumber(vitals, 'wifi_signal_dbm')
      if (value === null) return <MetricText value={null} />
      return <MetricText value={`${figure(value, 0, language)} dBm`} isHigh={value <= WEAK_WIFI_DBM} />
    }),
    isNumber: true,
  },
  power: {
    ...words({ minPx: 116, grow: 0, givesWay: 7 }, 'power', ({ vitals = [] }) => <PowerText vitals={vitals} />),
    startsDescending: true,
  },
  clock: words({ minPx: 100, grow: 0, givesWay: 7 }, 'clock', ({ vitals = [] }) => <ClockText vitals={vitals} />),
  uptime: {
    ...words({ minPx: 90, grow: 0, givesWay: 10 }, 'uptimeS', ({ metrics: { uptimeS } }, language) => (
      <MetricText value={uptimeS === null ? null : durationWords(Math.floor(uptimeS) * 1000, language)} />
    )),
    isNumber: true,
    startsDescending: true,
  },
  system: words({ minPx: 140, grow: 0.8, givesWay: 4 }, 'system', ({ system, systemSource }) => (
    <SystemName system={system} isAssumed={systemSource === 'assumed'} />
  )),
} as const satisfies Readonly<Record<string, Column>>
export type ColumnId = keyof typeof COLUMNS
export const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[]

const CHECK_PX = 26
const GAP_PX = 14
const PADDING_PX = 32

/** Columns that take room only when something is in them. */
const MAY_BE_EMPTY = {
  name: ({ name }) => name !== '',
  host: ({ hostname, ipAddress }) => hostname !== null || ipAddress !== null,
  tags: ({ tags }) => tags.length > 0,
  location: ({ location }) => location !== '',
  inodes: ({ vitals = [] }) => vitalNumber(vitals, 'inodes_percent') !== null,
  wifi: ({ vitals = [] }) => vitalNumber(vitals, 'wifi_signal_dbm') !== null,
  power: ({ vitals = [] }) => powerState(vitals) !== null,
  clock: ({ vitals = [] }) => vitalNumber(vitals, 'clock_synchronised') !== null,
} as const satisfies Partial<Record<ColumnId, (row: DeviceRow) => boolean>>
type EmptyColumn = keyof typeof MAY_BE_EMPTY

/** Returns the columns, among those that may be empty, in which some row has something. */
export function filledColumns(rows: readonly DeviceRow[]): readonly EmptyColumn[] {
  return (Object.keys(MAY_BE_EMPTY) as EmptyColumn[]).filter((id) => rows.some(MAY_BE_EMPTY[id]))
}

/** Px that the ids and the given names of the rows take; the other columns give way to them. */
export interface Needs {
  readonly id: number
  /** 0 where no row has a name. */
  readonly name: number
}

/** Px of a letter of an id, and of a letter of Chinese; a little more than most take. */
const LETTER_PX = 7.8
const WIDE_LETTER_PX = 14
/** Px of the marks behind an id. */
const MARKS_PX = 24
/** What is longer is cut: half of a list is for what else is known. */
const ID_MAX_PX = 300
const NAME_MAX_PX = 200
const BOTH_MAX_PX = 400

/** Measures the ids and names of these rows. */
export function needsOf(rows: readonly Pick<DeviceRow, 'deviceId' | 'name'>[]): Needs {
  const id = Math.max(0, ...rows.map(({ deviceId }) => textPx(deviceId))) + MARKS_PX
  const name = Math.max(0, ...rows.map((row) => textPx(row.name)))
  return { id: Math.min(ID_MAX_PX, Math.ceil(id)), name: Math.min(NAME_MAX_PX, Math.ceil(name)) }
}

function textPx(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter >= '\u1100' ? WIDE_LETTER_PX : LETTER_PX), 0)
}

const NO_NEEDS: Needs = { id: 0, name: 0 }

/** Least px of a column among those shown; the id has the name beside it where no column of its own does. */
function leastPx(column: ColumnId, shown: readonly ColumnId[], needs: Needs): number {
  const { minPx } = COLUMNS[column]
  if (column === 'name') return Math.max(minPx, needs.name)
  if (column !== 'id') return minPx
  const names = shown.includes('name') ? 0 : needs.name
  return Math.max(minPx, Math.min(BOTH_MAX_PX, needs.id + names))
}

/** The columns to show: those chosen, in the order of the list; else as many as fit, without the empty ones. */
export function shownColumns(
  chosen: readonly string[] | null,
  widthPx: number,
  filled: ReadonlySet<string>,
  needs: Needs = NO_NEEDS,
): readonly ColumnId[] {
  if (chosen !== null) return COLUMN_IDS.filter((id) => chosen.includes(id) || COLUMNS[id].givesWay === 0)
  let shown: readonly ColumnId[] = COLUMN_IDS.filter((id) => !(id in MAY_BE_EMPTY) || filled.has(id))
  while (shown.length > 2 && minWidthPx(shown, needs) > widthPx) {
    const first = shown.reduce((worst, id) => (COLUMNS[id].givesWay > COLUMNS[worst].givesWay ? id : worst))
    shown = shown.filter((id) => id !== first)
  }
  return shown
}

/**
 * True where even the two columns that always stay find no room, beside an open panel at 200 %: the state is then its icon
 * alone, and the id has the rest, so that nothing scrolls sideways.
 */
export function isTight(shown: readonly ColumnId[], widthPx: number): boolean {
  return shown.length === 2 && widthPx > 0 && minWidthPx(shown) > widthPx
}

/** Tracks of a tight list: the box, the icon of the state, and the id. */
const TIGHT_TRACKS = '15px 14px minmax(0, 1fr)'

/** Tracks for `grid-template-columns`, the box to tick included. */
export function gridTemplate(shown: readonly ColumnId[], inTight = false, needs: Needs = NO_NEEDS): string {
  if (inTight) return TIGHT_TRACKS
  const tracks = shown.map((id) => {
    const { grow } = COLUMNS[id]
    const minPx = leastPx(id, shown, needs)
    return grow === 0 ? `${minPx}px` : `minmax(${minPx}px, ${grow}fr)`
  })
  return [`${CHECK_PX - GAP_PX / 2}px`, ...tracks].join(' ')
}

/** Below this the list scrolls sideways. */
export function minWidthPx(shown: readonly ColumnId[], needs: Needs = NO_NEEDS): number {
  return shown.reduce((sum, id) => sum + leastPx(id, shown, needs) + GAP_PX, CHECK_PX + PADDING_PX)
}

function figure(value: number, digits: number, language: string): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return numberFormat(language, `digits-${digits}`, options).format(value)
}

const IdText = memo(function IdText(device: {
  readonly id: string
  /** The given name where no column of its own shows it. */
  readonly name: string
  readonly hasWarnings: boolean
  readonly isSimulated: boolean
  readonly signing: DeviceSigning
}) {
  return (
    <span className={classes.name}>
      {device.name === '' ? (
        <bdi className={classes.id}>{device.id}</bdi>
      ) : (
        <span className={classes.id}>
          {device.name} <bdi className={classes.idBehind}>{device.id}</bdi>
        </span>
      )}
      {isOddId(device.id) && <OddIdMark id={device.id} />}
      {device.signing !== 'unsigned' && <SigningMark signing={device.signing} />}
      {device.hasWarnings && <WarningMark />}
      {device.isSimulated && <SimulatedMark />}
    </span>
  )
})

const HostText = memo(function HostText({ hostname, ipAddress }: Pick<DeviceRow, 'hostname' | 'ipAddress'>) {
  if (hostname === null && ipAddress === null) return <MetricText value={null} />
  return (
    <span className={classes.host}>
      {hostname ?? ipAddress}
      {hostname !== null && ipAddress !== null && <span className={classes.address}>{ipAddress}</span>}
    </span>
  )
})
