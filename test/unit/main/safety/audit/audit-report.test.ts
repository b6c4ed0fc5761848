import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReportContext } from '../../../../../main/safety/audit/audit-report.ts'
import { AuditScene, approved, outcome, rejected, sent } from './scene.ts'

const NAMES: Readonly<Record<string, string>> = { rpi_001: '厨房树莓派' }
const CONTEXT: ReportContext = {
  language: 'zh-CN',
  now: Date.UTC(2026, 0, 6),
  connectionName: () => '一号车间',
  deviceName: (_connectionId, deviceId) => NAMES[deviceId] ?? '',
  questionOf: ({ runId }) => (runId === null ? null : '磁盘还剩多少空间'),
}
const MANY = Array.from({ length: 9 }, (_, index) => ({ deviceId: `gw-${index}`, commandId: `m${index}` }))

let scene: AuditScene
beforeEach(async () => {
  scene = await AuditScene.create()
  await scene.log.start()
})
afterEach(() => scene.remove())

/** The rows of the table of commands, without markup. */
async function rows(context: ReportContext = CONTEXT): Promise<readonly string[]> {
  const page = await scene.log.exportText('report', context)
  const table = /<tbody>([\s\S]*?)<\/tbody>/.exec(page)?.[1] ?? ''
  return table
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
}

describe('the printed report', () => {
  it('has one row a command, with question, connection and devices by name, and the outcome in the reader’s language', async () => {
    await scene.log.appendApproved(approved('c1'))
    scene.log.append(sent('c1'))
    scene.log.append(outcome('c1'))
    expect(await rows()).toHaveLength(1)
    const [row = ''] = await rows()
    for (const part of ['一号车间', '磁盘还剩多少空间', '厨房树莓派 (rpi_001): 成功', '批准'])
      expect(row).toContain(part)
    expect((await rows({ ...CONTEXT, language: 'en' }))[0]).toContain('厨房树莓派 (rpi_001): succeeded')
  })

  it('says the period, how many commands ran, and keeps the hashes for the end', async () => {
    await scene.log.appendApproved(approved('c1'))
    scene.log.append(rejected('echo no'))
    const page = await scene.log.exportText('report', CONTEXT)
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toMatch(/时间段<\/dt><dd>[^<]*\d{4}年/)
    expect(page).toContain('执行 1 条，未执行 1 条')
    const { head } = scene.log.status()
    expect(page.indexOf(head)).toBeGreaterThan(page.indexOf('<section class="proof">'))
    // No word of a head or a note is broken in its middle.
    expect(page).toContain('th{background:#f3f3f3;font-weight:600;white-space:nowrap}')
    expect(page.match(/<td class="notes">/g)).toHaveLength(2)
  })

  it('names of many devices those that did not succeed, and counts the others', async () => {
    await scene.log.appendApproved(approved('m', { devices: MANY }))
    for (const { deviceId, commandId } of MANY) {
      const state = deviceId === 'gw-4' ? 'failed' : 'succeeded'
      scene.log.append({ ...outcome(commandId), deviceId, runId: approved('m').runId, outcome: state })
    }
    const [row = ''] = await rows({ ...CONTEXT, language: 'en' })
    expect(row).toContain('9 devices: 8 succeeded, 1 failed')
    expect(row).toContain('gw-4: failed')
    expect(row).not.toContain('gw-5')
  })

  it('leaves the names of connections to the table as well, because an id says nothing', async () => {
    await scene.log.appendApproved(approved('c1'))
    const [head = '', row = ''] = (await scene.log.exportText('csv', CONTEXT)).split('\r\n')
    expect(head).toMatch(/,connection_name,plan$/)
    expect(row).toMatch(/,一号车间,$/)
  })

  it('says in the table by which plan a run went out', async () => {
    const plan = {
      canary: { count: 2, proceed: { goOnAfterS: 30 } },
      waves: { size: { unit: 'percent', amount: 10 }, pauseS: 5 },
      stopAt: { unit: 'devices', amount: 3 },
    } as const
    await scene.log.appendApproved(approved('c1', { plan }))
    await scene.log.appendApproved(
      approved('c2', { plan: { canary: { count: 1, proceed: 'ask' }, waves: null, stopAt: null } }),
    )
    const [, ...found] = (await scene.log.exportText('csv', CONTEXT)).trim().split('\r\n')
    expect(found.map((row) => row.slice(row.lastIndexOf(',') + 1))).toEqual([
      'canary=2 go-on=30s waves=10% stop-at=3',
      'canary=1 go-on=ask',
    ])
  })

  it('notes an edit, and that a run was called off', async () => {
    await scene.log.appendApproved(approved('c1', { proposed: 'df', sent: 'df -h' }))
    scene.log.append({ ...rejected('df -h'), reason: 'called-off', runId: approved('c1').runId })
    const [row = ''] = await rows()
    expect(row).toContain('执行前修改过。最初提出：df')
    expect(row).toContain('已撤销')
    expect(await rows()).toHaveLength(1)
  })
})
