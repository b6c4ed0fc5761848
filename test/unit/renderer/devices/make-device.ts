import type { DeviceDetail, DeviceRow } from '../../../../preload/contract/models/devices/device.ts'

export function makeDevice(change: Partial<DeviceRow> = {}): DeviceRow {
  return {
    connectionId: 'site-a',
    deviceId: 'pump-1',
    name: '',
    location: '',
    tags: [],
    presence: 'online',
    evidence: { kind: 'heartbeat', at: 1000 },
    lastSeenAt: 1000,
    system: 'linux',
    systemSource: 'assumed',
    hostname: null,
    ipAddress: null,
    metrics: {
      cpuTemperatureC: 50,
      cpuPercent: null,
      memoryPercent: 20,
      memoryUsedB: null,
      memoryTotalB: null,
      diskPercent: null,
      uptimeS: 60,
    },
    isSimulated: false,
    hasWarnings: false,
    ...change,
  }
}

export function makeDetail(change: Partial<DeviceDetail> = {}): DeviceDetail {
  return {
    ...makeDevice(),
    description: '',
    notes: '',
    isAddedByHand: false,
    firstSeenAt: 1000,
    agent: null,
    version: null,
    shell: null,
    announcedSystem: null,
    capabilities: [],
    intervalS: 60,
    isIntervalLearnt: false,
    clockSkewMs: null,
    maxClass: null,
    sensors: [],
    orphans: [],
    warnings: [],
    ...change,
  }
}
