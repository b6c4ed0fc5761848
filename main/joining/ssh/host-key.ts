import { hash } from 'node:crypto'

/** The key by which a server is known again. */
export interface HostKey {
  /** As in the protocol, e.g. `ssh-ed25519`. */
  readonly kind: string
  /** As `ssh-keygen -l` prints it. */
  readonly fingerprint: string
}

/** `SHA256:` and base64 without padding, of the key as it is on the wire (RFC 4253, section 6.6). */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${hash('sha256', key, 'base64').replaceAll('=', '')}`
}

/** Name of its kind, which the key begins with; it comes from a stranger. */
export function kindOf(key: Buffer): string {
  const length = key.length >= 4 ? key.readUInt32BE(0) : 0
  const kind = key.subarray(4, 4 + Math.min(length, 64)).toString('latin1')
  return /^[A-Za-z0-9@.-]{1,64}$/.test(kind) ? kind : '?'
}
