import { expect, it } from 'vitest'
import { certificateFacts } from '../../../../../main/broker/page/certificate-expiry.ts'
import { sanitiseLine } from '../../../../../main/safety/text/sanitiser.ts'
import { createAuthority } from '../../../../../main/shared/certificates/issuer.ts'
import { createAuthority as createTestAuthority } from '../../../../support/brokers/certificates.ts'

const DAY_MS = 24 * 60 * 60_000
const at = Date.now()
const facts = (certificate: string | Buffer, now = at) =>
  certificateFacts([{ source: 'ca', profileName: 'Site', certificate }], now, sanitiseLine)

it('counts whole days to the end, and warns in the last thirty', async () => {
  const { certificate } = await createAuthority('Waypost built-in', 'ecdsa', at)
  const [fact] = facts(certificate)
  expect(fact).toMatchObject({ state: 'ok', daysLeft: 3_649 })
  expect(fact?.subject).toMatch(/^CN=Waypost built-in CA/)
  const end = fact?.validTo ?? 0
  expect(facts(certificate, end - 29.5 * DAY_MS)[0]).toMatchObject({ state: 'soon', daysLeft: 29 })
  expect(facts(certificate, end + DAY_MS / 2)[0]).toMatchObject({ state: 'expired', daysLeft: -1 })
  expect(facts(certificate, at - 3 * DAY_MS)[0]).toMatchObject({ state: 'not-yet' })
})

it('puts what ends first in front, of a file with several too, and never shows a whole bundle', async () => {
  const authority = await createTestAuthority()
  const [expired, valid] = [await authority.issueServer({ validity: 'expired' }), await authority.issueServer()]
  const bundle = `${valid.certificate}\nsome words\n${expired.certificate}`
  expect(facts(bundle).map(({ state }) => state)).toEqual(['expired', 'soon'])
  expect(facts(valid.certificate.repeat(200)).length).toBeLessThanOrEqual(5)
})

it.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
  'says of %j that it cannot be read, instead of leaving it out',
  (text) => {
    expect(facts(text)).toMatchObject([{ state: 'unreadable', daysLeft: null, validTo: null }])
  },
)
