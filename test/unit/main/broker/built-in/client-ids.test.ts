import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ClientIds } from '../../../../../main/broker/built-in/client-ids.ts'

const ACCOUNTS = ['operator', 'rpi_001', 'rpi_002']
const claim = (ids: ClientIds, account: string, clientId: string, isClean = true) =>
  ids.claim({ account, clientId, isClean })

it('refuses an id that another account is connected with, and gives it free when that has gone', () => {
  const ids = new ClientIds(ACCOUNTS)
  expect(claim(ids, 'operator', 'waypost-1')).toBeNull()
  expect(claim(ids, 'rpi_001', 'waypost-1')).toBe('operator holds it')
  ids.release('waypost-1')
  expect(claim(ids, 'rpi_001', 'waypost-1')).toBeNull()
})

it('lets an account take its own id over, and holds it until the last connection is gone', () => {
  const ids = new ClientIds(ACCOUNTS)
  expect(claim(ids, 'rpi_001', 'x')).toBeNull()
  expect(claim(ids, 'rpi_001', 'x')).toBeNull()
  ids.release('x')
  expect(claim(ids, 'rpi_002', 'x')).not.toBeNull()
  ids.release('x')
  expect(claim(ids, 'rpi_002', 'x')).toBeNull()
})

it('keeps an id with a kept session for its account, until that connects with a clean one', () => {
  const ids = new ClientIds(ACCOUNTS)
  expect(claim(ids, 'rpi_001', 'x', false)).toBeNull()
  ids.release('x')
  expect(claim(ids, 'rpi_002', 'x', false)).toBe('rpi_001 holds it')
  expect(claim(ids, 'rpi_001', 'x', true)).toBeNull()
  ids.release('x')
  expect(claim(ids, 'rpi_002', 'x', false)).toBeNull()
})

it('keeps the name of an account for that account while it is away, or one device could lock the others out', () => {
  const ids = new ClientIds(ACCOUNTS)
  expect(claim(ids, 'rpi_002', 'rpi_001')).toBe('it is the name of another account')
  expect(claim(ids, 'rpi_001', 'rpi_001')).toBeNull()
})

it('bounds what an account can make it keep: ids of 64 KB, sessions without number', () => {
  const ids = new ClientIds(ACCOUNTS)
  expect(claim(ids, 'rpi_001', 'x'.repeat(257))).toContain('longer')
  for (let index = 0; index < 64; index += 1) {
    expect(claim(ids, 'rpi_001', `kept ${index}`, false)).toBeNull()
    ids.release(`kept ${index}`)
  }
  expect(claim(ids, 'rpi_001', 'one more', false)).toContain('already')
  expect(claim(ids, 'rpi_001', 'kept 3', false)).toBeNull()
  expect(claim(ids, 'rpi_002', 'of another', false)).toBeNull()
})

it('never has two accounts on one id, in whatever order they come and go', () => {
  const step = fc.record({
    account: fc.constantFrom(...ACCOUNTS),
    clientId: fc.constantFrom('x', 'y', 'rpi_001', '__proto__'),
    isClean: fc.boolean(),
    isGoing: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ids = new ClientIds(ACCOUNTS)
      const connected: { account: string; clientId: string }[] = []
      for (const { isGoing, ...wish } of steps) {
        if (isGoing) {
          const gone = connected.shift()
          if (gone !== undefined) ids.release(gone.clientId)
        } else if (ids.claim(wish) === null) connected.push(wish)
        const holders = connected.filter(({ clientId }) => clientId === wish.clientId).map(({ account }) => account)
        expect(new Set(holders).size).toBeLessThanOrEqual(1)
      }
    }),
  )
})
