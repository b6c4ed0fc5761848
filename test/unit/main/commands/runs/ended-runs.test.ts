import { beforeEach, describe, expect, it } from 'vitest'
import { EndedRuns } from '../../../../../main/commands/runs/ended-runs.ts'
import type { Run } from '../../../../../preload/contract/models/commands/command.ts'
import { answered } from '../folding/command-records.ts'

/** A store whose reads in steps let something happen in their middle. */
class Store {
  readonly runs = new Map<string, Run>()
  reads = 0
  during: () => void = () => undefined

  readonly runOfTurn = (turnId: string): Run | null => {
    this.reads++
    return this.runs.get(turnId) ?? null
  }

  readonly headOfTurn = () => null;

  *readRun(turnId: string): Generator<undefined, Run | null> {
    const run = this.runOfTurn(turnId)
    yield
    this.during()
    yield
    return run
  }
}

const late = (number: number) => answered(number, 'late')

function runOf(turnId: string, outputs: readonly string[] = ['a', 'b', 'c']): Run {
  const head = {
    id: `run of ${turnId}`,
    turnId,
    connectionId: 'site',
    approvalId: 'a',
    command: 'uptime',
    timeoutS: 30,
  }
  const commands = outputs.map((output, number) => answered(number, output))
  return { ...head, approvedBy: 'Li', approvedAt: 0, commands } as unknown as Run
}

let store: Store
let runs: EndedRuns

beforeEach(() => {
  store = new Store()
  store.runs.set('turn', runOf('turn'))
  runs = new EndedRuns(store)
})

const outputsOf = (run: Run | null) => run?.commands.map(({ stdout }) => stdout)

describe('a run that has ended', () => {
  it('is read once, whoever asks how often and at the same time', async () => {
    const read = await Promise.all([runs.load('turn'), runs.load('turn'), runs.load('turn')])
    expect(read.map(outputsOf)).toEqual(Array(3).fill(['a', 'b', 'c']))
    expect(runs.runOfTurn('turn')).toBe(await runs.load('turn'))
    expect(store.reads).toBe(1)
  })

  it('takes a late answer without being read again', async () => {
    await runs.load('turn')
    runs.replace('turn', { record: late(1), position: 1 })
    expect(outputsOf(await runs.load('turn'))).toEqual(['a', 'late', 'c'])
    expect(store.reads).toBe(1)
  })

  it('takes a late answer where a damaged row made the positions others', async () => {
    runs.keep({ ...runOf('turn'), commands: runOf('turn').commands.slice(1) })
    runs.replace('turn', { record: late(2), position: 2 })
    expect(outputsOf(await runs.load('turn'))).toEqual(['b', 'late'])
  })

  it('is not changed by a command of another run', async () => {
    await runs.load('turn')
    runs.replace('turn', { record: { ...late(1), commandId: 'of an earlier run' }, position: 1 })
    expect(outputsOf(await runs.load('turn'))).toEqual(['a', 'b', 'c'])
  })

  it('holds an answer that came while it was read', async () => {
    store.during = () => runs.replace('turn', { record: late(0), position: 0 })
    expect(outputsOf(await runs.load('turn'))).toEqual(['late', 'b', 'c'])
  })

  it('is read anew where it changed as a whole while it was read', async () => {
    store.during = () => {
      store.during = () => undefined
      store.runs.set('turn', runOf('turn', ['x']))
      runs.forget('turn')
    }
    expect(outputsOf(await runs.load('turn'))).toEqual(['x'])
    expect(outputsOf(runs.runOfTurn('turn'))).toEqual(['x'])
  })

  it('is given and not kept where it changes as a whole all the time', async () => {
    store.during = () => runs.clear()
    expect(outputsOf(await runs.load('turn'))).toEqual(['a', 'b', 'c'])
    const reads = store.reads
    runs.runOfTurn('turn')
    expect(store.reads).toBe(reads + 1)
  })

  it('is read again after a read that failed', async () => {
    store.during = () => {
      store.during = () => undefined
      throw new Error('database is locked')
    }
    await expect(runs.load('turn')).rejects.toThrow('locked')
    expect(outputsOf(await runs.load('turn'))).toEqual(['a', 'b', 'c'])
  })

  it('comes to each who asks for more runs at once than are kept', async () => {
    const turnIds = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8']
    for (const turnId of turnIds) store.runs.set(turnId, runOf(turnId, [turnId]))
    const read = await Promise.all(turnIds.map((turnId) => runs.load(turnId)))
    expect(read.map(outputsOf)).toEqual(turnIds.map((turnId) => [turnId]))
    expect(store.reads).toBe(turnIds.length)
  })

  it('is none where there is none', async () => {
    expect(await runs.load('another')).toBeNull()
  })
})
