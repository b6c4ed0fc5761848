import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../support/project-paths.ts'

/** Matches a title that is followed by the function of its test or group. */
const BUG_AS_TITLE = /\(\s*['"`](?:would|what|whether)\s[^\n]*['"`],\s*(?:async\s)?\(/gi

it('holds no title that begins with "would", "What" or "Whether", because a title states what holds', () => {
  const found = globSync('test/**/*.test.{ts,tsx}', { cwd: projectFolder }).flatMap((file) => {
    const text = readFileSync(join(projectFolder, file), 'utf8')
    return Array.from(text.matchAll(BUG_AS_TITLE), ([title]) => `${file}: ${title}`)
  })
  expect(found).toEqual([])
})
