import { X509Certificate } from 'node:crypto'
import type {
  CertificateFact,
  CertificateSource,
  CertificateState,
} from '../../../preload/contract/models/broker/broker.ts'

/** Certificates of one place: PEM text, which may hold several, or DER of one. */
export interface CertificateInput {
  readonly source: CertificateSource
  readonly profileName: string | null
  readonly certificate: string | Buffer
}

const DAY_MS = 24 * 60 * 60_000
const SOON_DAYS = 30
/** A bundle of public authorities holds many; those that end first matter. */
const MAX_PER_PLACE = 5
const MAX_BLOCKS = 300
const NAME_CHARS = 160

/** Lists how long each certificate still holds, the first to end first. */
export function certificateFacts(
  inputs: readonly CertificateInput[],
  now: number,
  sanitiseLine: (text: string, maxChars: number) => string,
): readonly CertificateFact[] {
  return inputs
    .flatMap((input) =>
      blocksOf(input.certificate)
        .map((block) => factOf(block, input, now, sanitiseLine))
        .sort(byEnd)
        .slice(0, MAX_PER_PLACE),
    )
    .sort(byEnd)
}

function byEnd(a: CertificateFact, b: CertificateFact): number {
  return (a.validTo ?? 0) - (b.validTo ?? 0)
}

function blocksOf(certificate: string | Buffer): readonly (string | Buffer)[] {
  if (typeof certificate !== 'string') return [certificate]
  const blocks = certificate.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  // A file without a certificate is shown as unreadable rather than left out.
  return blocks.length === 0 ? [certificate] : blocks.slice(0, MAX_BLOCKS)
}

function factOf(
  block: string | Buffer,
  { source, profileName }: CertificateInput,
  now: number,
  sanitiseLine: (text: string, maxChars: number) => string,
): CertificateFact {
  const unreadable = { source, profileName, subject: '', issuer: '', validFrom: null, validTo: null, daysLeft: null }
  try {
    const certificate = new X509Certificate(block)
    const [validFrom, validTo] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
    if (Number.isNaN(validFrom) || Number.isNaN(validTo)) return { ...unreadable, state: 'unreadable' }
    const name = (text: string) => sanitiseLine(text.replaceAll('\n', ', '), NAME_CHARS)
    return {
      source,
      profileName,
      subject: name(certificate.subject),
      issuer: name(certificate.issuer),
      validFrom,
      validTo,
      daysLeft: Math.floor((validTo - now) / DAY_MS),
      state: stateOf(validFrom, validTo, now),
    }
  } catch {
    return { ...unreadable, state: 'unreadable' }
  }
}

function stateOf(validFrom: number, validTo: number, now: number): CertificateState {
  if (now > validTo) return 'expired'
  if (now < validFrom) return 'not-yet'
  return validTo - now < SOON_DAYS * DAY_MS ? 'soon' : 'ok'
}
