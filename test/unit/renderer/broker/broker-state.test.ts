import { expect, it } from 'vitest'
import type { TesterState } from '../../../../preload/contract/models/broker/broker.ts'
import { withSample, withTester } from '../../../../renderer/features/broker/broker-state.ts'

const sample = (at: number) => ({
  at,
  clients: 1,
  messagesInPerS: null,
  messagesOutPerS: null,
  bytesInPerS: null,
  bytesOutPerS: null,
})
const message = (id: number) => ({
  id,
  topic: 'a',
  qos: 0 as const,
  isRetained: false,
  receivedAt: 0,
  bytes: 0,
  form: 'text' as const,
  payload: '',
  isCut: false,
  isMarked: false,
})
const tester = (from: number, to: number): TesterState => ({
  state: 'open',
  filters: [],
  received: to,
  messages: Array.from({ length: to - from + 1 }, (_value, index) => message(from + index)),
  failure: null,
})

it('shows no message twice when an event repeats what the snapshot had', () => {
  const merged = withTester(tester(1, 10), tester(8, 14))
  expect(merged.messages.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_value, index) => index + 1))
  expect(merged.received).toBe(14)
})

it('keeps the newest two hundred messages', () => {
  const merged = withTester(tester(1, 190), tester(191, 240))
  expect(merged.messages.length).toBe(200)
  expect(merged.messages.at(-1)?.id).toBe(240)
})

it('keeps an hour of points, each once', () => {
  const hour = 3_600_000
  const series = withSample([sample(0), sample(hour)], sample(hour + 5_000))
  expect(series.map(({ at }) => at)).toEqual([hour, hour + 5_000])
  expect(withSample(series, sample(hour))).toBe(series)
  expect(withSample(series, null)).toBe(series)
})
