import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { CANARY, MarkScene } from './mark-scene.ts'
import { TYPED } from './scene.ts'

const DEVICES = ['rpi_001', 'rpi_002', 'rpi_003']
const WORDS = [
  'how full is the disk',
  'go on',
  'again',
  'the same on rpi_002',
  'only the errors',
  'reboot',
  'show the file /etc/hosts on rpi_003',
]

/** What an operator and three devices can do; `pick` chooses one of the turns that are there. */
const ACTION = fc.record({
  kind: fc.constantFrom(
    ...(['type', 'ask', 'ask', 'ask', 'phrasebook', 'phrasebook', 'approve', 'approve', 'reject', 'revise'] as const),
    ...(['answer', 'answer', 'answer', 'fail', 'summarise', 'next step', 'fix', 'run again', 'retry'] as const),
    ...(['choose', 'next step', 'investigate', 'explain', 'restart'] as const),
  ),
  device: fc.constantFrom(...DEVICES),
  words: fc.constantFrom(...WORDS),
  says: fc.constantFrom('command' as const, 'question' as const),
  isHostile: fc.boolean(),
  pick: fc.nat(),
})
type Action = typeof ACTION extends fc.Arbitrary<infer Value> ? Value : never

async function act(scene: MarkScene, action: Action): Promise<void> {
  const { device, words, isHostile, pick } = action
  const turns = scene.turns()
  const turn = turns[pick % Math.max(1, turns.length)]
  const open = turns.filter(({ decision, proposal }) => decision === 'open' && proposal !== null).at(-1)
  const said = isHostile ? CANARY : 'fine'
  scene.says = action.says
  if (action.kind === 'type') scene.console.type([device], 'dmesg', 30, TYPED)
  if (action.kind === 'ask') scene.console.ask([device], words, TYPED)
  if (action.kind === 'phrasebook') scene.console.ask([device], words, TYPED, 'phrasebook')
  if (action.kind === 'investigate') scene.console.investigate([device], words, TYPED)
  if (action.kind === 'approve' && open !== undefined) await scene.approve(open)
  if (action.kind === 'reject' && open !== undefined) scene.console.reject(open.proposal?.id ?? '')
  if (action.kind === 'revise' && open !== undefined) {
    scene.console.revise(open.proposal?.id ?? '', `${open.proposal?.command} | wc -l`, 30)
  }
  if (action.kind === 'answer') await scene.answerAll({ stdout: said })
  if (action.kind === 'fail') await scene.answerAll({ isSuccess: false, stderr: said })
  if (action.kind === 'restart') scene.restart()
  if (turn === undefined) return
  const origin = { kind: 'turn', turnId: turn.id } as const
  if (action.kind === 'summarise') {
    await scene.console.summarise(turns.findLast(({ run }) => run !== null)?.id ?? '')
  }
  if (action.kind === 'explain' && turn.proposal) scene.console.explain(turn.id)
  if (action.kind === 'next step') {
    const steps = turns.flatMap(stepsOf)
    const { step, turnId } = steps[pick % Math.max(1, steps.length)] ?? { step: '', turnId: '' }
    if (step !== '') scene.console.ask([device], step, { kind: 'note', turnId }, isHostile ? 'phrasebook' : undefined)
  }
  if (action.kind === 'fix' && turn.run?.commands.some(({ state }) => state === 'failed')) {
    scene.console.fix(turn.id)
  }
  if (action.kind === 'run again' && turn.proposal) scene.console.type([device], turn.proposal.command, 30, origin)
  if (action.kind === 'retry') scene.console.ask([device], turn.text, origin)
  if (action.kind === 'choose' && turn.answer?.kind === 'choose') scene.console.choose(turn.id, 0)
}

function stepsOf({ id: turnId, assist }: Turn) {
  return assist?.notes?.flatMap(({ nextStep }) => (nextStep === null ? [] : [{ step: nextStep, turnId }])) ?? []
}

/** Whatever may be refused in this state: a proposal closed meanwhile, a turn that was repaired once. */
async function tried(acting: Promise<void>): Promise<void> {
  await acting.catch((error: unknown) => {
    if (!(error instanceof Error) || !/^[A-Z_]+$/u.test(error.message)) throw error
  })
}

describe('a conversation with hostile devices', () => {
  it('leads on no path from what a device says to an unmarked turn, or to a command that nobody approved', async () => {
    let tainted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(ACTION, { minLength: 4, maxLength: 16, size: 'max' }), async (actions) => {
        const scene = new MarkScene()
        try {
          await scene.console.summarise((await scene.printed('rpi_003', CANARY)).id)
          await scene.quiet()
          for (const action of actions) {
            await tried(act(scene, action))
            await scene.quiet()
          }
          for (const turn of scene.turns()) {
            const { id, text, answer, proposal, run } = turn
            if (!JSON.stringify({ text, answer, command: proposal?.command }).includes(CANARY)) continue
            tainted += 1
            expect(turn.isFromDeviceOutput).toBe(true)
            if (proposal !== null) expect(proposal.isFromDeviceOutput).toBe(true)
            expect(run === null || scene.approvedTurns.has(id)).toBe(true)
          }
        } finally {
          await scene.console.dispose()
          scene.remove()
        }
      }),
      { numRuns: 25 },
    )
    // A property about nothing would hold too.
    expect(tainted).toBeGreaterThan(25)
  })
})
