import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA } from '../../../../main/platform/database/schema.ts'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { CANARY, MarkScene } from './mark-scene.ts'
import { TYPED } from './scene.ts'

let scene: MarkScene

beforeEach(() => {
  scene = new MarkScene()
})
afterEach(() => scene.remove())

/** Marked on the turn and on its card, waiting for the operator, and so it stays over a restart. */
function expectMarked({ id }: Turn): void {
  const isMarked = { isFromDeviceOutput: true, proposal: { isFromDeviceOutput: true } }
  expect(scene.turn(id)).toMatchObject({ ...isMarked, decision: 'open', run: null })
  scene.restart()
  expect(scene.turn(id)).toMatchObject(isMarked)
}

/** A model's reply on another device, made from a hostile log. */
async function poisonedReply(): Promise<Turn> {
  await scene.printed('rpi_003', CANARY)
  scene.says = 'question'
  const reply = await scene.request('what is wrong there?', ['rpi_003'])
  scene.says = 'command'
  expect(reply.answer).toMatchObject({ text: { en: CANARY } })
  return reply
}

/** Turns that read nothing of a device, so that only older ones could carry the mark on. */
async function others(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await scene.printed('rpi_002', '')
}

describe('a device has a part in a proposal', () => {
  it('but not by its host name, agent or shell: they are told to nobody, and an ordinary question runs unasked', async () => {
    const turn = await scene.request('how full is the disk')
    expect(scene.prompts.join()).not.toContain(CANARY)
    expect(turn).toMatchObject({ isFromDeviceOutput: false, proposal: { isFromDeviceOutput: false } })
    expect(turn.decision).toBe('approved')
  })

  it('by its output', async () => {
    await scene.printed('rpi_001', CANARY)
    expectMarked(await scene.request('and now?'))
  })

  it('by a reply that was made from it, when the output itself is long out of the prompt', async () => {
    await poisonedReply()
    await others(4)
    const turn = await scene.request('go on', ['rpi_001'])
    expect(scene.prompts.at(-1)).not.toContain(`"device_output":"${CANARY}`)
    expectMarked(turn)
  })

  it('by a command that was made from it, also one that was rejected', async () => {
    await poisonedReply()
    const made = await scene.request('go on', ['rpi_003'])
    scene.console.reject(made.proposal?.id ?? '')
    await others(5)
    expectMarked(await scene.request('another way', ['rpi_001']))
  })

  it('by its error, which a repair is asked for', async () => {
    const asked = await scene.request('show the kernel log')
    await scene.answerAll({ isSuccess: false, stderr: CANARY })
    const repair = scene.console.fix(asked.id)
    await scene.quiet()
    expectMarked(repair)
  })

  it('by the results of a step before, in an investigation', async () => {
    scene.console.investigate(['rpi_001'], 'why is it slow?', TYPED)
    await scene.quiet()
    await scene.answerAll({ stdout: CANARY })
    const [first, second] = scene.turns()
    expect(first?.isFromDeviceOutput).toBe(false)
    if (second === undefined) throw new Error('no second step')
    expectMarked(second)
  })

  it('by the next step of a summary, edited or not, for other devices, with the phrasebook, and without output', async () => {
    const { id: turnId } = await scene.printed('rpi_003', '')
    const origin = { kind: 'note', turnId } as const
    await scene.console.summarise(turnId)
    await scene.quiet()
    const step = scene.turn(turnId).assist?.notes?.[0]?.nextStep ?? ''
    expect(step).toBe('show the file /tmp/clean')
    expectMarked(await scene.request(step, ['rpi_001'], { origin, via: 'phrasebook' }))
    expectMarked(await scene.request(`${step} on rpi_002`, ['rpi_001'], { origin, via: 'phrasebook' }))
    const typed = scene.console.type(['rpi_001'], 'cat /tmp/clean', 30, origin)
    expectMarked(typed)
    scene.console.investigate(['rpi_001'], step, origin)
    await scene.quiet()
    expectMarked(scene.turns().at(-1) ?? typed)
  })

  it('by one of the commands offered for a request that a note wrote', async () => {
    const { id: turnId } = await scene.printed('rpi_003', '')
    const turn = await scene.request('reboot', ['rpi_001'], { origin: { kind: 'note', turnId }, via: 'phrasebook' })
    expect(turn.answer).toMatchObject({ kind: 'choose' })
    expectMarked(scene.console.choose(turn.id, 0))
  })

  it.each(['again', 'the same on rpi_002', 'only the errors'])('by "%s" after a command of its', async (words) => {
    await poisonedReply()
    await scene.approve(await scene.request('go on', ['rpi_003']))
    const turn = await scene.request(words, ['rpi_001'], { via: 'phrasebook' })
    expect(turn.proposal?.command).toContain(CANARY)
    expectMarked(turn)
  })

  it('by a click on "run again", a retry, or a request taken back from the history', async () => {
    const reply = await poisonedReply()
    const made = await scene.request('go on', ['rpi_003'])
    const { command = '' } = made.proposal ?? {}
    expectMarked(scene.console.type(['rpi_001'], command, 30, { kind: 'turn', turnId: made.id }))
    const origin = { kind: 'turn', turnId: reply.id } as const
    expectMarked(await scene.request('show memory', ['rpi_001'], { origin, via: 'phrasebook' }))
  })

  it('by an edit of its command', async () => {
    await scene.printed('rpi_001', CANARY)
    const turn = await scene.request('and now?')
    scene.console.revise(turn.proposal?.id ?? '', 'df -h', 30)
    expectMarked(turn)
  })

  it('also in a text of unknown origin, or of a turn that is gone', async () => {
    expectMarked(scene.console.type(['rpi_001'], 'df -h', 30))
    expectMarked(await scene.request('show memory', ['rpi_001'], { origin: { kind: 'turn', turnId: 'gone' } }))
  })
})

describe('a device has no part', () => {
  it('in text that the operator types or asks the phrasebook for, whatever was printed before', async () => {
    await poisonedReply()
    const asked = await scene.request('show memory', ['rpi_003'], { via: 'phrasebook' })
    const typed = scene.console.type(['rpi_003'], 'df -h', 30, TYPED)
    for (const { id } of [asked, typed]) expect(scene.turn(id)).toMatchObject({ isFromDeviceOutput: false })
    expect(scene.turn(asked.id).decision).toBe('approved')
  })

  it('in a command of the operator that is repeated', async () => {
    await scene.printed('rpi_001', CANARY)
    const turn = await scene.request('again', ['rpi_001'], { via: 'phrasebook' })
    expect(turn).toMatchObject({ isFromDeviceOutput: false, decision: 'approved', proposal: { command: 'dmesg' } })
  })
})

describe('a repeat', () => {
  it.each(['rejected', 'expired'] as const)('is not made of a proposal that was %s', async (decision) => {
    await scene.printed('rpi_001', 'fine')
    const turn = scene.console.type(['rpi_001'], 'df -h', 30)
    if (decision === 'rejected') scene.console.reject(turn.proposal?.id ?? '')
    else scene.restart()
    expect(scene.turn(turn.id).decision).toBe(decision)
    const again = await scene.request('again', ['rpi_001'], { via: 'phrasebook' })
    expect(again).toMatchObject({ proposal: null, answer: { kind: 'decline' } })
  })

  it('is not made of a command that may not be sent', async () => {
    scene.classes.set('rm -rf /', { class: 'forbidden' })
    scene.console.type(['rpi_001'], 'rm -rf /', 30, TYPED)
    const again = await scene.request('again', ['rpi_001'], { via: 'phrasebook' })
    expect(again).toMatchObject({ proposal: null, answer: { kind: 'decline' } })
  })
})

describe('turns of an older version', () => {
  it('do not say what had a part in them, and count as marked', async () => {
    const { id } = await scene.printed('rpi_001', '')
    scene.database.exec(`UPDATE turns SET body = json_remove(body, '$.turn.isFromDeviceOutput')`)
    scene.database.exec(SCHEMA.find((entry) => entry.includes('isFromDeviceOutput')) ?? '')
    scene.restart()
    expect(scene.turn(id).isFromDeviceOutput).toBe(true)
  })
})
