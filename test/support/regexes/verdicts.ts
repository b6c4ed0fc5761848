import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { check } from 'recheck'
import { z } from 'zod'
import { projectFolder } from '../project-paths.ts'
import type { Expression } from './expression.ts'

const verdictSchema = z.object({
  /** `unknown`: out of time, or a part that the checker cannot read. */
  status: z.enum(['safe', 'vulnerable', 'unknown']),
  /** The degree or the reason, and an attack as JavaScript. */
  words: z.string(),
})

/** What is known of one expression. */
export type Verdict = z.infer<typeof verdictSchema>

/** Holds only what this version of the checker said. */
const CACHE_FILE = path.join(projectFolder, 'node_modules/.cache/regexes-recheck-4.5.0.json')
const TIMEOUT_MS = 20_000
const AT_ONCE = 2
const cacheSchema = z.record(z.string(), verdictSchema)

/** Judges expressions, two at once; the same source and flags are judged once in the life of the cache file. */
export async function judgeAll(expressions: readonly Expression[]): Promise<readonly Verdict[]> {
  const known = await readCache()
  const open = new Map(expressions.map((one) => [keyOf(one), one] as const).filter(([key]) => !known.has(key)))
  const queue = [...open]
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) known.set(next[0], await judge(next[1]))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (open.size > 0) {
    await mkdir(path.dirname(CACHE_FILE), { recursive: true })
    const sure = [...known].filter(([, { status }]) => status !== 'unknown')
    await writeFile(CACHE_FILE, JSON.stringify(Object.fromEntries(sure)))
  }
  return expressions.map((one) => known.get(keyOf(one)) ?? { status: 'unknown', words: 'not judged' })
}

async function judge({ source, flags }: Expression): Promise<Verdict> {
  // The checker does not know `d`, which changes what a match tells and not how it is found.
  const found = await check(source, flags.replace('d', ''), { timeout: TIMEOUT_MS })
  if (found.status === 'safe') return { status: 'safe', words: found.complexity.summary }
  if (found.status === 'vulnerable') {
    return { status: 'vulnerable', words: `${found.complexity.summary}, such as ${found.attack.pattern}` }
  }
  return { status: 'unknown', words: 'message' in found.error ? found.error.message : found.error.kind }
}

async function readCache(): Promise<Map<string, Verdict>> {
  const text = await readFile(CACHE_FILE, 'utf8').catch(() => '{}')
  return new Map(Object.entries(cacheSchema.parse(JSON.parse(text))))
}

function keyOf({ source, flags }: Expression): string {
  return `/${source}/${flags}`
}
