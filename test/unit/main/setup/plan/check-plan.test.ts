import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordProblem } from '../../../../../main/setup/plan/check-names.ts'
import { checkPlan } from '../../../../../main/setup/plan/check-plan.ts'
import type { SetupPlan } from '../../../../../preload/contract/models/broker/setup.ts'
import { DEFAULT_TUNING, newPlan, passwordsFor } from '../../../../support/brokers/new-plan.ts'
import { COMBINATIONS } from '../new-plan.ts'

const fieldsOf = (plan: SetupPlan, passwords = passwordsFor(plan)) =>
  checkPlan(plan, passwords).map(({ field, item }) => (item === null ? field : `${field}:${item}`))

it.each(COMBINATIONS)('finds nothing wrong with a good plan: $platform, $mode', (combination) => {
  expect(fieldsOf(newPlan(combination))).toEqual([])
})

describe('a host', () => {
  it.each([
    'mqtt://broker',
    'broker/path',
    'user@broker',
    'two words',
    'broker\n',
    'broker:1883',
    '[::1]',
    '0.0.0.0',
    '::',
    'fe80::1%eth0',
    '256.1.1.1',
    '192.168.1',
    '-broker',
    'broker-.local',
    'a..b',
    'b\u200broker',
    '',
    `${'x'.repeat(64)}.local`,
  ])('%j is refused, by its name, with what to do', (host) => {
    const problems = checkPlan(newPlan({ hosts: ['broker.local', host] }), passwordsFor(newPlan()))
    expect(problems.map(({ field, item }) => [field, item])).toEqual([['hosts', host]])
    expect(problems[0]?.fix.en).toMatch(/\w+/)
    expect(problems[0]?.fix.zh).toMatch(/\p{Script=Han}/u)
  })

  it.each(['broker', 'broker.local', 'my_broker', '10.0.0.1', 'fd00::1', 'büro.example', '代理.本地', 'a-1.b-2'])(
    '%j is taken',
    (host) => {
      expect(fieldsOf(newPlan({ hosts: [host] }))).toEqual([])
    },
  )

  it('has to be there, once, and not as IPv6 for a bridge', () => {
    expect(fieldsOf(newPlan({ hosts: [] }))).toEqual(['hosts'])
    expect(fieldsOf(newPlan({ hosts: ['broker', 'Broker'] }))).toEqual(['hosts:broker'])
    expect(fieldsOf(newPlan({ mode: 'tls', hosts: ['fd00::1'] }))).toEqual(['hosts:fd00::1'])
    expect(fieldsOf(newPlan({ mode: 'tls', hosts: ['fd00::1'], devices: [] }))).toEqual([])
  })
})

it.each([0, -1, 65_536, 1883.5, Number.NaN])('refuses %s as a port', (port) => {
  expect(fieldsOf(newPlan({ port }))).toEqual(['port'])
})

describe('an account', () => {
  it.each(['a:b', 'a\nb', 'a\u0000b', ' a', 'a ', '#a', 'a+', 'a/b', '', 'x'.repeat(65), 'a\ud800'])(
    '%j is refused as an operator, who stands in a password file, an ACL and a certificate',
    (name) => {
      expect(fieldsOf(newPlan({ operators: [name] }))[0]).toBe(`operators:${name}`)
    },
  )

  it.each(['operator', 'Li Wei', '张伟', 'müller', 'a.b@site'])('%j is taken as an operator', (name) => {
    expect(fieldsOf(newPlan({ operators: [name] }))).toEqual([])
  })

  it.each(['control', 'waypost-probe-1', 'a b', 'a/b', '+', '', 'ö', 'x'.repeat(65)])(
    '%j is refused as a device, whose id stands in topics',
    (id) => {
      expect(fieldsOf(newPlan({ devices: [id] }))[0]).toBe(`devices:${id}`)
    },
  )

  it('exists once, and is a person or a device', () => {
    expect(fieldsOf(newPlan({ operators: ['a', 'a'] }))).toEqual(['operators:a'])
    expect(fieldsOf(newPlan({ devices: ['d', 'd'] }))).toEqual(['devices:d'])
    expect(fieldsOf(newPlan({ operators: ['rpi_001'] }))).toEqual(['operators:rpi_001'])
  })

  it('is needed for a person, except where everybody is let in', () => {
    expect(fieldsOf(newPlan({ operators: [] }))).toEqual(['operators'])
    expect(fieldsOf(newPlan({ mode: 'anonymous', operators: [] }))).toEqual([])
  })
})

describe('a password', () => {
  it('can be any text that a keyboard and a file carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (password) => {
        fc.pre(!/[\p{Cc}\p{Cs}]/u.test(password))
        expect(passwordProblem(password, false)).toBeNull()
      }),
    )
  })

  it.each(['', 'two\nlines', 'tab\there', 'a\ud800', 'x'.repeat(257)])('%j is refused', (password) => {
    const plan = newPlan()
    const passwords = new Map([...passwordsFor(plan), ['operator', password]])
    expect(fieldsOf(plan, passwords)).toEqual(['passwords:operator'])
  })

  it('has no outer space where a bridge carries it, which would cut it off', () => {
    const plan = newPlan({ mode: 'tls' })
    expect(fieldsOf(plan, new Map([...passwordsFor(plan), ['rpi_001', ' a long one ']]))).toEqual(['passwords:rpi_001'])
    expect(fieldsOf(plan, new Map([...passwordsFor(plan), ['operator', ' a long one ']]))).toEqual([])
  })

  it('is needed for every account that is not known from before', () => {
    const plan = newPlan()
    const onlyOperator = new Map([['operator', 'a password']])
    expect(fieldsOf(plan, onlyOperator)).toEqual(['passwords:rpi_001', 'passwords:rpi_002'])
    expect(checkPlan(plan, onlyOperator, new Set(['rpi_001', 'rpi_002']))).toEqual([])
    expect(fieldsOf(newPlan({ mode: 'mtls' }), new Map())).toEqual([])
  })
})

it('names each limit that is out of range', () => {
  const tuning = {
    maxConnections: 0,
    sessionExpiryDays: 0.5,
    maxQueuedMessages: -1,
    maxPacketBytes: 1,
    maxKeepaliveS: 70_000,
  }
  expect(fieldsOf(newPlan({ tuning }))).toEqual(Object.keys(tuning))
  expect(fieldsOf(newPlan({ tuning: { ...DEFAULT_TUNING, maxConnections: null } }))).toEqual([])
})

it.each(['', ' ', 'two\nlines', 'x'.repeat(61)])(
  'refuses %j as the name of a set-up, which stands in a comment',
  (name) => {
    expect(fieldsOf(newPlan({ name }))).toEqual(['name'])
  },
)

describe('the built-in broker', () => {
  const builtIn = (changes: Partial<SetupPlan>) => fieldsOf(newPlan({ platform: 'builtin', ...changes }))

  it('lets nobody in without a login from another computer', () => {
    expect(builtIn({ mode: 'anonymous', isLoopbackOnly: false })).toEqual(['isLoopbackOnly'])
  })

  it('has one operator, with a plain name', () => {
    expect(builtIn({ operators: ['one', 'two'] })).toEqual(['operators:two'])
    expect(builtIn({ operators: ['Li Wei'] })).toEqual(['operators:Li Wei'])
  })
})
