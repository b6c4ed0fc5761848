import { describe, expect, it } from 'vitest'
import type { DeviceQuery, DeviceWindow } from '../../../../../preload/contract/models/devices/device.ts'
import { DeviceWindowLoader } from '../../../../../renderer/features/devices/table/device-window-loader.ts'

const QUERY: DeviceQuery = { text: '', presence: [], sort: { by: 'id', isDescending: false }, offset: 0, limit: 80 }
const ANSWER: DeviceWindow = { rows: [], total: 0, revision: 1 }

interface Call {
  readonly query: DeviceQuery
  readonly answer: () => Promise<void>
  readonly fail: () => Promise<void>
}

function setUp() {
  const calls: Call[] = []
  const shown: DeviceQuery[] = []
  const errors: unknown[] = []
  const timers: { act: () => void; ms: number }[] = []
  let now = 0
  const settled = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  const loader = new DeviceWindowLoader({
    query: (query) =>
      new Promise((resolve, reject) => {
        calls.push({
          query,
          answer: () => {
            resolve(ANSWER)
            return settled()
          },
          fail: () => {
            reject(new Error('gone'))
            return settled()
          },
        })
      }),
    onWindow: (_window, query) => shown.push(query),
    onError: (error) => errors.push(error),
    minGapMs: 250,
    clock: () => now,
    later: (act, ms) => {
      const timer = { act, ms }
      timers.push(timer)
      return () => timers.splice(timers.indexOf(timer), 1)
    },
  })
  const passMs = (ms: number) => {
    now += ms
    for (const timer of timers.splice(0)) timer.act()
  }
  return { loader, calls, shown, errors, timers, passMs }
}

describe('DeviceWindowLoader', () => {
  it('has one request under way, and then asks for the newest wish only', async () => {
    const { loader, calls, shown } = setUp()
    loader.want(QUERY)
    loader.want({ ...QUERY, offset: 100 })
    loader.want({ ...QUERY, offset: 200 })
    expect(calls).toHaveLength(1)
    await calls[0]?.answer()
    expect(calls.map(({ query }) => query.offset)).toEqual([0, 200])
    await calls[1]?.answer()
    expect(shown.map(({ offset }) => offset)).toEqual([0, 200])
  })

  it('does not show the answer to a search that is no longer wanted', async () => {
    const { loader, calls, shown } = setUp()
    loader.want({ ...QUERY, text: 'roo' })
    loader.want({ ...QUERY, text: 'roof' })
    await calls[0]?.answer()
    expect(shown).toEqual([])
    await calls[1]?.answer()
    expect(shown.map(({ text }) => text)).toEqual(['roof'])
  })

  it('refreshes at a calm pace however many changes are told', async () => {
    const { loader, calls, timers, passMs } = setUp()
    loader.want(QUERY)
    for (let count = 0; count < 50; count += 1) loader.invalidate()
    await calls[0]?.answer()
    expect(calls).toHaveLength(1)
    expect(timers.map(({ ms }) => ms)).toEqual([250])
    passMs(250)
    expect(calls).toHaveLength(2)
    await calls[1]?.answer()
    expect(timers).toEqual([])
  })

  it('asks for nothing before it is told what is in view', () => {
    const { loader, calls } = setUp()
    loader.invalidate()
    expect(calls).toEqual([])
  })

  it('tells of a failure once and goes on with the next change', async () => {
    const { loader, calls, errors, passMs } = setUp()
    loader.want(QUERY)
    await calls[0]?.fail()
    expect(errors).toHaveLength(1)
    expect(calls).toHaveLength(1)
    passMs(300)
    loader.invalidate()
    expect(calls).toHaveLength(2)
  })

  it('says and asks nothing after it is disposed', async () => {
    const { loader, calls, shown, timers } = setUp()
    loader.want(QUERY)
    loader.invalidate()
    loader.dispose()
    await calls[0]?.answer()
    expect(shown).toEqual([])
    expect(timers).toEqual([])
    expect(calls).toHaveLength(1)
  })
})
