import { z } from 'zod'
import { AppError } from '../../preload/contract/errors.ts'
import { withoutThinking } from './thinking.ts'

const MAX_EXPLANATION_CHARS = 2000
const MAX_TIMEOUT_S = 3600
const MAX_COMMAND_CHARS = 16_384

const proposalSchema = z.strictObject({
  kind: z.enum(['command', 'question', 'answer', 'refuse']),
  command: z.string().max(MAX_COMMAND_CHARS).nullish(),
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
  const objects = inBlocks.length > 0 ? inBlocks : embeddedObjects(answer)
  const commands = blocks.filter(({ language, body }) => language !== 'json' && jsonObject(body) === null)
  if (objects.length + commands.length > 1) bad('several-commands')
  const [object] = objects
  if (object !== undefined) return readProposal(object)
  const [command] = commands
  if (command === undefined) bad('no-command')
  return { kind: 'command', command: oneCommand(command.body), explanation: null, timeoutS: null }
}

interface FencedBlock {
  readonly language: string
  readonly body: string
}

function fencedBlocks(text: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = []
  let open: { language: string; lines: string[] } | null = null
  for (const line of text.split('\n')) {
    const fence = /^\s*(?:```|~~~)\s*([\w+-]*)\s*$/u.exec(line)
    if (fence === null) open?.lines.push(line)
    else if (open === null) open = { language: (fence[1] ?? '').toLowerCase(), lines: [] }
    else {
      blocks.push({ language: open.language, body: open.lines.join('\n').trim() })
      open = null
    }
  }
  return blocks.filter(({ body }) => body !== '')
}

function jsonObject(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Outermost `{…}` parts that are JSON; one pass, so that hostile text costs no more than its length. */
function embeddedObjects(text: string): readonly Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  let depth = 0
  let start = 0
  let isInString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (isInString) {
      if (character === '\\') index++
      else if (character === '"') isInString = false
    } else if (character === '"' && depth > 0) isInString = true
    else if (character === '{') {
      if (depth === 0) start = index
      depth++
    } else if (character === '}' && depth > 0) {
      depth--
      const object = depth === 0 ? jsonObject(text.slice(start, index + 1)) : null
      if (object !== null) found.push(object)
    }
  }
  return found
}

function readProposal(object: Record<string, unknown>): ModelAnswer {
  const parsed = proposalSchema.safeParse(object)
  if (!parsed.success) return bad('wrong-shape')
  const { kind, command, explanation, timeout_s: timeout, question } = parsed.data
  const words = explanation?.trim().slice(0, MAX_EXPLANATION_CHARS) ?? ''
  if (kind === 'command') {
    if (typeof command !== 'string' || command.trim() === '') return bad('no-command')
    const timeoutS = typeof timeout === 'number' && timeout > 0 ? Math.min(MAX_TIMEOUT_S, Math.ceil(timeout)) : null
    return { kind, command: oneCommand(command), explanation: words === '' ? null : words, timeoutS }
  }
  if (typeof command === 'string' && command.trim() !== '') return bad('wrong-shape')
  const text = kind === 'question' ? question?.trim().slice(0, MAX_EXPLANATION_CHARS) || words : words
  return text === '' ? bad('empty') : { kind, text }
}

/** One line, but for lines continued with a backslash; a copied prompt sign is dropped. */
function oneCommand(text: string): string {
  const command = text.trim().replace(/\r\n/gu, '\n').replace(/^\$ /u, '')
  if (/[^\\]\n/u.test(command)) bad('several-commands')
  return command
}
