import { describe, expect, it } from 'vitest'
import type { FoldGroup, RunFold } from '../../../../preload/contract/models/commands/folding.ts'
import { compareFolds, countChanges } from '../../../../renderer/features/history/compare-folds.ts'

/** Groups whose id begins with `lost` are of outputs that are kept no longer. */
function fold(groups: Readonly<Record<string, readonly string[]>>): RunFold {
  const made = Object.entries(groups).map(
    ([id, deviceIds]): FoldGroup => ({
      id,
      kind: 'differs',
      state: 'succeeded',
      exitCode: 0,
      deviceIds,
      sampleCommandId: `command of ${deviceIds[0]}`,
      isDoubtful: false,
      isDropped: id.startsWith('lost'),
    }),
  )
  const counts = { devices: 0, same: 0, differ: 0, dropped: 0, failed: 0, silent: 0, waiting: 0 }
  return { runId: 'run', mode: 'exact', groups: made, counts }
}

describe('a comparison of two runs', () => {
  it('puts devices together that went from the same group to the same group, changes first', () => {
    const before = fold({ bookworm: ['a', 'b', 'c', 'd'], bullseye: ['e'], gone: ['f'] })
    const after = fold({ bookworm: ['a', 'b'], trixie: ['c', 'd', 'e'], fresh: ['g'] })
    const changes = compareFolds(before, after)
    expect(changes.map(({ kind, deviceIds, before: from, after: to }) => [kind, deviceIds, from?.id, to?.id])).toEqual([
      ['changed', ['c', 'd'], 'bookworm', 'trixie'],
      ['changed', ['e'], 'bullseye', 'trixie'],
      ['gone', ['f'], 'gone', undefined],
      ['added', ['g'], undefined, 'fresh'],
      ['same', ['a', 'b'], 'bookworm', 'bookworm'],
    ])
    expect(countChanges(changes)).toEqual([
      { kind: 'changed', count: 3 },
      { kind: 'gone', count: 1 },
      { kind: 'added', count: 1 },
      { kind: 'same', count: 2 },
    ])
  })

  it('never calls answers the same that are kept no longer', () => {
    const changes = compareFolds(fold({ lost: ['a', 'b'], one: ['c'] }), fold({ lost: ['a'], two: ['b'], one: ['c'] }))
    expect(countChanges(changes)).toEqual([
      { kind: 'dropped', count: 2 },
      { kind: 'same', count: 1 },
    ])
  })

  it('finds nothing changed in equal runs', () => {
    const run = fold({ one: ['a', 'b'], two: ['c'] })
    expect(countChanges(compareFolds(run, run))).toEqual([{ kind: 'same', count: 3 }])
  })
})
