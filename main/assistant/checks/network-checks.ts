import { plural } from '../formatters/reading.ts'
import { type CheckPart, type CheckParts, cellsOf, checkCommand, checkFormatter, decimal } from './check-parts.ts'
import { throttledOf, UNDER_VOLTAGE_NOW } from './load-checks.ts'

const RECENT_START_S = 3600
const WEAK_DBM = -75
/** Bit of `vcgencmd get_throttled` that stays set since the start. */
const UNDER_VOLTAGE_SINCE_START = 0x10000

export const NETWORK_CHECK = checkCommand([
  ['addresses', 'ip -brief address'],
  ['routes', 'ip route'],
  ['neighbours', 'ip neigh'],
  ['names', 'getent hosts debian.org'],
  ['internet', 'ping -c 2 -W 2 1.1.1.1'],
])

const OFFLINE_PARTS: readonly CheckPart[] = [
  ['uptime', 'cat /proc/uptime'],
  // Without rights the journal is empty, which must not be taken for silence.
  ['journal', 'journalctl -k -b -n 1 -q --no-pager'],
  [
    'link',
    "journalctl -b -g 'link is down|lost carrier|deauthenticated|disassociated|ctrl-event-disconnected' -n 20 -q --no-pager",
  ],
  ['wifi', 'cat /proc/net/wireless'],
]
export const OFFLINE_CHECK = checkCommand(OFFLINE_PARTS)
export const OFFLINE_CHECK_PI = checkCommand([...OFFLINE_PARTS, ['power', 'vcgencmd get_throttled']])

/** The first address beside that of the device itself. */
function addressOf(lines: readonly string[]): { readonly name: string; readonly address: string } | null {
  for (const line of lines) {
    const [name = '', state = '', address = ''] = cellsOf(line)
    const isVirtual = /^(?:lo|docker|br-|veth|virbr)/u.test(name) || state === 'DOWN'
    if (!isVirtual && address !== '' && !/^(?:169\.254\.|fe80:)/u.test(address)) {
      return { name, address: address.split('/')[0] ?? '' }
    }
  }
  return null
}

type Finding = readonly [en: string, zh: string]

function networkFinding(
  parts: CheckParts,
  gateway: string | undefined,
): { finding: Finding; isWarning: boolean } | null {
  const lines = (heading: string) => parts.get(heading) ?? []
  const internet = lines('internet').find((line) => /packets transmitted/u.test(line))
  const received = decimal(/, (\d{1,6}) (?:packets )?received/u.exec(internet ?? '')?.[1])
  const hasNames = lines('names').some((line) => /^[0-9a-f.:]{2,45}\s/iu.test(line))
  const warning = (en: string, zh: string) => ({ finding: [en, zh] as const, isWarning: true })
  if (lines('addresses').length === 0) return null
  if (addressOf(lines('addresses')) === null) {
    return warning(
      'No interface has an address: look at the cable, the Wi-Fi or the DHCP server.',
      '没有网卡获得地址：请检查网线、Wi-Fi 或 DHCP 服务器。',
    )
  }
  if (gateway === undefined) {
    return warning('It has an address, but no default gateway.', '有地址，但没有默认网关。')
  }
  if (received !== null && received > 0) {
    return hasNames
      ? { finding: ['The network works, names and internet too.', '网络正常，域名解析和外网都通。'], isWarning: false }
      : warning(
          'The internet answers, but names are not resolved: look at the DNS servers.',
          '外网能通，但域名解析不了：请检查 DNS 服务器。',
        )
  }
  const state = cellsOf(lines('neighbours').find((line) => line.startsWith(`${gateway} `))).at(-1) ?? ''
  if (state === 'FAILED' || state === 'INCOMPLETE') {
    return warning(
      `The gateway ${gateway} does not answer: look at the router and the way to it.`,
      `网关 ${gateway} 没有应答：请检查路由器以及到路由器的线路。`,
    )
  }
  // Where names are resolved the ping alone may be held back: no verdict.
  if (received === null || hasNames) return null
  return warning(
    'The gateway is there, but nothing beyond it answers: look at the way out of the router.',
    '网关在，但网关之外没有应答：请检查路由器的外网出口。',
  )
}

/** Why there is no network: address, gateway, way out, names. */
export const readNetworkCheck = checkFormatter((parts) => {
  const gateway = /^default via ([0-9a-f.:]{2,45}) /iu.exec(
    parts.get('routes')?.find((line) => line.startsWith('default via ')) ?? '',
  )?.[1]
  const found = networkFinding(parts, gateway)
  if (found === null) return null
  const address = addressOf(parts.get('addresses') ?? [])
  return {
    findings: [found.finding],
    isWarning: found.isWarning,
    values: [
      ['Address', '地址', address === null ? '–' : `${address.address} (${address.name})`],
      ['Gateway', '网关', gateway ?? '–'],
      ['Names', '域名解析', (parts.get('names') ?? []).length > 0 ? '✓' : '–'],
    ],
  }
})

function signalOf(lines: readonly string[] = []): number | null {
  const line = lines.find((candidate) => /^\s*\w{1,20}:\s/u.test(candidate))
  return line === undefined ? null : decimal(cellsOf(line)[3])
}

/** Why it went away: a restart, the link, the signal or the power. */
export const readOfflineCheck = checkFormatter((parts) => {
  const seconds = decimal(cellsOf(parts.get('uptime')?.[0])[0])
  const hasJournal = (parts.get('journal') ?? []).length > 0
  if (seconds === null) return null
  const minutes = Math.round(seconds / 60)
  const breaks = (parts.get('link') ?? []).filter((line) => !line.startsWith('-- '))
  const signal = signalOf(parts.get('wifi'))
  const bits = throttledOf(parts.get('power')) ?? 0
  const causes: Finding[] = []
  if (seconds < RECENT_START_S) {
    causes.push([
      `It was started ${plural(minutes, 'minute')} ago: it was away for a restart.`,
      `${minutes} 分钟前刚启动：掉线是因为重启。`,
    ])
  }
  if ((bits & (UNDER_VOLTAGE_NOW | UNDER_VOLTAGE_SINCE_START)) !== 0) {
    causes.push(['Its power supply was too weak since the start.', '启动以来出现过供电不足。'])
  }
  if (breaks.length > 0) {
    causes.push([
      `Its network link broke off ${plural(breaks.length, 'time')} since the start.`,
      `启动以来网络连接断开过 ${breaks.length} 次。`,
    ])
  }
  if (signal !== null && signal < WEAK_DBM) {
    causes.push([`The Wi-Fi signal is weak: ${signal} dBm.`, `Wi-Fi 信号弱：${signal} dBm。`])
  }
  // A journal that cannot be read tells nothing of the link.
  if (causes.length === 0 && !hasJournal) return null
  return {
    findings:
      causes.length > 0
        ? causes
        : [
            [
              'The device shows no reason: it ran all the time, and its link held. Look at the router and the broker.',
              '设备上没有发现原因：一直在运行，网络连接也没有断。请检查路由器和 Broker。',
            ],
          ],
    isWarning: causes.length > 0,
    values: [
      ['Running for', '已运行', minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`],
      ['Link breaks', '断开次数', hasJournal || breaks.length > 0 ? String(breaks.length) : ''],
      ['Wi-Fi signal', 'Wi-Fi 信号', signal === null ? '' : `${signal} dBm`],
    ],
  }
})
