import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loginNetwork } from '../../../../../../main/broker/built-in/logins/login-network.ts'
import { LoginThrottle } from '../../../../../../main/broker/built-in/logins/login-throttle.ts'

const HOUR_MS = 60 * 60_000

describe('loginNetwork', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:c000:201', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['?', '?'],
  ])('counts %s for %s', (address, network) => {
    expect(loginNetwork(address)).toBe(network)
  })

  it('gives every address of one /64 the same network, or a guesser had 2^64 budgets', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
    const groups = (count: number) => fc.array(group, { minLength: count, maxLength: count })
    fc.assert(
      fc.property(groups(4), groups(4), groups(4), (network, one, other) => {
        fc.pre(network.some((value) => value !== '0'))
        expect(loginNetwork([...network, ...one].join(':'))).toBe(loginNetwork([...network, ...other].join(':')))
      }),
    )
  })
})

describe('LoginThrottle', () => {
  it('never lets one address have more than five wrong ones, then one a minute, whatever it does at once', () => {
    const step = fc.oneof(
      fc.constant({ kind: 'begin' as const }),
      fc.constant({ kind: 'settle' as const }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: HOUR_MS }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let now = 0
        let wrong = 0
        const throttle = new LoginThrottle(() => now)
        const pending: { settle(isRight: boolean): void }[] = []
        for (const action of steps) {
          if (action.kind === 'wait') now += action.ms
          else if (action.kind === 'settle') pending.shift()?.settle(false)
          else {
            const attempt = throttle.begin('192.0.2.1')
            if (attempt === null) continue
            wrong += 1
            pending.push(attempt)
          }
        }
        // Five free, five on the way up to a pause of a minute, then one a minute.
        expect(wrong).toBeLessThanOrEqual(10 + now / 60_000 + Math.floor(now / (15 * 60_000)) * 10)
      }),
    )
  })

  it('gives a right login back: it never makes an address slower', () => {
    const throttle = new LoginThrottle(() => 0)
    for (let index = 0; index < 1_000; index += 1) {
      const attempt = throttle.begin('192.0.2.1')
      expect(attempt).not.toBeNull()
      attempt?.settle(true)
    }
  })

  it('does not let an own account wipe out the wrong guesses: a right login gives back only itself', () => {
    const throttle = new LoginThrottle(() => 0)
    for (let index = 0; index < 4; index += 1) throttle.begin('192.0.2.1')?.settle(false)
    throttle.begin('192.0.2.1')?.settle(true)
    throttle.begin('192.0.2.1')?.settle(false)
    expect(throttle.isBlocked('192.0.2.1')).toBe(true)
  })

  it('bounds all addresses together, so that many of them are not many budgets, and comes back with time', () => {
    let now = 0
    const throttle = new LoginThrottle(() => now)
    const guessed = () => {
      let count = 0
      for (let index = 0; index < 5_000; index += 1) {
        const attempt = throttle.begin(`10.${index >> 8}.${index & 0xff}.${now % 256}`)
        attempt?.settle(false)
        if (attempt !== null) count += 1
      }
      return count
    }
    expect(guessed()).toBe(100)
    now += 20_001
    expect(guessed()).toBe(10)
  })

  it('cannot be made to forget one address by guesses from ten thousand others', () => {
    let now = 0
    const throttle = new LoginThrottle(() => now)
    for (let index = 0; index < 12; index += 1) {
      now += 60_000
      throttle.begin('192.0.2.1')?.settle(false)
    }
    for (let index = 0; index < 10_000; index += 1) throttle.begin(`10.0.${index >> 8}.${index & 0xff}`)?.settle(false)
    now += 30_000
    expect(throttle.isBlocked('10.9.9.9')).toBe(false)
    expect(throttle.isBlocked('192.0.2.1')).toBe(true)
  })
})
