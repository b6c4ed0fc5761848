import { randomBytes } from 'node:crypto'

/** The protocol that the first bytes of a peer speak. `status` and `location` are those of an HTTP answer. */
export type Spoken =
  | { readonly kind: 'mqtt'; readonly isAnonymousAccepted: boolean }
  | { readonly kind: 'tls' | 'ssh' | 'other' }
  | { readonly kind: 'http'; readonly status: number | null; readonly location: string | null }

const CONNACK = 0x20
const TLS_ALERT = 0x15
const TLS_HANDSHAKE = 0x16

/** Recognises a peer by the first bytes that it sent. */
export function recognise(bytes: Buffer): Spoken {
  const text = bytes.toString('latin1')
  if (/^(HTTP\/\d|\s*<(?:!DOCTYPE|html))/i.test(text)) {
    const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(text)?.[1]
    const location = /^location:[ \t]*(\S+)/im.exec(text)?.[1] ?? null
    return { kind: 'http', status: status === undefined ? null : Number(status), location }
  }
  if (text.startsWith('SSH-')) return { kind: 'ssh' }
  const [type, second, , returnCode] = bytes
  if (type === CONNACK && second !== undefined && second >= 2) {
    return { kind: 'mqtt', isAnonymousAccepted: second === 2 && returnCode === 0 }
  }
  return { kind: (type === TLS_ALERT || type === TLS_HANDSHAKE) && second === 3 ? 'tls' : 'other' }
}

/** The opening handshake of a WebSocket for MQTT (RFC 6455, section 4.1). `host` as in a URL, with its port. */
export function webSocketRequest(host: string, path: string): Buffer {
  const lines = [
    `GET ${path.replace(/[\r\n ]/g, '')} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: mqtt',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
}

/**
 * True when an HTTP answer leads away from the host that was asked, as the sign-in page of a guest network does. The same path
 * on another host is none: so a web server sends everybody to its name, or to TLS.
 */
export function isCaptivePortal(
  { host, path = null }: { readonly host: string; readonly path?: string | null },
  answer: { readonly status: number | null; readonly location: string | null },
): boolean {
  if (answer.status === 511) return true
  if (answer.status === null || answer.status < 300 || answer.status > 399 || answer.location === null) return false
  if (!URL.canParse(answer.location)) return false
  const target = new URL(answer.location)
  if (path !== null && path !== '/' && target.pathname === path) return false
  return target.hostname.replace(/^\[|\]$/g, '').toLowerCase() !== host.toLowerCase()
}
