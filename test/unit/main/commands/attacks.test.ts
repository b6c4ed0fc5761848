import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CommandPublisher } from '../../../../main/commands/runs/publisher.ts'
import { encodeCancel, encodeCommand } from '../../../../main/devices/wire/encode.ts'
import { consoleHandlers } from '../../../../main/ipc/handlers/commands/console.ts'
import { createRouter, type Handlers } from '../../../../main/ipc/router.ts'
import { ApprovalService, type RunGrant } from '../../../../main/safety/approval/approval.ts'
import { SqliteGrants } from '../../../../main/safety/approval/grant-store.ts'
import { openAuditFile } from '../../../../main/safety/audit/audit-file.ts'
import { AuditLog } from '../../../../main/safety/audit/audit-log.ts'
import { AuditVault } from '../../../../main/safety/audit/audit-vault.ts'
import { PlayedSecrets } from '../../../support/played-secrets.ts'
import { keptGrant } from '../safety/approval/kept-grant.ts'
import { ConsoleScene, SITE, TYPED } from './scene.ts'

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }
let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

/** What the window could ask main, with a made-up request. */
function forge(name: string, input: unknown) {
  const handlers = consoleHandlers({ commands: scene.commands, saveText: async () => null }) as Handlers
  return createRouter(handlers, SILENT)(name, input)
}

describe('a forged call of the window', () => {
  const invented = '7f4df2f4-3a43-4b8b-9f6a-111111111111'

  it.each([
    ['an invented proposal', 'console.approve', { proposalId: invented, confirmation: null }],
    ['a command in place of a proposal', 'console.approve', { command: 'reboot', deviceIds: ['rpi_001'] }],
    [
      'a proposal with a class of its own',
      'console.approve',
      { proposalId: invented, confirmation: null, class: 'read' },
    ],
    ['a publish', 'console.publish', { deviceId: 'rpi_001', command: 'reboot' }],
    ['a grant', 'console.run', { grant: { runId: 'x', deviceIds: ['rpi_001'] } }],
    ['an inherited name', 'constructor', {}],
  ])('with %s sends nothing', async (_name, route, input) => {
    expect(await forge(route, input)).toMatchObject({ ok: false })
    await scene.settle()
    expect(scene.published).toEqual([])
  })

  it('that answers the confirmation of another proposal sends nothing', async () => {
    scene.classes.set('reboot', { class: 'destructive' })
    const turn = scene.console.type(['rpi_001', 'rpi_002'], 'reboot', 30, TYPED)
    const proposalId = turn.proposal?.id ?? ''
    for (const confirmation of [null, 'rpi_001', '1', '02', ' 2']) {
      const answer = await forge('console.approve', { proposalId, confirmation })
      expect(answer).toMatchObject({ ok: false, error: { code: 'CONFIRMATION_MISMATCH' } })
    }
    expect(scene.published).toEqual([])
  })
})

describe('the publisher', () => {
  const subject = {
    proposalId: 'p',
    command: 'df -h',
    timeoutS: 30,
    deviceIds: ['rpi_001'],
    connectionId: SITE,
    operator: 'Li',
    class: 'read',
    tableVersion: 't1',
  } as const

  function publisher(encode = encodeCommand) {
    const now = () => scene.time.now()
    const grants = new SqliteGrants(scene.database)
    const approvals = new ApprovalService({ now, newId: () => crypto.randomUUID(), grants })
    const sent: string[] = []
    const made = new CommandPublisher({
      approvals,
      now,
      link: {
        active: () => ({ connectionId: SITE, isConnected: true }),
        publish: async (topic) => {
          sent.push(topic)
          return { kind: 'acknowledged' }
        },
      },
      encoder: { encodeCommand: encode, encodeCancel },
    })
    return { approvals, publisher: made, sent }
  }
  const dispatch = { deviceId: 'rpi_001', commandId: 'c1', command: 'df -h' }

  it('takes no grant that only looks like one', async () => {
    const { approvals, publisher: target, sent } = publisher()
    const grant = keptGrant(approvals, subject)
    for (const forged of [{ ...grant }, Object.create(grant), JSON.parse(JSON.stringify(grant))] as RunGrant[]) {
      await expect(target.publish(forged, dispatch)).rejects.toMatchObject({ code: 'APPROVAL_INVALID' })
    }
    expect(sent).toEqual([])
  })

  it('sends no second time, to no other device and no other bytes', async () => {
    const { approvals, publisher: target, sent } = publisher()
    const grant = keptGrant(approvals, subject)
    for (const swapped of [{ command: 'reboot' }, { command: 'df -h\n' }, { deviceId: 'rpi_002' }, { deviceId: '+' }]) {
      await expect(target.publish(grant, { ...dispatch, ...swapped })).rejects.toMatchObject({
        code: expect.stringMatching('APPROVAL'),
      })
    }
    expect(sent).toEqual([])
    await target.publish(grant, dispatch)
    await expect(target.publish(grant, dispatch)).rejects.toMatchObject({ code: 'APPROVAL_USED' })
    expect(sent).toEqual(['device/rpi_001/command'])
  })

  it('sends nothing when the encoder writes something else than was approved', async () => {
    const {
      approvals,
      publisher: target,
      sent,
    } = publisher((command) => encodeCommand({ ...command, command: 'reboot' }))
    const grant = keptGrant(approvals, subject)
    await expect(target.publish(grant, dispatch)).rejects.toMatchObject({ code: 'APPROVAL_INVALID' })
    expect(sent).toEqual([])
  })

  it('sends nothing after the time of the grant, or from an approval that expired', async () => {
    const { approvals, publisher: target, sent } = publisher()
    const late = approvals.issue(subject, null)
    const grant = keptGrant(approvals, subject)
    scene.time.advance(120_001)
    expect(() => approvals.redeem(late, subject)).toThrow('APPROVAL_EXPIRED')
    await expect(target.publish(grant, dispatch)).rejects.toMatchObject({ code: 'APPROVAL_EXPIRED' })
    expect(sent).toEqual([])
  })
})

describe('a full disk', () => {
  it('under the audit stops every command, and lets them run again when there is room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-full-'))
    let isFull = true
    const audit = new AuditLog({
      directory: folder,
      headStore: { load: () => null, loadSealed: () => null, save: () => undefined },
      vault: new AuditVault(new PlayedSecrets(), SILENT),
      redact: (text) => text,
      now: () => 1,
      log: SILENT,
      onChanged: () => undefined,
      openFile: async (path) => {
        const file = await openAuditFile(path)
        const append = async (text: string) => {
          if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
          await file.append(text)
        }
        return { ...file, append }
      },
    })
    await audit.start()
    scene.appendApproved = (entry) => audit.appendApproved(entry)
    await expect(scene.run('df -h')).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
    expect(scene.published).toEqual([])
    isFull = false
    await scene.run('df -h')
    expect(scene.commandsSent().length).toBe(1)
    await audit.dispose()
    rmSync(folder, { recursive: true, force: true })
  })
})
