import { X509Certificate } from 'node:crypto'
import type { StoredBuiltIn } from './config.ts'

/** Client certificates that a set-up issued for this broker, and the serials of those that it took back; hexadecimal. */
export interface ClientLedger {
  readonly issued: readonly { readonly account: string; readonly serial: string }[]
  readonly revoked: readonly string[]
}

/** Notes a client certificate that is given out, so that it can be refused later. */
export function withIssued(stored: StoredBuiltIn, account: string, certificate: string): StoredBuiltIn {
  return { ...stored, issued: [...stored.issued, { account, serial: new X509Certificate(certificate).serialNumber }] }
}

/** Takes over what a set-up knows, and refuses the certificates of every account that is not there any more. */
export function withLedger(stored: StoredBuiltIn, ledger: ClientLedger = { issued: [], revoked: [] }): StoredBuiltIn {
  const known = new Set(stored.issued.map(({ serial }) => serial))
  const more = ledger.issued.map(({ account, serial }) => ({ account, serial: asOfPeer(serial) }))
  const issued = [...stored.issued, ...more.filter(({ serial }) => !known.has(serial))]
  const names = new Set(stored.accounts.map(({ name }) => name))
  const former = issued.filter(({ account }) => !names.has(account)).map(({ serial }) => serial)
  return {
    ...stored,
    issued,
    revoked: [...new Set([...stored.revoked, ...former, ...ledger.revoked.map(asOfPeer)])],
  }
}

/** The set-up without one of its devices; `serials` are refused in any case. */
export function withoutDevice(stored: StoredBuiltIn, device: string, serials: readonly string[]): StoredBuiltIn {
  const accounts = stored.accounts.filter(({ name, role }) => role !== 'device' || name !== device)
  return withLedger({ ...stored, accounts }, { issued: [], revoked: serials })
}

/** As TLS gives the serial of the peer's certificate. */
function asOfPeer(serial: string): string {
  return serial.toUpperCase()
}
