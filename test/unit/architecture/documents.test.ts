import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../support/project-paths.ts'

const IGNORED = /^(?:node_modules|dist|out|test-results)\//
const find = (pattern: string) =>
  globSync(pattern, { cwd: projectFolder, exclude: (name) => IGNORED.test(`${name}/`) }).map((file) =>
    file.replaceAll('\\', '/'),
  )
const FILES = find('**/*.{ts,tsx,mjs,cjs,py,json,jsonl,md}')
const DOCUMENTS = FILES.filter((file) => /\.md$/.test(file) && !/^resources\/guide\/|^CHANGELOG/.test(file)).map(
  (file) => ({ file, text: readFileSync(join(projectFolder, file), 'utf8') }),
)
const exists = (path: string) => existsSync(join(projectFolder, path))

/** A path of the source in backticks is one from the document's folder, from the root, or the end of one below its folder. */
function isThere(path: string, folder: string): boolean {
  if (exists(join(folder, path)) || exists(path)) return true
  return FILES.some((file) => file.startsWith(folder === '.' ? '' : `${folder}/`) && file.endsWith(`/${path}`))
}

describe('documents of the repository', () => {
  it('are read', () => {
    expect(DOCUMENTS.map(({ file }) => basename(file)).filter((name) => name === 'README.md').length).toBeGreaterThan(
      15,
    )
  })

  it.each(DOCUMENTS)('$file links to what is there', ({ file, text }) => {
    const links = [...text.replace(/`[^`\n]*`/g, '`').matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(
      ([, path = '']) => path,
    )
    expect(links.filter((path) => !exists(join(dirname(file), path)))).toEqual([])
  })

  it.each(DOCUMENTS)('$file names source files that are there', ({ file, text }) => {
    // The text of a link is a name, and its target was looked at.
    const paths = [
      ...text.replace(/\[[^\]\n]*\]\([^)\n]*\)/g, '').matchAll(/`([\w./-]+\.(?:ts|tsx|mjs|cjs|py|jsonl))`/g),
    ].map(([, path = '']) => path)
    expect(paths.filter((path) => !isThere(path, dirname(file)))).toEqual([])
  })
})
