import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { check } from 'recheck'
import { projectFolder } from '../project-paths.ts'
import type { Expression } from './expression.ts'

/** Verdict on one expression. */
export interface Verdict {
  /** `unknown`: out of time, or with a part that the checker cannot read. */
  readonly status: 'safe' | 'vulnerable' | 'unknown'
  /** The degree or the reason, and an attack as JavaScript. */
  readonly words: string
}

/** Hashes of the expressions that the checker found safe, kept with the project, so that only new ones take time. */
const SAFE_FILE = path.join(projectFolder, 'test/support/regexes/safe.txt')
const HASH_CHARS = 12
const TIMEOUT_MS = 20_000
const AT_ONCE = 2

/** Judges the expressions that are not known to be safe, two at once. */
export async function judgeAll(expressions: readonly Expression[]): Promise<readonly Verdict[]> {
  const safe = new Set((await readFile(SAFE_FILE, 'utf8').catch(() => '')).split('\n'))
  const keyed = new Map(expressions.map((one) => [keyOf(one), one] as const))
  const queue = [...keyed].filter(([key]) => !safe.has(key))
  const judged = new Map<string, Verdict>()
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) judged.set(next[0], await judge(next[1]))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return expressions.map((one) => judged.get(keyOf(one)) ?? { status: 'safe', words: 'judged before' })
}

/** Replaces the stored hashes by those of the safe expressions. */
export async function keepSafe(expressions: readonly Expression[], verdicts: readonly Verdict[]): Promise<void> {
  const safe = expressions.filter((_one, i) => verdicts[i]?.status === 'safe').map(keyOf)
  const text = `${[...new Set(safe)].sort().join('\n')}\n`
  if (text !== (await readFile(SAFE_FILE, 'utf8').catch(() => ''))) await writeFile(SAFE_FILE, text)
}

async function judge({ source, flags }: Expression): Promise<Verdict> {
  // The checker does not know `d`, which changes the result of a match and not the search.
  const found = await check(source, flags.replace('d', ''), { timeout: TIMEOUT_MS })
  if (found.status === 'safe') return { status: 'safe', words: found.complexity.summary }
  if (found.status === 'vulnerable') {
    return { status: 'vulnerable', words: `${found.complexity.summary}, such as ${found.attack.pattern}` }
  }
  return { status: 'unknown', words: 'message' in found.error ? found.error.message : found.error.kind }
}

/** Hashes the version of the checker too, because another version judges anew. */
function keyOf({ source, flags }: Expression): string {
  return createHash('sha256').update(`recheck 4.5.0 /${source}/${flags}`).digest('hex').slice(0, HASH_CHARS)
}
