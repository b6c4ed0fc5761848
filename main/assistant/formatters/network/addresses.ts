import { isIP } from 'node:net'
import type { AnswerReading } from '../../../../preload/contract/models/commands/answer-reading.ts'
import { cellsOf, column, type Formatter, linesOf, reading } from '../reading.ts'

/** Made by containers, tunnels and bridges: not what a person means by the address of a device. */
export const VIRTUAL =
  /^(?:lo$|docker|hassio|br-(?!lan)|veth|virbr|lxc|lxd|cni|flannel|cali|podman|kube|vmnet|vnet|tun|tap|wg|tailscale|zt|ifb|dummy|sit|bond0?\.)/u

/** Of them, those that lead to containers and virtual machines on the device itself. */
const OF_CONTAINERS = /^(?:docker|hassio|br-(?!lan)|veth|virbr|lxc|lxd|cni|flannel|cali|podman|kube|vmnet|vnet)/u

interface Interface {
  readonly name: string
  readonly state: string
  readonly addresses: string
}

/** Lines of `ip -brief address`; null if one is not understood. States of other kernels are taken as they are. */
function interfacesOf(stdout: string): readonly Interface[] | null {
  const lines = linesOf(stdout)
  const all = lines.flatMap((line) => {
    const [name = '', state = '', addresses = ''] = cellsOf(line, 3)
    const isLine = /^[A-Z]{2,20}$/u.test(state) && (addresses === '' || /^[0-9a-f][0-9a-f.:]{1,44}/u.test(addresses))
    return isLine ? [{ name: name.replace(/@.*/u, ''), state, addresses }] : []
  })
  return all.length > 0 && all.length === lines.length ? all : null
}

const isSelfGiven = (address: string) => /^(?:169\.254\.|fe80:)/u.test(address)

/** The addresses of an interface in their order, without those of the other end of a tunnel. */
function listed(addresses: string): readonly string[] {
  const words = addresses.split(/\s+/u).map((word) => word.replace(/\/.*/u, ''))
  return words.filter((word, index) => isIP(word) !== 0 && words[index - 1] !== 'peer')
}

/** Those to name: all of IPv4, else the first of IPv6, and one that it gave itself only where there is no other. */
function bestOf({ addresses }: Interface): readonly string[] {
  const all = listed(addresses)
  const given = all.filter((address) => !isSelfGiven(address))
  const version4 = given.filter((address) => isIP(address) === 4)
  if (version4.length > 0) return version4
  return (given.length > 0 ? given : all.filter((address) => isIP(address) === 4)).slice(0, 1)
}

/** Rank of an interface to name; null for one that nobody can reach. */
function rankOf(one: Interface): number | null {
  const { name, state } = one
  const [address] = bestOf(one)
  if ((state !== 'UP' && state !== 'UNKNOWN') || name === 'lo' || address === undefined) return null
  return (VIRTUAL.test(name) ? 100 : 0) + (isSelfGiven(address) ? 20 : 0) + (isIP(address) === 4 ? 0 : 10)
}

/** `ip -brief address`: the addresses of interfaces that are up, those of bridges and tunnels only where there are no others. */
export const readAddresses: Formatter = (stdout) => addressesReading(interfacesOf(stdout))

/** `ip address`, whole. */
export const readLongAddresses: Formatter = (stdout) => addressesReading(longInterfacesOf(stdout))

/** Lines below an interface that say nothing of an address. */
const ASIDE =
  /^(?:link\/|valid_lft |altname |vlan |alias |promiscuity |bridge|veth|tun |vxlan |RX: |TX: |\d|parentbus |temporary )/u

/** Interfaces of `ip address`; null if a line is not understood. */
function longInterfacesOf(stdout: string): readonly Interface[] | null {
  const all: { name: string; state: string; addresses: string }[] = []
  for (const line of linesOf(stdout)) {
    const head = line.match(/^\d{1,5}: (\S{1,40}): <[A-Z0-9_,-]{0,200}> mtu \d.{0,120} state ([A-Z]{2,20})(?:\s|$)/u)
    const address = line.match(/^\s{1,12}inet6? ([0-9a-f.:]{2,45}\/\d{1,3}|[0-9a-f.:]{2,45} peer \S{2,50}) /u)?.[1]
    const last = all.at(-1)
    if (head !== null) all.push({ name: head[1]?.replace(/@.*/u, '') ?? '', state: head[2] ?? '', addresses: '' })
    else if (last === undefined) return null
    else if (address !== undefined) last.addresses = `${last.addresses} ${address}`.trim()
    else if (!/^\s/u.test(line) || !ASIDE.test(line.trim())) return null
  }
  return all.length > 0 ? all : null
}

const SELF_GIVEN = [', which it gave itself: no DHCP server answered', '，为自动分配：没有 DHCP 服务器应答'] as const

/** `hostname -I`: the addresses of the device, without their interfaces. */
export const readHostAddresses: Formatter = (stdout) => {
  const all = stdout.trim().split(/\s+/u)
  if (stdout.trim() === '') return reading('The device has no address.', '设备没有地址。', { isWarning: true })
  if (!all.every((address) => isIP(address.replace(/%.*/u, '')) !== 0)) return null
  const [en, zh] = all.length === 1 ? ['The address is', '地址为'] : ['The addresses are', '地址为']
  const isSelfGiven = all.every((address) => address.startsWith('169.254.'))
  const [whyEn, whyZh] = isSelfGiven ? SELF_GIVEN : ['', '']
  return reading(`${en} ${all.join(', ')}${whyEn}.`, `${zh} ${all.join('、')}${whyZh}。`, { isWarning: isSelfGiven })
}

function addressesReading(all: readonly Interface[] | null): AnswerReading | null {
  if (all === null) return null
  const ranked = all.flatMap((one) => {
    const rank = rankOf(one)
    return rank === null ? [] : [{ ...one, rank }]
  })
  const best = Math.min(...ranked.map(({ rank }) => rank))
  const main = ranked.filter(({ rank }) => rank === best)
  const shown = all.filter(({ name, addresses }) => name !== 'lo' && addresses !== '')
  const columns = [column('Interface', '网卡'), column('State', '状态'), column('Addresses', '地址')]
  const rows = (shown.length > 0 ? shown : all).map(({ name, state, addresses }) => [name, state, addresses])
  const [first] = main
  if (first === undefined) {
    return reading('No interface that is up has an address.', '没有已启用的网卡获得地址。', {
      isWarning: true,
      columns,
      rows,
    })
  }
  if (main.every(({ name }) => OF_CONTAINERS.test(name))) {
    return reading('Only interfaces of containers have an address.', '只有容器的网卡有地址。', {
      isWarning: true,
      columns,
      rows,
    })
  }
  const named = main.flatMap((one) => bestOf(one).map((address) => ({ address, name: one.name })))
  if (named.length === 1) {
    const [address = ''] = bestOf(first)
    const [en, zh] = isSelfGiven(address) ? SELF_GIVEN : ['', '']
    return reading(`The address is ${address} on ${first.name}${en}.`, `地址为 ${address}（${first.name}）${zh}。`, {
      isWarning: en !== '',
      columns,
      rows,
    })
  }
  const en = named.map(({ address, name }) => `${address} on ${name}`).join(', ')
  const zh = named.map(({ address, name }) => `${address}（${name}）`).join('、')
  return reading(`The addresses are ${en}.`, `地址为 ${zh}。`, { columns, rows })
}
