import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ModelAnswer, parseModelAnswer } from '../../../../../main/assistant/answers/answer-parser.ts'
import { AppError } from '../../../../../preload/contract/errors.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const proposal = { kind: 'command', command: 'df -h', explanation: 'Shows disk space.', timeout_s: 30 }
const parsed: ModelAnswer = { kind: 'command', command: 'df -h', explanation: 'Shows disk space.', timeoutS: 30 }
const json = JSON.stringify(proposal)

function reasonOf(text: string): unknown {
  try {
    return parseModelAnswer(text)
  } catch (error) {
    if (error instanceof AppError) return error.data.reason
    throw error
  }
}

describe('parseModelAnswer', () => {
  it.each([
    ['bare', json],
    ['fenced as JSON', `\`\`\`json\n${json}\n\`\`\``],
    ['fenced in prose', `Sure!\n\n\`\`\`\n${json}\n\`\`\`\nAnything else?`],
    ['in prose', `Here {it} is: ${json}\nDone.`],
    ['after thinking', `<think>rm -rf / {"command":"x"}</think>\n${json}`],
    ['after thinking whose start was cut', `maybe {"command":"rm"}\n</think>\n${json}`],
  ])('reads a proposal that comes %s', (_name, text) => {
    expect(parseModelAnswer(text)).toEqual(parsed)
  })

  it('reads one fenced command without its prompt sign', () => {
    const answer = { kind: 'command', command: 'df -h', explanation: null, timeoutS: null }
    expect(parseModelAnswer('Use this:\n```sh\n$ df -h\n```')).toEqual(answer)
  })

  it.each([
    [
      'question',
      { kind: 'question', command: null, explanation: null, timeout_s: null, question: 'Which disk?' },
      'Which disk?',
    ],
    ['answer', { kind: 'answer', explanation: 'No command is needed.' }, 'No command is needed.'],
    ['refuse', { kind: 'refuse', command: '', explanation: 'No device task.' }, 'No device task.'],
  ])('reads a %s', (kind, value, text) => {
    expect(parseModelAnswer(JSON.stringify(value))).toEqual({ kind, text })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['thinking that never ends', `<think>${json}`, 'empty'],
    ['prose', 'You could use the disk free command.', 'no-command'],
    ['a cut object', json.slice(0, 30), 'no-command'],
    ['a cut block', '```sh\ndf -h', 'no-command'],
    ['an extra key', JSON.stringify({ ...proposal, risk: 'none' }), 'wrong-shape'],
    ['a prototype key', `{"__proto__":{"x":1},${json.slice(1)}`, 'wrong-shape'],
    ['a list of commands', JSON.stringify({ ...proposal, command: ['df', 'du'] }), 'wrong-shape'],
    ['another schema', '{"cmd":"df -h"}', 'wrong-shape'],
    ['a command in a refusal', JSON.stringify({ ...proposal, kind: 'refuse' }), 'wrong-shape'],
    ['no command', JSON.stringify({ ...proposal, command: null }), 'no-command'],
    ['two objects', `${json}\n${json.replace('df', 'du')}`, 'several-commands'],
    ['two blocks', '```sh\ndf -h\n```\nor\n```sh\ndu\n```', 'several-commands'],
    ['an object and a block', `\`\`\`json\n${json}\n\`\`\`\n\`\`\`sh\nrm x\n\`\`\``, 'several-commands'],
    ['two lines', JSON.stringify({ ...proposal, command: 'df -h\nrm x' }), 'several-commands'],
  ])('refuses %s', (_name, text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })

  it('keeps the timeout within what may be asked for', () => {
    const timeoutOf = (timeout_s: number) => {
      const answer = parseModelAnswer(JSON.stringify({ ...proposal, timeout_s }))
      return answer.kind === 'command' ? answer.timeoutS : undefined
    }
    expect([timeoutOf(0), timeoutOf(-5), timeoutOf(2.5), timeoutOf(1e9)]).toEqual([null, null, 3, 3600])
  })

  it('throws nothing but AppError, whatever a model says', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('{', '}', '"', '```', '\n', '<think>', '</think>', json, '\\'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        reasonOf(pieces.join(''))
      }),
    )
  })

  it('takes time in proportion to the length of hostile text', () => {
    const startedAt = threadMs()
    for (const text of ['{'.repeat(60_000), '{"a":'.repeat(12_000), '{}'.repeat(30_000), '```\n'.repeat(15_000)])
      reasonOf(text)
    expect(threadMs() - startedAt).toBeLessThan(2000)
  })
})
