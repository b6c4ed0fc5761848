import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** What the plugin needs of the bundler. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** The source files from which main starts, as paths below the project. */
interface Start {
  /** The entry, which is loaded before the window opens. */
  readonly entry: string
  /** In the order in which they are loaded. */
  readonly parts: readonly string[]
  readonly threads: readonly string[]
}

/**
 * Makes one file of each part that main loads at the start, because Node's loader takes half a millisecond for a file: the
 * bundler alone would make eighty. A module belongs to the first part that needs it. What the entry needs comes before. What
 * a thread needs too stands apart, because a thread can load neither a part of main nor `electron`. Returns a plugin and
 * groups for `codeSplitting`.
 */
export function startChunks({ entry, parts, threads }: Start) {
  const chunkOf = new Map<string, string>()
  const plugin = {
    name: 'start-chunks',
    buildEnd(this: ModuleGraph) {
      const reachOf = (file: string) => reach(this, resolve(file))
      const ofThreads = new Set(threads.flatMap((file) => [...reachOf(file)]))
      const put = (id: string, chunk: string) => chunkOf.has(id) || chunkOf.set(id, chunk)
      for (const id of reachOf(entry)) {
        if (id !== resolve(entry)) put(id, ofThreads.has(id) ? 'entry-and-threads' : 'start-entry')
      }
      for (const part of parts) {
        const chunk = `start-${basename(part, '.ts')}`
        for (const id of reachOf(part)) put(id, ofThreads.has(id) ? 'start-and-threads' : chunk)
      }
    },
  }
  return { plugin, groups: [{ name: (id: string) => chunkOf.get(id) ?? null, includeDependenciesRecursively: false }] }
}

/** The modules that a source file loads by `import()`, in its order; all are paths below the project. */
export function loadedBy(file: string): readonly string[] {
  const imports = readFileSync(resolve(file), 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g)
  return [...imports].map(([, path = '']) => join(dirname(file), path))
}

/** All modules that a module imports, not counting what it loads later. */
function reach(graph: ModuleGraph, root: string): ReadonlySet<string> {
  const found = new Set([root])
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
