import type { LogFinding } from '../../../preload/contract/models/connection.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { safeDetail } from '../diagnosis/detail.ts'
import { LOG_CAUSES, type LogCauseName } from './log-causes.ts'
import { LOG_SIGNATURES, type LogSignature } from './log-signatures.ts'

const MAX_LINES = 20_000
const MAX_LINE_LENGTH = 1_000
const NEARBY = 3

/**
 * Lists what a broker's log says is wrong, gravest first, each cause once with its first line and how often it occurs. Looks at
 * the last 20,000 lines.
 */
export function explainLog(text: string): LogFinding[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .slice(-MAX_LINES)
    .map((line) => line.slice(0, MAX_LINE_LENGTH))
  const found = new Map<LogCauseName, LogFinding>()
  for (const [index, line] of lines.entries()) {
    const match = matchOf(lines, index, line)
    if (match === null) continue
    const { cause, stage } = match.signature
    const known = found.get(cause)
    found.set(
      cause,
      known
        ? { ...known, count: known.count + 1 }
        : { ...textsOf(cause, match.groups), line: safeDetail(line, []), count: 1, stage },
    )
  }
  const rank = (cause: string) => LOG_SIGNATURES.findIndex((signature) => signature.cause === cause)
  return [...found.values()].sort((left, right) => rank(left.cause) - rank(right.cause))
}

type Groups = Readonly<Record<string, string | undefined>>

function matchOf(
  lines: readonly string[],
  index: number,
  line: string,
): { signature: LogSignature; groups: Groups } | null {
  for (const signature of LOG_SIGNATURES) {
    const match = signature.line.exec(line)
    const more = signature.more?.exec(line)
    if (match === null || more === null) continue
    const { near } = signature
    if (near && !lines.slice(Math.max(0, index - NEARBY), index + NEARBY + 1).some((other) => near.test(other)))
      continue
    return { signature, groups: { ...match.groups, ...more?.groups } }
  }
  return null
}

function textsOf(cause: LogCauseName, groups: Groups): Pick<LogFinding, 'cause' | 'message' | 'fix'> {
  const { message, fix } = LOG_CAUSES[cause]
  return { cause, message: filled(message, groups), fix: filled(fix, groups) }
}

function filled(text: LocalizedText, groups: Groups): LocalizedText {
  const fill = (words: string) =>
    words.replace(/\[\[([^[\]{]*)\{(\w+)\}([^[\]]*)\]\]/g, (_whole, before: string, name: string, after: string) => {
      const value = safeDetail(groups[name] ?? '', [])
      return value === '' ? '' : `${before}${value.slice(0, 120)}${after}`
    })
  return { en: fill(text.en), zh: fill(text.zh) }
}
