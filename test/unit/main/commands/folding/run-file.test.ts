import { describe, expect, it } from 'vitest'
import { foldRun } from '../../../../../main/commands/folding/fold.ts'
import { runFile, type SavedRun } from '../../../../../main/commands/folding/run-file.ts'
import { answerValues } from '../../../../../main/commands/folding/values/answer-values.ts'
import { ValueTable } from '../../../../../main/commands/folding/values/value-table.ts'
import { parseCsv } from '../../../../../main/shared/csv.ts'
import type { CommandRecord, Run } from '../../../../../preload/contract/models/commands/command.ts'
import { answered, atOnce, silent } from './command-records.ts'

const FORM = { language: 'en', nameOf: (id: string) => (id === 'gw-001' ? 'Roof' : '') } as const

function runOf(command: string, commands: readonly CommandRecord[]): SavedRun {
  const run: Run = {
    id: 'run-1',
    turnId: 'turn-1',
    connectionId: 'site',
    approvalId: 'approval-1',
    command,
    timeoutS: 30,
    approvedBy: 'ann',
    approvedAt: Date.UTC(2026, 0, 2),
    commands,
  }
  return { run, fold: foldRun(run.id, commands, 'exact'), values: atOnce(ValueTable.of(commands, answerValues)) }
}

function saved(
  commands: readonly CommandRecord[],
  format: 'text' | 'json' | 'csv',
  language: 'en' | 'zh-CN' = 'en',
): string {
  return atOnce(runFile([runOf('uptime', commands)], { ...FORM, format, language }))
}

const commands = [
  answered(1, 'up 3 days'),
  answered(2, 'up 3 days'),
  answered(3, '', { state: 'failed', exitCode: 127, stderr: 'uptime: not found' }),
  silent(4),
]

describe('a saved run', () => {
  it('has one block a group as text, failures first, and every device in one of them', () => {
    const text = saved(commands, 'text')
    const titles = text.split('\n').filter((line) => line.startsWith('==='))
    expect(titles).toEqual([
      '=== 1 device: failed, exit code 127',
      '=== 1 device: no answer',
      '=== 2 devices: succeeded, exit code 0',
    ])
    expect(text).toContain('ann · 4 devices\n2 the same, 1 failed, 1 without a result\n')
    expect(text).toContain('Roof (gw-001), gw-002\nup 3 days')
    expect(text).toContain('gw-003\n--- error output ---\nuptime: not found')
  })

  it('is written in the language of the operator', () => {
    const text = saved(commands, 'text', 'zh-CN')
    expect(text).toContain('ann · 4 台设备\n2 台一致，1 台失败，1 台没有结果\n')
    expect(text).toContain('=== 1 台设备：失败，退出码 127\ngw-003\n--- 错误输出 ---\nuptime: not found')
  })

  it('says of outputs that they are no longer kept', () => {
    const lost = [1, 2].map((number) => answered(number, '', { marks: ['output-dropped'] }))
    expect(saved(lost, 'text')).toContain('2 with an output that is no longer kept')
    expect(saved(lost, 'text')).toContain('Roof (gw-001), gw-002\n(output no longer kept)')
    expect(JSON.parse(saved(lost, 'json')).groups).toMatchObject([{ kind: 'dropped', isDropped: true }])
  })

  it('has every device once as JSON', () => {
    const { groups, counts, names } = JSON.parse(saved(commands, 'json'))
    expect(names).toEqual({ 'gw-001': 'Roof' })
    expect(groups.flatMap(({ deviceIds }: { deviceIds: string[] }) => deviceIds).sort()).toEqual([
      'gw-001',
      'gw-002',
      'gw-003',
      'gw-004',
    ])
    expect(counts.devices).toBe(4)
  })

  it('is a table that a spreadsheet reads as UTF-8 and runs no formula of', () => {
    const csv = saved([answered(1, '=HYPERLINK("http://evil")\nnext, line'), answered(2, '温度 41')], 'csv')
    expect(csv.startsWith('\ufeff')).toBe(true)
    const [head, first, second] = parseCsv(csv).map(({ cells }) => cells)
    expect(head?.[0]).toBe('device')
    expect(first?.slice(0, 4)).toEqual(['gw-001', 'Roof', 'succeeded', expect.any(String)])
    expect(first?.[9]).toBe('\'=HYPERLINK("http://evil")\nnext, line')
    expect(second?.[9]).toBe('温度 41')
    expect(first).toHaveLength(head?.length ?? 0)
  })

  it('has a column for each value, as numbers in one unit and negative ones too', () => {
    const csv = saved(
      [answered(1, 'level: -61 dBm\nfree: 4.5G\n'), answered(2, 'level: -70 dBm\nfree: 512M\n'), silent(3)],
      'csv',
    )
    const [head = [], first, second, third] = parseCsv(csv).map(({ cells }) => cells)
    const level = head.indexOf('level (dBm)')
    const free = head.indexOf('free (G)')
    expect([first, second, third].map((row) => row?.[level])).toEqual(['-61', '-70', ''])
    expect([first, second, third].map((row) => row?.[free])).toEqual(['4.5', '0.5', ''])
    expect(head.at(-2)).toBe('output')
  })
})

describe('the saved runs of one question', () => {
  const linux = runOf('df', [answered(1, 'free: 4G'), answered(2, 'free: 5G')])
  const windows = runOf('wmic', [answered(3, 'free: 6G\ntotal: 9G'), answered(4, 'free: 7G\ntotal: 9G'), silent(5)])
  const question = (format: 'text' | 'json' | 'csv') => atOnce(runFile([linux, windows], { ...FORM, format }))

  it('are one text, a run after the other', () => {
    expect(
      question('text')
        .split('\n')
        .filter((line) => /^[$]|^===/.test(line)),
    ).toEqual([
      '$ df',
      '=== 1 device: succeeded, exit code 0',
      '=== 1 device: succeeded, exit code 0',
      '$ wmic',
      '=== 1 device: no answer',
      '=== 1 device: succeeded, exit code 0',
      '=== 1 device: succeeded, exit code 0',
    ])
  })

  it('are a list as JSON, each as it is alone', () => {
    const { runs } = JSON.parse(question('json'))
    expect(runs).toEqual([linux, windows].map((one) => JSON.parse(atOnce(runFile([one], { ...FORM, format: 'json' })))))
  })

  it('are one table with the command of each row, and a column for what several commands tell', () => {
    const [head = [], ...rows] = parseCsv(question('csv')).map(({ cells }) => cells)
    const of = (name: string) => rows.map((row) => row[head.indexOf(name)])
    expect(head.slice(0, 2)).toEqual(['command', 'device'])
    expect(of('command')).toEqual(['df', 'df', 'wmic', 'wmic', 'wmic'])
    expect(of('free (G)')).toEqual(['4', '5', '6', '7', ''])
    expect(of('total (G)')).toEqual(['', '', '9', '9', ''])
    expect(of('output').at(-1)).toBe('')
  })
})
