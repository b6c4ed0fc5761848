import { expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import { UpgradeError } from '../../../../../main/broker/session/web-socket.ts'
import { fault, LOCAL } from './new-fault.ts'

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
