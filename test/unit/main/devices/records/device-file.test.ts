import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeviceEntries } from '../../../../../main/devices/records/device-entries.ts'
import { formatCsv, parseCsv, withoutGuard } from '../../../../../main/shared/csv.ts'
import { CONNECTION, makeScene } from '../scene.ts'

const NOTHING = { name: '', description: '', location: '', tags: [], notes: '' }

describe('CSV', () => {
  it('keeps a cell on the way to a file and back', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('"', ',', ';', '\n', '\r\n', '=', '+', "'", 'a')).map((parts) => parts.join('')),
    )
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (written) => {
        // The heading decides what the separator is.
        const read = parseCsv(formatCsv([['a', 'b', 'c'], ...written])).slice(1)
        expect(read.map(({ cells }) => cells.map(withoutGuard))).toEqual(
          written.map((cells) => cells.map((text) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text))),
        )
      }),
    )
  })

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Array.isArray(parseCsv(text))).toBe(true)
      }),
    )
  })

  it('guards a cell that a spreadsheet runs as a formula', () => {
    expect(formatCsv([['=HYPERLINK("http://x")', '@SUM(1)', '-1']])).toBe(
      `"'=HYPERLINK(""http://x"")",'@SUM(1),'-1\r\n`,
    )
  })

  it('reads a byte order mark and semicolons, as spreadsheets write them', () => {
    expect(parseCsv('\ufeffdevice_id;name\r\nrpi_1;"Süd; Dach"\r\n').map(({ cells }) => cells)).toEqual([
      ['device_id', 'name'],
      ['rpi_1', 'Süd; Dach'],
    ])
  })

  it('counts the lines inside a cell', () => {
    expect(parseCsv('a,b\n"1\n2",x\ny,z\n').map(({ line }) => line)).toEqual([1, 2, 4])
  })
})

function site() {
  const scene = makeScene()
  return { ...scene, entries: new DeviceEntries({ registry: scene.registry, clock: scene.time.clock }) }
}

describe.each(['csv', 'json'] as const)('a file in %s', (format) => {
  it('brings the same records back on another computer', async () => {
    const one = site()
    one.heartbeat('rpi_1')
    one.entries.edit(
      { connectionId: CONNECTION, deviceId: 'rpi_1' },
      { name: 'Pump, "big"', description: '=1+1', location: '屋顶', tags: ['roof', 'north side'], notes: 'a\nb' },
    )
    one.registry.setSystem(CONNECTION, ['rpi_1'], 'raspberrypi')
    one.entries.add({ connectionId: CONNECTION, deviceId: 'rpi_2' }, NOTHING)
    const { text, count } = await one.entries.exported(CONNECTION, format)
    expect(count).toBe(2)
    const other = site()
    expect(await other.entries.imported(CONNECTION, text)).toMatchObject({ added: 2, updated: 0, skippedCount: 0 })
    const { name, description, location, tags, notes, system } = other.detail('rpi_1')
    expect({ name, description, location, tags, notes, system }).toEqual({
      name: 'Pump, "big"',
      description: '=1+1',
      location: '屋顶',
      tags: ['north side', 'roof'],
      notes: 'a\nb',
      system: 'raspberrypi',
    })
    expect(other.detail('rpi_2')).toMatchObject({ presence: 'never-seen', isAddedByHand: true })
  })
})

describe('an import', () => {
  it('skips lines that are no devices, names them, and takes the others', async () => {
    const { entries, detail } = site()
    const text = 'device_id,name\nok_1,One\nbad id,x\ncontrol,x\nok_1,again\n,x\n'
    expect(await entries.imported(CONNECTION, text)).toEqual({
      added: 1,
      updated: 0,
      skippedCount: 4,
      skipped: [
        { line: 3, reason: 'device-id' },
        { line: 4, reason: 'reserved-id' },
        { line: 5, reason: 'duplicate' },
        { line: 6, reason: 'device-id' },
      ],
    })
    expect(detail('ok_1').name).toBe('One')
  })

  it('keeps the fields that the file does not name', async () => {
    const { entries, detail, heartbeat } = site()
    heartbeat('rpi_1')
    entries.edit({ connectionId: CONNECTION, deviceId: 'rpi_1' }, { ...NOTHING, name: 'Pump', tags: ['roof'] })
    await entries.imported(CONNECTION, 'device_id,location\nrpi_1,Hall\n')
    expect(detail('rpi_1')).toMatchObject({ name: 'Pump', tags: ['roof'], location: 'Hall' })
  })

  it.each([
    ['name,tags\nx,y\n', 'no-id-column'],
    ['{"devices": 1}', 'no-devices'],
    ['{"devices": [', 'not-json'],
  ])('of %j is refused with a reason', async (text, reason) => {
    await expect(site().entries.imported(CONNECTION, text)).rejects.toMatchObject({
      code: 'IMPORT_INVALID',
      data: { reason },
    })
  })

  it('cuts texts to their length and shows control characters', async () => {
    const { entries, detail } = site()
    const devices = [{ id: 'rpi_1', name: `a\u001b[31m${'x'.repeat(500)}`, tags: ['A', 'a', 1, 'b\u0000'] }]
    await entries.imported(CONNECTION, JSON.stringify(devices))
    const { name, tags } = detail('rpi_1')
    expect(name).not.toContain('\u001b')
    expect(name.length).toBeLessThanOrEqual(65)
    expect(tags).toEqual(['a', 'b⟨nul⟩'])
  })

  it('adds no device twice by hand', () => {
    const { entries, heartbeat } = site()
    heartbeat('rpi_1')
    expect(() => entries.add({ connectionId: CONNECTION, deviceId: 'rpi_1' }, NOTHING)).toThrow(
      expect.objectContaining({ code: 'DEVICE_EXISTS' }),
    )
  })
})
