import type { AlertRule } from '../../../preload/contract/models/devices/alert.ts'
import type { Vital } from '../../../preload/contract/models/devices/vitals.ts'
import { ALERT_THRESHOLDS } from '../../../preload/contract/models/limits.ts'

const COMMON = {
  comparison: 'above',
  durationS: 120,
  cooldownS: 900,
  severity: 'warning',
  scope: '',
  isEnabled: true,
  hasNotification: true,
} as const

/** The rules that come with the app; the window shows their names in the operator's language. */
export const DEFAULT_RULES: readonly AlertRule[] = [
  {
    ...COMMON,
    id: 'default-offline',
    name: 'default-offline',
    watches: { kind: 'offline' },
    threshold: 0,
    durationS: 60,
    severity: 'critical',
  },
  {
    ...COMMON,
    id: 'default-cpu',
    name: 'default-cpu',
    watches: { kind: 'metric', metric: 'cpuPercent' },
    threshold: ALERT_THRESHOLDS.cpuPercent,
  },
  {
    ...COMMON,
    id: 'default-memory',
    name: 'default-memory',
    watches: { kind: 'metric', metric: 'memoryPercent' },
    threshold: ALERT_THRESHOLDS.memoryPercent,
  },
  {
    ...COMMON,
    id: 'default-temperature',
    name: 'default-temperature',
    watches: { kind: 'metric', metric: 'cpuTemperatureC' },
    threshold: ALERT_THRESHOLDS.cpuTemperatureC,
  },
  {
    ...COMMON,
    id: 'default-disk',
    name: 'default-disk',
    watches: { kind: 'metric', metric: 'diskPercent' },
    threshold: ALERT_THRESHOLDS.diskPercent,
    severity: 'critical',
  },
  {
    ...COMMON,
    id: 'default-inodes',
    name: 'default-inodes',
    watches: { kind: 'data', field: 'inodes_percent' satisfies Vital },
    threshold: ALERT_THRESHOLDS.inodesPercent,
    severity: 'critical',
  },
  {
    ...COMMON,
    id: 'default-power',
    name: 'default-power',
    watches: { kind: 'data', field: 'under_voltage' satisfies Vital },
    threshold: 0,
    durationS: 60,
  },
  {
    ...COMMON,
    id: 'default-clock',
    name: 'default-clock',
    watches: { kind: 'data', field: 'clock_synchronised' satisfies Vital },
    comparison: 'below',
    threshold: 1,
    // A device without a clock of its own gets the time some minutes after its start.
    durationS: 600,
  },
]
