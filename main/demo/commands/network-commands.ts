import type { MachineFacts, SimulatedMachine } from '../machine.ts'
import { type CommandOutcome, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'
import { groupEntries } from './account-commands.ts'

const GATEWAY = '192.0.2.1'
const BROKER_PORT = 1883

const ip: SimulatedCommand = ({ machine: { facts }, args }) => {
  const isSix = args.includes('-6')
  const { flags, rest } = readArguments(args.filter((word) => word !== '-6' && word !== '-4'))
  // Neither WireGuard nor TUN is set up.
  if (args.includes('type')) return { stdout: '' }
  const isBrief = flags.has('-b') || args.includes('-br') || args.includes('-brief')
  const object = rest[0] ?? ''
  const { interfaceName: name, ipAddress } = facts
  const device = args[args.indexOf('dev') + 1]
  const only = args.includes('dev') ? device : undefined
  if (only !== undefined && only !== name && only !== 'lo')
    return { stderr: `Device "${only}" does not exist.\n`, exitCode: 1 }
  const rowsOf = (rows: readonly (readonly string[])[]) =>
    textOf(rows.filter(([row = '']) => only === undefined || row.replace(/^\d: /u, '').startsWith(only)).flat())
  if ('address'.startsWith(object) && object.startsWith('a'))
    return { stdout: rowsOf(isSix ? [['lo               UNKNOWN        ::1/128']] : addressRows(facts, isBrief)) }
  if ('link'.startsWith(object) && object.startsWith('l')) return { stdout: rowsOf(linkRows(facts)) }
  if ('route'.startsWith(object) && object.startsWith('r')) {
    if (isSix) return { stdout: '' }
    if (rest[1] === 'get') return routeTo(facts, rest[2] ?? '')
    if (rest[2] === 'default') return { stdout: `default via ${GATEWAY} dev ${name}\n` }
    return {
      stdout: textOf([
        `default via ${GATEWAY} dev ${name}`,
        `192.0.2.0/24 dev ${name} proto kernel scope link src ${ipAddress}`,
      ]),
    }
  }
  if (rest[1] === 'show' && rest[2] !== undefined && rest[2] !== GATEWAY) return { stdout: '' }
  if (object === 'link' && rest[1] === 'set') return { stdout: '' }
  if ('neighbour'.startsWith(object) && object.startsWith('n'))
    return { stdout: `${GATEWAY} dev ${name} lladdr 02:00:00:00:00:01 REACHABLE\n` }
  return { stderr: `Object "${object}" is unknown, try "ip help".\n`, exitCode: 1 }
}

function routeTo({ interfaceName, ipAddress }: MachineFacts, address: string): CommandOutcome {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address))
    return { stderr: `Error: any valid prefix is expected rather than "${address}".\n`, exitCode: 1 }
  const via = address.startsWith('192.0.2.') ? '' : ` via ${GATEWAY}`
  return { stdout: `${address}${via} dev ${interfaceName} src ${ipAddress} uid 0\n    cache\n` }
}

/** The lines of each interface, that of the name first. */
function addressRows(facts: MachineFacts, isBrief: boolean): readonly (readonly string[])[] {
  const { interfaceName: name, ipAddress, macAddress } = facts
  if (isBrief)
    return [['lo               UNKNOWN        127.0.0.1/8'], [`${name.padEnd(16)} UP             ${ipAddress}/24`]]
  return [
    ['1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536', '    inet 127.0.0.1/8 scope host lo'],
    [
      `2: ${name}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500`,
      `    link/ether ${macAddress} brd ff:ff:ff:ff:ff:ff`,
      `    inet ${ipAddress}/24 brd 192.0.2.255 scope global ${name}`,
    ],
  ]
}

function linkRows({ interfaceName: name, macAddress }: MachineFacts): readonly (readonly string[])[] {
  return [
    [`lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP>`],
    [`${name.padEnd(16)} UP             ${macAddress} <BROADCAST,MULTICAST,UP,LOWER_UP>`],
  ]
}

const ss: SimulatedCommand = ({ machine, args }) => {
  const { flags, rest } = readArguments(args)
  const withProcess = flags.has('-p')
  const port = /^sport = :(\d{1,5})$/.exec(rest[0] ?? '')?.[1]
  const header = `Netid State      Recv-Q Send-Q      Local Address:Port   Peer Address:Port${withProcess ? ' Process' : ''}`
  const rows = flags.has('-l')
    ? listening(machine, withProcess, port === undefined ? null : Number(port))
    : [connection(machine)]
  return { stdout: textOf([header, ...rows]) }
}

function listening(machine: SimulatedMachine, withProcess: boolean, port: number | null): string[] {
  return [...machine.services]
    .filter(
      ([, service]) => service.state === 'active' && service.port !== null && (port ?? service.port) === service.port,
    )
    .map(([name, service]) => {
      const owner = withProcess ? ` users:(("${name}",pid=${service.pid},fd=6))` : ''
      return `tcp   LISTEN     0      128    ${`0.0.0.0:${service.port}`.padStart(23)} ${'0.0.0.0:*'.padStart(19)}${owner}`
    })
}

function connection({ facts }: SimulatedMachine): string {
  return `tcp   ESTAB      0      0      ${`${facts.ipAddress}:40122`.padStart(23)} ${`${GATEWAY}:${BROKER_PORT}`.padStart(19)}`
}

/** Answers for the simulated network only; nothing is sent. */
const ping: SimulatedCommand = ({ machine, args }): CommandOutcome => {
  const { values, rest } = readArguments(args, ['-c', '-W', '-i', '-w', '-I'])
  const host = rest[0]
  if (host === undefined) return { stderr: 'ping: usage error: Destination address required\n', exitCode: 1 }
  const from = values.get('-I') ?? machine.facts.interfaceName
  if (from !== machine.facts.interfaceName)
    return { stderr: `ping: SO_BINDTODEVICE ${from}: No such device\n`, exitCode: 2 }
  const address = addressOf(machine, host)
  if (address === null) return { stderr: `ping: ${host}: Name or service not known\n`, exitCode: 2 }
  if (isSilent(address)) {
    const sent = Math.min(Number(values.get('-c') ?? 4) || 4, 20)
    const rows = [`PING ${host} (${address}) 56(84) bytes of data.`, '', `--- ${host} ping statistics ---`]
    return {
      stdout: textOf([
        ...rows,
        `${sent} packets transmitted, 0 received, 100% packet loss, time ${(sent - 1) * 1000}ms`,
      ]),
      exitCode: 1,
      durationMs: sent * 1000,
    }
  }
  const count = Math.min(Number(values.get('-c') ?? 4) || 4, 20)
  const times = Array.from({ length: count }, (_, index) => 0.4 + ((index * 7) % 5) / 10)
  const rows = times.map(
    (ms, index) => `64 bytes from ${address}: icmp_seq=${index + 1} ttl=64 time=${ms.toFixed(2)} ms`,
  )
  return {
    stdout: textOf([
      `PING ${host} (${address}) 56(84) bytes of data.`,
      ...rows,
      '',
      `--- ${host} ping statistics ---`,
      `${count} packets transmitted, ${count} received, 0% packet loss, time ${(count - 1) * 1000}ms`,
      `rtt min/avg/max/mdev = ${Math.min(...times).toFixed(3)}/0.600/${Math.max(...times).toFixed(3)}/0.100 ms`,
    ]),
    durationMs: Math.max(0, count - 1) * 1000,
  }
}

const HOPS_MAX = 5

/** The gateway, a provider, and the host; a silent network beyond the gateway. */
const traceroute: SimulatedCommand = ({ machine, args }): CommandOutcome => {
  const [host = ''] = readArguments(args, ['-w', '-m', '-q', '-p', '-f', '-i']).rest
  const address = addressOf(machine, host)
  if (address === null) return { stderr: `${host}: Name or service not known\n`, exitCode: 2 }
  const isNear = address.startsWith('192.0.2.') || address.startsWith('127.')
  const between = isNear ? [] : [GATEWAY]
  const hops = isSilent(address)
    ? [...between, ...Array.from({ length: HOPS_MAX - between.length }, () => '*')]
    : [...between, ...(isNear ? [] : ['203.0.113.1']), address]
  const row = (hop: string, index: number) =>
    hop === '*' ? ` ${index + 1}  * * *` : ` ${index + 1}  ${hop}  ${(0.6 + 4 * index).toFixed(3)} ms`
  return {
    stdout: textOf([`traceroute to ${host} (${address}), 20 hops max, 60 byte packets`, ...hops.map(row)]),
    durationMs: 2_000,
  }
}

/** The rules that Debian puts into place: nothing is filtered. */
const nft: SimulatedCommand = ({ args }) =>
  args[0] === 'list'
    ? {
        stdout: textOf([
          'table inet filter {',
          ...['input', 'forward', 'output'].flatMap((hook) => [
            `\tchain ${hook} {`,
            `\t\ttype filter hook ${hook} priority filter; policy accept;`,
            '\t}',
          ]),
          '}',
        ]),
      }
    : { stderr: 'nft: changing rules is not simulated\n', exitCode: 1 }

/** Private networks other than the one of the demo. */
const isSilent = (address: string) => /^(?:10\.|172\.|192\.168\.)/.test(address)

/** Ports that answer: those of the devices, and a broker beside them. */
const OPEN_PORTS: Readonly<Record<string, readonly number[]>> = {
  '192.0.2.1': [53, 80],
  '192.0.2.10': [22, 1883],
  '192.0.2.20': [22, 1883, 8883],
  '192.0.2.31': [22, 80, 8080],
  '192.0.2.57': [22],
  '127.0.0.1': [22],
}

const nc: SimulatedCommand = ({ machine, args }): CommandOutcome => {
  const { rest } = readArguments(args, ['-w'])
  const [host = '', typedPort = ''] = rest
  const address = addressOf(machine, host)
  if (address === null) {
    return { stderr: `nc: getaddrinfo for host "${host}" port ${typedPort}: Name or service not known\n`, exitCode: 1 }
  }
  const port = Number(typedPort)
  if (isSilent(address)) {
    const stderr = `nc: connect to ${host} (${address}) port ${typedPort} (tcp) timed out: Operation now in progress\n`
    return { stderr, exitCode: 1, durationMs: 3_000 }
  }
  const isOpen = OPEN_PORTS[address]?.includes(port) ?? [80, 443, 1883, 8883].includes(port)
  return isOpen
    ? { stderr: `Connection to ${host} (${address}) ${typedPort} port [tcp/*] succeeded!\n` }
    : {
        stderr: `nc: connect to ${host} (${address}) port ${typedPort} (tcp) failed: Connection refused\n`,
        exitCode: 1,
      }
}

function addressOf({ facts }: SimulatedMachine, host: string): string | null {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return host
  // Every name of the internet leads into the documentation range 198.51.100.0/24.
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host)) return `198.51.100.${host.length + 10}`
  if (host === 'localhost') return '127.0.0.1'
  if (host === facts.hostname) return facts.ipAddress
  return host === 'gateway' || host === '_gateway' ? GATEWAY : null
}

/** Commands for the simulated network: one interface, one gateway, and an internet that answers. */
export const NETWORK_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  ip,
  ss,
  ping,
  traceroute,
  nft,
  nc,
  getent: ({ machine, args }) => {
    const groups = groupEntries(machine, args)
    if (groups !== null) return groups
    if (args[0] === 'passwd') return { stdout: machine.files.read('/etc/passwd') ?? '' }
    const address = addressOf(machine, args[1] ?? '')
    if (address === null) return { exitCode: 2 }
    // A name with IPv4 alone is mapped.
    if (args[0] === 'ahostsv6') return { stdout: `::ffff:${address}  STREAM ${args[1]}\n` }
    return { stdout: `${address.padEnd(15)} ${args[1]}\n` }
  },
}
