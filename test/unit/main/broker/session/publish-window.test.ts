import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PublishWindow } from '../../../../../main/broker/session/publish-window.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('holds back what exceeds the Receive Maximum of the broker until a PUBACK makes room', async () => {
  const window = new PublishWindow(2, 30_000)
  const written: number[] = []
  const outcomes = [1, 2, 3].map((id) =>
    window.send(() => {
      written.push(id)
      return id
    }),
  )
  expect(written).toEqual([1, 2])
  window.acknowledge(1, 0)
  expect(written).toEqual([1, 2, 3])
  window.acknowledge(2, 0x10)
  window.acknowledge(3, 0x87)
  expect(await Promise.all(outcomes)).toEqual([
    { kind: 'acknowledged' },
    { kind: 'no-subscriber' },
    { kind: 'refused', reasonCode: 0x87 },
  ])
})

it('calls only what was never written unsent when the connection ends', async () => {
  const window = new PublishWindow(1, 30_000)
  const written = window.send(() => 1)
  const waiting = window.send(() => 2)
  window.close()
  expect(await written).toEqual({ kind: 'unknown' })
  expect(await waiting).toEqual({ kind: 'unsent' })
  expect(await window.send(() => 3)).toEqual({ kind: 'unsent' })
})

it('calls a publish whose PUBACK does not come unknown, and takes the late PUBACK as room', async () => {
  const window = new PublishWindow(1, 30_000)
  const first = window.send(() => 1)
  const second = window.send(() => 2)
  vi.advanceTimersByTime(30_000)
  expect(await first).toEqual({ kind: 'unknown' })
  window.acknowledge(1, 0)
  window.acknowledge(2, 0)
  expect(await second).toEqual({ kind: 'acknowledged' })
})
