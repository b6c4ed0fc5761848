import { reverse } from 'node:dns/promises'
import { connect } from 'node:net'
import type { networkInterfaces } from 'node:os'
import type { ScannedHost, ScanView } from '../../preload/contract/models/devices/joining.ts'
import { type MdnsGroup, mdnsName } from './mdns.ts'

/** A network of this computer: `first` address as a number, how many follow, and its notation. */
export interface ScanNetwork {
  readonly name: string
  readonly first: number
  readonly count: number
  /** This computer's own address in it. */
  readonly own: string
}

const SMALLEST_PREFIX = 22
const AT_ONCE = 256
const ANSWER_MS = 1_500
const SSH_PORT = 22

/** Lists this computer's own private IPv4 networks; of a larger one the part of 1,024 addresses around this computer. */
export function privateNetworks(interfaces: ReturnType<typeof networkInterfaces>): readonly ScanNetwork[] {
  const networks = new Map<string, ScanNetwork>()
  for (const { family, internal, address, cidr } of Object.values(interfaces).flatMap((entries) => entries ?? [])) {
    if (family !== 'IPv4' || internal || !isPrivate(address)) continue
    const prefix = Math.max(SMALLEST_PREFIX, Number(cidr?.split('/')[1] ?? 24))
    if (prefix > 30) continue
    const size = 2 ** (32 - prefix)
    const base = Math.floor(numberOf(address) / size) * size
    const name = `${textOf(base)}/${prefix}`
    networks.set(name, { name, first: base + 1, count: size - 2, own: address })
  }
  return [...networks.values()]
}

/**
 * Looks for SSH servers in one network, 256 addresses at once; nothing is sent to them. Resolves when all were tried. Names
 * come from DNS, else from mDNS.
 */
export async function scanNetwork(
  { first, count, own }: ScanNetwork,
  signal: AbortSignal,
  onProgress: (view: ScanView) => void,
  { port = SSH_PORT, mdns }: { readonly port?: number; readonly mdns?: MdnsGroup } = {},
): Promise<void> {
  const hosts: ScannedHost[] = []
  let next = 0
  let tried = 0
  const view = (isRunning: boolean): ScanView => ({ isRunning, tried, total: count, hosts: [...hosts] })
  const work = async (): Promise<void> => {
    while (next < count && !signal.aborted) {
      const address = textOf(first + next)
      next += 1
      const software = await greetingOf(address, port, signal)
      tried += 1
      if (software !== null) hosts.push({ address, name: await nameOf(address, own, signal, mdns), software })
      onProgress(view(true))
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, work))
  onProgress(view(false))
}

/** What an SSH server calls itself (RFC 4253, section 4.2); null for silence and for anything else. */
function greetingOf(host: string, port: number, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    let text = ''
    const end = (software: string | null): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      socket.destroy()
      resolve(software)
    }
    const stop = (): void => end(null)
    const timer = setTimeout(stop, ANSWER_MS)
    signal.addEventListener('abort', stop)
    socket.on('error', stop)
    socket.on('close', stop)
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const line = text.split('\n')[0] ?? ''
      if (text.includes('\n') || text.length > 255) end(/^SSH-2\.0-([ -~]{1,200})/.exec(line)?.[1]?.trim() ?? null)
    })
  })
}

async function nameOf(address: string, own: string, signal: AbortSignal, to?: MdnsGroup): Promise<string | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_MS).unref())
  const local = mdnsName({ address, from: own, waitMs: ANSWER_MS, signal, ...(to && { to }) })
  const [name] = (await Promise.race([reverse(address).catch(() => null), late])) ?? []
  return name !== undefined && /^[A-Za-z0-9._-]{1,253}$/.test(name) ? name : local
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function textOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
}
