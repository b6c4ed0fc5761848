import { expect, it } from 'vitest'
import { readThrottled } from '../../../../../main/assistant/formatters/board.ts'

const FLAGS = [
  { bit: 0, en: 'under-voltage', zh: '欠压' },
  { bit: 1, en: 'clock capped', zh: '频率受限' },
  { bit: 2, en: 'throttling', zh: '降频' },
  { bit: 3, en: 'soft temperature limit reached', zh: '触及温度软限制' },
]

it('names exactly the flags that are set, those of now before those of earlier, for all 256 answers', () => {
  for (let bits = 1; bits < 256; bits += 1) {
    const flags = (bits & 0xf) | ((bits & 0xf0) << 12)
    const { en = '', zh = '' } = readThrottled(`throttled=0x${flags.toString(16)}\n`, '')?.sentence ?? {}
    const [now = '', before = ''] = en.startsWith('Now: ') ? en.split('Since the start also: ') : ['', en]
    const nowZh = zh.startsWith('当前：') ? zh.split('启动以来')[0] : ''
    for (const flag of FLAGS) {
      const [isNow, wasBefore] = [((flags >> flag.bit) & 1) === 1, ((flags >> (flag.bit + 16)) & 1) === 1]
      expect([en, flag.en, now.includes(flag.en)]).toEqual([en, flag.en, isNow])
      expect([en, flag.en, before.includes(flag.en)]).toEqual([en, flag.en, wasBefore && !isNow])
      // The word for throttling is part of no other.
      expect([zh, flag.zh, nowZh?.includes(flag.zh)]).toEqual([zh, flag.zh, isNow])
      expect([zh, flag.zh, zh.includes(flag.zh)]).toEqual([zh, flag.zh, isNow || wasBefore])
    }
    expect(en).not.toMatch(/ or /)
    expect([en, en.includes('power supply')]).toEqual([en, (flags & 1) === 1])
  }
})

it('says nothing of bits that no firmware sets', () => {
  expect(readThrottled('throttled=0x100000\n', '')).toBeNull()
})
