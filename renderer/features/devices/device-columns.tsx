import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { TFunction } from 'i18next'
import type { DeviceQuery, DeviceRow } from '../../../preload/contract/models/device.ts'
import { PresenceBadge } from '../../components/presence-badge.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { durationWords } from '../../components/time-words.ts'
import { SimulatedBadge, SystemName, WarningMark } from './device-marks.tsx'
import classes from './device-table.module.css'
import { MetricText } from './metric-text.tsx'

export type SortBy = DeviceQuery['sort']['by']

export const deviceFeatures = tableFeatures({})
const column = createColumnHelper<typeof deviceFeatures, DeviceRow>()

/** By column id: what main sorts by, where it can. */
export const SORT_BY: Readonly<Record<string, SortBy>> = {
  presence: 'presence',
  id: 'id',
  lastSeen: 'lastSeenAt',
  temperature: 'cpuTemperatureC',
  memory: 'memoryPercent',
  uptime: 'uptimeS',
}

/** Columns of figures, set to the right. */
export const NUMBER_COLUMNS: ReadonlySet<string> = new Set(['temperature', 'memory', 'uptime'])

/** The columns of the list; `language` is for figures. */
export function deviceColumns(t: TFunction<'devices'>, language: string) {
  const figure = (value: number, digits: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  return column.columns([
    column.accessor('presence', {
      id: 'presence',
      header: t('column.presence'),
      cell: ({ getValue }) => <PresenceBadge presence={getValue()} />,
    }),
    column.accessor('deviceId', {
      id: 'id',
      header: t('column.id'),
      cell: ({ row }) => (
        <span className={classes.name}>
          <span className={classes.id}>{row.original.deviceId}</span>
          {row.original.hasWarnings && <WarningMark />}
          {row.original.isSimulated && <SimulatedBadge />}
        </span>
      ),
    }),
    column.accessor((row) => row.hostname ?? row.ipAddress, {
      id: 'host',
      header: t('column.host'),
      cell: ({ row }) => <HostText row={row.original} />,
    }),
    column.accessor('lastSeenAt', {
      id: 'lastSeen',
      header: t('column.lastSeen'),
      cell: ({ getValue }) => {
        const at = getValue()
        return at === null ? <MetricText value={null} /> : <RelativeTime at={at} />
      },
    }),
    column.accessor((row) => row.metrics.cpuTemperatureC, {
      id: 'temperature',
      header: t('column.temperature'),
      cell: ({ getValue }) => {
        const value = getValue()
        return (
          <MetricText value={value === null ? null : `${figure(value, 1)} °C`} isHigh={value !== null && value >= 75} />
        )
      },
    }),
    column.accessor((row) => row.metrics.memoryPercent, {
      id: 'memory',
      header: t('column.memory'),
      cell: ({ getValue }) => {
        const value = getValue()
        return (
          <MetricText value={value === null ? null : `${figure(value, 0)} %`} isHigh={value !== null && value >= 90} />
        )
      },
    }),
    column.accessor((row) => row.metrics.uptimeS, {
      id: 'uptime',
      header: t('column.uptime'),
      cell: ({ getValue }) => {
        const value = getValue()
        return <MetricText value={value === null ? null : durationWords(Math.floor(value) * 1000, language)} />
      },
    }),
    column.accessor('system', {
      id: 'system',
      header: t('column.system'),
      cell: ({ row }) => (
        <SystemName system={row.original.system} isAssumed={row.original.systemSource === 'assumed'} />
      ),
    }),
  ])
}

function HostText({ row }: { readonly row: DeviceRow }) {
  if (row.hostname === null && row.ipAddress === null) return <MetricText value={null} />
  return (
    <span className={classes.host}>
      {row.hostname ?? row.ipAddress}
      {row.hostname !== null && row.ipAddress !== null && <span className={classes.address}>{row.ipAddress}</span>}
    </span>
  )
}
