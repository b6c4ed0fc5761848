import { expect, it } from 'vitest'
import { describe } from '../../../../../main/broker/diagnosis/diagnose.ts'
import { faultAt } from '../../../../../main/broker/session/session-fault.ts'
import { newTarget } from '../new-target.ts'

const words = (cause: 'not-tls' | 'not-mqtt', firstBytes: Buffer | null) =>
  describe(cause, { ...faultAt('connack', newTarget()), firstBytes }).failure.message.en.replace(/^.* in \w+\./, '')

it.each(['not-tls', 'not-mqtt'] as const)('shows first bytes that are no text as hexadecimal: %s', (cause) => {
  expect(words(cause, Buffer.from([0x00, 0xff, 0x30]))).toBe(' First bytes: 00 ff 30.')
  expect(words(cause, Buffer.from('220 mail'))).toBe(' First bytes: "220 mail".')
})

it('leaves the first bytes out where TLS has swallowed them', () => {
  expect(words('not-tls', null)).toBe('')
})
