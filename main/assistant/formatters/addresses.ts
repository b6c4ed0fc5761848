import { isIP } from 'node:net'
import type { AnswerReading } from '../../../preload/contract/models/commands/answer-reading.ts'
import { cellsOf, column, type Formatter, linesOf, reading } from './reading.ts'

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

/** Rank of an address to name; null for one that nobody can reach. */
function rankOf({ name, state, addresses }: Interface): number | null {
  if ((state !== 'UP' && state !== 'UNKNOWN') || name === 'lo') return null
  const isVersion4 = /^\d{1,3}\./u.test(addresses)
  const isSelfGiven = /^(?:169\.254\.|fe80:)/u.test(addresses)
  if (addresses === '' || addresses.startsWith('fe80:')) return null
  return (VIRTUAL.test(name) ? 100 : 0) + (isSelfGiven ? 20 : 0) + (isVersion4 ? 0 : 10)
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
  const address = (one: Interface) => one.addresses.split(/[\s/]/u)[0] ?? ''
  if (main.length === 1) {
    const [en, zh] = first.addresses.startsWith('169.254.') ? SELF_GIVEN : ['', '']
    return reading(
      `The address is ${address(first)} on ${first.name}${en}.`,
      `地址为 ${address(first)}（${first.name}）${zh}。`,
      { isWarning: en !== '', columns, rows },
    )
  }
  const en = main.map((one) => `${address(one)} on ${one.name}`).join(', ')
  const zh = main.map((one) => `${address(one)}（${one.name}）`).join('、')
  return reading(`The addresses are ${en}.`, `地址为 ${zh}。`, { columns, rows })
}
