import { isIP } from 'node:net'
import { numberOf } from '../quantities.ts'
import { cellsOf, column, type Formatter, linesOf, numberColumn, plural, reading, value } from '../reading.ts'
import { VIRTUAL } from './addresses.ts'

/** `ip -brief link`. */
export const readLinks: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  // Tunnels and buses have no address, or one of another kind.
  if (!lines.every((line) => /^\S{1,40}\s{1,40}[A-Z]{2,20}\s{1,40}(?:[0-9a-f.:]{2,60} )?\s{0,10}</u.test(line)))
    return null
  const all = lines.flatMap((line) => {
    const match = line.match(/^(\S{1,40})\s{1,40}([A-Z]{2,20})\s{1,40}([0-9a-f]{2}(?::[0-9a-f]{2}){5})\s/u)
    return match === null ? [] : [[match[1]?.replace(/@.*/u, '') ?? '', match[2] ?? '', match[3] ?? '']]
  })
  const rows = all.filter(([name]) => name !== 'lo')
  const first = rows.find(([name = '']) => !VIRTUAL.test(name)) ?? rows[0]
  if (first === undefined) return null
  return reading(`${first[0]} has the hardware address ${first[2]}.`, `${first[0]} 的 MAC 地址为 ${first[2]}。`, {
    columns: [column('Interface', '网卡'), column('State', '状态'), column('MAC', 'MAC 地址')],
    rows,
  })
}

const ROUTE =
  /^(?:(?:local|broadcast|unreachable|blackhole|prohibit|anycast|multicast) )?[0-9a-f.:]{2,45}(?:\/\d{1,3})? /u

/** `ip route`: of several default routes that with the lowest metric is used. */
export const readRoutes: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const defaults = lines.filter((line) => line.startsWith('default'))
  if (lines.length === 0 || !lines.every((line) => line.startsWith('default ') || ROUTE.test(line))) return null
  if (defaults.length === 0) return reading('There is no default gateway.', '没有默认网关。', { isWarning: true })
  const routes = defaults.flatMap((line) => {
    const match = line.match(/^default (?:via (?:inet6 )?([0-9a-f.:]{2,45}) )?dev (\S{1,40})(?:\s|$)/u)
    const metric = Number(line.match(/ metric (\d{1,10})\b/u)?.[1] ?? 0)
    const isDown = / (?:linkdown|dead)\b/u.test(line)
    return match === null ? [] : [{ gateway: match[1], name: match[2] ?? '', metric, isDown }]
  })
  if (routes.length !== defaults.length) return null
  const [main] = [...routes].sort(
    (left, right) => Number(left.isDown) - Number(right.isDown) || left.metric - right.metric,
  )
  if (main === undefined) return null
  const { gateway, name, isDown } = main
  const [en, zh] = isDown ? [', whose link is down', '，但链路已断开'] : ['', '']
  return gateway === undefined
    ? reading(`The default route goes over ${name}, without a gateway${en}.`, `默认路由经 ${name}，没有网关${zh}。`, {
        isWarning: isDown,
      })
    : reading(`The default gateway is ${gateway} over ${name}${en}.`, `默认网关为 ${gateway}（${name}）${zh}。`, {
        isWarning: isDown,
      })
}

const LOOPBACK = /^(?:127\.|\[?::1\]?$|\[::ffff:127\.|.{1,60}%lo$)/u

/** `ss -tuln` and `ss -tulnp`; of one protocol alone, it has no column for it. */
export const readListening: Formatter = (stdout, command) => {
  const [heading = '', ...rest] = linesOf(stdout)
  const match = heading.match(/^(Netid\s+)?State\s+Recv-Q\s+Send-Q\s+Local Address:Port/u)
  const options = command.match(/^ss -([a-z]{1,8})/u)?.[1] ?? ''
  const only = options.includes('u') ? 'udp' : 'tcp'
  if (match === null || (match[1] === undefined && options.includes('t') === options.includes('u'))) return null
  const lines = match[1] === undefined ? rest.map((line) => `${only} ${line}`) : rest
  const found = lines.flatMap((line) => {
    const cells = cellsOf(line, 7)
    const match = cells[4]?.match(/^(.+):(\d{1,5})$/u)
    if (match === null || match === undefined) return []
    const program = cells[6]?.match(/\("([^"]{1,40})"/u)?.[1] ?? ''
    return [{ protocol: cells[0] ?? '', address: match[1] ?? '', port: Number(match[2]), program }]
  })
  if (found.length !== lines.length) return null
  if (found.length === 0) return reading('Nothing listens there.', '没有程序在监听。')
  const ports = [...new Set(found.map(({ port }) => port))].sort((left, right) => left - right)
  const isInside = (port: number) => found.every((one) => one.port !== port || LOOPBACK.test(one.address))
  const named = (inside: string) =>
    ports
      .slice(0, 10)
      .map((port) => (isInside(port) ? `${port}${inside}` : String(port)))
      .join(', ') + (ports.length > 10 ? ', …' : '')
  const en = `${plural(ports.length, 'port')} open: ${named(' (only from the device itself)')}.`
  return reading(en, `开放了 ${ports.length} 个端口：${named('（仅限本机）')}。`, {
    columns: [
      column('Protocol', '协议'),
      column('Address', '地址'),
      numberColumn('Port', '端口'),
      column('Program', '程序'),
    ],
    rows: [...found]
      .sort((left, right) => left.port - right.port)
      .map(({ protocol, address, port, program }) => [protocol, address, String(port), program]),
  })
}

/** `ss -tun`. */
export const readConnections: Formatter = (stdout) => {
  const [heading = '', ...lines] = linesOf(stdout)
  if (!/^Netid\s+State\s+Recv-Q\s+Send-Q\s+Local Address:Port/u.test(heading)) return null
  const rows = lines.flatMap((line) => {
    const [protocol, state, , , local, peer] = cellsOf(line, 6)
    return peer === undefined ? [] : [[protocol ?? '', state ?? '', local ?? '', peer]]
  })
  if (rows.length !== lines.length) return null
  const count = rows.filter(([, state]) => state === 'ESTAB').length
  const [en, zh] =
    count === 0
      ? ['No connection is established.', '没有已建立的连接。']
      : [`${plural(count, 'connection')} established.`, `有 ${count} 个连接。`]
  return reading(en, zh, {
    columns: [column('Protocol', '协议'), column('State', '状态'), column('Here', '本地'), column('There', '对端')],
    rows,
  })
}

/** Counts in the summary of `ping`, whose words are translated; null unless the loss is that of the counts. */
function pingCounts(lines: readonly string[]): { readonly sent: number; readonly received: number } | null {
  const line = lines.find((text) => /\d ?%(?!\w)/u.test(text)) ?? ''
  const before = line.slice(0, line.search(/%(?!\w)/u))
  const [sent = Number.NaN, received = Number.NaN, ...rest] = [...before.matchAll(/\d{1,7}(?:[.,]\d{1,7})?/gu)].map(
    ([text]) => Number(text.replace(',', '.')),
  )
  const loss = rest.at(-1) ?? Number.NaN
  const isCount = Number.isInteger(sent) && Number.isInteger(received) && sent > 0 && received <= sent
  return isCount && Math.abs((100 * (sent - received)) / sent - loss) < 1 ? { sent, received } : null
}

/** Addresses of many machines at once in the first line of `ping`: of a broadcast, or of a group. */
const TO_MANY = /[ (](?:\d{1,3}(?:\.\d{1,3}){2}\.255|(?:22[4-9]|23\d)(?:\.\d{1,3}){3}|ff[0-9a-f]{2}:\S{0,40})[)\s(]/u

/** `ping -c N HOST`. */
export const readPing: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const host = lines[0]?.match(/^PING ([^\s(]{1,253})/u)?.[1]
  const counts = pingCounts(lines.slice(1))
  const isDoubled = /\+\d{1,7} duplicates/u.test(stdout)
  // Many machines answer to such an address, as they should.
  if (counts === null || host === undefined || (isDoubled && TO_MANY.test(lines[0] ?? ''))) return null
  const { sent, received } = counts
  const average = numberOf(stdout.match(/ = [\d.,]{1,12}\/([\d.,]{1,12})\/[\d.,]{1,12}/u)?.[1])
  if (received === 0) {
    return reading(`${host} did not answer: 0 of ${sent}.`, `${host} 没有应答：0/${sent}。`, {
      isWarning: true,
      values: [value('Answered', '应答', 0)],
    })
  }
  const time = average === null ? ['', ''] : [`, ${average} ms on average`, `，平均 ${average} ms`]
  const twice = isDoubled
    ? ['; answers came twice, so two machines may have this address', '；有重复应答，可能有两台机器用了这个地址']
    : ['', '']
  const [en, zh] = [`${received} of ${sent}${time[0]}${twice[0]}`, `${received}/${sent}${time[1]}${twice[1]}`]
  return reading(`${host} answered ${en}.`, `${host} 应答 ${zh}。`, {
    isWarning: received < sent || isDoubled,
    values: [
      value('Answered', '应答', received),
      ...(average === null ? [] : [value('Average time', '平均时间', average, 'ms')]),
    ],
  })
}

/** `cat /etc/resolv.conf`. */
export const readResolvConf: Formatter = (stdout) => {
  const named = [...stdout.matchAll(/^nameserver[ \t]{1,20}([\w.:%-]{2,60})[ \t\r]*$/gmu)].map(
    ([, server = '']) => server,
  )
  const servers = named.filter((server) => isIP(server) !== 0)
  if (servers.length === 0) return null
  const names = servers.join(', ')
  return reading(`DNS servers: ${names}.`, `DNS 服务器：${names}。`)
}

/** `getent hosts NAME`. */
export const readResolved: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const rows = lines.flatMap((line) => {
    const [address = '', name] = cellsOf(line, 3)
    return isIP(address) === 0 || name === undefined ? [] : [[name, address]]
  })
  const [first] = rows
  return first === undefined || rows.length !== lines.length
    ? null
    : reading(`${first[0]} is ${first[1]}.`, `${first[0]} 的地址为 ${first[1]}。`, {
        columns: [column('Name', '域名'), column('Address', '地址')],
        rows,
      })
}
