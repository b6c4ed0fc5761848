import { describe, expect, it } from 'vitest'
import {
  digestResults as digestOf,
  outliersOf,
  withFailures,
} from '../../../../../main/commands/assistance/result-digest.ts'
import { foldRun } from '../../../../../main/commands/folding/fold.ts'
import type { CommandRecord } from '../../../../../preload/contract/models/commands/command.ts'
import { answered, silent } from '../folding/command-records.ts'

const failed = (number: number) => answered(number, '', { state: 'failed', exitCode: 1, stderr: `no ${number}` })

const digestResults = (records: readonly CommandRecord[]) => digestOf(foldRun('run-1', records, 'exact'), records)

describe('digestResults', () => {
  it('says of an output that is kept no longer that nobody knows it', () => {
    const lost = { marks: ['output-dropped'] } as const
    const digest = digestResults([answered(1, '', lost), answered(2, '', lost), answered(3, 'up 1 day')])
    expect(digest.groups.map(({ output }) => JSON.stringify(output))).toEqual([
      expect.stringContaining('no longer kept'),
      expect.stringContaining('up 1 day'),
    ])
    expect(digest.counts).toMatchObject({ devices: 3, succeeded: 3, variants: 1 })
    expect(outliersOf(digest, 'en').map(({ deviceId }) => deviceId)).not.toContain('gw-001')
  })

  it('keeps what failed and what is silent where every other answer is of its own', () => {
    const uptimes = Array.from({ length: 196 }, (_, index) => answered(index, `up ${index} min`))
    const digest = digestResults([...uptimes, failed(196), silent(197), silent(198), silent(199, 'timed-out')])
    const named = outliersOf(digest, 'en')
    expect(named.map(({ deviceId }) => deviceId)).toEqual(['gw-196', 'gw-197', 'gw-198', 'gw-199'])
    expect(digest.groups.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['failed', 'no-answer', 'timed-out']),
    )
    expect(digest.counts).toMatchObject({ devices: 200, succeeded: 196, failed: 1, unanswered: 3, doubtful: 0 })
    expect(digest.groups.reduce((sum, group) => sum + group.deviceCount, digest.otherDevices)).toBe(200)
  })

  it('always shows a model the largest answer, however many groups failed', () => {
    const failures = Array.from({ length: 30 }, (_, index) => failed(index))
    const { groups } = digestResults([...failures, answered(40, 'ok'), answered(41, 'ok')])
    expect(groups).toHaveLength(12)
    expect(groups[0]).toMatchObject({ state: 'succeeded', deviceCount: 2 })
  })

  it('counts and names a success whose text says that it failed', () => {
    const digest = digestResults([answered(1, 'up 1 day'), answered(2, 'up 1 day'), answered(3, 'uptime: not found')])
    expect(digest.counts.doubtful).toBe(1)
    expect(outliersOf(digest, 'en')).toMatchObject([{ deviceId: 'gw-003', why: expect.stringContaining('success') }])
  })

  it('lets no way to stand out push another from the list', () => {
    const failures = Array.from({ length: 50 }, (_, index) => failed(index))
    const named = outliersOf(digestResults([...failures, silent(60)]), 'en').map(({ deviceId }) => deviceId)
    expect(named).toHaveLength(21)
    expect(named.at(-1)).toBe('gw-060')
  })
})

describe('withFailures', () => {
  it('adds the failed device that a model left out, and keeps the words of the model', () => {
    const digest = digestResults([answered(1, 'ok'), answered(2, 'ok'), answered(3, 'odd'), failed(4), silent(5)])
    const said = [
      { deviceId: 'gw-003', why: 'odd one' },
      { deviceId: 'gw-005', why: 'asleep' },
    ]
    expect(withFailures(said, digest, 'en')).toEqual([
      { deviceId: 'gw-004', why: 'failed' },
      { deviceId: 'gw-005', why: 'asleep' },
      { deviceId: 'gw-003', why: 'odd one' },
    ])
  })
})
