import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { projectFolder } from '../project-paths.ts'
import type { BuildPlace, Expression } from './expression.ts'

/** Expressions that the files built while they were loaded, and the files that failed to load. */
export interface BuiltExpressions {
  readonly expressions: readonly Expression[]
  /** One sentence for each file that did not load. */
  readonly faults: readonly string[]
}

/**
 * Loads the files and records every expression that is built from text meanwhile, with its place, because that is the
 * expression that runs. `use` may call code that builds more of them.
 */
export async function builtExpressions(files: readonly string[], use: () => Promise<void>): Promise<BuiltExpressions> {
  const expressions: Expression[] = []
  const faults: string[] = []
  const Original = globalThis.RegExp
  const record = (built: RegExp): RegExp => {
    const place = callerPlace()
    if (place) expressions.push({ ...place, source: built.source, flags: built.flags })
    return built
  }
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, args: [string, string?]) => record(new target(...args)),
    apply: (target, _this, args: [string, string?]) => record(target(...args)),
  })
  try {
    for (const file of files) {
      try {
        await import(pathToFileURL(path.join(projectFolder, file)).href)
      } catch (error) {
        faults.push(`${file} did not load: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    await use()
  } finally {
    globalThis.RegExp = Original
  }
  return { expressions, faults }
}

/** Finds the place that builds the expression: the nearest call of the stack that is in the product. */
function callerPlace(): BuildPlace | null {
  for (const frame of (new Error('place').stack ?? '').split('\n')) {
    const [, url, line] = /\(?(file:\/\/[^\s()]+):(\d+):\d+\)?$/.exec(frame) ?? []
    if (url === undefined || line === undefined) continue
    const file = path.relative(projectFolder, fileURLToPath(url)).replaceAll('\\', '/')
    if (/^(?:main|preload|renderer)\//.test(file)) return { file, line: Number(line) }
    if (!file.startsWith('test/support/regexes/')) return null
  }
  return null
}
