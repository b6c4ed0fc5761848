import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ANONYMOUS_RULES, accessRules, canSubscribe, isWithin } from '../../../../../main/broker/built-in/acl.ts'

const device = accessRules('rpi_001', 'device')
const operator = accessRules('operator', 'operator')

it.each([
  ['device/rpi_001/command', true],
  ['device/rpi_001/cancel', true],
  ['device/rpi_001/control', true],
  ['device/rpi_002/command', false],
  ['device/+/command', false],
  ['device/rpi_001/+', false],
  ['device/#', false],
  ['#', false],
  ['device/rpi_001/command/#', false],
  ['device/rpi_001/result', false],
])('decides whether a device may read %s: %s', (filter, isAllowed) => {
  expect(isWithin(device.read, filter)).toBe(isAllowed)
})

it.each([
  ['device/rpi_001/result', true],
  ['device/rpi_002/result', false],
  ['device/rpi_001/command', false],
  ['test/x', false],
])('decides whether a device may write %s: %s', (topic, isAllowed) => {
  expect(isWithin(device.write, topic)).toBe(isAllowed)
})

it.each([
  ['device/+/status', true],
  ['device/rpi_001/status', true],
  ['device/+/command', false],
  ['device/+/+', false],
  ['$SYS/broker/uptime', true],
  ['$SYS/#', true],
  ['#', false],
  ['test/a/b', true],
  ['test', true],
])('decides whether the operator may read %s: %s', (filter, isAllowed) => {
  expect(isWithin(operator.read, filter)).toBe(isAllowed)
})

it.each([
  ['device/#', true],
  ['#', true],
  ['device/+/+', true],
  ['+/rpi_001/status', true],
  ['device/+/command', false],
  ['other/#', false],
  ['$SYS/#', true],
  ['+', true],
  ['other/+/x', false],
])('takes the operator’s subscription to %s, of which it delivers what may be read: %s', (filter, isTaken) => {
  expect(canSubscribe(operator, filter)).toBe(isTaken)
})

it('refuses a device whatever reaches further than its own topics', () => {
  for (const filter of ['#', 'device/#', 'device/+/command', 'device/rpi_002/command'])
    expect(canSubscribe(device, filter)).toBe(false)
})

it('gives nothing to an account whose name would reach into the topics of others', () => {
  for (const name of ['+', '#', 'a/b', '', 'a b', 'x'.repeat(65)]) {
    expect(accessRules(name, 'device')).toEqual({ write: [], read: [] })
  }
})

it('never lets a device write what does not begin with its own id', () => {
  const level = fc.constantFrom('device', 'rpi_001', 'rpi_002', 'result', '+', '#', '', '$SYS', 'status')
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 5 }), (levels) => {
      const topic = levels.join('/')
      if (isWithin(device.write, topic)) expect(topic).toMatch(/^device\/rpi_001\/(status|result)$/)
    }),
  )
})

it('lets nobody write the broker’s own topics, nor an order beside an approval: `control` is for no account to write', () => {
  expect(isWithin(ANONYMOUS_RULES.write, '$SYS/broker/version')).toBe(false)
  expect(isWithin(ANONYMOUS_RULES.write, 'test/topic')).toBe(true)
  expect(isWithin(operator.write, 'device/rpi_001/control')).toBe(false)
  expect(isWithin(device.write, 'device/rpi_001/control')).toBe(false)
})
