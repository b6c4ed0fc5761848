import { cellsOf, column, type Formatter, linesOf, numberColumn, numberOf, plural, reading, value } from './reading.ts'

/** `ip -brief address`. */
export const readAddresses: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const all = lines.flatMap((line) => {
    const [name = '', state = '', addresses = ''] = cellsOf(line, 3)
    return /^(?:UP|DOWN|UNKNOWN|LOWERLAYERDOWN|DORMANT)$/u.test(state) ? [{ name, state, addresses }] : []
  })
  if (all.length === 0 || all.length !== lines.length) return null
  const shown = all.filter(({ name, addresses }) => name !== 'lo' && addresses !== '')
  const main = shown.find(({ addresses }) => /^\d+\./u.test(addresses)) ?? shown[0]
  const columns = [column('Interface', '网卡'), column('State', '状态'), column('Addresses', '地址')]
  const rows = (shown.length > 0 ? shown : all).map(({ name, state, addresses }) => [name, state, addresses])
  if (main === undefined) {
    return reading('No interface has an address.', '没有网卡获得地址。', { isWarning: true, columns, rows })
  }
  const address = main.addresses.split(/[\s/]/u)[0] ?? ''
  return reading(`The address is ${address} on ${main.name}.`, `地址为 ${address}（${main.name}）。`, { columns, rows })
}

/** `ip -brief link`. */
export const readLinks: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const all = lines.flatMap((line) => {
    const match = line.match(/^(\S+)\s+([A-Z]+)\s+([0-9a-f]{2}(?::[0-9a-f]{2}){5})\b/u)
    return match === null ? [] : [[match[1]?.replace(/@.*/u, '') ?? '', match[2] ?? '', match[3] ?? '']]
  })
  const rows = all.filter(([name]) => name !== 'lo')
  const [first] = rows
  if (first === undefined) return null
  return reading(`${first[0]} has the hardware address ${first[2]}.`, `${first[0]} 的 MAC 地址为 ${first[2]}。`, {
    columns: [column('Interface', '网卡'), column('State', '状态'), column('MAC', 'MAC 地址')],
    rows,
  })
}

/** `ip route`. */
export const readRoutes: Formatter = (stdout) => {
  const match = stdout.match(/^default via ([0-9a-f.:]+) dev (\S+)/mu)
  if (match !== null) {
    const [, gateway = '', name = ''] = match
    return reading(`The default gateway is ${gateway} over ${name}.`, `默认网关为 ${gateway}（${name}）。`)
  }
  return /\bdev \S+/u.test(stdout)
    ? reading('There is no default gateway.', '没有默认网关。', { isWarning: true })
    : null
}

/** `ss -tuln` and `ss -tulnp`. */
export const readListening: Formatter = (stdout) => {
  const [heading = '', ...lines] = linesOf(stdout)
  if (!/^Netid\s+State\s+Recv-Q\s+Send-Q\s+Local Address:Port/u.test(heading)) return null
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
  const named = ports.slice(0, 10).join(', ') + (ports.length > 10 ? ', …' : '')
  return reading(`${plural(ports.length, 'port')} open: ${named}.`, `开放了 ${ports.length} 个端口：${named}。`, {
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
  if (rows.length === 0) return reading('No connection is established.', '没有已建立的连接。')
  return reading(`${plural(rows.length, 'connection')} established.`, `有 ${rows.length} 个连接。`, {
    columns: [column('Protocol', '协议'), column('State', '状态'), column('Here', '本地'), column('There', '对端')],
    rows,
  })
}

/** `ping -c N HOST`. */
export const readPing: Formatter = (stdout) => {
  const match = stdout.match(/(\d{1,6}) packets transmitted, (\d{1,6}) (?:packets )?received/u)
  if (match === null) return null
  const host = stdout.match(/^PING (\S{1,253})/u)?.[1] ?? ''
  const [sent, received] = [Number(match[1]), Number(match[2])]
  const average = numberOf(stdout.match(/= [\d.]+\/([\d.]+)\/[\d.]+/u)?.[1])
  if (received === 0) {
    return reading(`${host} did not answer: 0 of ${sent}.`, `${host} 没有应答：0/${sent}。`, {
      isWarning: true,
      values: [value('Answered', '应答', 0)],
    })
  }
  const time = average === null ? ['', ''] : [`, ${average} ms on average`, `，平均 ${average} ms`]
  return reading(`${host} answered ${received} of ${sent}${time[0]}.`, `${host} 应答 ${received}/${sent}${time[1]}。`, {
    isWarning: received < sent,
    values: [
      value('Answered', '应答', received),
      ...(average === null ? [] : [value('Average time', '平均时间', average, 'ms')]),
    ],
  })
}

/** `cat /etc/resolv.conf`. */
export const readResolvConf: Formatter = (stdout) => {
  const servers = [...stdout.matchAll(/^nameserver ([0-9a-fA-F.:%\w]{2,60})\s*$/gmu)].map(([, server = '']) => server)
  if (servers.length === 0) return null
  const names = servers.join(', ')
  return reading(`DNS servers: ${names}.`, `DNS 服务器：${names}。`)
}

/** `getent hosts NAME`. */
export const readResolved: Formatter = (stdout) => {
  const rows = linesOf(stdout).flatMap((line) => {
    const match = line.match(/^([0-9a-f.:]{2,45})\s+(\S+)/u)
    return match === null ? [] : [[match[2] ?? '', match[1] ?? '']]
  })
  const [first] = rows
  return first === undefined
    ? null
    : reading(`${first[0]} is ${first[1]}.`, `${first[0]} 的地址为 ${first[1]}。`, {
        columns: [column('Name', '域名'), column('Address', '地址')],
        rows,
      })
}

const IWCONFIG_NAME = /ESSID:"([^"\n]{1,32})"/u

/** `iwconfig`. */
export const readWifi: Formatter = (stdout) => {
  const name = stdout.match(IWCONFIG_NAME)?.[1]
  const level = numberOf(stdout.match(/Signal level[=:](-?\d{1,3}) dBm/u)?.[1])
  if (name === undefined) {
    return /ESSID:off\/any/u.test(stdout)
      ? reading('Wi-Fi is not connected.', '没有连接无线网络。', { isWarning: true })
      : null
  }
  if (level === null) return reading(`Connected to ${name}.`, `已连接 ${name}。`)
  const [en, zh] = level >= -60 ? ['good', '良好'] : level >= -72 ? ['fair', '一般'] : ['weak', '较弱']
  return reading(`Connected to ${name}, signal ${level} dBm: ${en}.`, `已连接 ${name}，信号 ${level} dBm，${zh}。`, {
    isWarning: level < -72,
    values: [value('Signal', '信号', level, 'dBm')],
  })
}
