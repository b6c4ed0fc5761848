import { describe, expect, it } from 'vitest'
import { ANSWER_FORMATS } from '../../../../main/assistant/answers/answer-format.ts'
import { parseModelAnswer } from '../../../../main/assistant/answers/answer-parser.ts'
import { readDraft } from '../../../../main/assistant/answers/streamed-draft.ts'
import { Phrasebook } from '../../../../main/assistant/phrasebook/phrasebook.ts'
import { buildPrompt } from '../../../../main/assistant/prompts/prompt.ts'
import { Classifier } from '../../../../main/safety/classifier/classifier.ts'
import { Redactor } from '../../../../main/safety/redaction/redactor.ts'
import type { AssistantRequest } from '../../../../main/shared/assistance.ts'
import { unmarked } from '../../../../main/shared/marked-text.ts'
import benchmark from '../../../support/nl2bash/requests.json' with { type: 'json' }

const phrasebook = new Phrasebook()
const shots = new Map<string, ReturnType<Phrasebook['nearestExamples']>>()
const redactor = new Redactor({ secrets: () => [] })
const classifier = new Classifier()
const commands = benchmark.flatMap(({ gold, gold2 }) => [gold, gold2])

/** A line of several is more than one command to the parser, as it is to whoever reviews it. */
const isOneLine = (command: string) => !command.trim().includes('\n')

function promptOf(text: string, profile: 'standard' | 'tiny', format: (typeof ANSWER_FORMATS)[number]) {
  const request: AssistantRequest = {
    deviceIds: ['rpi_001'],
    system: 'linux',
    text: unmarked(text),
    history: [],
    facts: [],
    language: 'en',
  }
  const examples = shots.get(text) ?? phrasebook.nearestExamples(text, 'linux', 8)
  shots.set(text, examples)
  const redact = (whole: string) => redactor.redact(whole)
  return buildPrompt(request, { profile, format, examples, boundary: 'b0undary', redact })
}

/** Ways in which models wrap one command (InterCode-ALFA's commands, see test/support/nl2bash/NOTICE.md). */
const WRAPPINGS: readonly (readonly [string, (command: string) => string])[] = [
  ['json', (command) => JSON.stringify({ kind: 'command', command, explanation: 'It does.', timeout_s: 30 })],
  [
    'fenced json',
    (command) =>
      `\`\`\`json\n${JSON.stringify({ kind: 'command', command, explanation: null, timeout_s: null })}\n\`\`\``,
  ],
  ['fenced command', (command) => `Here it is:\n\n\`\`\`bash\n${command}\n\`\`\`\n\nIt does what was asked.`],
  [
    'thinking first',
    (command) =>
      `<think>\nMaybe {"command":"rm"} or \`${command}\`\n</think>\n${JSON.stringify({ kind: 'command', command, explanation: 'x', timeout_s: 5 })}`,
  ],
  [
    'json in prose',
    (command) => `Sure. ${JSON.stringify({ kind: 'command', command, explanation: 'x', timeout_s: 5 })} Good luck!`,
  ],
]

describe('150 requests of a public benchmark', () => {
  it('are all there', () => {
    expect(benchmark).toHaveLength(150)
    expect(commands.filter(isOneLine).length).toBeGreaterThan(290)
  })

  it.each(ANSWER_FORMATS)('stand whole in a prompt of bounded size, asked for as %s', (format) => {
    for (const { query } of benchmark) {
      const [system, user] = promptOf(query, 'standard', format)
      expect(user?.content.text.endsWith(`Request: ${redactor.redact(query)}`)).toBe(true)
      expect(system?.content.text).toContain('JSON')
      const shown = system?.content.text.match(/^- ".*" → /gmu) ?? []
      expect(shown.length).toBeLessThanOrEqual(8)
      expect((system?.content.text.length ?? 0) + (user?.content.text.length ?? 0)).toBeLessThan(8_000)
    }
  })

  it('lose nothing to redaction but the one password that one of them states', () => {
    const changed = benchmark.map(({ query }) => query).filter((query) => redactor.redact(query) !== query)
    expect(changed).toEqual([expect.stringContaining("with password 'password' and")])
    expect(changed.map((query) => redactor.redact(query))).toEqual(
      changed.map((query) => query.replace("'password'", "'[redacted]'")),
    )
  })

  it('fit a small model: short, without JSON', () => {
    for (const { query } of benchmark) {
      const whole = promptOf(query, 'tiny', 'fenced')
        .map(({ content }) => content.text)
        .join('\n')
      expect(whole).toContain(`Task: ${redactor.redact(query)}`)
      expect(whole).not.toMatch(/json/iu)
      expect(whole.length).toBeLessThan(1_500)
    }
  })

  it.each(WRAPPINGS)('give back the exact command from %s', (_name, wrap) => {
    for (const command of commands.filter(isOneLine)) {
      expect(parseModelAnswer(wrap(command))).toMatchObject({ kind: 'command', command: command.trim() })
    }
  })

  it.each(WRAPPINGS)('never show another command than that while %s streams', (name, wrap) => {
    // What a model thinks is taken out of the stream before it is looked at.
    if (name === 'thinking first') return
    for (const command of commands.filter(isOneLine).slice(0, 60)) {
      const whole = wrap(command)
      for (let length = 1; length <= whole.length; length += 7) {
        const shown = readDraft(whole.slice(0, length))?.command
        if (typeof shown === 'string') expect(command.trim().startsWith(shown.trim())).toBe(true)
      }
    }
  })

  it('are refused where a model gives two of them', () => {
    for (const { gold, gold2 } of benchmark) {
      if (!isOneLine(gold) || !isOneLine(gold2)) continue
      const answer = `\`\`\`sh\n${gold}\n\`\`\`\nor\n\`\`\`sh\n${gold2}\n\`\`\``
      expect(() => parseModelAnswer(answer)).toThrow('ASSISTANT_BAD_ANSWER')
    }
  })

  it('are each judged, whatever they are', () => {
    for (const command of commands) {
      expect(classifier.classify(command, 'bash').reasons.length).toBeGreaterThan(0)
    }
  })
})
