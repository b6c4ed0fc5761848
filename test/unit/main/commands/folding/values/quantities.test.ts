import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { converted, kindOf, parseQuantity } from '../../../../../../main/commands/folding/values/quantities.ts'

describe('parseQuantity', () => {
  it.each([
    ['47.8 °C', 47.8, '°C'],
    ["47.8'C", 47.8, "'C"],
    ['-61 dBm', -61, 'dBm'],
    ['14%', 14, '%'],
    ['4.1G', 4.1, 'G'],
    ['3881912 kB', 3_881_912, 'kB'],
    ['512 MiB', 512, 'MiB'],
    ['0.412 ms', 0.412, 'ms'],
    ['1800.0000', 1800, ''],
    ['0', 0, ''],
    ['12 天', 12, '天'],
    ['+45.0°C  (high = +80.0°C, crit = +100.0°C)', 45, '°C'],
  ])('reads %s', (text, amount, unit) => {
    expect(parseQuantity(text)).toMatchObject({ amount, unit })
  })

  it.each([
    '',
    '12.4.1',
    '10.0.0.1',
    '1,234',
    '007',
    'v12',
    '12 bookworm',
    '5 of 8',
    '06:54',
    '0x1f',
    '"12"',
    '1e9',
    'NaN',
    '--3',
    '12 (',
    '9999999999999999',
    '3 toString',
    '3 __proto__',
  ])('takes %j for no number', (text) => {
    expect(parseQuantity(text)).toBeNull()
  })

  it('turns units of one kind into each other, and tells kinds apart', () => {
    expect(converted(512, 'M', 'G')).toBe(0.5)
    expect(converted(2, 'h', 'min')).toBe(120)
    expect(kindOf('G')).toBe(kindOf('kB'))
    expect(new Set(['G', 'GHz', '°C', '°F', '%', '', 'V', 'days', 'users'].map(kindOf)).size).toBe(9)
  })

  it('never fails, and keeps what was printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const quantity = parseQuantity(text)
        expect(quantity === null || Number.isFinite(quantity.amount)).toBe(true)
        if (quantity !== null) expect(text).toContain(quantity.text)
      }),
    )
  })
})
