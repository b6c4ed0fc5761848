import { readHotCheck, readSlowCheck } from '../checks/load-checks.ts'
import { readNetworkCheck, readOfflineCheck } from '../checks/network-checks.ts'
import { readClockCheck, readDiskFullCheck, readDiskHealthCheck } from '../checks/system-checks.ts'
import { readCamera, readClock, readMeasureTemp, readThermalZone, readThrottled, readVolts } from './board.ts'
import { readBlockDevices, readCount, readDf, readDuList, readDuOne, readLargeFiles } from './disk.ts'
import { readReclaimed, readSame, readTimes } from './files.ts'
import { readAddresses } from './network/addresses.ts'
import { readNoEntries } from './network/lookups.ts'
import {
  readConnections,
  readLinks,
  readListening,
  readPing,
  readResolvConf,
  readResolved,
  readRoutes,
} from './network/network.ts'
import { readStoredConnections, readWifiList } from './network/network-manager.ts'
import { readPortTest, readRates } from './network/reach.ts'
import { readWifi } from './network/wireless.ts'
import { readPgrep, readProcesses, readTopCpu, readTopMemory } from './processes.ts'
import type { Formatter } from './reading.ts'
import {
  readContainers,
  readFailedUnits,
  readLastLogins,
  readRunningUnits,
  readServiceStatus,
  readUpgradable,
  readUsb,
  readWho,
} from './services.ts'
import { readBoardPart, readGpuMemory, readIsEnabled } from './short-answers.ts'
import {
  readBootTime,
  readFree,
  readHostname,
  readKernel,
  readOsRelease,
  readTimedatectl,
  readTop,
  readUptime,
} from './system.ts'

/**
 * What puts the answer of an intent into words, by its id, for the forms of Linux and Raspberry Pi; tried in turn, because the
 * forms can differ. Stands apart from the phrasebook, which is loaded with the first request.
 */
export const FORMATTERS: ReadonlyMap<string, readonly Formatter[]> = new Map<string, readonly Formatter[]>([
  ['uptime', [readUptime]],
  ['boot-time', [readBootTime]],
  ['cpu-usage', [readTop]],
  ['cpu-frequency', [readClock]],
  ['cpu-temperature', [readMeasureTemp, readThermalZone]],
  ['memory', [readFree]],
  ['hostname', [readHostname]],
  ['time-zone', [readTimedatectl]],
  ['kernel-version', [readKernel]],
  ['os-version', [readOsRelease]],
  ['throttling', [readThrottled]],
  ['voltage', [readVolts]],
  ['camera', [readCamera]],
  ['disk-space', [readDf]],
  ['block-devices', [readBlockDevices]],
  ['biggest-folders', [readDuList]],
  ['large-files', [readLargeFiles]],
  ['file-size', [readDuOne]],
  ['count-files', [readCount]],
  ['processes', [readProcesses]],
  ['top-cpu', [readTopCpu]],
  ['top-memory', [readTopMemory]],
  ['find-process', [readPgrep]],
  ['containers', [readContainers]],
  ['service-status', [readServiceStatus]],
  ['services', [readRunningUnits]],
  ['failed-services', [readFailedUnits]],
  ['service-logs', [readNoEntries]],
  ['system-log', [readNoEntries]],
  ['error-log', [readNoEntries]],
  ['kernel-log', [readNoEntries]],
  ['pending-updates', [readUpgradable]],
  ['ip-addresses', [readAddresses]],
  ['mac-addresses', [readLinks]],
  ['routes', [readRoutes]],
  ['ping', [readPing]],
  ['port-test', [readPortTest]],
  ['port-test-within', [readPortTest]],
  ['open-ports', [readListening]],
  ['connections', [readConnections]],
  ['net-rate', [readRates]],
  ['dns-settings', [readResolvConf]],
  ['dns-lookup', [readResolved]],
  ['wifi', [readWifi]],
  ['wifi-scan', [readWifiList]],
  ['logged-in-users', [readWho]],
  ['last-logins', [readLastLogins]],
  ['failed-logins', [readNoEntries]],
  ['usb-devices', [readUsb]],
  ['check-slow', [readSlowCheck]],
  ['check-hot', [readHotCheck]],
  ['check-offline', [readOfflineCheck]],
  ['check-network', [readNetworkCheck]],
  ['check-clock', [readClockCheck]],
  ['check-disk-full', [readDiskFullCheck]],
  ['check-disk-health', [readDiskHealthCheck]],
  ['wifi-saved', [readStoredConnections]],
  ['service-choice', [readRunningUnits]],
  ['log-search', [readNoEntries]],
  ['boot-errors', [readNoEntries]],
  ['previous-boot-log', [readNoEntries]],
  ['boot-log', [readNoEntries]],
  ['service-enabled', [readIsEnabled]],
  ['gpu-memory', [readGpuMemory]],
  ['time-sync-status', [readTimedatectl]],
  ['oom-kills', [readNoEntries]],
  ['kernel-errors', [readNoEntries]],
  ['previous-boot-errors', [readNoEntries]],
  ['large-logs', [readLargeFiles]],
  ['gpu-temperature', [readMeasureTemp]],
  ['broker-clients', [readConnections]],
  ['board-part-state', [readBoardPart]],
  ['compare-files', [readSame]],
  ['folder-empty', [readCount]],
  ['count-text', [readTimes]],
  ['count-text-lines', [readTimes]],
  ['image-prune', [readReclaimed]],
  ['docker-prune', [readReclaimed]],
  ['ping-gateway', [readPing]],
  ['warning-log', [readNoEntries]],
])
