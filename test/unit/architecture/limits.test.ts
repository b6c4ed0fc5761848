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

const SMALL_FILE = 25

/** Folders in which each file is one member of a family, found by its name. */
const FAMILIES = ['main/broker/check/probes', 'main/broker/check/stages', 'main/ipc/handlers', 'main/platform/files']

/** Why a small file with one importer stands alone. */
const REASONS: Readonly<Record<string, string>> = {
  'main/assistant/model/environment.ts': 'runs before the libraries of models are loaded',
  'main/broker/connection/asking.ts': 'a state of its own beside that of the target',
  'main/broker/profiles/files/parse-toml.ts': 'the one place that knows the library of TOML',
  'main/broker/session/proxy-list.ts': 'belongs to the session, while a handler asks for it',
  'main/commands/folding/mask-worker.ts': 'entry of a thread',
  'main/ipc/trusted-sender.ts': 'decides without Electron, so that a test can ask it',
  'main/platform/desktop/desktop-notifications.ts': 'holds what Electron gives, so that nobody else imports it',
  'main/platform/system-proxy.ts': 'holds what Electron gives, so that nobody else imports it',
  'main/safety/parse/shared/budget.ts': 'a bound of the pipeline that its README names',
  'main/setup/accounts/given-passwords.ts': 'holds secrets, which nothing else of a set-up may see',
  'main/setup/proof/plain-reason.ts': 'knows the words of two TLS libraries',
  'main/shared/certificates/reflect-metadata.ts': 'has to run before the library that needs it',
  'main/window/allowed-links.ts': 'decides without Electron, so that a test can ask it',
  'main/window/graphics.ts': 'decides without Electron, so that a test can ask it',
  'preload/index.ts': 'entry of the preload script',
  'renderer/features/broker/broker-state.ts': 'computes without React, so that a test needs no window',
  'renderer/features/connection/form/password-move-words.ts': 'computes without React, so that a test needs no window',
  'renderer/features/shell/notices/notice-corner.tsx': 'a chunk that is loaded with the first notice',
  'renderer/lib/errors/error-settings.ts': 'one table, which says where an error is mended',
  'renderer/lib/i18n/catalogue-en.ts': 'one of two chunks, of which the window loads the one of its language',
  'renderer/lib/i18n/catalogue-zh-cn.ts': 'one of two chunks, of which the window loads the one of its language',
  'renderer/lib/vite-env.d.ts': 'read by the compiler alone',
  'renderer/lib/window.d.ts': 'read by the compiler alone',
  'renderer/main.ts': 'the entry of the window, short so that it runs before the rest is here',
}

/** Counts for each file those that import it, by a relative path. */
function importersOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const importers = new Map<string, Set<string>>(SOURCES.map(({ file }) => [file, new Set()]))
  for (const { file, text } of SOURCES) {
    for (const [, path = ''] of text.matchAll(/(?:from|import\(|import)\s*'(\.[^']+)'/g)) {
      importers.get(join(dirname(file), path))?.add(file)
    }
  }
  return importers
}

it(`holds no file of less than ${SMALL_FILE} lines that one other imports, but for those with a reason`, () => {
  const importers = importersOf()
  const alone = SOURCES.filter(({ file, text }) => {
    const isSmall = text.trimEnd().split('\n').length < SMALL_FILE
    return isSmall && (importers.get(file)?.size ?? 0) <= 1 && !FAMILIES.some((folder) => file.startsWith(folder))
  })
  expect(alone.map(({ file }) => file).sort()).toEqual(Object.keys(REASONS).sort())
})
