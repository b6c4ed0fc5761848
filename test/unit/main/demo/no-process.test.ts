import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'

const FOLDER = path.resolve(import.meta.dirname, '../../../../main/demo')

it('cannot start a process or touch a file of this computer: the demo imports no module that could', async () => {
  const names = (await readdir(FOLDER, { recursive: true })).filter((name) => name.endsWith('.ts'))
  expect(names.length).toBeGreaterThan(8)
  const imported = new Set<string>()
  for (const name of names) {
    const text = await readFile(path.join(FOLDER, name), 'utf8')
    for (const match of text.matchAll(/(?:from|import|import\(|require\()\s*'([^'.][^']*)'/g))
      imported.add(match[1] ?? '')
    expect(text, name).not.toMatch(/\beval\b|new Function|process\.binding|createRequire|getBuiltinModule/)
    expect(text, name).not.toMatch(/shared\/(?:files|certificates)/)
  }
  expect([...imported].sort()).toEqual(['mqtt'])
})
