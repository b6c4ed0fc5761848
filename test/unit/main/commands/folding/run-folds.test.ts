import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldRun } from '../../../../../main/commands/folding/fold.ts'
import { foldKey, type KeyedAnswer, keyOf } from '../../../../../main/commands/folding/fold-keys.ts'
import { RunFolds } from '../../../../../main/commands/folding/run-folds.ts'
import type { CommandRecord } from '../../../../../preload/contract/models/commands/command.ts'
import type { FoldMode } from '../../../../../preload/contract/models/commands/folding.ts'
import { answered, silent } from './command-records.ts'

/** Folds without a thread; `masked` lists what was masked, `keyed` the ids of what was hashed. */
function makeFolds(hostNameOf: (connectionId: string, deviceId: string) => string | null = () => null) {
  const masked: KeyedAnswer[] = []
  const keysOf = async (answers: readonly KeyedAnswer[]) => {
    masked.push(...answers)
    return answers.map((answer) => keyOf(answer, 'similar'))
  }
  const keyed: string[] = []
  const exactKey = (record: CommandRecord) => {
    keyed.push(record.commandId)
    return foldKey(record, 'exact')
  }
  const folds = new RunFolds({ nextTurn: () => Promise.resolve(), masks: { keysOf }, hostNameOf, exactKey })
  const fold = (id: string, commands: readonly CommandRecord[], mode: FoldMode) =>
    folds.fold({ id, connectionId: 'site', commands }, mode)
  return { fold, masked, keyed }
}

describe('RunFolds', () => {
  it('folds each answer once, also when its record was read again, and again when it changed', async () => {
    const folds = makeFolds()
    const records = [answered(1, 'a'), answered(2, 'a'), silent(3)]
    const first = await folds.fold('run-1', records, 'exact')
    expect(folds.keyed.splice(0)).toHaveLength(3)
    expect(await folds.fold('run-1', structuredClone(records), 'exact')).toEqual(first)
    expect(folds.keyed.splice(0)).toEqual([])
    const later = await folds.fold('run-1', [...records.slice(0, 2), answered(3, 'a', { marks: ['late'] })], 'exact')
    expect(folds.keyed.splice(0)).toEqual(['command-3'])
    expect(later.counts).toMatchObject({ same: 3, silent: 0 })
    expect(later.groups[0]?.id).toBe(first.groups.find(({ kind }) => kind === 'majority')?.id)
  })

  it('makes a key anew for an answer that was dropped to make room', async () => {
    const folds = makeFolds()
    const records = [answered(1, ''), answered(2, '')]
    expect((await folds.fold('run-1', records, 'exact')).counts).toMatchObject({ same: 2 })
    const dropped = records.map((record) => ({ ...record, marks: ['output-dropped' as const] }))
    expect((await folds.fold('run-1', dropped, 'exact')).counts).toMatchObject({ same: 0, dropped: 2 })
  })

  it('offers masks only where there are many exact groups', async () => {
    const folds = makeFolds()
    const uptimes = Array.from({ length: 8 }, (_, index) => answered(index, `up ${index + 2} days`))
    expect((await folds.fold('run-1', uptimes, 'exact')).suggestsSimilar).toBe(true)
    expect(folds.masked.splice(0)).toHaveLength(8)
    expect((await folds.fold('run-2', uptimes.slice(0, 3), 'exact')).suggestsSimilar).toBe(false)
    expect(folds.masked).toEqual([])
  })

  it('makes the same groups as a fold at once', async () => {
    const records = Array.from({ length: 40 }, (_, index) =>
      answered(index, `load ${index % 5} at 06:00:0${index % 7}`),
    )
    const folds = makeFolds()
    const { suggestsSimilar: _, ...folded } = await folds.fold('run-1', records, 'exact')
    expect(folded).toEqual(foldRun('run-1', records, 'exact'))
    expect(await folds.fold('run-1', records, 'similar')).toEqual(foldRun('run-1', records, 'similar'))
  })

  it('makes the same groups in whatever order and parts the answers come, as a fold of them all at once', async () => {
    const answers = fc.array(
      fc.record({
        stdout: fc.constantFrom('', 'a', 'a \r\n', '\u001b[32ma\u001b[0m', 'up 3 days', 'up 9 days', '12:00:01 ok'),
        state: fc.constantFrom('succeeded' as const, 'failed' as const, 'no-answer' as const),
      }),
      { minLength: 1, maxLength: 30 },
    )
    // Where each answer comes, and after how many the window asks.
    const coming = fc.record({
      order: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
      part: fc.integer({ min: 1, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(
        answers,
        coming,
        fc.constantFrom<FoldMode>('exact', 'similar'),
        async (all, { order, part }, mode) => {
          const ended = all.map(({ stdout, state }, index) => answered(index, stdout, { state }))
          const now = ended.map((_, index) => answered(index, '', { state: 'sent', exitCode: null }))
          const { fold } = makeFolds()
          const queue = ended.map((_, index) => index).sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b)
          for (const [count, index] of queue.entries()) {
            const record = ended[index]
            if (record !== undefined) now[index] = record
            if (count % part === 0) await fold('run-1', [...now], count % 2 === 0 ? mode : 'exact')
          }
          const { suggestsSimilar: _, ...folded } = await fold('run-1', now, mode)
          expect(folded).toEqual(foldRun('run-1', ended, mode))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('forgets the runs that were not looked at longest', async () => {
    const folds = makeFolds()
    const records = [answered(1, 'a')]
    for (const runId of ['1', '2', '3', '4', '5', '1']) await folds.fold(runId, records, 'exact')
    folds.keyed.splice(0)
    await folds.fold('5', records, 'exact')
    expect(folds.keyed.splice(0)).toEqual([])
    await folds.fold('2', records, 'exact')
    expect(folds.keyed.splice(0)).toEqual(['command-1'])
  })

  it('masks an answer once that many devices gave, but for devices that it names', async () => {
    const folds = makeFolds()
    const records = Array.from({ length: 30 }, (_, index) =>
      answered(index, index < 28 ? `up ${index % 2} days` : `gw-0${index} up 3 days`),
    )
    const folded = await folds.fold('run-1', records, 'similar')
    expect(folds.masked).toHaveLength(4)
    expect(folded.groups.map(({ deviceIds }) => deviceIds.length)).toEqual([2, 28])
  })

  it('takes the host name of each device as the same word, also its first part', async () => {
    const hosts: Record<string, string> = { 'gw-001': 'roof.lan', 'gw-002': 'cellar.lan', 'gw-003': 'localhost' }
    const folds = makeFolds((_connectionId, deviceId) => hosts[deviceId] ?? null)
    const records = [
      answered(1, 'roof sshd ok, roof.lan'),
      answered(2, 'cellar sshd ok, cellar.lan'),
      answered(3, 'localhost sshd ok, localhost'),
    ]
    const { groups } = await folds.fold('run-1', records, 'similar')
    expect(groups.map(({ deviceIds }) => deviceIds)).toEqual([['gw-003'], ['gw-001', 'gw-002']])
  })
})
