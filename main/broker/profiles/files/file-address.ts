import type { Transport } from '../../../../preload/contract/models/broker/connection.ts'

/** An address as people write it into files; null for each part that is not there. */
export interface FileAddress {
  readonly scheme: Scheme | null
  /** Without brackets. */
  readonly host: string
  readonly port: string | null
  readonly path: string | null
  readonly username: string | null
  readonly password: string | null
}

export interface Scheme {
  readonly transport: Transport
  readonly isTls: boolean
  /** Port where the address names none; null where programs differ. */
  readonly port: number
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  mqtt: { transport: 'tcp', isTls: false, port: 1883 },
  tcp: { transport: 'tcp', isTls: false, port: 1883 },
  mqtts: { transport: 'tcp', isTls: true, port: 8883 },
  'mqtt+ssl': { transport: 'tcp', isTls: true, port: 8883 },
  'mqtt+tls': { transport: 'tcp', isTls: true, port: 8883 },
  ssl: { transport: 'tcp', isTls: true, port: 8883 },
  tls: { transport: 'tcp', isTls: true, port: 8883 },
  tcps: { transport: 'tcp', isTls: true, port: 8883 },
  ws: { transport: 'websocket', isTls: false, port: 80 },
  wss: { transport: 'websocket', isTls: true, port: 443 },
  'mqtt+ws': { transport: 'websocket', isTls: false, port: 80 },
  'mqtt+wss': { transport: 'websocket', isTls: true, port: 443 },
  websocket: { transport: 'websocket', isTls: false, port: 80 },
  websockets: { transport: 'websocket', isTls: false, port: 80 },
}

/** The meaning of a scheme, with or without `://` behind it; null for one that no MQTT client has. */
export function schemeOf(name: string): Scheme | null {
  const plain = name
    .trim()
    .replace(/:\/{0,2}$/, '')
    .toLowerCase()
  return Object.hasOwn(SCHEMES, plain) ? (SCHEMES[plain] ?? null) : null
}

/**
 * Takes `scheme://user:password@host:port/path` apart, or any part of it with a host. Answers `scheme` for one that is not
 * MQTT's, and `address` for what is no address.
 */
export function readAddress(text: string): FileAddress | 'scheme' | 'address' {
  const trimmed = text.trim()
  const at = trimmed.indexOf('://')
  const scheme = at < 0 ? null : schemeOf(trimmed.slice(0, at))
  if (at >= 0 && scheme === null) return 'scheme'
  const rest = at < 0 ? trimmed : trimmed.slice(at + 3)
  const pathFrom = authorityEnd(rest, scheme)
  const authority = rest.slice(0, pathFrom)
  const loginEnd = authority.lastIndexOf('@')
  const [username, password] = loginOf(authority.slice(0, Math.max(0, loginEnd)))
  const place = placeOf(authority.slice(loginEnd + 1))
  if (place === null) return 'address'
  const path = rest.slice(pathFrom)
  return { scheme, ...place, path: path === '' || path === '/' ? null : path, username, password }
}

/** Where host and port end. A password may hold a slash; only of a WebSocket is it more likely that the path holds an `@`. */
function authorityEnd(rest: string, scheme: Scheme | null): number {
  const loginEnd = scheme?.transport === 'websocket' ? -1 : rest.lastIndexOf('@')
  const stop = rest.slice(loginEnd + 1).search(/[/?#]/)
  return stop < 0 ? rest.length : loginEnd + 1 + stop
}

function loginOf(text: string): readonly [string | null, string | null] {
  if (text === '') return [null, null]
  const colon = text.indexOf(':')
  const name = decoded(colon < 0 ? text : text.slice(0, colon))
  return [name === '' ? null : name, colon < 0 ? null : decoded(text.slice(colon + 1))]
}

/** A host, with its port where one is there; an IPv6 address has colons of its own. */
function placeOf(text: string): { host: string; port: string | null } | null {
  const bracketed = /^\[([^\]]+)\](?::([^:]*))?$/.exec(text)
  if (bracketed !== null) return { host: bracketed[1] ?? '', port: bracketed[2] || null }
  const [host = '', port, ...more] = text.split(':')
  if (more.length > 0) return /^[0-9a-f:.]+(%\w+)?$/i.test(text) ? { host: text, port: null } : null
  return host === '' || /[$%<>{}\\^|"'`]/.test(host) ? null : { host, port: port || null }
}

/** Percent signs that encode nothing are meant. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
