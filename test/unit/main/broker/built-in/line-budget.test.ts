import { expect, it } from 'vitest'
import { LineBudget } from '../../../../../main/broker/built-in/line-budget.ts'

it('passes on the first lines of a flood and counts the rest, so that a log of 200 lines keeps what came before', () => {
  const said: string[] = []
  let endWindow = () => {}
  const budget = new LineBudget({
    say: (line) => said.push(line),
    summary: (count) => `${count} more`,
    after: (_delayMs, run) => {
      endWindow = run
      return () => undefined
    },
  })
  for (let index = 0; index < 1_000; index += 1) budget.add(`line ${index}`)
  expect(said).toHaveLength(20)
  endWindow()
  expect(said.slice(20)).toEqual(['980 more'])
  budget.add('later')
  expect(said.at(-1)).toBe('later')
  endWindow()
  expect(said.at(-1)).toBe('later')
})
