import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expectNoArguments, runScript, say } from '../command-line.ts'
import { projectFolder } from '../project-paths.ts'
import { ALLOWED } from './allowed.ts'
import { builtExpressions } from './built-expressions.ts'
import type { Expression } from './expression.ts'
import { judgeAll } from './verdicts.ts'
import { writtenExpressions } from './written-expressions.ts'

/** Fails for an expression of the product that hostile text can slow down, with its place and the text. */
await runScript(async (args) => {
  expectNoArguments(args)
  const { expressions, faults } = await allExpressions()
  const verdicts = await judgeAll(expressions)
  const judged = expressions.map((one, i) => ({ ...one, verdict: verdicts[i] }))
  for (const one of judged) {
    if (one.verdict?.status === 'safe') continue
    const isAllowed = ALLOWED.some(({ file, source }) => file === one.file && source === one.source)
    console.log(`${isAllowed?'ALLOWED ':''}${one.file}:${one.line}\t${one.verdict.status}\t/${one.source.slice(0,300)}/${one.flags}\t${one.verdict.words.slice(0,400)}`)
  }
  for (const f of faults) console.log('FAULT', f)
  say(String(expressions.length))
  process.exit(0)
})

async function allExpressions(): Promise<{ expressions: readonly Expression[]; faults: readonly string[] }> {
  const files = await Array.fromAsync(glob('{main,preload,renderer}/**/*.{ts,tsx}', { cwd: projectFolder }))
  const written = await Promise.all(
    files.map(async (file) => writtenExpressions(file.replaceAll('\\', '/'), await readFile(path.join(projectFolder, file), 'utf8'))),
  )
  const builds = written.flatMap((one) => one.builds)
  const built = await builtExpressions([...new Set(builds.map(({ file }) => file))], async () => {
    const { loadManuals } = await import('../../../main/safety/manual/manuals.ts')
    loadManuals()
  })
  const missing = builds.filter(
    (place) => !built.expressions.some((one) => one.file === place.file && one.line === place.line),
  )
  return {
    expressions: [...written.flatMap((one) => one.literals), ...built.expressions],
    faults: [...built.faults, ...missing.map(({ file, line }) => `${file}:${line}: builds an expression that nobody sees before it runs`)],
  }
}
