import '../../../../../main/shared/certificates/reflect-metadata.ts'
import { expect, it } from 'vitest'
import { certificateCards } from '../../../../../main/broker/profiles/certificate-cards.ts'
import { sanitiseLine } from '../../../../../main/safety/text/sanitiser.ts'
import { createAuthority } from '../../../../../main/shared/certificates/issuer.ts'

const NOW = Date.UTC(2026, 0, 5)

it('reads whose certificates a text holds and until when, and counts those that it does not show', async () => {
  const { certificate } = await createAuthority('Workshop', 'ecdsa', NOW)
  const { cards, total } = certificateCards(certificate.repeat(5), sanitiseLine)
  expect(total).toBe(5)
  expect(cards).toHaveLength(3)
  expect(cards[0]).toMatchObject({ isSelfSigned: true, fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}/) })
  expect(cards[0]?.subject).toContain('Workshop')
  expect(cards[0]?.validTo).toBeGreaterThan(NOW)
})

it('shows nothing of a text in which something else stands', () => {
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
  expect(certificateCards(broken, sanitiseLine)).toEqual({ cards: [], total: 0 })
  expect(certificateCards('no certificate', sanitiseLine)).toEqual({ cards: [], total: 0 })
})
