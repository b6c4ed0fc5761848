import { basename, resolve } from 'node:path'

/** What the plugin needs of the bundler. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * Makes one file of each part that main loads at the start, because Node's loader takes half a millisecond for a file: the
 * bundler alone would make eighty. A module belongs to the first part that needs it. What `others` import, the entries that
 * run in threads or before the parts, stays apart, so that no thread loads a part of main for one of its modules. Paths are
 * those of source files, parts in the order in which they are loaded. Returns a plugin and groups for `codeSplitting`.
 */
export function startChunks(parts: readonly string[], others: readonly string[]) {
  const chunkOf = new Map<string, string>()
  const plugin = {
    name: 'start-chunks',
    buildEnd(this: ModuleGraph) {
      const apart = new Set(others.flatMap((file) => [...reach(this, resolve(file))]))
      for (const part of parts) {
        const chunk = `start-${basename(part, '.ts')}`
        for (const id of reach(this, resolve(part))) if (!apart.has(id) && !chunkOf.has(id)) chunkOf.set(id, chunk)
      }
    },
  }
  return { plugin, groups: [{ name: (id: string) => chunkOf.get(id) ?? null, includeDependenciesRecursively: false }] }
}

/** All modules that a module imports, not counting what it loads later. */
function reach(graph: ModuleGraph, root: string): ReadonlySet<string> {
  const found = new Set([root])
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
