import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../../support/project-paths.ts'

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8')

it('the stand-in for CodeMirror’s syntax tree has all that its commands take from there', () => {
  const takes = /import \{([^}]+)\} from '(?:@codemirror\/language|@lezer\/common)'/g
  const taken = [...read('node_modules/@codemirror/commands/dist/index.js').matchAll(takes)]
    .flatMap(([, names]) => (names ?? '').split(','))
    .map((name) => name.trim())
  const gives = /^export (?:const|class) (\w+)/gm
  const given = [...read('resources/packaging/no-syntax-tree.mjs').matchAll(gives)].map(([, name]) => name)
  expect(taken).toContain('syntaxTree')
  expect(given.sort()).toEqual(taken.sort())
})
