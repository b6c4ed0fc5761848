import { describe, expect, it } from 'vitest'
import { parseHistoryFilter } from '../../../../main/commands/history/history-filter.ts'
import { deviceFilter, PERIOD_IDS, periodOf, withPeriod } from '../../../../renderer/features/history/history-period.ts'

const NOW = new Date(2026, 10, 30, 9, 30).getTime()
const DAY_MS = 86_400_000

describe('a period of the history', () => {
  it.each([
    { period: 'today', from: new Date(2026, 10, 30), until: new Date(2026, 11, 1) },
    { period: 'yesterday', from: new Date(2026, 10, 29), until: new Date(2026, 10, 30) },
    { period: 'week', from: new Date(NOW - 7 * DAY_MS), until: null },
    { period: 'month', from: new Date(NOW - 30 * DAY_MS), until: null },
  ] as const)('$period means the same time to main in both languages, by the days of this computer', (expected) => {
    for (const language of ['en', 'zh-CN']) {
      const { terms } = parseHistoryFilter(withPeriod('', expected.period, language), NOW)
      const { from, until } = expected
      expect(terms).toEqual([{ kind: 'time', from: from.getTime(), until: until?.getTime() ?? null, isNegated: false }])
    }
  })

  it.each(PERIOD_IDS)('%s is known again in the filter, whatever the language of the window was', (period) => {
    for (const language of ['en', 'zh-CN']) {
      expect(periodOf(`uptime ${withPeriod('', period, language)}`)).toBe(period)
      expect(periodOf(withPeriod('', period, language).replace(':', '：'))).toBe(period)
    }
  })

  it.each([
    { filter: '', why: 'without a time' },
    { filter: '"on:yesterday"', why: 'in quotes, where it is text' },
    { filter: 'on:2026-11-28', why: 'with another day' },
    { filter: 'on:yesterday before:2026-11-28', why: 'with two times' },
    { filter: '-on:yesterday', why: 'that is negated' },
  ])('is none in a filter $why', ({ filter }) => {
    expect(periodOf(filter)).toBeNull()
  })

  it.each([
    { filter: 'after:2026-01-01 before:2026-02-01 reboot', written: 'reboot on:today' },
    { filter: '  "load  average"   日期:昨天', written: '"load  average" on:today' },
    { filter: '-on:yesterday', written: '-on:yesterday on:today' },
    { filter: 'device="pump  1" "on:today', written: 'device="pump  1" "on:today" on:today' },
  ])('takes the place of the times in $filter', ({ filter, written }) => {
    expect(withPeriod(filter, 'today', 'en')).toBe(written)
  })

  it('leads from a device to what was sent to it alone', () => {
    expect(deviceFilter('pump-1', 'yesterday', 'en')).toBe('device=pump-1 on:yesterday')
    expect(deviceFilter('pump-1', null, 'zh-CN')).toBe('设备=pump-1')
    for (const id of ['pump-1', 'pump 1']) {
      const { terms } = parseHistoryFilter(deviceFilter(id, null, 'zh-CN'), NOW)
      expect(terms).toEqual([{ kind: 'match', field: 'device', values: [id], isWhole: true, isNegated: false }])
    }
  })
})
