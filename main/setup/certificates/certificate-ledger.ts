import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { CertificateWithKey } from '../../shared/certificates/issuer.ts'

const issued = z.strictObject({ account: z.string(), serial: z.string(), endsAt: z.number() })
const revoked = z.strictObject({ account: z.string(), serial: z.string(), revokedAt: z.number() })

/** Lists the client certificates of an authority in the field and those taken back. Serials are hexadecimal, times epoch ms. */
export const certificateLedgerSchema = z.strictObject({
  issued: z.array(issued).readonly(),
  revoked: z.array(revoked).readonly(),
  /** False in set-ups of versions that noted no serials: a certificate that was replaced by a renewal then is not known. */
  isComplete: z.boolean(),
  /** PEM of the revocation list that the broker reads; null until one was signed. */
  crl: z.string().max(1_000_000).nullable(),
})
export type CertificateLedger = z.output<typeof certificateLedgerSchema>

export const NO_CERTIFICATES: CertificateLedger = { issued: [], revoked: [], isComplete: true, crl: null }

type Accounts<T> = ReadonlyMap<string, T>

/** Reads a ledger from the saved certificates, for a set-up of a version that noted no serials. */
export function ledgerFromCertificates(certificates: Accounts<string>): CertificateLedger {
  const known = [...certificates].map(([account, certificate]) => entryOf(account, certificate))
  return { ...NO_CERTIFICATES, issued: known, isComplete: known.length === 0 }
}

/** Notes what is issued now, and takes back every certificate of an account that is not there any more. */
export function updateLedger(
  ledger: CertificateLedger,
  clients: Accounts<Pick<CertificateWithKey, 'certificate'>>,
  now: number,
): CertificateLedger {
  const known = new Set(ledger.issued.map(({ serial }) => serial))
  const present = [...clients].map(([account, { certificate }]) => entryOf(account, certificate))
  const all = [...ledger.issued, ...present.filter(({ serial }) => !known.has(serial))]
  const back = new Set(ledger.revoked.map(({ serial }) => serial))
  const gone = all.filter(({ account, serial }) => !clients.has(account) && !back.has(serial))
  const added = gone.map(({ account, serial }) => ({ account, serial, revokedAt: now }))
  return { ...ledger, issued: all, revoked: [...ledger.revoked, ...added] }
}

function entryOf(account: string, certificate: string): CertificateLedger['issued'][number] {
  const { serialNumber, validTo } = new X509Certificate(certificate)
  return { account, serial: serialNumber.toLowerCase(), endsAt: Date.parse(validTo) }
}
