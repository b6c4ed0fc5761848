import { X509Certificate } from 'node:crypto'
import type { CertificateCard } from '../../../preload/contract/models/broker/connection.ts'

/** A bundle of public authorities holds many; a card of each would be no shorter than the text. */
const CARDS_MAX = 3
const NAME_CHARS = 160

/** Reads the certificates of a PEM text, in order; none where a part of it is no certificate. */
export function certificateCards(
  pem: string,
  sanitiseLine: (text: string, maxChars: number) => string,
): { readonly cards: readonly CertificateCard[]; readonly total: number } {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  try {
    const cards = blocks.slice(0, CARDS_MAX).map((block) => {
      const certificate = new X509Certificate(block)
      return {
        subject: sanitiseLine(commonName(certificate.subject), NAME_CHARS),
        issuer: sanitiseLine(commonName(certificate.issuer), NAME_CHARS),
        isSelfSigned: certificate.subject === certificate.issuer,
        validTo: Date.parse(certificate.validTo),
        fingerprint256: certificate.fingerprint256,
      }
    })
    return { cards, total: blocks.length }
  } catch {
    return { cards: [], total: 0 }
  }
}

/** The common name of a distinguished name, which Node gives line by line; the whole where it has none. */
function commonName(name: string): string {
  const lines = name.split('\n')
  const common = lines.find((line) => line.startsWith('CN='))
  return common === undefined ? lines.join(', ') : common.slice(3)
}
