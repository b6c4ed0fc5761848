import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../../../main/assistant/formatters/read-answer.ts'
import { answerValues } from '../../../../../../main/commands/folding/values/answer-values.ts'
import { ValueTable } from '../../../../../../main/commands/folding/values/value-table.ts'
import type { CommandRecord } from '../../../../../../preload/contract/models/commands/command.ts'
import { answered, atOnce, silent } from '../command-records.ts'

const table = (records: readonly CommandRecord[]) => atOnce(ValueTable.of(records, answerValues))
const columns = (texts: readonly string[]) => table(texts.map((text, index) => answered(index, text))).summary().columns
const titles = (texts: readonly string[]) => columns(texts).map(({ title }) => title.en)
/** An answer with its words, as the phrasebook's own command gives them. */
function inWords(number: number, command: string, stdout: string): CommandRecord {
  const proposal = { command, source: { kind: 'phrasebook', name: '' }, system: 'linux' } as const
  const reading = readAnswer(proposal, { isSuccess: true, stdout, stderr: '' })
  return answered(number, stdout, reading === null ? {} : { reading })
}

describe('columns of a run', () => {
  it('are made of answers that are one number, with smallest, median and largest', () => {
    const [column, ...others] = columns(['41.5\n', '  47.8 \r\n', '39\n'])
    expect(others).toEqual([])
    expect(column).toMatchObject({ unit: '', decimals: 1, count: 3, median: 41.5, title: { en: '', zh: '' } })
    expect(column?.smallest).toEqual({ deviceId: 'gw-002', amount: 39 })
    expect(column?.largest).toEqual({ deviceId: 'gw-001', amount: 47.8 })
  })

  it('are made of each line `key: value` with a number, and keep its unit', () => {
    const meminfo = (free: number) => `MemTotal:  3881912 kB\nMemFree:  ${free} kB\nState: ok\n`
    expect(columns([meminfo(100), meminfo(300)]).map(({ title, unit, median }) => [title.en, unit, median])).toEqual([
      ['MemTotal', 'kB', 3_881_912],
      ['MemFree', 'kB', 200],
    ])
    expect(titles(["temp=47.2'C", "temp=48.0'C"])).toEqual(['temp'])
    expect(titles(['温度：47 °C', '温度：48 °C'])).toEqual(['温度'])
  })

  it('are named by the section of a sensor', () => {
    const sensors = (degrees: number) =>
      `coretemp-isa-0000\nAdapter: ISA adapter\nCore 0:  +${degrees}.0°C  (high = +80.0°C)\n\nnvme-pci-0100\nCore 0: +30.0°C\n`
    expect(titles([sensors(45), sensors(50)])).toEqual(['coretemp-isa-0000 · Core 0', 'nvme-pci-0100 · Core 0'])
  })

  it('are made of what the phrasebook put into words', () => {
    const hot = [40, 45, 47].map((degrees, index) => inWords(index, 'vcgencmd measure_temp', `temp=${degrees}.5'C\n`))
    expect(table(hot).summary().columns).toMatchObject([
      { title: { en: 'CPU temperature', zh: 'CPU 温度' }, unit: '°C', median: 45.5 },
    ])
    const zone = [47_800, 51_200].map((raw, index) =>
      inWords(index, 'cat /sys/class/thermal/thermal_zone0/temp', `${raw}\n`),
    )
    expect(table(zone).summary().columns).toMatchObject([{ unit: '°C', median: 49.5 }])
    const df = (used: string) => `Filesystem Size Used Avail Use% Mounted on\n/dev/root 29G 4.1G 24G ${used}% /\n`
    const disks = [14, 15].map((used, index) => inWords(index, 'df -h', df(String(used))))
    const found = table(disks)
      .summary()
      .columns.map(({ title, unit }) => [title.en, unit])
    expect(found).toContainEqual(['/ · Full', '%'])
    expect(found).toContainEqual(['/ · Free', 'G'])
  })

  it('compare units of one kind, in the one that most devices print', () => {
    const [column] = columns(['free: 2G', 'free: 512M', 'free: 1G'])
    expect(column).toMatchObject({ unit: 'G', smallest: { amount: 0.5 }, median: 1, largest: { amount: 2 } })
    expect(columns(['a: 3 V', 'a: 4 %', 'a: 5 V', 'a: 6 V'])).toMatchObject([{ unit: 'V', count: 3 }])
  })

  it.each([
    [['up 3 days, load 0.1', 'up 4 days, load 0.2']],
    [['06:54', '07:12']],
    [['10.0.0.1', '10.0.0.2']],
    [['VERSION_ID=12\nBUILD: 5', 'VERSION_ID=11\nBUILD: 6']],
    [['serial: 10000000', 'serial: 10000001']],
    [['Nov 29 06:54:51 gw kernel: 5', 'Nov 29 06:54:52 gw kernel: 6']],
    [['temp: 5\nsomething went wrong', 'temp: 6\nsomething went wrong']],
    [['temp: 5\ntemp: 6', 'temp: 7\ntemp: 8']],
    [['42', 'none', 'none']],
    [['42']],
    [['', '']],
  ])('are not made of %j', (texts) => {
    expect(titles(texts)).toEqual([])
  })

  it('leave out devices that failed, are silent or were cut, and those that answer something else', () => {
    const records = [
      answered(1, '41'),
      answered(2, '42'),
      answered(3, 'x'),
      answered(4, '99', { state: 'failed', exitCode: 1 }),
      answered(5, '98', { marks: ['cut-by-device'] }),
      silent(6),
    ]
    expect(table(records).summary()).toMatchObject({ answered: 4, columns: [{ count: 2, largest: { amount: 42 } }] })
  })

  it('name what is far from the median, the farthest first', () => {
    const normal = Array.from({ length: 40 }, (_, index) => `${44 + (index % 5)}.0 °C`)
    const [column] = columns([...normal, '81.5 °C', '12 °C', '95 °C'])
    expect(column?.outliers).toEqual([
      { deviceId: 'gw-042', amount: 95 },
      { deviceId: 'gw-040', amount: 81.5 },
      { deviceId: 'gw-041', amount: 12 },
    ])
    expect(columns(Array.from({ length: 30 }, (_, index) => (index === 7 ? '1' : '0')))[0]?.outliers).toHaveLength(1)
    expect(columns(Array.from({ length: 30 }, (_, index) => String(index % 2)))[0]?.outliers).toEqual([])
    expect(columns(['1', '1', '1', '900'])[0]?.outliers).toEqual([])
  })

  it('have a histogram that counts each value once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 }), (numbers) => {
        const [column] = columns(numbers.map(String))
        const { bins = [], count = 0 } = column ?? {}
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(count)
        expect(bins[0]?.from).toBe(Math.min(...numbers))
        expect(bins.at(-1)?.to).toBe(Math.max(...numbers))
        expect(column?.median).toBeGreaterThanOrEqual(column?.smallest.amount ?? Number.NaN)
        expect(column?.median).toBeLessThanOrEqual(column?.largest.amount ?? Number.NaN)
      }),
    )
  })
})

describe('the table of a column', () => {
  const values = table(['3', '10', '2', '10.5'].map((text, index) => answered(index, text)))
  const ids = (order: 'largest' | 'smallest' | 'device', from = 0, count = 10) =>
    values.rows('alone', order, from, count).map(({ deviceId }) => deviceId)

  it('is sorted by value or device, and read in slices', () => {
    expect(ids('largest')).toEqual(['gw-003', 'gw-001', 'gw-000', 'gw-002'])
    expect(ids('smallest', 1, 2)).toEqual(['gw-000', 'gw-001'])
    expect(ids('device')).toEqual(['gw-000', 'gw-001', 'gw-002', 'gw-003'])
    expect(values.rows('unknown', 'device', 0, 10)).toEqual([])
  })

  it('finds the devices beyond a limit, which is not one of them', () => {
    expect(values.devicesBeyond('alone', 'above', 3)).toEqual(['gw-003', 'gw-001'])
    expect(values.devicesBeyond('alone', 'below', 3)).toEqual(['gw-002'])
  })

  it('shows each number as the device printed it', () => {
    expect(values.rows('alone', 'largest', 0, 1)).toEqual([{ deviceId: 'gw-003', text: '10.5', isOutlier: false }])
  })
})
