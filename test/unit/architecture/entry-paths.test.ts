import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../../support/project-paths.ts'

it('asks where it lies in the entry alone, because the bundler moves every other module of main into a file elsewhere', () => {
  const main = join(projectFolder, 'main')
  const asking = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /import\.meta\.(?:dirname|filename|url)/.test(readFileSync(join(main, file), 'utf8')))
  expect(asking).toEqual(['index.ts'])
})
