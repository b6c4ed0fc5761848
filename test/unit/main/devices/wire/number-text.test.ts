import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../../../../../main/devices/wire/decode.ts'
import { numberIn, numberText } from '../../../../../main/devices/wire/number-text.ts'
import { READING_UNITS } from '../../../../../preload/contract/models/devices/vitals.ts'
import '../../../../support/property-seed.ts'

function sensorOf(text: string) {
  const payload = Buffer.from(JSON.stringify({ x: text }))
  const decoded = decodeMessage('device/esp-1/data', payload, { isRetained: false, receivedAt: 1_777_881_600_000 })
  return decoded.kind === 'data' ? decoded.sensors[0] : undefined
}

/** Digits that no locale reads in two ways: whole, or with one, two, or more than three digits of a fraction. */
const plain = fc
  .tuple(
    fc.integer({ min: -999_999, max: 999_999 }),
    fc.oneof(fc.constant(''), fc.stringMatching(/^\d{1,2}$/), fc.stringMatching(/^\d{4,6}$/)),
  )
  .map(([whole, fraction]) => ({ whole: `${whole}`, fraction }))
const spaces = fc.constantFrom('', ' ', '\u00a0')

describe('a number that was sent as a text', () => {
  it.each([
    ['87%', 87, '%'],
    ['87 %', 87, '%'],
    ['87％', 87, '%'],
    ['21.5 °C', 21.5, '°C'],
    ['21,5 °C', 21.5, '°C'],
    ['+45.0°C', 45, '°C'],
    ['-3,5℃', -3.5, '°C'],
    ["51.2'C", 51.2, '°C'],
    ['\u22125,2 °C', -5.2, '°C'],
    ['68 ° F', 68, '°F'],
    ['-67 dBm', -67, 'dBm'],
    ['1013.25 hPa', 1013.25, 'hPa'],
    ['3,285 V', '3,285 V', undefined],
    ['3.285 V', 3.285, 'V'],
    ['0,285 V', 0.285, 'V'],
    ['0.35 A', 0.35, 'A'],
    ['2 A', 2, 'A'],
    ['1200 RPM', 1200, 'rpm'],
    ['420 ppm', 420, 'ppm'],
  ])('%s has its unit', (text, value, unit) => {
    expect(sensorOf(text)).toEqual(
      unit === undefined ? { name: 'x', value } : { name: 'x', value, sentAs: 'text', unit },
    )
  })

  it.each([
    ['21,5', 21.5],
    ['-0,5', -0.5],
    ['\u22120,5', -0.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['12,3456', 12.3456],
    [' 21,5 ', 21.5],
  ])('%s has a decimal comma', (text, value) => {
    expect(sensorOf(text)).toEqual({ name: 'x', value, sentAs: 'text' })
  })

  it.each([
    // Thousands or a fraction.
    '1,234',
    '-12,345',
    '1,234 %',
    '1.013 hPa',
    '1.200 rpm',
    '1,234,567',
    '1.234,5',
    '1,234.5',
    // Programs print the next unit when the number grows.
    '950 MB',
    '1.1 GB',
    '35 W',
    '250 mV',
    '12 s',
    '5 kHz',
    // Ids, versions, addresses, hexadecimal digits and dates.
    '007',
    '007 %',
    '2.0.18',
    '192.0.2.4',
    '10A',
    '12a',
    '5v',
    '20C',
    '20 C',
    '2026-11-30',
    '12:30',
    '+4912345',
    '1e3 %',
    // Not one number.
    '21,5,3',
    '21;5',
    '12 %%',
    '% 12',
    '12 % of 40',
    '10-20 °C',
    '<5 %',
    '°C',
    '',
  ])('is left a text where it may be something else: %s', (text) => {
    expect(sensorOf(text)).toEqual({ name: 'x', value: text })
  })

  it('is the same with a point as with a comma, wherever no locale reads thousands', () => {
    fc.assert(
      fc.property(plain, ({ whole, fraction }) => {
        const [point, comma] = [`${whole}.${fraction}`, `${whole},${fraction}`]
        if (fraction === '') return
        expect(numberIn(comma)).toBe(numberIn(point))
        expect(numberIn(comma)).toBe(Number(point))
      }),
    )
  })

  it('is the same number with each unit as without one', () => {
    fc.assert(
      fc.property(plain, spaces, fc.constantFrom(...READING_UNITS), ({ whole, fraction }, space, unit) => {
        const digits = fraction === '' ? whole : `${whole}.${fraction}`
        const read = numberText(`${digits}${space}${unit}`)
        // Digits before an A without a space are hexadecimal ones.
        if (unit === 'A' && space === '' && fraction === '') expect(read).toBeNull()
        else expect(read).toEqual({ value: Number(digits), unit })
      }),
    )
  })

  it('is never another number than one that stands in the text', () => {
    const pieces = fc.constantFrom(
      '1',
      '23',
      '456',
      '0',
      ',',
      '.',
      ' ',
      '-',
      '+',
      '%',
      '°C',
      'V',
      'A',
      'hPa',
      'MB',
      'e',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
        const text = parts.join('')
        const read = numberText(text)
        if (read === null) return
        const digits = (/-?\d+(?:[.,]\d+)?/.exec(text)?.[0] ?? '').replace(',', '.')
        expect([text, read.value]).toEqual([text, Number(digits)])
        // Nothing but the number, its sign and its unit.
        expect(text.replace(/[+-]?\d+(?:[.,]\d+)?/, '').trim()).toMatch(/^(?:%|°C|V|A|hPa)?$/)
        expect(text.trim()).not.toMatch(/^\+?-?[1-9]\d{0,2},\d{3}(?!\d)/)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps the text of any other reading, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const sensor = sensorOf(text)
        expect(numberText(text) === null).toBe(typeof sensor?.value !== 'number')
      }),
    )
  })
})
