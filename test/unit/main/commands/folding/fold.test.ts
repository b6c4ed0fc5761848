import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldRun, suggestsSimilar } from '../../../../../main/commands/folding/fold.ts'
import {
  COMMAND_STATES,
  type CommandMark,
  type CommandRecord,
} from '../../../../../preload/contract/models/commands/command.ts'
import { answered, silent } from './command-records.ts'

const fold = (records: readonly CommandRecord[], mode: 'exact' | 'similar' = 'exact') => foldRun('run-1', records, mode)
const kinds = (records: readonly CommandRecord[]) =>
  fold(records).groups.map(({ kind, deviceIds }) => [kind, deviceIds.length])

const RECORDS = fc
  .array(
    fc.record({
      state: fc.constantFrom(...COMMAND_STATES),
      exitCode: fc.constantFrom(0, 1, null),
      stdout: fc.constantFrom('', 'a', 'a \r\n', 'b', 'sh: x: not found'),
      marks: fc.constantFrom<CommandMark[][]>([], ['output-dropped']),
    }),
    { maxLength: 60 },
  )
  .map((parts) => parts.map(({ stdout, ...changes }, index) => answered(index, stdout, changes)))

describe('foldRun', () => {
  it('puts failures first, then silence, waiting, what differs, and the majority last', () => {
    const records = [
      ...[1, 2, 3, 4].map((number) => answered(number, 'Debian 12\n')),
      answered(5, 'Debian 11\n'),
      { ...silent(6), state: 'running' as const },
      silent(7),
      silent(8),
      silent(9, 'timed-out'),
      answered(10, '', { state: 'failed', exitCode: 2 }),
      answered(11, 'Alpine\n'),
      answered(12, 'Alpine\n'),
    ]
    expect(kinds(records)).toEqual([
      ['failed', 1],
      ['silent', 2],
      ['silent', 1],
      ['waiting', 1],
      ['differs', 2],
      ['differs', 1],
      ['majority', 4],
    ])
    expect(fold(records).counts).toEqual({
      devices: 12,
      same: 4,
      differ: 3,
      dropped: 0,
      failed: 1,
      silent: 3,
      waiting: 1,
    })
  })

  it('ignores line ends, blanks at ends of lines, and colours', () => {
    const records = [answered(1, 'a\nb\n'), answered(2, 'a  \r\nb\t'), answered(3, '\u001b[1;31ma\u001b[0m\nb')]
    expect(kinds(records)).toEqual([['majority', 3]])
  })

  it('tells exit codes, standard error and the reason of a device apart', () => {
    const failed = { state: 'failed', exitCode: 1 } as const
    const records = [
      answered(1, 'x', failed),
      answered(2, 'x', { ...failed, exitCode: 2 }),
      answered(3, 'x', { ...failed, stderr: 'no' }),
      answered(4, 'x', { ...failed, reason: 'no shell' }),
    ]
    expect(fold(records).groups).toHaveLength(4)
  })

  it('keeps outputs that were dropped apart: no majority, not equal to an empty answer', () => {
    const lost = { marks: ['output-dropped'] } as const
    const records = [
      ...[1, 2, 3].map((number) => answered(number, '', lost)),
      answered(4, ''),
      answered(5, ''),
      answered(6, '', { ...lost, state: 'failed', exitCode: 1 }),
    ]
    expect(kinds(records)).toEqual([
      ['failed', 1],
      ['dropped', 3],
      ['majority', 2],
    ])
    expect(fold(records).groups.map(({ isDropped }) => isDropped)).toEqual([true, true, false])
    expect(fold(records).counts).toEqual({
      devices: 6,
      same: 2,
      differ: 0,
      dropped: 3,
      failed: 1,
      silent: 0,
      waiting: 0,
    })
    expect(kinds(records.slice(0, 3))).toEqual([['dropped', 3]])
  })

  it('names no majority where no two answers are the same', () => {
    expect(fold([answered(1, 'a'), answered(2, 'b')]).counts).toMatchObject({ same: 0, differ: 2 })
    expect(kinds([answered(1, 'a')])).toEqual([['differs', 1]])
  })

  it('keeps what has not ended together, because its output is not whole', () => {
    const running = { state: 'running', exitCode: null } as const
    expect(kinds([answered(1, 'a', running), answered(2, 'ab', running)])).toEqual([['waiting', 2]])
  })

  it('marks short successes whose text says that something failed', () => {
    const doubtful = fold([answered(1, 'sh: 1: uptime: not found\n')]).groups[0]
    const long = fold([answered(1, `${'a log line\n'.repeat(100)}permission denied\n`)]).groups[0]
    const failed = fold([answered(1, 'permission denied', { state: 'failed', exitCode: 1 })]).groups[0]
    expect([doubtful?.isDoubtful, long?.isDoubtful, failed?.isDoubtful]).toEqual([true, false, false])
  })

  it('puts each device into one group, and its counts add up', () => {
    fc.assert(
      fc.property(RECORDS, fc.constantFrom('exact' as const, 'similar' as const), (records, mode) => {
        const { groups, counts } = fold(records, mode)
        const ids = groups.flatMap(({ deviceIds }) => deviceIds)
        expect(ids.toSorted()).toEqual(records.map(({ deviceId }) => deviceId).toSorted())
        const { devices, same, differ, dropped, failed, silent: unheard, waiting } = counts
        expect(devices).toBe(records.length)
        expect(same + differ + dropped + failed + unheard + waiting).toBe(devices)
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
        expect(failed).toBe(records.filter(({ state }) => state === 'failed').length)
      }),
    )
  })
})

describe('suggestsSimilar', () => {
  it('offers masks where exact groups are more than five and similar ones fewer than half', () => {
    const uptimes = Array.from({ length: 6 }, (_, index) => answered(index, `up ${index + 2} days, load 0.1`))
    expect(suggestsSimilar(fold(uptimes), fold(uptimes, 'similar'))).toBe(true)
    expect(suggestsSimilar(fold(uptimes.slice(1)), fold(uptimes.slice(1), 'similar'))).toBe(false)
    const names = Array.from({ length: 6 }, (_, index) => answered(index, `release-${'abcdef'[index]}`))
    expect(suggestsSimilar(fold(names), fold(names, 'similar'))).toBe(false)
  })
})
