import { describe, expect, it, vi } from 'vitest'
import { foldRun } from '../../../../../main/commands/folding/fold.ts'
import { RunFolds } from '../../../../../main/commands/folding/run-folds.ts'
import { answered, silent } from './command-records.ts'

const keys = vi.hoisted(() => ({ made: [] as string[] }))
vi.mock('../../../../../main/commands/folding/fold-keys.ts', async (original) => {
  const module = await original<typeof import('../../../../../main/commands/folding/fold-keys.ts')>()
  return {
    ...module,
    foldKey: (...of: Parameters<typeof module.foldKey>) => {
      keys.made.push(`${of[0].commandId} ${of[1]}`)
      return module.foldKey(...of)
    },
  }
})

function madeBy(): string[] {
  return keys.made.splice(0)
}

describe('RunFolds', () => {
  it('folds each answer once, also when its record was read again, and again when it changed', async () => {
    const folds = new RunFolds(() => Promise.resolve())
    const records = [answered(1, 'a'), answered(2, 'a'), silent(3)]
    madeBy()
    const first = await folds.fold('run-1', records, 'exact')
    expect(madeBy()).toHaveLength(3)
    expect(await folds.fold('run-1', structuredClone(records), 'exact')).toEqual(first)
    expect(madeBy()).toEqual([])
    const later = await folds.fold('run-1', [...records.slice(0, 2), answered(3, 'a', { marks: ['late'] })], 'exact')
    expect(madeBy()).toEqual(['command-3 exact'])
    expect(later.counts).toMatchObject({ same: 3, silent: 0 })
    expect(later.groups[0]?.id).toBe(first.groups.find(({ kind }) => kind === 'majority')?.id)
  })

  it('offers masks only where there are many exact groups', async () => {
    const folds = new RunFolds(() => Promise.resolve())
    const uptimes = Array.from({ length: 8 }, (_, index) => answered(index, `up ${index + 2} days`))
    expect((await folds.fold('run-1', uptimes, 'exact')).suggestsSimilar).toBe(true)
    madeBy()
    expect((await folds.fold('run-2', uptimes.slice(0, 3), 'exact')).suggestsSimilar).toBe(false)
    expect(madeBy().every((made) => made.endsWith('exact'))).toBe(true)
  })

  it('makes the same groups as a fold at once', async () => {
    const records = Array.from({ length: 40 }, (_, index) =>
      answered(index, `load ${index % 5} at 06:00:0${index % 7}`),
    )
    const { suggestsSimilar: _, ...folded } = await new RunFolds(() => Promise.resolve()).fold(
      'run-1',
      records,
      'exact',
    )
    expect(folded).toEqual(foldRun('run-1', records, 'exact'))
  })

  it('forgets the runs that were not looked at longest', async () => {
    const folds = new RunFolds(() => Promise.resolve())
    const records = [answered(1, 'a')]
    for (const runId of ['1', '2', '3', '4', '5', '1']) await folds.fold(runId, records, 'exact')
    madeBy()
    await folds.fold('5', records, 'exact')
    expect(madeBy()).toEqual([])
    await folds.fold('2', records, 'exact')
    expect(madeBy()).toEqual(['command-1 exact'])
  })
})
