import { describe, expect, it } from 'vitest'
import { inSlices, inSteps, inTurn, nextTurn } from '../../../../../main/shared/work/slices.ts'
import { ManualTime } from '../../commands/manual-time.ts'

/** Keeps the thread busy for so many ms. */
function workFor(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

/** Counts turns of the event loop while work goes on; returns the turn in which each piece of it was done. */
async function turnsOf(work: (note: () => void) => Promise<unknown>): Promise<readonly number[]> {
  let turn = 0
  let isOver = false
  const noted: number[] = []
  const count = () => {
    turn++
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  await work(() => void noted.push(turn))
  isOver = true
  return noted
}

describe('works that wait for their next turn', () => {
  it('go on one in each turn of the event loop, in the order in which they began to wait', async () => {
    const order: string[] = []
    const work = async (name: string, note: () => void) => {
      for (let step = 0; step < 3; step++) {
        await nextTurn()
        order.push(`${name}${step}`)
        note()
      }
    }
    const turns = await turnsOf((note) => Promise.all(['a', 'b', 'c'].map((name) => work(name, note))))
    expect(order).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'c1', 'a2', 'b2', 'c2'])
    expect(new Set(turns).size).toBe(turns.length)
  })

  it('go on though one of them stops waiting or fails', async () => {
    const failing = nextTurn().then(() => {
      throw new Error('ended')
    })
    const other = nextTurn().then(() => 'done')
    await expect(failing).rejects.toThrow('ended')
    expect(await other).toBe('done')
    await nextTurn()
  })
})

describe('a long work in slices', () => {
  it('lets others have their turn between slices, however many works begin at once', async () => {
    const items = Array.from({ length: 20 }, (_, index) => index)
    const done: number[][] = [[], [], []]
    const turns = await turnsOf((note) =>
      Promise.all(
        done.map((of) =>
          inSlices(items, nextTurn, (item) => {
            workFor(1)
            of.push(item)
            note()
          }),
        ),
      ),
    )
    expect(done).toEqual([items, items, items])
    const perTurn = new Map<number, number>()
    // What a work does before its first wait falls into one turn with that of the others.
    for (const turn of turns.filter((at) => at > 0)) perTurn.set(turn, (perTurn.get(turn) ?? 0) + 1)
    expect(Math.max(...perTurn.values())).toBeLessThanOrEqual(10)
  })

  it('is over at once where it is short', async () => {
    let isOver = false
    const work = inSlices([1, 2, 3], nextTurn, () => undefined).then(() => {
      isOver = true
    })
    await Promise.resolve()
    await Promise.resolve()
    expect(isOver).toBe(true)
    await work
  })

  it('ends with what a step throws, and takes no further step', async () => {
    const taken: number[] = []
    function* steps(): Generator<undefined, string> {
      for (let step = 0; ; step++) {
        if (step === 4) throw new Error('no more')
        taken.push(step)
        workFor(3)
        yield
      }
    }
    await expect(inSteps(steps(), nextTurn)).rejects.toThrow('no more')
    expect(taken).toEqual([0, 1, 2, 3])
  })
})

describe('a timer of work that may wait', () => {
  const time = new ManualTime(0)
  const after = inTurn((ms, run) => time.after(ms, run))

  it('goes on in a turn of its own when it falls due among others', async () => {
    const turns = await turnsOf(async (note) => {
      for (let timer = 0; timer < 3; timer++) after(20, note)
      time.advance(20)
      await nextTurn()
    })
    expect(new Set(turns).size).toBe(3)
  })

  it('does nothing once it is called off, also after it fell due', async () => {
    const done: string[] = []
    const callOff = after(20, () => void done.push('due'))
    after(40, () => void done.push('before'))()
    time.advance(60)
    callOff()
    await nextTurn()
    await nextTurn()
    expect(done).toEqual([])
  })
})
