import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WorkLine } from '../../../../../../main/broker/built-in/logins/work-queue.ts'

it('never does more at once than it may, in the order of arrival, and goes on after a task that failed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (scheduler, atOnce, outcomes) => {
        const line = new WorkLine({ atOnce, mostWaiting: outcomes.length })
        const started: number[] = []
        let running = 0
        let most = 0
        const done = outcomes.map((isGood, index) =>
          line
            .run(async () => {
              started.push(index)
              running += 1
              most = Math.max(most, running)
              await scheduler.schedule(Promise.resolve())
              running -= 1
              if (!isGood) throw new Error('failed')
              return index
            })
            ?.catch(() => 'failed'),
        )
        await scheduler.waitFor(Promise.all(done))
        expect(await Promise.all(done)).toEqual(outcomes.map((isGood, index) => (isGood ? index : 'failed')))
        expect(most).toBeLessThanOrEqual(atOnce)
        expect(started).toEqual(outcomes.map((_, index) => index))
      },
    ),
  )
})

it('turns away what finds the line full, and takes more once there is room', async () => {
  const line = new WorkLine({ atOnce: 1, mostWaiting: 1 })
  let finish: (value: string) => void = () => undefined
  const first = line.run(
    () =>
      new Promise<string>((resolve) => {
        finish = resolve
      }),
  )
  const second = line.run(async () => 'second')
  expect(line.run(async () => 'third')).toBeNull()
  finish('first')
  expect(await Promise.all([first, second])).toEqual(['first', 'second'])
  expect(await line.run(async () => 'fourth')).toBe('fourth')
})
