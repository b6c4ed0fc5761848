import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SentQuestions } from '../../../../../main/commands/assistance/sent-questions.ts'
import type { AssistantAnswer } from '../../../../../main/shared/assistance.ts'
import type { SentQuestion } from '../../../../../preload/contract/models/assistant/assistant.ts'
import { ConsoleScene, TYPED } from '../scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined }
const MODEL = { kind: 'model', name: 'm1' } as const
const SENT: SentQuestion = {
  purpose: 'ask',
  host: 'models.example',
  model: 'm1',
  requests: 1,
  inputTokens: 100,
  outputTokens: 20,
  isEstimated: false,
  firstTokenMs: 5,
  totalMs: 9,
  sentAt: 1,
  answerFormat: 'json_schema',
  messages: [{ role: 'user', content: 'Request: how full is the disk' }],
}

function command(text: string): AssistantAnswer {
  return { kind: 'command', command: text, explanation: null, timeoutS: null, source: MODEL }
}

async function ask(text: string, deviceIds = ['rpi_001'], outcome = command('df -h')) {
  scene.ask = async (_request, { onSent }) => {
    onSent?.(SENT)
    return outcome
  }
  const turn = scene.console.ask(deviceIds, text, TYPED)
  await scene.settle()
  return scene.turn(turn.id)
}

describe('a sent question', () => {
  it('is kept with the turn and can be looked at, also after a restart', async () => {
    const turn = await ask('how full is the disk')
    expect(turn.assist?.usage).toEqual({
      host: 'models.example',
      model: 'm1',
      requests: 1,
      inputTokens: 100,
      outputTokens: 20,
      isEstimated: false,
      firstTokenMs: 5,
      totalMs: 9,
    })
    scene.restart()
    expect(scene.console.sent(turn.id)).toEqual([SENT])
  })

  it('is kept where the request failed too', async () => {
    scene.ask = async (_request, { onSent }) => {
      onSent?.(SENT)
      throw new Error('nonsense')
    }
    const { id } = scene.console.ask(['rpi_001'], 'x', TYPED)
    await scene.settle()
    expect(scene.turn(id)).toMatchObject({ failure: { code: 'INTERNAL' }, assist: { usage: { totalMs: 9 } } })
    expect(scene.console.sent(id)).toHaveLength(1)
  })
})

describe('the account of sent questions', () => {
  it('keeps the latest five hundred questions', () => {
    const account = new SentQuestions(scene.database, LOG)
    for (let index = 0; index < 510; index++) account.add(`turn-${index}`, SENT)
    expect(account.of('turn-9')).toEqual([])
    expect(account.of('turn-10')).toEqual([SENT])
    expect(account.of('turn-509')).toEqual([SENT])
  })

  it('leaves out a row that was damaged, and shows the others', () => {
    const account = new SentQuestions(scene.database, LOG)
    account.add('turn-1', SENT)
    for (const body of ['{"purpose":"ask"', '{"purpose":"ask","messages":null}', 'null'])
      scene.database.prepare('INSERT INTO sent_questions (turn_id, body) VALUES (?, ?)').run('turn-1', body)
    expect(account.of('turn-1')).toEqual([SENT])
  })
})
