import { describe, expect, it } from 'vitest'
import { CONNECTION, makeScene, queryOf } from '../scene.ts'

const S = 1_000

describe('the registry without a connection', () => {
  it('claims no state as current while the console does not listen, and filters by the last that is known', () => {
    const { time, heartbeat, row, registry } = makeScene()
    heartbeat('rpi_001')
    time.advance(20 * S)
    expect(row('rpi_001').lastKnownAt).toBeUndefined()
    expect(registry.queries.counts(CONNECTION)).toMatchObject({ online: 1, unheard: 0 })
    const endedAt = time.now
    registry.disconnected(CONNECTION)
    time.advance(600 * S)
    expect(row('rpi_001')).toMatchObject({ presence: 'online', lastKnownAt: endedAt })
    expect(registry.target(CONNECTION, 'rpi_001')).toMatchObject({ presence: 'online', lastKnownAt: endedAt })
    expect(registry.queries.counts(CONNECTION)).toMatchObject({ online: 1, unheard: 1, lastKnownAt: endedAt })
    const found = registry.queries.window(CONNECTION, queryOf({ filter: 'status:online' }))
    expect(found.rows.map(({ deviceId }) => deviceId)).toEqual(['rpi_001'])
  })

  it('takes a state for current again after an outage only when the device is heard, or is silent for too long', () => {
    const { time, heartbeat, send, row, registry } = makeScene()
    const heardAt = time.now
    for (const id of ['heard', 'retained', 'silent']) heartbeat(id)
    send('status', 'gone', { status: 'offline' })
    time.advance(5 * S)
    registry.disconnected(CONNECTION)
    time.advance(5 * S)
    registry.connected(CONNECTION)
    for (const id of ['heard', 'retained', 'silent', 'gone']) expect(row(id).lastKnownAt).toBe(heardAt)
    expect(registry.queries.counts(CONNECTION)).toMatchObject({ online: 3, offline: 1, unheard: 3 })
    heartbeat('heard')
    send('status', 'retained', { status: 'online' }, { isRetained: true })
    expect(row('heard').lastKnownAt).toBeUndefined()
    expect(row('retained').lastKnownAt).toBeUndefined()
    expect(registry.queries.counts(CONNECTION)).toMatchObject({ online: 3, unheard: 1 })
    time.advance(130 * S)
    expect(row('silent')).toMatchObject({ presence: 'stale', evidence: { kind: 'missed' } })
    expect(row('silent').lastKnownAt).toBeUndefined()
    expect(registry.queries.counts(CONNECTION).unheard).toBe(0)
    registry.forget({ connectionId: CONNECTION, deviceId: 'silent' })
    expect(registry.queries.counts(CONNECTION).unheard).toBe(0)
  })
})
