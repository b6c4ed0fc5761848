import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../../support/project-paths.ts'

const mantine = join(projectFolder, 'node_modules/@mantine')
const core = join(mantine, 'core/esm')
/** Sheets of the page itself, of no component. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['baseline', 'default-css-variables', 'global'])

const loaded = [
  ...read(join(projectFolder, 'renderer/lib/style/mantine-styles.ts')).matchAll(/styles\/([\w-]+)\.layer/g),
]
  .map(([, name]) => name ?? '')
  .filter((name) => !OF_THE_PAGE.has(name))
const available = new Set(
  readdirSync(join(mantine, 'core/styles'))
    .filter((name) => name.endsWith('.layer.css'))
    .map((name) => name.slice(0, -'.layer.css'.length)),
)
const used = [...filesIn(join(projectFolder, 'renderer'), /\.tsx?$/)].flatMap((file) => coreNamesIn(read(file)))

it('every Mantine component in use has its style sheet loaded, so that none appears bare', () => {
  expect(used.filter((name) => available.has(name) && !loaded.includes(name))).toEqual([])
})

it('no style sheet is loaded twice, or for a component that is not in use', () => {
  const packages = ['notifications', 'spotlight'].flatMap((name) => [...filesIn(join(mantine, name, 'esm'), /\.mjs$/)])
  const reached = sheetsOf([...used, ...packages.flatMap((file) => coreNamesIn(read(file)))])
  expect(loaded.filter((name) => !reached.has(name))).toEqual([])
  expect(loaded).toEqual([...new Set(loaded)])
})

function read(file: string): string {
  return readFileSync(file, 'utf8')
}

function* filesIn(folder: string, name: RegExp): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && name.test(entry.name)) yield join(entry.parentPath, entry.name)
  }
}

/** Returns the names that a module takes from Mantine's core. */
function coreNamesIn(text: string): string[] {
  return [...text.matchAll(/import \{([^}]+)\} from ['"]@mantine\/core['"]/g)]
    .flatMap(([, names]) => (names ?? '').split(','))
    .map((name) => name.trim())
}

/** Follows the imports of these components, and returns the names of all style modules on the way. */
function sheetsOf(names: readonly string[]): ReadonlySet<string> {
  const places = new Map(
    [...read(join(core, 'index.mjs')).matchAll(/import \{ (\w+) \} from "(\.[^"]+)"/g)].map(([, name, place]) => [
      name,
      join(core, place ?? ''),
    ]),
  )
  const waiting = names.flatMap((name) => places.get(name) ?? [])
  const seen = new Set(waiting)
  const sheets = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const [, place] of read(file).matchAll(/from "(\.[^"]+)"/g)) {
      const next = join(dirname(file), place ?? '')
      const sheet = /([\w-]+)\.module\.mjs$/.exec(next)?.[1]
      if (sheet !== undefined) sheets.add(sheet)
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return sheets
}
