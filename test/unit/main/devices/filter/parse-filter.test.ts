import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FilterTerm } from '../../../../../main/devices/filter/filter-terms.ts'
import { parseFilter } from '../../../../../main/devices/filter/parse-filter.ts'
import { PRESENCES } from '../../../../../preload/contract/models/devices/device.ts'

function termsOf(text: string): readonly FilterTerm[] {
  const { terms, fault } = parseFilter(text)
  if (terms === null) throw new Error(`${fault.reason}: ${fault.word}`)
  return terms
}

const op = fc.constantFrom('<', '<=', '>', '>=', '=') as fc.Arbitrary<'<'>
const word = fc.stringMatching(/^[a-z0-9_.]{1,12}$/)
const number = fc.integer({ min: -999, max: 999 })
/** Terms with the text that means them. */
const term: fc.Arbitrary<{ readonly text: string; readonly term: FilterTerm }> = fc
  .oneof(
    word.map((value) => ({ text: `"${value}"`, term: { kind: 'text', value } as const })),
    fc
      .tuple(fc.constantFrom('tag', 'name', 'location', 'id'), fc.array(word, { minLength: 1, maxLength: 3 }))
      .map(([field, values]) => ({
        text: `${field}:${values.join(',')}`,
        term: { kind: 'match', field, values } as const,
      })),
    fc
      .uniqueArray(fc.constantFrom(...PRESENCES), { minLength: 1 })
      .map((values) => ({ text: `status:${values.join(',')}`, term: { kind: 'status', values } as const })),
    fc.tuple(fc.constantFrom('temp', 'cpu', 'mem', 'disk'), op, number).map(([field, sign, value]) => ({
      text: `${field}${sign}${value}`,
      term: { kind: 'number', field, op: sign, value } as const,
    })),
    fc.tuple(word, op, number).map(([field, sign, value]) => ({
      text: `data.${field}${sign}${value}`,
      term: { kind: 'data', field, op: sign, value } as const,
    })),
    fc.tuple(op, fc.integer({ min: 0, max: 999 })).map(([sign, minutes]) => ({
      text: `seen${sign}${minutes}m`,
      term: { kind: 'seen', op: sign, value: minutes * 60_000 } as const,
    })),
  )
  .chain(({ text, term: positive }) =>
    fc.boolean().map((isNegated) => ({ text: isNegated ? `-${text}` : text, term: { ...positive, isNegated } })),
  )

describe('the filter language', () => {
  it('gives back the terms that a text was made of', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 8 }), fc.constantFrom(' ', '  ', '\t'), (terms, blank) => {
        expect(termsOf(terms.map(({ text }) => text).join(blank))).toEqual(terms.map((one) => one.term))
      }),
    )
  })

  it('never throws, and points at the word of a mistake', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('tag', ':', '>', '"', '-', ' ', 'temp', '7', 'data.'))
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const { fault } = parseFilter(text)
          if (fault === null) return
          expect(text.slice(fault.from, fault.to)).toBe(fault.word)
          expect(fault.word).not.toBe('')
        },
      ),
    )
  })

  it.each([
    ['temp>70 foo:bar', 'unknown-field', 'foo:bar'],
    ['status:gone', 'unknown-value', 'status:gone'],
    ['os:solaris', 'unknown-value', 'os:solaris'],
    ['tag:', 'no-value', 'tag:'],
    ['temp>', 'no-value', 'temp>'],
    ['temp>hot', 'not-a-number', 'temp>hot'],
    ['seen<10', 'not-a-duration', 'seen<10'],
    ['temp:70', 'needs-comparison', 'temp:70'],
    ['tag>roof', 'needs-colon', 'tag>roof'],
    ['a tag:"north roof', 'open-quote', 'tag:"north roof'],
  ])('names the mistake in %j', (text, reason, faulty) => {
    expect(parseFilter(text).fault).toMatchObject({ reason, word: faulty })
  })

  it.each([
    ['TEMP>70°C', [{ kind: 'number', field: 'temp', op: '>', value: 70, isNegated: false }]],
    ['mem>=90%', [{ kind: 'number', field: 'mem', op: '>=', value: 90, isNegated: false }]],
    ['tag:"north roof"', [{ kind: 'match', field: 'tag', values: ['north roof'], isNegated: false }]],
    ['"foo:bar"', [{ kind: 'text', value: 'foo:bar', isNegated: false }]],
    ['os:windows', [{ kind: 'system', values: ['windows-cmd', 'windows-powershell'], isNegated: false }]],
    ['uptime>2d', [{ kind: 'number', field: 'uptime', op: '>', value: 172_800, isNegated: false }]],
    ['seen:never', [{ kind: 'never-seen', isNegated: false }]],
    ['status:never', [{ kind: 'status', values: ['never-seen'], isNegated: false }]],
    ['10.0.0.7', [{ kind: 'text', value: '10.0.0.7', isNegated: false }]],
    ['-', [{ kind: 'text', value: '-', isNegated: false }]],
    ['""', []],
  ])('reads %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  // Without a bound, a pasted text of any length holds the main process up.
  it('refuses a text or a list that is too long', () => {
    expect(parseFilter('a '.repeat(100)).fault).toMatchObject({ reason: 'too-long' })
    expect(parseFilter(`tag:${'a,'.repeat(100)}`).fault).toMatchObject({ reason: 'too-long' })
  })
})

describe('the filter language in Chinese', () => {
  it.each([
    ['标签:屋顶', 'tag:屋顶'],
    ['状态：失联，迟滞', 'status:lost,stale'],
    ['温度＞50℃', 'temp>50'],
    ['磁盘≥80％', 'disk>=80'],
    ['最近<10分钟', 'seen<10m'],
    ['运行时间>2天', 'uptime>2d'],
    ['系统:树莓派', 'system:raspberrypi'],
    ['有:备注', 'has:notes'],
    ['-名称:厨房', '-name:厨房'],
    ['数据.humidity>60', 'data.humidity>60'],
    ['最近:从未', 'seen:never'],
  ])('reads %s as %s', (chinese, english) => {
    expect(termsOf(chinese)).toEqual(termsOf(english))
  })

  it('refuses a word with an operator that is no key, in any script', () => {
    for (const text of ['湿度:高', '标记：屋顶', 'größe>3', 'tmp>70'])
      expect(parseFilter(text).fault).toMatchObject({ reason: 'unknown-field', word: text })
  })

  it('names the key whose values a word does not know', () => {
    expect(parseFilter('状态:坏').fault).toMatchObject({ reason: 'unknown-value', key: 'status' })
  })

  it('keeps Chinese text without an operator as text', () => {
    expect(termsOf('厨房树莓派')).toEqual([{ kind: 'text', value: '厨房树莓派', isNegated: false }])
  })
})
