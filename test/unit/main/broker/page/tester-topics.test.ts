import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from '../../../../../main/broker/built-in/acl.ts'
import { checkFilter, checkPublishTopic, payloadBytes } from '../../../../../main/broker/page/tester-topics.ts'

const level = fc.string({ unit: fc.constantFrom('a', '+', '#', '$', ' ', '中', 'device', 'command'), maxLength: 4 })
const topic = fc.array(level, { minLength: 1, maxLength: 5 }).map((levels) => levels.join('/'))

function isAllowed(check: (text: string) => void, text: string): boolean {
  try {
    check(text)
    return true
  } catch {
    return false
  }
}

describe('publishing by hand', () => {
  it('never reaches a topic on which a device takes orders, whatever its id looks like', () => {
    const orders = ['command', 'cancel', 'control'].map((leaf) => `device/+/${leaf}`)
    const id = fc.oneof(
      topic.map((text) => text.replaceAll('/', '')),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    const aimed = fc
      .tuple(id, fc.constantFrom('command', 'cancel', 'control'))
      .map(([name, leaf]) => `device/${name}/${leaf}`)
    fc.assert(
      fc.property(fc.oneof(topic, aimed), (text) => {
        if (isAllowed(checkPublishTopic, text)) expect(isWithin(orders, text)).toBe(false)
      }),
    )
  })

  it.each([
    'test/topic',
    'device/rpi_001/status',
    'device/rpi_001/command/x',
    'device/command',
    '/device/a/command',
    'a//b',
  ])('allows %s', (text) => {
    expect(isAllowed(checkPublishTopic, text)).toBe(true)
  })

  it.each(['', 'test/+', '#', 'a\0b', '\ud800', '$SYS/broker/version'])('refuses %j', (text) => {
    expect(() => checkPublishTopic(text)).toThrow('TOPIC_INVALID')
  })
})

describe('a filter', () => {
  it.each(['#', '+', 'a/#', '+/+/+', '/', '$SYS/#', '$share/g/a', 'a b/c'])('may be %s', (filter) => {
    expect(isAllowed(checkFilter, filter)).toBe(true)
  })
  it.each(['', 'a#', '#/a', 'a/+b', 'a\0', '++'])('may not be %j', (filter) => {
    expect(() => checkFilter(filter)).toThrow('TOPIC_INVALID')
  })
})

it('reads a payload as text or as hexadecimal digits, and refuses half a byte', () => {
  expect(payloadBytes('温度', 'text').toString('hex')).toBe('e6b8a9e5baa6')
  expect(payloadBytes(' 48 65\n6C ', 'hex').toString()).toBe('Hel')
  expect(payloadBytes('', 'hex').length).toBe(0)
  for (const wrong of ['4', 'xy', '0x48']) expect(() => payloadBytes(wrong, 'hex')).toThrow('INVALID_INPUT')
})
