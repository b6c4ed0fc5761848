import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProposalSource } from '../../../../../preload/contract/models/commands/command.ts'
import { ConsoleScene, SITE, TYPED } from '../scene.ts'

const FREE = `               total        used        free      shared  buff/cache   available
Mem:           3.7Gi       1.2Gi       1.1Gi        42Mi       1.4Gi       2.3Gi
`
const PHRASEBOOK: ProposalSource = { kind: 'phrasebook', name: 'memory' }

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

async function answered(source: ProposalSource, change: Parameters<ConsoleScene['result']>[1] = {}, edit?: string) {
  scene.ask = async () => ({
    kind: 'command',
    command: 'free -h',
    explanation: null,
    timeoutS: null,
    source,
    isFromDeviceOutput: false,
  })
  const turn = scene.console.ask(['rpi_001'], 'memory', TYPED)
  await scene.settle()
  const proposed = scene.turn(turn.id).proposal
  const proposal = edit === undefined ? proposed : scene.console.revise(proposed?.id ?? '', edit, 30)
  const run = await scene.console.approve(proposal?.id ?? '', null)
  await scene.settle()
  scene.console.onResult(SITE, scene.result(scene.command(run), { stdout: FREE, ...change }))
  return scene.command(run)
}

describe('answers in words', () => {
  it('come with the result of what the phrasebook wrote, raw output untouched, also after a restart', async () => {
    const command = await answered(PHRASEBOOK)
    expect(command).toMatchObject({
      stdout: FREE,
      reading: { sentence: { en: '1.2Gi of 3.7Gi memory is in use; 2.3Gi is available.' } },
    })
    scene.time.advance(1_000)
    scene.restart()
    expect(scene.console.turns(null, 10).at(-1)?.run?.commands[0]?.reading).toEqual(command.reading)
  })

  it('are not made for what a model or the operator wrote', async () => {
    expect((await answered({ kind: 'model', name: 'm1' })).reading).toBeUndefined()
    const run = await scene.run('free -h')
    scene.console.onResult(SITE, scene.result(scene.command(run), { stdout: FREE }))
    expect(scene.command(run).reading).toBeUndefined()
  })

  it('are not made for an edited command, though it printed the same', async () => {
    expect((await answered(PHRASEBOOK, {}, 'free -h; id')).reading).toBeUndefined()
  })

  it('are not made of half an answer, nor of nonsense', async () => {
    expect((await answered(PHRASEBOOK, { isTruncatedByDevice: true })).reading).toBeUndefined()
    expect((await answered(PHRASEBOOK, { stdout: 'sh: free: not found\n' })).reading).toBeUndefined()
  })

  it('show nothing that could not be shown: the output is sanitised first', async () => {
    const hostile = FREE.replace('2.3Gi', '2.3Gi\u001b[31m').replace('1.2Gi', '1.2Gi\u202e')
    const { reading } = await answered(PHRASEBOOK, { stdout: hostile })
    const shown = JSON.stringify(reading ?? null)
    for (const hidden of ['\u001b', '\\u001b', '\u202e']) expect(shown).not.toContain(hidden)
  })
})
