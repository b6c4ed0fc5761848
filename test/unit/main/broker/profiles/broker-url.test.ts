import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseBrokerUrl } from '../../../../../main/broker/profiles/broker-url.ts'

it.each([
  ['mqtt://broker.example', { transport: 'tcp', isTls: false, host: 'broker.example', port: 1883, path: null }],
  ['MQTTS://broker.example/', { isTls: true, port: 8883 }],
  ['ws://[fe80::1]:9001/mqtt', { transport: 'websocket', host: 'fe80::1', port: 9001, path: '/mqtt' }],
  ['wss://broker.example', { transport: 'websocket', isTls: true, port: 443, path: null }],
  ['mqtt：／／10.0.0.1：１８８４', { host: '10.0.0.1', port: 1884 }],
  ['mqtt://operator@10.0.0.1:1884', { username: 'operator', host: '10.0.0.1', port: 1884 }],
])('takes %s apart', (url, address) => {
  expect(parseBrokerUrl(url)).toMatchObject(address)
})

it.each([
  ['broker.example', 'input-url'],
  ['http://broker.example', 'input-url'],
  ['', 'input-url'],
  ['mqtt://', 'input-host-empty'],
  ['mqtt://:1883', 'input-host-empty'],
  ['mqtt://h:65536x', 'input-port'],
  ['mqtt://h:', 'input-port'],
  ['mqtt://h:-1', 'input-port'],
  ['mqtt://a:b@h', 'input-url-password'],
  ['mqtt://h/path', 'input-host-scheme'],
  ['mqtt://mqtt://h:1883', 'input-host-scheme'],
  ['mqtt://::1:1883', 'input-host-invalid'],
  ['mqtt://2001:db8::5', 'input-host-invalid'],
])('says what is wrong with %s', (url, cause) => {
  expect(parseBrokerUrl(url)).toBe(cause)
})

it('never takes an empty host for this computer, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseBrokerUrl(`mqtt://${text}`)
      if (typeof parsed === 'object') expect(parsed.host.trim()).not.toBe('')
    }),
  )
})
