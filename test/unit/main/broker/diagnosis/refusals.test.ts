import { expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import { UpgradeError } from '../../../../../main/broker/session/web-socket.ts'
import { error, fault, LOCAL } from './new-fault.ts'

it.each([
  [0x88, 'busy or not ready'],
  [0x97, 'used up (quota exceeded)'],
  [0x96, 'too fast for its limit'],
  [0x9f, 'too fast for its limit'],
])('says what the limit is behind reason code %i', (reasonCode, words) => {
  expect(diagnose(fault({ reasonCode }), LOCAL).failure.message.en).toContain(words)
})

it('names the server that a broker sends the console to, without what could not be shown', () => {
  const words = (serverReference?: string) => {
    const { message, fix } = diagnose(fault({ reasonCode: 0x9d, serverReference }), LOCAL).failure
    return `${message.en} ${fix.en}`
  }
  expect(words('new.example:1884')).toContain('another server is to be used: new.example:1884.')
  expect(words('new.example:1884')).toContain('whether the new address is theirs')
  expect(words()).toContain('is to be used. Ask whoever runs the broker for the new address')
  expect(words('a\u202eb\u0007')).not.toMatch(/\p{C}/u)
})

it('tells a move of a web server from the sign-in page of a network', () => {
  const cause = (location: string, change: Partial<Fault> = {}) =>
    diagnose(fault({ stage: 'websocket', error: new UpgradeError({ status: 302, location }), ...change }), LOCAL)
      .failure.cause
  expect(cause('https://www.broker.example/mqtt')).toBe('websocket-redirect')
  expect(cause('http://192.0.2.1/login?from=/mqtt')).toBe('captive-portal')
  expect(cause('https://portal.example/', { path: '/' })).toBe('captive-portal')
  // A page in between has no certificate of the broker.
  expect(cause('https://login.example/start', { isTls: true })).toBe('websocket-redirect')
})

it('begins no sentence in its middle where a broker hangs up, and names what TLS may want', () => {
  const fix = (change: Partial<Fault>) => diagnose(fault({ path: null, ...change }), LOCAL).failure.fix.en
  expect(fix({ isTls: true })).toMatch(/^The broker is full or not ready, it wants a client certificate or an ALPN/)
  expect(fix({ isTls: true, hasLogin: true })).toMatch(/^Some brokers .* password\. Or the broker is full/)
  expect(fix({ isTls: false })).not.toContain('ALPN')
})

it('says that the CA field holds the certificate of the broker itself', () => {
  const peer = {
    subject: 'CN=127.0.0.1',
    issuer: 'CN=Plant CA',
    names: '',
    fingerprint256: '',
    validFrom: '',
    validTo: '',
    pem: '',
  }
  const untrusted = { stage: 'tls', isTls: true, error: error('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'x'), peer } as const
  const fix = (caSubject: string) => diagnose(fault({ ...untrusted, caSubject }), LOCAL).failure.fix.en
  expect(fix('CN=127.0.0.1')).toMatch(/^The CA field holds the certificate of the broker itself/)
  expect(fix('CN=Other CA')).toMatch(/^Load the right CA certificate/)
})

it('names the headers that a proxy may leave out, where a web server calls the request a bad one', () => {
  const fix = (status: number) =>
    diagnose(fault({ stage: 'websocket', error: new UpgradeError({ status, location: null }) }), LOCAL).failure.fix.en
  expect(fix(400)).toContain('does not pass on the headers Upgrade and Connection')
  expect(fix(404)).not.toContain('Upgrade')
})
