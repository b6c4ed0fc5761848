import { expect, it } from 'vitest'
import { describe } from '../../../../../main/broker/diagnosis/diagnose.ts'
import { faultAt } from '../../../../../main/broker/session/session-fault.ts'
import { newTarget } from '../new-target.ts'

const words = (cause: 'not-tls' | 'not-mqtt', firstBytes: Buffer | null) =>
  describe(cause, { ...faultAt('connack', newTarget()), firstBytes }).failure.message.en.replace(/^.* in \w+\./, '')

it.each(['not-tls', 'not-mqtt'] as const)('shows first bytes that are no text as hexadecimal: %s', (cause) => {
  expect(words(cause, Buffer.from([0x00, 0xff, 0x30]))).toBe(' First bytes: 00 ff 30.')
  expect(words(cause, Buffer.from('hello'))).toBe(' First bytes: "hello".')
})

it.each([
  ['AMQP\0\0\x09\x01', 'AMQP', 'rabbitmq_mqtt'],
  ['INFO {"server_id":"N', 'NATS', 'under `mqtt`'],
  ["-ERR unknown command '\x10'", 'Redis', 'another service'],
  ['220 mail.example ESMTP Postfix', 'SMTP', 'another service'],
  ['220 (vsFTPd 3.0.5)', 'FTP', 'another service'],
  ['* OK IMAP4rev1', 'IMAP', 'another service'],
  ['+OK Dovecot ready.', 'POP3', 'another service'],
  ['RFB 003.008', 'VNC', 'another service'],
  ['J\0\0\0\x0a8.0.36\0', 'MySQL', 'another service'],
  ['\xff\xfd\x18\xff\xfd', 'Telnet', 'another service'],
])('names the service behind %j: %s', (start, service, fix) => {
  const { failure } = describe('not-mqtt', {
    ...faultAt('connack', newTarget()),
    firstBytes: Buffer.from(start, 'latin1'),
  })
  expect(failure.message.en).toContain(`it looks like ${service}.`)
  expect(failure.fix.en).toContain(fix)
})

it('proposes no WebSocket without TLS where the connection uses TLS', () => {
  const fix = (isTls: boolean) => describe('http', { ...faultAt('connack', newTarget()), isTls }).failure.fix.en
  expect(fix(true)).toContain('(wss://)')
  expect(fix(true)).not.toContain('(ws://)')
  expect(fix(false)).toContain('(ws://)')
})

it('leaves the first bytes out where TLS has swallowed them', () => {
  expect(words('not-tls', null)).toBe('')
})
