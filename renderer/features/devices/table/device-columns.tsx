import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { TFunction } from 'i18next'
import { memo } from 'react'
import type { DeviceMetrics, DeviceRow } from '../../../../preload/contract/models/device.ts'
import { ALERT_THRESHOLDS } from '../../../../preload/contract/models/limits.ts'
import { PresenceBadge } from '../../../components/badges/presence-badge.tsx'
import { numberFormat } from '../../../components/words/formatters.ts'
import { TimeAgo } from '../../../components/words/relative-time.tsx'
import { durationWords } from '../../../components/words/time-words.ts'
import type { ColumnId } from './column-layout.ts'
import { SimulatedBadge, SystemName, TagList, WarningMark } from './device-marks.tsx'
import classes from './device-table.module.css'
import { MetricText } from './metric-text.tsx'

export const deviceFeatures = tableFeatures({})
const column = createColumnHelper<typeof deviceFeatures, DeviceRow>()

/** The columns of the list; `language` is for figures. */
export function deviceColumns(t: TFunction<'devices'>, language: string, shown: readonly ColumnId[]) {
  const all = allColumns(t, language)
  return column.columns(shown.flatMap((id) => all.find((candidate) => candidate.id === id) ?? []))
}

function allColumns(t: TFunction<'devices'>, language: string) {
  const figure = (value: number, digits: number) =>
    numberFormat(language, `digits-${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    )
  const metric = (
    id: ColumnId,
    of: keyof DeviceMetrics & keyof typeof ALERT_THRESHOLDS,
    unit: string,
    digits: number,
  ) =>
    column.accessor((row) => row.metrics[of], {
      id,
      header: t(`column.${id}`),
      cell: ({ getValue }) => {
        const value = getValue()
        const text = value === null ? null : `${figure(value, digits)} ${unit}`
        return <MetricText value={text} isHigh={value !== null && value >= ALERT_THRESHOLDS[of]} />
      },
    })
  const text = (id: ColumnId, of: 'name' | 'location') =>
    column.accessor(of, {
      id,
      header: t(`column.${id}`),
      cell: ({ getValue }) => <MetricText value={getValue() || null} />,
    })
  return column.columns([
    column.accessor('presence', {
      id: 'presence',
      header: t('column.presence'),
      cell: ({ getValue }) => <PresenceBadge presence={getValue()} />,
    }),
    column.accessor('deviceId', {
      id: 'id',
      header: t('column.id'),
      cell: ({ row: { original } }) => (
        <IdText id={original.deviceId} hasWarnings={original.hasWarnings} isSimulated={original.isSimulated} />
      ),
    }),
    text('name', 'name'),
    column.accessor((row) => row.hostname ?? row.ipAddress, {
      id: 'host',
      header: t('column.host'),
      cell: ({ row: { original } }) => <HostText hostname={original.hostname} ipAddress={original.ipAddress} />,
    }),
    column.accessor('tags', {
      id: 'tags',
      header: t('column.tags'),
      cell: ({ getValue }) => <TagList tags={getValue()} />,
    }),
    text('location', 'location'),
    column.accessor('lastSeenAt', {
      id: 'lastSeen',
      header: t('column.lastSeen'),
      cell: ({ getValue }) => {
        const at = getValue()
        return at === null ? <MetricText value={null} /> : <TimeAgo at={at} language={language} />
      },
    }),
    metric('cpu', 'cpuPercent', '%', 0),
    metric('temperature', 'cpuTemperatureC', '°C', 1),
    metric('memory', 'memoryPercent', '%', 0),
    metric('disk', 'diskPercent', '%', 0),
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

interface IdTextProps {
  readonly id: string
  readonly hasWarnings: boolean
  readonly isSimulated: boolean
}

const IdText = memo(function IdText({ id, hasWarnings, isSimulated }: IdTextProps) {
  return (
    <span className={classes.name}>
      <span className={classes.id}>{id}</span>
      {hasWarnings && <WarningMark />}
      {isSimulated && <SimulatedBadge />}
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
