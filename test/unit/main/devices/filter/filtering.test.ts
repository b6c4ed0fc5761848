import { describe, expect, it } from 'vitest'
import { DeviceEntries } from '../../../../../main/devices/records/device-entries.ts'
import { CONNECTION, makeScene, queryOf } from '../scene.ts'

const NOTHING = { name: '', description: '', location: '', tags: [], notes: '' }

function fleet() {
  const scene = makeScene()
  const { send, heartbeat, registry, time } = scene
  const entries = new DeviceEntries({ registry, clock: time.clock })
  heartbeat('pi_1', { cpu_temperature: 80, memory_usage: { total: 1000, used: 950, percentage: 95 } })
  heartbeat('pi_2', { cpu_temperature: 40, wifi_signal_dbm: -82, under_voltage: true })
  send('data', 'sensor', { humidity: 65, disk_percent: 85, timestamp: time.now / 1000 })
  send('status', 'pc', { status: 'offline', os: 'windows', shell: 'cmd', hostname: 'Office-PC' })
  entries.edit(
    { connectionId: CONNECTION, deviceId: 'pi_1' },
    { ...NOTHING, name: 'Pump', tags: ['Roof', 'north roof'], location: 'Hall 3' },
  )
  entries.edit({ connectionId: CONNECTION, deviceId: 'pi_2' }, { ...NOTHING, tags: ['cellar'], notes: 'fan broken' })
  entries.add({ connectionId: CONNECTION, deviceId: 'new_1' }, { ...NOTHING, name: 'Not wired yet' })
  const found = (filter: string): string[] =>
    registry.queries.window(CONNECTION, queryOf({ filter })).rows.map(({ deviceId }) => deviceId)
  return { ...scene, entries, found }
}

describe('a filter', () => {
  it.each([
    ['tag:roof', ['pi_1']],
    ['tag:ro*', ['pi_1']],
    ['tag:roof,cellar', ['pi_1', 'pi_2']],
    ['tag:oof', []],
    ['tag:"north roof"', ['pi_1']],
    ['-tag:roof', ['new_1', 'pc', 'pi_2', 'sensor']],
    ['temp>70', ['pi_1']],
    ['temp<70', ['pi_2']],
    ['mem>90 tag:roof', ['pi_1']],
    ['disk>80', ['sensor']],
    ['data.humidity>60', ['sensor']],
    ['data.HUMIDITY>70', []],
    ['data.wifi_signal_dbm<-80', ['pi_2']],
    ['data.under_voltage>0', ['pi_2']],
    ['status:offline', ['pc']],
    ['os:windows', ['pc']],
    ['host:office', ['pc']],
    ['location:hall', ['pi_1']],
    ['has:notes', ['pi_2']],
    ['seen:never', ['new_1']],
    ['status:never', ['new_1']],
    ['pump', ['pi_1']],
    ['wired', ['new_1']],
    ['', ['new_1', 'pc', 'pi_1', 'pi_2', 'sensor']],
  ])('%j finds %j', (filter, ids) => {
    expect(fleet().found(filter)).toEqual(ids)
  })

  it('on an age drops a device that grows too old without a message', () => {
    const { found, time, heartbeat } = fleet()
    expect(found('seen<1m')).toEqual(['pc', 'pi_1', 'pi_2', 'sensor'])
    time.advance(61_000)
    heartbeat('pi_2')
    expect(found('seen<1m')).toEqual(['pi_2'])
    time.advance(61_000)
    expect(found('seen<1m')).toEqual([])
  })

  it('with a mistake is refused, not taken for an empty one', () => {
    const { found } = fleet()
    expect(() => found('tmp>70')).toThrow(expect.objectContaining({ code: 'FILTER_INVALID' }))
  })

  it('chooses the devices that it shows', () => {
    const { registry, found } = fleet()
    const { deviceIds, total } = registry.queries.matching(CONNECTION, { text: '', filter: 'temp>0', presence: [] })
    expect(deviceIds).toEqual(found('temp>0'))
    expect(total).toBe(2)
  })

  it('counts the chosen devices that it hides, and names the forgotten ones', () => {
    const { registry, found, heartbeat } = fleet()
    const all = found('')
    const warm = found('temp>0')
    const check = (filter: string, ids: readonly string[] = all) =>
      registry.queries.checkChosen(CONNECTION, ids, { text: '', filter, presence: [] })
    expect(check('')).toEqual({ gone: [], hidden: 0 })
    expect(check('temp>0')).toEqual({ gone: [], hidden: all.length - warm.length })
    expect(check('tag:nowhere')).toEqual({ gone: [], hidden: all.length })
    const [first = ''] = warm
    registry.forget({ connectionId: CONNECTION, deviceId: first })
    expect(check('tag:nowhere')).toEqual({ gone: [first], hidden: all.length - 1 })
    expect(check('temp>0', [first])).toEqual({ gone: [first], hidden: 0 })
    heartbeat(first)
    expect(check('')).toEqual({ gone: [], hidden: 0 })
    expect(registry.queries.checkChosen('elsewhere', warm, { text: '', presence: [] })).toEqual({
      gone: warm,
      hidden: 0,
    })
    expect(() => check('tmp>70')).toThrow(expect.objectContaining({ code: 'FILTER_INVALID' }))
  })
})

describe('device ids', () => {
  it('are flagged where they differ only in case', () => {
    const { heartbeat, detail, registry } = fleet()
    heartbeat('PI_1')
    expect(detail('pi_1').warnings).toContainEqual(expect.objectContaining({ kind: 'case-twin', detail: 'PI_1' }))
    expect(detail('PI_1')).toMatchObject({ hasWarnings: true })
    registry.forget({ connectionId: CONNECTION, deviceId: 'PI_1' })
    expect(detail('pi_1').warnings).toEqual([])
    heartbeat('Pi_1')
    expect(detail('pi_1').warnings).toContainEqual(expect.objectContaining({ detail: 'Pi_1' }))
  })
})
