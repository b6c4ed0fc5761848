import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowOf } from '../../../../../main/devices/registry/device-views.ts'
import {
  DEVICE_SORTS,
  type DeviceQuery,
  type DeviceRow,
  PRESENCES,
} from '../../../../../preload/contract/models/devices/device.ts'
import { DEVICE_SYSTEMS } from '../../../../../preload/contract/models/safety/safety.ts'
import { CONNECTION, makeScene, queryOf } from '../scene.ts'

/** The same list by the plainest means. */
function expected(rows: readonly DeviceRow[], query: DeviceQuery, now = 0): string[] {
  const { by } = query.sort
  const keyOf = (row: DeviceRow): number | string | null => {
    if (by === 'id') return 0
    if (by === 'presence') return PRESENCES.indexOf(row.presence)
    if (by === 'system') return DEVICE_SYSTEMS.indexOf(row.system)
    if (by === 'lastSeenAt') return row.lastSeenAt
    if (by === 'name' || by === 'location') return row[by] || null
    if (by === 'tags') return row.tags.join(' ') || null
    if (by === 'host') return row.hostname ?? row.ipAddress
    const said = (name: string): number => Number(row.vitals?.find((one) => one.name === name)?.value ?? Number.NaN)
    if (by === 'inodesPercent' || by === 'clock') return null
    if (by === 'wifiSignalDbm') return row.vitals === undefined ? null : said('wifi_signal_dbm')
    if (by === 'power') return row.vitals === undefined ? null : said('under_voltage') * 4
    return row.metrics[by]
  }
  const direction = query.sort.isDescending ? -1 : 1
  const ids = (a: DeviceRow, b: DeviceRow): number => (a.deviceId < b.deviceId ? -1 : 1)
  return rows
    .filter((row) => query.presence.length === 0 || query.presence.includes(row.presence))
    .filter((row) => query.filter !== 'temp>2' || (row.metrics.cpuTemperatureC ?? 0) > 2)
    .filter((row) => query.filter !== '-seen<1m' || row.lastSeenAt === null || now - row.lastSeenAt >= 60_000)
    .filter((row) =>
      [row.deviceId, row.hostname, row.ipAddress].some((text) =>
        text?.toLowerCase().includes(query.text.trim().toLowerCase()),
      ),
    )
    .sort((a, b) => {
      const [left, right] = [keyOf(a), keyOf(b)]
      if (query.sort.by === 'id') return direction * ids(a, b)
      if (left === right) return ids(a, b)
      if (left === null || right === null) return left === null ? 1 : -1
      return (left < right ? -1 : 1) * direction
    })
    .map((row) => row.deviceId)
}

const query = fc.record({
  text: fc.constantFrom('', '', '1', 'HOST', ' dev_2 '),
  filter: fc.constantFrom('', '', 'temp>2', '-seen<1m'),
  presence: fc.constantFrom<DeviceQuery['presence']>([], ['online'], ['stale', 'lost'], ['offline']),
  sort: fc.record({ by: fc.constantFrom(...DEVICE_SORTS), isDescending: fc.boolean() }),
})
/** What the agent says at a temperature; the old executor says nothing. */
function vitalsAt(heat: number): object {
  return heat < 0 ? {} : { wifi_signal_dbm: heat - 70, under_voltage: heat === 3 }
}

/** Few enough that the kept lists are used again and again, and more than are kept. */
const threeQueries = fc.tuple(query, query, query)
type Step =
  | { readonly kind: 'heartbeat'; readonly device: number; readonly heat: number }
  | { readonly kind: 'offline' | 'forget'; readonly device: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'query'; readonly which: number }
const device = fc.integer({ min: 0, max: 60 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('heartbeat'), device, heat: fc.integer({ min: -2, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('offline', 'forget'), device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), seconds: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('query'), which: fc.integer({ min: 0, max: 2 }) }) },
)

describe('queryWindow', () => {
  it('agrees with a plain filter and sort as devices change between queries', () => {
    fc.assert(
      fc.property(threeQueries, fc.array(step, { minLength: 20, maxLength: 150 }), (queries, steps) => {
        const { registry, time, send, ingest } = makeScene()
        const allRows = (): DeviceRow[] => [...registry.records(CONNECTION)].map((record) => rowOf(record, false))
        for (const next of steps) {
          if (next.kind === 'wait') time.advance(next.seconds * 1_000)
          else if (next.kind === 'query') {
            const asked = queryOf(queries[next.which])
            const all = registry.queries.window(CONNECTION, asked)
            const ids = expected(allRows(), asked, time.now)
            expect(all.rows.map((row) => row.deviceId)).toEqual(ids)
            const part = registry.queries.window(CONNECTION, { ...asked, offset: 3, limit: 4 })
            expect(part).toMatchObject({ total: ids.length, revision: all.revision })
            expect(part.rows).toEqual(all.rows.slice(3, 7))
          } else if (next.kind === 'heartbeat')
            send('heartbeat', `dev_${next.device}`, { cpu_temperature: next.heat, uptime: 10, ...vitalsAt(next.heat) })
          else if (next.kind === 'offline')
            send('status', `dev_${next.device}`, { status: 'offline', hostname: 'Host' })
          else if (registry.target(CONNECTION, `dev_${next.device}`) !== null)
            registry.forget({ connectionId: CONNECTION, deviceId: `dev_${next.device}` })
        }
        expect(registry.queries.counts(CONNECTION).total).toBe(allRows().length)
        for (const presence of PRESENCES)
          expect(registry.queries.counts(CONNECTION)[presence]).toBe(
            allRows().filter((row) => row.presence === presence).length,
          )
        ingest.dispose()
        registry.dispose()
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the order across the chunks of a long list', () => {
    const { registry, heartbeat, send } = makeScene()
    for (let n = 0; n < 3_000; n += 1) heartbeat(`dev_${n}`, { cpu_temperature: 20 + ((n * 7_919) % 60) })
    const asked = queryOf({ sort: { by: 'cpuTemperatureC', isDescending: true } })
    const everyId = (): string[] =>
      Array.from({ length: 15 }, (_, page) =>
        registry.queries.window(CONNECTION, { ...asked, offset: page * 200 }).rows.map((row) => row.deviceId),
      ).flat()
    expect(new Set(everyId()).size).toBe(3_000)
    for (let n = 0; n < 3_000; n += 17) send('heartbeat', `dev_${n}`, { cpu_temperature: 79.5 })
    for (let n = 0; n < 20; n += 1) registry.forget({ connectionId: CONNECTION, deviceId: `dev_${n}` })
    for (let n = 0; n < 600; n += 1) {
      send('heartbeat', `new_${n}`, { cpu_temperature: 90 })
      if (n % 100 === 0) registry.queries.window(CONNECTION, asked)
    }
    const rows = Array.from(
      { length: 18 },
      (_, page) => registry.queries.window(CONNECTION, { ...asked, offset: page * 200 }).rows,
    ).flat()
    expect(rows.map((row) => row.deviceId)).toEqual(expected(rows, asked))
    expect(rows.length).toBe(registry.queries.counts(CONNECTION).total)
    expect(rows.length).toBe(3_580)
  })
})
