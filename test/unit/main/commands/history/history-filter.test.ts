import { describe, expect, it } from 'vitest'
import { historyCondition } from '../../../../../main/commands/history/history-conditions.ts'
import { parseHistoryFilter } from '../../../../../main/commands/history/history-filter.ts'
import { COMMAND_STATES } from '../../../../../preload/contract/models/commands/command.ts'
import { TURN_OUTCOMES } from '../../../../../preload/contract/models/commands/history.ts'

const NOON = new Date(2026, 10, 29, 12, 0).getTime()
const midnight = (day: number) => new Date(2026, 10, day).getTime()
const read = (text: string) => parseHistoryFilter(text, NOON)
const only = (text: string) => read(text).terms?.[0]

describe('a filter of the history', () => {
  it.each([
    ['device:pi_1,PI_2', { kind: 'match', field: 'device', values: ['pi_1', 'pi_2'], isWhole: false }],
    ['device=pi_1', { kind: 'match', field: 'device', values: ['pi_1'], isWhole: true }],
    ['by:"Li Na"', { kind: 'match', field: 'operator', values: ['li na'] }],
    ['connection:plant', { kind: 'match', field: 'connection', values: ['plant'] }],
    ['-class:read', { kind: 'list', field: 'class', values: ['read'], isNegated: true }],
    ['source:assistant', { kind: 'list', field: 'source', values: ['phrasebook', 'model'] }],
    ['outcome:rejected,expired', { kind: 'list', field: 'outcome', values: ['rejected', 'expired'] }],
    ['outcome:timeout', { kind: 'list', field: 'outcome', values: ['timed-out'] }],
    ['after:2026-11-27', { kind: 'time', from: midnight(27), until: null }],
    ['before:yesterday', { kind: 'time', from: null, until: midnight(28) }],
    ['on:today', { kind: 'time', from: midnight(29), until: midnight(30) }],
    ['since:2026-11-29T10:30', { kind: 'time', from: midnight(29) + 10.5 * 3_600_000 }],
    ['after:2h', { kind: 'time', from: NOON - 7_200_000 }],
    ['设备：gw-1，gw-2', { kind: 'match', field: 'device', values: ['gw-1', 'gw-2'] }],
    ['结果：失败', { kind: 'list', field: 'outcome', values: ['failed'] }],
    [
      '结果:未发送',
      { kind: 'list', field: 'outcome', values: ['rejected', 'expired', 'barred', 'withheld', 'not-delivered'] },
    ],
    ['-级别:只读', { kind: 'list', field: 'class', values: ['read'], isNegated: true }],
    ['日期：昨天', { kind: 'time', from: midnight(28), until: midnight(29) }],
    ['晚于:2小时', { kind: 'time', from: NOON - 7_200_000 }],
    ['温度', { kind: 'text', value: '温度', isExact: false, isNegated: false }],
    ['-rf', { kind: 'text', value: '-rf', isNegated: false }],
    ['-"not this"', { kind: 'text', value: 'not this', isExact: true, isNegated: true }],
    ['"class:read"', { kind: 'text', value: 'class:read', isExact: true }],
  ])('reads %j', (text, term) => {
    expect(only(text)).toMatchObject(term)
  })

  it.each([
    ['colour:red', 'unknown-field', 'colour:red'],
    ['nginx class:wrong', 'unknown-value', 'class:wrong'],
    ['device:', 'no-value', 'device:'],
    ['device:,', 'no-value', 'device:,'],
    ['after:2026-02-30', 'not-a-time', 'after:2026-02-30'],
    ['after:2026-11-29T25:00', 'not-a-time', 'after:2026-11-29T25:00'],
    ['on:3h', 'not-a-time', 'on:3h'],
    ['class>read', 'needs-colon', 'class>read'],
    ['a "b', 'open-quote', '"b'],
    ['x '.repeat(33), 'too-long', 'x'],
  ])('names the mistake in %j', (text, reason, word) => {
    expect(read(text).fault).toMatchObject({ reason, word })
  })

  it('knows every state of a command and every outcome of an exchange by its name', () => {
    for (const state of [...COMMAND_STATES, ...TURN_OUTCOMES]) {
      expect(only(`outcome:${state}`)).toMatchObject({ values: [state] })
    }
  })

  it('finds a connection by the name that the operator gave it', () => {
    const around = { now: NOON, connections: [{ id: 'c-1', name: 'North plant' }] }
    expect(historyCondition('connection:north', around).facts?.values).toEqual(['c-1', 'north'])
    expect(historyCondition('*** --', around)).toEqual({ facts: null, texts: [] })
  })
})
