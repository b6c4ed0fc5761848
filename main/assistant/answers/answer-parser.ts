import { z } from 'zod'
import { AppError } from '../../../preload/contract/errors.ts'
import { COMMAND_MAX_CHARS, COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import { withoutThinking } from '../model/thinking.ts'
import type { AnswerShape } from './answer-format.ts'
import { embeddedObjects, fencedBlocks, jsonObject, withoutBlocks } from './answer-text.ts'

const MAX_EXPLANATION_CHARS = 2000

const proposalSchema = z.strictObject({
  kind: z.enum(['command', 'question', 'answer', 'refuse']),
  command: z.string().max(COMMAND_MAX_CHARS).nullish(),
  explanation: z.string().nullish(),
  timeout_s: z.number().nullish(),
  question: z.string().nullish(),
})

/** A model's answer, well-formed but not judged. */
export type ModelAnswer =
  | {
      readonly kind: 'command'
      readonly command: string
      readonly explanation: string | null
      readonly timeoutS: number | null
    }
  | { readonly kind: 'question' | 'answer' | 'refuse'; readonly text: string }

const nullable = (type: string, description: string) => ({ type: [type, 'null'], description })

/** One command, or why there is none. */
export const PROPOSAL_SHAPE: AnswerShape<ModelAnswer> = {
  name: 'proposal',
  schema: {
    type: 'object',
    properties: {
      kind: { type: 'string', enum: ['command', 'question', 'answer', 'refuse'] },
      command: nullable('string', 'One shell command, only for kind "command".'),
      explanation: nullable('string', 'What the command does, or the text of the question, answer or refusal.'),
      timeout_s: nullable('integer', 'Seconds the command may take, 1 to 3600.'),
    },
    required: ['kind', 'command', 'explanation', 'timeout_s'],
    additionalProperties: false,
  },
  parse: parseModelAnswer,
}

type BadAnswer = 'empty' | 'no-command' | 'several-commands' | 'wrong-shape'

function bad(reason: BadAnswer): never {
  throw new AppError('ASSISTANT_BAD_ANSWER', { reason })
}

/**
 * Finds the one proposal in a model's text: a JSON object, bare, fenced or in prose, or one fenced command.
 * Throws `ASSISTANT_BAD_ANSWER` where there is none, more than one, or one of another shape.
 */
export function parseModelAnswer(text: string): ModelAnswer {
  const answer = withoutThinking(text)
  if (answer === '') bad('empty')
  const whole = jsonObject(answer)
  if (whole !== null) return readProposal(whole)
  const blocks = fencedBlocks(answer)
  const inBlocks = blocks.map((block) => jsonObject(block.body)).filter((object) => object !== null)
  // Braces in a fenced command (`find -exec … {} +`) are the command's own.
  const objects = inBlocks.length > 0 ? inBlocks : embeddedObjects(withoutBlocks(answer))
  const commands = blocks.filter(({ language, body }) => language !== 'json' && jsonObject(body) === null)
  if (objects.length + commands.length > 1) bad('several-commands')
  const [object] = objects
  if (object !== undefined) return readProposal(object)
  const [command] = commands
  if (command === undefined) bad('no-command')
  return { kind: 'command', command: oneCommand(command.body), explanation: null, timeoutS: null }
}

function readProposal(object: Record<string, unknown>): ModelAnswer {
  const parsed = proposalSchema.safeParse(object)
  if (!parsed.success) return bad('wrong-shape')
  const { kind, command, explanation, timeout_s: timeout, question } = parsed.data
  const words = explanation?.trim().slice(0, MAX_EXPLANATION_CHARS) ?? ''
  if (kind === 'command') {
    if (typeof command !== 'string' || command.trim() === '') return bad('no-command')
    const timeoutS =
      typeof timeout === 'number' && timeout > 0 ? Math.min(COMMAND_TIMEOUT_S.max, Math.ceil(timeout)) : null
    return { kind, command: oneCommand(command), explanation: words === '' ? null : words, timeoutS }
  }
  if (typeof command === 'string' && command.trim() !== '') return bad('wrong-shape')
  const text = kind === 'question' ? question?.trim().slice(0, MAX_EXPLANATION_CHARS) || words : words
  return text === '' ? bad('empty') : { kind, text }
}

/** One line, but for lines continued with a backslash; a copied prompt sign is dropped. */
export function oneCommand(text: string): string {
  const command = text.trim().replace(/\r\n/gu, '\n').replace(/^\$ /u, '')
  if (/[^\\]\n/u.test(command)) bad('several-commands')
  return command
}
