import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expectNoArguments, runScript, say } from '../command-line.ts'
import { projectFolder } from '../project-paths.ts'
import { ALLOWED } from './allowed.ts'
import { builtExpressions } from './built-expressions.ts'
import type { Expression } from './expression.ts'
import { judgeAll, keepSafe, type Verdict } from './verdicts.ts'
import { type WrittenExpressions, writtenExpressions } from './written-expressions.ts'

/** Characters shown of a source, which may list hundreds of words. */
const MAX_SHOWN = 300
/** Limit of exceptions, because nobody reviews more. */
const MAX_ALLOWED = 25

/**
 * Judges every regular expression of the product. Exit 1 if hostile text can make one slow, if one is only known while
 * the product runs, or if an exception is no longer needed; prints each with its place and, if known, such a text.
 */
await runScript(async (args) => {
  expectNoArguments(args)
  const found = await findExpressions()
  const verdicts = await judgeAll(found.expressions)
  if (process.env.CI === undefined) await keepSafe(found.expressions, verdicts)
  const faults = [...found.faults, ...unusedExceptions(found.expressions, verdicts)]
  if (ALLOWED.length > MAX_ALLOWED) faults.push(`${ALLOWED.length} exceptions: mend some, ${MAX_ALLOWED} are allowed`)
  const unknown: string[] = []
  for (const [i, one] of found.expressions.entries()) {
    const verdict = verdicts[i]
    if (verdict === undefined || verdict.status === 'safe' || isAllowed(one)) continue
    const shown = `${one.file}:${one.line}: /${one.source.slice(0, MAX_SHOWN)}/${one.flags} ${verdict.words}`
    if (verdict.status === 'vulnerable') faults.push(shown)
    else unknown.push(shown)
  }
  for (const line of unknown) say(`not judged: ${line}`)
  for (const line of faults) say(line)
  say(`${found.expressions.length} expressions, ${unknown.length} not judged, ${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
})

interface Found {
  readonly expressions: readonly Expression[]
  readonly faults: readonly string[]
}

/** Collects literals from the sources, and built expressions by loading the files that build them. */
async function findExpressions(): Promise<Found> {
  const written: WrittenExpressions[] = []
  for await (const name of glob('{main,preload,renderer}/**/*.{ts,tsx}', { cwd: projectFolder })) {
    const text = await readFile(path.join(projectFolder, name), 'utf8')
    written.push(writtenExpressions(name.replaceAll('\\', '/'), text))
  }
  const builds = written.flatMap((one) => one.builds)
  const files = new Set(builds.map(({ file }) => file))
  const built = await builtExpressions([...files], buildLateExpressions)
  const unseen = builds.filter(({ file, line }) => {
    const isSeen = built.expressions.some((one) => one.file === file && one.line === line)
    return !isSeen && !ALLOWED.some((allowed) => allowed.file === file && allowed.source === null)
  })
  return {
    expressions: [...written.flatMap((one) => one.literals), ...built.expressions],
    faults: [
      ...built.faults,
      ...unseen.map(({ file, line }) => `${file}:${line}: builds an expression that is only known while it runs`),
    ],
  }
}

/** Builds what is built with its first use: shapes of values (`=/…/`) in the manuals of commands, programs that take secrets. */
async function buildLateExpressions(): Promise<void> {
  const { loadManuals } = await import('../../../main/safety/manual/manuals.ts')
  const { redactCommands } = await import('../../../main/safety/redaction/commands.ts')
  loadManuals()
  redactCommands('')
}

function isAllowed({ file, source }: Expression): boolean {
  return ALLOWED.some((allowed) => allowed.file === file && allowed.source === source)
}

function unusedExceptions(expressions: readonly Expression[], verdicts: readonly Verdict[]): readonly string[] {
  const isUsed = (file: string, source: string) =>
    expressions.some((one, i) => one.file === file && one.source === source && verdicts[i]?.status !== 'safe')
  return ALLOWED.filter(({ file, source }) => source !== null && !isUsed(file, source)).map(
    ({ file, source }) => `${file}: the exception for /${source?.slice(0, MAX_SHOWN)}/ is not needed`,
  )
}
