import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadedBy, startChunks } from '../../../resources/packaging/start-chunks.ts'

/** A graph of modules, by path below the project. */
type Graph = Readonly<Record<string, readonly string[]>>

const START = { entry: 'main/index.ts', parts: ['main/storage.ts', 'main/fleet.ts'], threads: ['main/thread.ts'] }

function chunksOf(graph: Graph): (file: string) => string | null {
  const { plugin, groups } = startChunks(START)
  const paths = new Map(
    Object.entries(graph).map(([file, imports]) => [resolve(file), imports.map((name) => resolve(name))]),
  )
  plugin.buildEnd.call({ getModuleInfo: (id: string) => ({ importedIds: paths.get(id) ?? [] }) })
  return (file) => groups[0]?.name(resolve(file)) ?? null
}

describe('files that main loads at the start', () => {
  it('hold a module with the first part that needs it, however deep it lies', () => {
    const chunkOf = chunksOf({
      'main/storage.ts': ['main/a.ts'],
      'main/a.ts': ['main/shared.ts'],
      'main/fleet.ts': ['main/shared.ts', 'main/b.ts'],
    })
    const found = ['main/storage.ts', 'main/a.ts', 'main/shared.ts', 'main/fleet.ts', 'main/b.ts'].map(chunkOf)
    expect(found).toEqual(['start-storage', 'start-storage', 'start-storage', 'start-fleet', 'start-fleet'])
  })

  it('hold what the entry needs apart from every part, because it is loaded before the window opens', () => {
    const chunkOf = chunksOf({
      'main/index.ts': ['main/window.ts', 'main/errors.ts'],
      'main/storage.ts': ['main/window.ts', 'main/errors.ts'],
      'main/thread.ts': ['main/errors.ts'],
    })
    const found = ['main/index.ts', 'main/window.ts', 'main/errors.ts', 'main/storage.ts'].map(chunkOf)
    expect(found).toEqual([null, 'start-entry', 'entry-and-threads', 'start-storage'])
  })

  it('hold what a thread needs too apart from every part, with what it imports itself', () => {
    const chunkOf = chunksOf({
      'main/storage.ts': ['main/rules.ts'],
      'main/thread.ts': ['main/rules.ts', 'main/tables.ts'],
      'main/rules.ts': ['main/words.ts'],
      'main/fleet.ts': ['main/words.ts'],
    })
    expect(['main/rules.ts', 'main/words.ts'].map(chunkOf)).toEqual(['start-and-threads', 'start-and-threads'])
    expect(['main/thread.ts', 'main/tables.ts'].map(chunkOf)).toEqual([null, null])
    expect(chunkOf('main/fleet.ts')).toBe('start-fleet')
  })

  it('end where modules import each other', () => {
    const chunkOf = chunksOf({ 'main/storage.ts': ['main/a.ts'], 'main/a.ts': ['main/storage.ts'] })
    expect(chunkOf('main/a.ts')).toBe('start-storage')
  })

  it('leave out what nothing of the start imports', () => {
    expect(chunksOf({ 'main/later.ts': [] })('main/later.ts')).toBeNull()
  })

  it('are those of the parts that main loads, in their order, because a part that is not among them falls into many files', () => {
    const parts = loadedBy('main/load-app.ts')
    expect([parts[0], parts.at(-1)]).toEqual(['main/composition/storage.ts', 'main/app.ts'])
    expect(parts).toContain('main/composition/commands.ts')
  })
})
