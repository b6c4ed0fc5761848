import { describe, expect, it } from 'vitest'
import type { Bridge } from '../../../../preload/contract/bridge.ts'
import type { Settings } from '../../../../preload/contract/models/app/settings.ts'
import { AppStore } from '../../../../renderer/lib/app-store.ts'
import { bootstrap } from '../bootstrap.ts'

const initial = bootstrap()
const dark: Settings = { ...initial.settings, theme: 'dark' }

/** A bridge whose answer is given by hand, and whose events are sent by `emit`. */
function fakeBridge() {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  let answer: (value: unknown) => void = () => undefined
  const promise = new Promise<unknown>((resolve) => {
    answer = resolve
  })
  const calls: string[] = []
  const bridge = {
    request: (name: string) => {
      calls.push(name)
      return promise
    },
    subscribe: (name: string, listener: (payload: never) => void) => {
      calls.push(`subscribe ${name}`)
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
  } as unknown as Bridge
  const emit = (name: string, payload: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never)
  }
  const count = () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0)
  return { bridge, emit, answer, calls, count }
}

describe('AppStore', () => {
  it('loses no event that arrives while the first state is under way', async () => {
    const { bridge, emit, answer, calls } = fakeBridge()
    const store = new AppStore(bridge)
    const started = store.start()
    expect(calls.at(-1)).toBe('app.bootstrap')
    emit('settings.changed', dark)
    answer({ ok: true, value: initial })
    expect((await started).settings).toEqual(dark)
    expect(store.get().audit).toBe(initial.audit)
  })

  it('keeps the identity of what did not change, so that other components do not render', async () => {
    const { bridge, emit, answer } = fakeBridge()
    const store = new AppStore(bridge)
    answer({ ok: true, value: initial })
    await store.start()
    let changes = 0
    store.subscribe(() => changes++)
    emit('settings.changed', dark)
    expect(changes).toBe(1)
    expect(store.get().settings).toEqual(dark)
    expect(store.get().profiles).toBe(initial.profiles)
  })

  it('takes the counts out of a change of devices', async () => {
    const { bridge, emit, answer } = fakeBridge()
    const store = new AppStore(bridge)
    answer({ ok: true, value: initial })
    await store.start()
    const counts = { ...initial.counts, online: 3, total: 3 }
    emit('devices.changed', { revision: 7, entries: 0, counts })
    expect(store.get().counts).toEqual(counts)
  })

  it('fails with the code of main, not with a nameless error', async () => {
    const { bridge, answer } = fakeBridge()
    const store = new AppStore(bridge)
    answer({ ok: false, error: { code: 'DATABASE_TOO_NEW', message: '', data: { version: 9 } } })
    await expect(store.start()).rejects.toMatchObject({ code: 'DATABASE_TOO_NEW', data: { version: 9 } })
  })

  it('leaves no subscription behind', async () => {
    const { bridge, answer, count } = fakeBridge()
    const store = new AppStore(bridge)
    answer({ ok: true, value: initial })
    await store.start()
    expect(count()).toBeGreaterThan(0)
    store.dispose()
    expect(count()).toBe(0)
  })
})
