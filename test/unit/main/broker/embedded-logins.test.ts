import { expect, it } from 'vitest'
import { EmbeddedLogins, hashPassword } from '../../../../main/broker/embedded-logins.ts'

async function guess(logins: EmbeddedLogins, origin: string, times: number): Promise<void> {
  for (let index = 0; index < times; index += 1) await logins.isAllowed('operator', Buffer.from('wrong'), origin)
}

it('slows a guesser down without locking out the others, and lets him in again later', async () => {
  let now = 0
  const logins = new EmbeddedLogins(() => now)
  await logins.add('operator', 'right')
  const isRight = (origin: string) => logins.isAllowed('operator', Buffer.from('right'), origin)
  expect(await isRight('192.0.2.1')).toBe(true)
  await guess(logins, '192.0.2.1', 6)
  expect(await isRight('192.0.2.1')).toBe(false)
  expect(await isRight('192.0.2.2')).toBe(true)
  now += 60_000
  expect(await isRight('192.0.2.1')).toBe(true)
})

it('refuses unknown names and empty passwords', async () => {
  const logins = new EmbeddedLogins(() => 0)
  expect(await logins.isAllowed('nobody', Buffer.alloc(0), 'x')).toBe(false)
  await logins.add('operator', 'right')
  expect(await logins.isAllowed('nobody', Buffer.from('right'), 'x')).toBe(false)
  expect(await logins.isAllowed('operator', Buffer.alloc(0), 'x')).toBe(false)
})

it('keeps no password in clear', async () => {
  const logins = new EmbeddedLogins(() => 0)
  await logins.add('operator', 'canary-password')
  const { inspect } = await import('node:util')
  expect(inspect(logins, { depth: 10, showHidden: true })).not.toContain('canary-password')
})

it('checks against a hash that was stored, which differs each time and holds no password', async () => {
  const [first, second] = [await hashPassword('pässwörd 密码'), await hashPassword('pässwörd 密码')]
  expect(first).not.toBe(second)
  expect(first).toMatch(/^scrypt:[\w-]{22}:[\w-]{43}$/)
  const logins = new EmbeddedLogins(() => 0)
  logins.addStored('operator', first)
  expect(await logins.isAllowed('operator', Buffer.from('pässwörd 密码'), 'x')).toBe(true)
  expect(await logins.isAllowed('operator', Buffer.from('pässwörd'), 'x')).toBe(false)
})

it.each(['', 'scrypt::', 'plain', 'scrypt:AAAA:BBBB'])(
  'takes %j for no hash, instead of letting somebody in',
  (stored) => {
    expect(() => new EmbeddedLogins(() => 0).addStored('operator', stored)).toThrow('no password hash')
  },
)
