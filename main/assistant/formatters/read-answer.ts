import type { AnswerReading } from '../../../preload/contract/models/commands/answer-reading.ts'
import type { Proposal } from '../../../preload/contract/models/commands/command.ts'
import { CHECKS_INTENTS } from '../phrasebook/data/intents-checks.ts'
import { readCamera, readClock, readMeasureTemp, readThermalZone, readThrottled, readVolts } from './board.ts'
import { FORMATTERS } from './by-intent.ts'
import { readBlockDevices, readCount, readDf, readDuList, readDuOne, readLargeFiles } from './disk.ts'
import { readReclaimed, readSame, readTimes } from './files.ts'
import { readAddresses, readHostAddresses, readLongAddresses } from './network/addresses.ts'
import { readLookup, readNoEntries } from './network/lookups.ts'
import {
  readConnections,
  readLinks,
  readListening,
  readPing,
  readResolvConf,
  readResolved,
  readRoutes,
} from './network/network.ts'
import { readNetworkDevices, readStoredConnections, readWifiList } from './network/network-manager.ts'
import { readPortTest, readRates } from './network/reach.ts'
import { readRawWirelessName, readWifi, readWirelessLink, readWirelessName } from './network/wireless.ts'
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
import {
  readBoardPart,
  readGpuMemory,
  readIsActive,
  readIsEnabled,
  readModel,
  readProcessors,
  readSystemInfo,
} from './short-answers.ts'
import {
  readBootTime,
  readFree,
  readHostname,
  readKernel,
  readLoads,
  readOsRelease,
  readTimedatectl,
  readTop,
  readUptime,
  readUptimePretty,
} from './system.ts'

/** Formatters by the whole text of a check: an answer that was offered has no intent. */
const OF_CHECKS: ReadonlyMap<string, readonly Formatter[]> = new Map(
  CHECKS_INTENTS.flatMap(({ id, linux, raspberrypi = [] }) =>
    [linux, raspberrypi].flat().map((command) => [command, FORMATTERS.get(id) ?? []] as const),
  ),
)

/**
 * Formatters by command text, for proposals without an intent: an option that was chosen and a command that is run
 * again keep only their text.
 */
const OF_TEXTS: readonly (readonly [command: RegExp, format: Formatter])[] = [
  [/^free(?: (?:-[bkmghw]{1,3}|--(?:bytes|kibi|mebi|gibi|human|wide)))*$/u, readFree],
  [/^uptime$/u, readUptime],
  [/^uptime (?:-p|--pretty)$/u, readUptimePretty],
  [/^uptime (?:-s|--since)$/u, readBootTime],
  [/^top (?:-b ?-?n ?1|-n ?1 -b)(?: \| head(?: (?:-n ?)?-?\d{1,3})?)?$/u, readTop],
  [/^cat \/proc\/loadavg$/u, readLoads],
  [/^lsblk$/u, readBlockDevices],
  [/^uname -a$/u, readKernel],
  [/^cat \/etc\/os-release$/u, readOsRelease],
  [/^hostname$/u, readHostname],
  [/^timedatectl(?: status)?$/u, readTimedatectl],
  [/^vcgencmd measure_temp$/u, readMeasureTemp],
  [/^cat \/sys\/class\/thermal\/thermal_zone0\/temp$/u, readThermalZone],
  [/^vcgencmd get_throttled$/u, readThrottled],
  [/^vcgencmd measure_volts(?: core)?$/u, readVolts],
  [/^vcgencmd measure_clock arm$/u, readClock],
  [/^vcgencmd get_camera(?:;|$)/u, readCamera],
  [
    /^(?:rpicam|libcamera)-\w{1,20} --list-cameras(?: 2>(?:&1|\/dev\/null))?(?: \|\| libcamera-hello --list-cameras)?$/u,
    readCamera,
  ],
  [/^df(?: -[hHiTPkal]{1,4})*(?: (?!-)[^|;&]+)?$/u, readDf],
  [/^du -sh [^|;&]+$/u, readDuOne],
  [/^du -xh --max-depth=1 /u, readDuList],
  [/^find .* -printf '%s %p\\n'/u, readLargeFiles],
  [/^ls -A .* \| wc -l$/u, readCount],
  [/^docker (?:image|system|container|builder) prune -f$/u, readReclaimed],
  [/^systemctl (?:(?:--no-pager|-l|--full) )*status [^|;&]+$/u, readServiceStatus],
  [/^raspi-config nonint get_[a-z0-9_]+$/u, readBoardPart],
  [/^systemctl is-active \S+$/u, readIsActive],
  [/^systemctl is-enabled \S+$/u, readIsEnabled],
  [
    /^systemctl (?:--no-pager )?(?:list-units )?(?:--failed|--state=failed)(?: (?:--no-pager|--all|-l|--full))*$/u,
    readFailedUnits,
  ],
  [/^systemctl list-units --type=service --state=running --no-pager$/u, readRunningUnits],
  [/^apt list --upgradable/u, readUpgradable],
  [/^(?:docker|podman) (?:ps|container (?:ls|list|ps))(?: (?:-a|--all))?$/u, readContainers],
  [/^last(?: (?:-n ?|-)\d{1,4})?$/u, readLastLogins],
  [/^who$/u, readWho],
  [/^lsusb$/u, readUsb],
  [/^ps aux --sort=-%cpu/u, readTopCpu],
  [/^ps aux --sort=-%mem/u, readTopMemory],
  [/^ps aux$/u, readProcesses],
  [/^pgrep -a [^|;&]+$/u, readPgrep],
  [
    /^ip (?:-[46] )?-br(?:ief)?(?: -[46])? (?:a|ad|addr|address)(?: show| list| ls)?(?: (?:dev )?[\w.@-]{1,20})?$/u,
    readAddresses,
  ],
  [/^ip(?: -[46])? (?:a|ad|addr|address)(?: show| list| ls)?(?: (?:dev )?[\w.@-]{1,20})?$/u, readLongAddresses],
  [/^hostname (?:-I|--all-ip-addresses)$/u, readHostAddresses],
  [/^vcgencmd get_mem (?:arm|gpu)$/u, readGpuMemory],
  [/^nproc$/u, readProcessors],
  [/^cat \/proc\/device-tree\/model$/u, readModel],
  [/^systeminfo(?:\.exe)?$/iu, readSystemInfo],
  [/^ip -br(?:ief)? (?:l|link)(?: show)?$/u, readLinks],
  [/^ip (?:r|ro|route)(?: show| list| ls)?$/u, readRoutes],
  [/^ss -tulnp?(?: '[^']*')?$/u, readListening],
  [/^ss -(?=[tupn]{0,4}l)(?=[tupl]{0,4}n)[tulnp]{3,5}$/u, readListening],
  [/^ss -tun$/u, readConnections],
  [/^ping -c \d+ [^|;&]+$/u, readPing],
  [/^cat \/etc\/resolv\.conf$/u, readResolvConf],
  [/^getent hosts [^|;&]+$/u, readResolved],
  [/^nslookup [\w.-]{1,253}$/u, readLookup],
  [/^journalctl(?: [^|;&]+)?$/u, readNoEntries],
  [/^iwconfig(?: |$)/u, readWifi],
  [/^iw (?:dev )?\S{1,20} link$/u, readWirelessLink],
  [/^iwgetid(?: (?!-)[\w.@-]{1,20})?$/u, readWirelessName],
  [/^iwgetid(?: (?!-)[\w.@-]{1,20})? (?:-r|--raw)$/u, readRawWirelessName],
  [/^nmcli (?:d|dev|device) w(?:ifi)?(?: l| list)?(?: --rescan (?:yes|no|auto))?$/u, readWifiList],
  [/^nmcli (?:d|dev|device)(?: s| status)?$/u, readNetworkDevices],
  [/^nmcli (?:c|con|connection)(?: s| show)?(?: (?:--active|-a))?$/u, readStoredConnections],
  [/^nc -zv [^|;]+ 2>&1$/u, readPortTest],
  [/^cat \/proc\/net\/dev; sleep 2; cat \/proc\/net\/dev$/u, readRates],
]

const MAX_LINES = 2_000
const MAX_LINE_LENGTH = 400

/** Read failed commands too, because the exit code only repeats what these print. */
const READ_WHEN_FAILED: ReadonlySet<Formatter> = new Set([
  readServiceStatus,
  readIsActive,
  readIsEnabled,
  readPgrep,
  readPing,
  readPortTest,
  readLookup,
  readNoEntries,
  readWirelessName,
])

/** Say something of an empty or small answer, which is also what is left of a failure that the shell did not notice. */
const NEED_SILENT_STDERR: ReadonlySet<Formatter> = new Set([
  readCount,
  readSame,
  readTimes,
  readWho,
  readNoEntries,
  readWirelessName,
])

/** An answer as the window gets it, sanitised. */
export interface ShownAnswer {
  readonly isSuccess: boolean
  readonly stdout: string
  readonly stderr: string
}

/**
 * Puts the sanitised output of a command into a sentence and a small table; null where the command is not known or its
 * output is not as expected. Never throws.
 */
export function readAnswer(
  proposal: Pick<Proposal, 'command' | 'source' | 'system'>,
  { isSuccess, stdout, stderr }: ShownAnswer,
): AnswerReading | null {
  // Hostile output must cost no more than an honest one.
  const lines = stdout.slice(0, MAX_LINES * MAX_LINE_LENGTH).split('\n', MAX_LINES)
  const text = lines.map((line) => line.slice(0, MAX_LINE_LENGTH)).join('\n')
  for (const format of formattersOf(proposal)) {
    const hasErrors = stderr.trim() !== ''
    if (!isSuccess && (!READ_WHEN_FAILED.has(format) || hasErrors)) continue
    if (hasErrors && NEED_SILENT_STDERR.has(format)) continue
    const reading = format(text, withoutSudo(proposal.command))
    if (reading !== null) return reading
  }
  return null
}

/** Who runs a program changes nothing in what it prints. */
function withoutSudo(command: string): string {
  return command.replace(/^sudo (?:-n )?(?!-)/u, '')
}

function formattersOf({ command, source, system }: Pick<Proposal, 'command' | 'source' | 'system'>) {
  const isLinux = system === 'linux' || system === 'raspberrypi'
  const ofCheck = OF_CHECKS.get(command)
  if (ofCheck !== undefined) return ofCheck
  const ofIntent = isLinux && source.kind === 'phrasebook' ? FORMATTERS.get(source.name) : undefined
  const text = withoutSudo(command)
  return ofIntent ?? OF_TEXTS.flatMap(([pattern, format]) => (pattern.test(text) ? [format] : [])).slice(0, 1)
}
