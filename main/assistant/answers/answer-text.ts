import { AppError } from '../../../preload/contract/errors.ts'
import { withoutThinking } from '../model/thinking.ts'

interface FencedBlock {
  readonly language: string
  readonly body: string
}

/**
 * All closed blocks that hold something. Not by `parseJsonMarkdown` of `@langchain/core`: it reads the first block alone, so
 * that a second command goes unnoticed, ends it at a fence within a string, and completes a block that was cut off, so that
 * half a command passes for the whole.
 */
export function fencedBlocks(text: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = []
  let open: { language: string; lines: string[] } | null = null
  for (const line of text.split('\n')) {
    const fence = /^(?:```|~~~)\s*([\w+-]*)$/u.exec(line.trim())
    if (fence === null) open?.lines.push(line)
    else if (open === null) open = { language: (fence[1] ?? '').toLowerCase(), lines: [] }
    else {
      blocks.push({ language: open.language, body: open.lines.join('\n').trim() })
      open = null
    }
  }
  return blocks.filter(({ body }) => body !== '')
}

/** The text outside of closed blocks. */
export function withoutBlocks(text: string): string {
  return text
    .split(/^[ \t]*(?:```|~~~)[^\n]*$/mu)
    .filter((_part, index, parts) => index % 2 === 0 || index === parts.length - 1)
    .join('\n')
}

/** The object that the text is; null where it is none. */
export function jsonObject(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Outermost `{…}` parts that are JSON; one pass, so that hostile text costs no more than its length. */
export function embeddedObjects(text: string): readonly Record<string, unknown>[] {
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

/** The one object in a text: bare, fenced or in prose. Throws `ASSISTANT_BAD_ANSWER` where there is none or several. */
export function onlyObject(text: string): Record<string, unknown> {
  const answer = withoutThinking(text)
  if (answer === '') throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'empty' })
  const whole = jsonObject(answer)
  if (whole !== null) return whole
  const inBlocks = fencedBlocks(answer)
    .map(({ body }) => jsonObject(body))
    .filter((object) => object !== null)
  const objects = inBlocks.length > 0 ? inBlocks : embeddedObjects(answer)
  const [object] = objects
  if (object === undefined || objects.length > 1) throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'wrong-shape' })
  return object
}
