import type { Transport } from '../../../preload/contract/models/broker/connection.ts'
import { USUAL_PORTS } from '../../../preload/contract/models/limits.ts'
import type { INPUT_CAUSES } from '../diagnosis/input-causes.ts'

/** A broker's address taken apart. */
export interface BrokerAddress {
  readonly transport: Transport
  readonly isTls: boolean
  /** Without brackets. */
  readonly host: string
  readonly port: number
  readonly path: string | null
  readonly username: string | null
}

const SCHEMES = {
  mqtt: { transport: 'tcp', isTls: false, port: USUAL_PORTS.plain },
  mqtts: { transport: 'tcp', isTls: true, port: USUAL_PORTS.tls },
  ws: { transport: 'websocket', isTls: false, port: 80 },
  wss: { transport: 'websocket', isTls: true, port: 443 },
} as const

/**
 * Reads `mqtt://`, `mqtts://`, `ws://` and `wss://`. Not the URL of the runtime, which would hide what is wrong: an empty
 * host, a port out of range. The cause never repeats the address, which may hold a password.
 */
export function parseBrokerUrl(text: string): BrokerAddress | keyof typeof INPUT_CAUSES {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(withPlainSigns(text.trim()))
  const [, name = '', authority = '', rest = ''] = match ?? []
  const scheme = Object.entries(SCHEMES).find(([known]) => known === name.toLowerCase())?.[1]
  if (scheme === undefined) return 'input-url'
  if (authority.endsWith(':') && rest.startsWith('//')) return 'input-host-scheme'
  const at = authority.lastIndexOf('@')
  const login = at < 0 ? null : authority.slice(0, at)
  if (login?.includes(':')) return 'input-url-password'
  // Without brackets nobody can tell the end of an IPv6 address from a port.
  if (/^[^[\]]*:[^[\]]*:/.test(authority.slice(at + 1))) return 'input-host-invalid'
  const [, host = '', portText] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority.slice(at + 1)) ?? []
  const plainHost = host.replace(/^\[(.*)\]$/s, '$1')
  if (plainHost.trim() === '') return 'input-host-empty'
  const port = portText === undefined ? scheme.port : Number(portText)
  if (portText !== undefined && !/^\d{1,5}$/.test(portText)) return 'input-port'
  const path = rest === '' ? null : rest
  if (scheme.transport === 'tcp' && path !== null && path !== '/') return 'input-host-scheme'
  return {
    transport: scheme.transport,
    isTls: scheme.isTls,
    host: plainHost,
    port,
    path: scheme.transport === 'tcp' ? null : path,
    username: login === null || login === '' ? null : login,
  }
}

/** Signs of a Chinese keyboard, which look like those of an address. */
function withPlainSigns(text: string): string {
  return text
    .replaceAll('：', ':')
    .replaceAll('／', '/')
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
}
