import type { StreamedDraft } from '../../shared/assistance.ts'
import { withoutThinking } from '../model/thinking.ts'

const COMMAND = /"command"\s*:\s*"((?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)/u
const EXPLANATION = /"explanation"\s*:\s*"((?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)/u

/**
 * Reads the beginning of an answer, in any of the forms that the parser takes; null until something can be read. Not by
 * `parsePartialJson` of `@langchain/core`: it turns half an escape into characters that the command does not hold (`\u6`
 * becomes `u6`), gives nothing once a fence or a word follows the object, and is exported only beside the whole library,
 * which nothing loads before the first question.
 */
export function readDraft(text: string): StreamedDraft | null {
  const answer = withoutThinking(text)
  const start = answer.indexOf('{')
  const fence = /(?:^|\n)[ \t]*(?:```|~~~)[^\n]*\n/u.exec(answer)
  const isFencedCommand = fence !== null && !/^\s*\{/u.test(answer.slice(fence.index + fence[0].length))
  if (isFencedCommand && (start < 0 || fence.index < start)) {
    const body = answer.slice(fence.index + fence[0].length)
    const end = /\n[ \t]*(?:```|~~~)/u.exec(body)
    // The first signs of a closing fence are no part of it.
    const command = (end === null ? body.replace(/\n[ \t]*[`~]{1,2}$/u, '') : body.slice(0, end.index)).trim()
    return command === '' ? null : { command, explanation: null }
  }
  if (start < 0) return null
  const object = answer.slice(start)
  const command = stringField(object, COMMAND)
  const explanation = stringField(object, EXPLANATION)
  return command === null && explanation === null ? null : { command, explanation }
}

/** The string of a field as far as it has arrived; half an escape at its end is left out. */
function stringField(object: string, field: RegExp): string | null {
  const body = field.exec(object)?.[1]
  if (body === undefined || body === '') return null
  try {
    return JSON.parse(`"${body.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`) as string
  } catch {
    return null
  }
}
