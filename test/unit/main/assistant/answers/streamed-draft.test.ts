import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseModelAnswer } from '../../../../../main/assistant/answers/answer-parser.ts'
import { readDraft } from '../../../../../main/assistant/answers/streamed-draft.ts'
import { threadMs } from '../../../../support/thread-time.ts'

describe('readDraft', () => {
  it('shows the command as soon as it begins, and grows with the text', () => {
    const whole = JSON.stringify({ kind: 'command', command: 'grep "x\\y" /etc', explanation: '查找', timeout_s: 3 })
    let before = ''
    for (let length = 0; length <= whole.length; length++) {
      const command = readDraft(whole.slice(0, length))?.command ?? ''
      expect(command.startsWith(before)).toBe(true)
      before = command
    }
    expect(readDraft(whole)).toEqual({ command: 'grep "x\\y" /etc', explanation: '查找' })
  })

  it.each([
    ['Here you are:\n```sh\ndf -h', 'df -h'],
    ['```bash\nls -l\n```\nIt lists.', 'ls -l'],
    ['```json\n{"kind":"command","command":"free', 'free'],
  ])('reads %j', (text, command) => expect(readDraft(text)?.command).toBe(command))

  it('shows a question or a refusal as it comes', () => {
    expect(readDraft('{"kind":"question","command":null,"explanation":"Which dis')).toEqual({
      command: null,
      explanation: 'Which dis',
    })
  })

  it.each(['', 'Let me think', '{"ki', '<think>rm -rf /', '```sh'])('has nothing to show of %j', (text) =>
    expect(readDraft(text)).toBeNull(),
  )

  it.each([
    ['line ends', '\n'.repeat(200_000)],
    ['braces', '{'.repeat(200_000)],
    ['fences', '```\n'.repeat(50_000)],
    ['fields', '"command" : '.repeat(20_000)],
    ['quotes', `{"command":"${'\\\\"'.repeat(50_000)}`],
    ['blanks', `{"command"${' '.repeat(200_000)}`],
  ])('is not slowed down by nothing but %s', (_name, text) => {
    const startedAt = threadMs()
    readDraft(text)
    try {
      parseModelAnswer(text)
    } catch {
      // What it is does not matter here.
    }
    expect(threadMs() - startedAt).toBeLessThan(10_000)
  })

  it('never throws, and never shows more than the parser would find', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (command, cut) => {
        const whole = JSON.stringify({ kind: 'command', command, explanation: null, timeout_s: null })
        const draft = readDraft(whole.slice(0, cut % (whole.length + 1)))
        return draft?.command === undefined || draft.command === null || command.startsWith(draft.command)
      }),
    )
  })
})
