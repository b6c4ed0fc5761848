import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Proposal } from '../../../../../preload/contract/models/commands/command.ts'
import { ConsoleScene } from '../scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
  scene.addDevice('old_1', { systemSource: 'assumed' })
  scene.addDevice('old_2', { systemSource: 'announced' })
  scene.classes.set('cmd: ls x', { class: 'destructive', reasons: [{ en: 'stops', zh: '停止' }] })
})
afterEach(() => scene.remove())

function propose(command: string, deviceIds: readonly string[]): Proposal {
  const { proposal } = scene.console.type(deviceIds, command, 30)
  if (proposal === null) throw new Error('no proposal')
  return proposal
}

const toldOf = (proposal: Proposal) => proposal.warnings.filter((warning) => 'deviceIds' in warning)

describe('a system that nobody set', () => {
  it('lets a command be judged for every shell, also where one of many is unset', () => {
    expect(propose('ls x', ['rpi_001']).classification.class).toBe('read')
    const proposal = propose('ls x', ['rpi_001', 'old_1'])
    expect(proposal).toMatchObject({
      classification: { class: 'destructive', reasons: [{ en: 'if the device runs Windows (cmd): stops' }, {}] },
      confirmation: '2',
    })
  })

  it('lets an edit be judged for every shell', () => {
    const first = propose('df', ['old_1'])
    expect(scene.console.revise(first.id, 'ls x', 30).classification.class).toBe('destructive')
  })

  it('is named once a session for each device, and again where it raises a class', () => {
    expect(toldOf(propose('df', ['old_1', 'rpi_001']))).toEqual([{ kind: 'system-assumed', deviceIds: ['old_1'] }])
    expect(toldOf(propose('df', ['old_1']))).toEqual([])
    expect(toldOf(propose('df', ['old_2']))).toEqual([{ kind: 'system-announced', deviceIds: ['old_2'] }])
    expect(toldOf(propose('ls x', ['old_1', 'old_2']))).toEqual([
      { kind: 'system-assumed', deviceIds: ['old_1', 'old_2'] },
    ])
    scene.restart()
    expect(toldOf(propose('df', ['old_1']))).toHaveLength(1)
  })

  it('stays named on the turn that told it, over its edits', () => {
    const first = propose('df', ['old_1'])
    expect(toldOf(scene.console.revise(first.id, 'df -h', 30))).toHaveLength(1)
  })

  it('ends an approval when it is set, or taken back, after the command was shown', async () => {
    const raised = propose('ls x', ['old_1'])
    scene.addDevice('old_1', { systemSource: 'operator' })
    await expect(scene.console.approve(raised.id, 'old_1')).rejects.toMatchObject({ code: 'APPROVAL_INVALID' })
    const plain = propose('ls x', ['old_1'])
    scene.addDevice('old_1', { systemSource: 'announced' })
    await expect(scene.console.approve(plain.id, null)).rejects.toMatchObject({ code: 'APPROVAL_INVALID' })
    expect(scene.commandsSent()).toEqual([])
  })

  it('leaves the approval of a command alone that is judged the same in every shell', async () => {
    await scene.run('df', ['old_1'])
    expect(scene.commandsSent().length).toBe(1)
  })
})
