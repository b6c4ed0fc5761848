import { describe, expect, it } from 'vitest'
import { byteWords } from '../../../../renderer/components/words/byte-words.ts'
import { listWords } from '../../../../renderer/components/words/formatters.ts'
import {
  ageWords,
  clockWords,
  durationWords,
  elapsedWords,
  spanWords,
} from '../../../../renderer/components/words/time-words.ts'

describe('durationWords', () => {
  it.each([
    [0, '0 ms'],
    [840, '840 ms'],
    [1840, '1.8s'],
    [12_900, '12s'],
    [185_000, '3m 5s'],
    [7_200_000, '2h'],
    [445_000_000, '5d 3h'],
    [-5, '0 ms'],
  ])('tells %i ms as %s', (ms, words) => {
    expect(durationWords(ms, 'en')).toBe(words)
  })

  it('speaks Chinese', () => {
    expect(durationWords(185_000, 'zh-CN')).toMatch(/^3 分.* 5 秒$/)
  })
})

describe('spanWords', () => {
  it.each([
    [1_800_000, '30 minutes', '30 分钟'],
    [28_800_000, '8 hours', '8 小时'],
    [604_800_000, '7 days', '7 天'],
  ])('names a length of %i ms in full', (ms, en, zh) => {
    expect(spanWords(ms, 'en')).toBe(en)
    expect(spanWords(ms, 'zh-CN')).toBe(zh)
  })
})

describe('listWords', () => {
  it('parts Latin letters from Chinese characters', () => {
    expect(listWords(['Linux', 'Raspberry Pi'], 'en')).toBe('Linux and Raspberry Pi')
    expect(listWords(['Linux', '树莓派'], 'zh-CN')).toBe('Linux 和树莓派')
  })
})

describe('elapsedWords', () => {
  it('ticks in whole seconds, so that the figure does not flicker', () => {
    expect(elapsedWords(400, 'en')).toBe('0s')
    expect(elapsedWords(1999, 'en')).toBe('1s')
    expect(elapsedWords(65_400, 'en')).toBe('1m 5s')
  })
})

describe('ageWords', () => {
  it('counts down in one unit and never tells of the future', () => {
    expect(ageWords(0, 12_000, 'en')).toBe('12s ago')
    expect(ageWords(0, 119_000, 'en')).toMatch(/^1m/)
    expect(ageWords(5000, 0, 'en')).toMatch(/^0s/)
    expect(ageWords(0, 12_000, 'zh-CN')).toBe('12 秒前')
  })
})

describe('clockWords', () => {
  it('adds the date where the time alone would be taken for today', () => {
    const now = new Date(2026, 0, 5, 9, 0).getTime()
    expect(clockWords(new Date(2026, 0, 5, 0, 5).getTime(), now, 'en')).toBe('00:05')
    expect(clockWords(new Date(2026, 0, 4, 23, 5).getTime(), now, 'en')).toBe('Jan 4, 23:05')
  })
})

describe('byteWords', () => {
  it.each([
    [1, '1 byte'],
    [812, '812 bytes'],
    [4096, '4 kB'],
    [262_144, '256 kB'],
    [2_040_109_465, '1.9 GB'],
  ])('tells %i bytes as %s', (bytes, words) => {
    expect(byteWords(bytes, 'en')).toBe(words)
  })

  it('has a short form for axes, which are narrow', () => {
    expect(byteWords(1000, 'en', 'short')).toBe('1,000 B')
    expect(byteWords(4096, 'en', 'short')).toBe('4 kB')
  })

  it('keeps figure and unit apart in Chinese too', () => {
    expect(byteWords(26, 'zh-CN')).toBe('26 字节')
    expect(byteWords(4096, 'zh-CN')).toMatch(/^4\s?kB$/)
  })
})
