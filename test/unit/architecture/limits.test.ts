import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Class, type Function as FunctionNode, parseSync, Visitor } from 'oxc-parser'
import { expect, it } from 'vitest'
import { projectFolder } from '../../support/project-paths.ts'

const CLASS_MAX = 200
const FUNCTION_MAX = 80
const FOLDER_MAX = 20

/** Folders of data, in which a file is a program or a topic of the language. */
const FOLDERS_OF_DATA = [
  'main/safety/manual/linux',
  'main/safety/tables/linux',
  'main/assistant/phrasebook',
  'main/assistant/phrasebook/data',
  'renderer/lib/i18n/locales/en',
  'renderer/lib/i18n/locales/zh-CN',
]

const FILES = globSync('{main,preload,renderer}/**/*.*', { cwd: projectFolder })
const SOURCES = FILES.filter((file) => /\.tsx?$/.test(file)).map((file) => ({
  file,
  text: readFileSync(join(projectFolder, file), 'utf8'),
}))

function linesOf(text: string, { start, end }: { readonly start: number; readonly end: number }): number {
  return text.slice(start, end).split('\n').length
}

/** Lists the nodes that a walk finds too long, with their file, line and length. */
function tooLong<Node extends { readonly start: number; readonly end: number }>(
  limit: number,
  visitorOf: (note: (node: Node) => void) => ConstructorParameters<typeof Visitor>[0],
): string[] {
  return SOURCES.flatMap(({ file, text }) => {
    const found: string[] = []
    const note = (node: Node) => {
      const lines = linesOf(text, node)
      if (lines > limit) found.push(`${file}:${linesOf(text, { start: 0, end: node.start })} has ${lines} lines`)
    }
    new Visitor(visitorOf(note)).visit(parseSync(file, text).program)
    return found
  })
}

it(`holds no class of more than ${CLASS_MAX} lines`, () => {
  expect(tooLong<Class>(CLASS_MAX, (note) => ({ ClassDeclaration: note, ClassExpression: note }))).toEqual([])
})

it(`holds no function of more than ${FUNCTION_MAX} lines`, () => {
  const found = tooLong<Pick<FunctionNode, 'start' | 'end'>>(FUNCTION_MAX, (note) => ({
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
  }))
  expect(found).toEqual([])
})

it(`holds no folder of more than ${FOLDER_MAX} files, but for those of data`, () => {
  const sizes = new Map<string, number>()
  for (const file of FILES) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1)
  const full = [...sizes].filter(([folder, size]) => size > FOLDER_MAX && !FOLDERS_OF_DATA.includes(folder))
  expect(full).toEqual([])
})
