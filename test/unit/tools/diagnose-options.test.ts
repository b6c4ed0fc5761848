import { expect, it } from 'vitest'
import { secretsOf } from '../../tools/tool-arguments.ts'

it.each([
  ['pw\nphrase\n', true, true, 'pw', 'phrase'],
  ['pw\nphrase', true, true, 'pw', 'phrase'],
  ['pw\r\nphrase\r\n', true, true, 'pw', 'phrase'],
  ['pw', true, false, 'pw', null],
  [' pw with spaces \n', true, false, ' pw with spaces ', null],
  ['phrase\n', false, true, null, 'phrase'],
  ['\nphrase', false, true, null, 'phrase'],
  ['pw\n', true, true, 'pw', ''],
])('reads %j', (input, hasPassword, hasPassphrase, password, passphrase) => {
  expect(secretsOf(input, { hasPassword, hasPassphrase })).toEqual({ password, passphrase })
})
