import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../../support/project-paths.ts'

/** What one domain takes of another besides types; everything else is handed to it. Biome refuses Electron, ipc and platform. */
const TAKEN: Readonly<Record<string, RegExp>> = {
  // Classes of commands, the sanitiser and hashes are libraries.
  'assistant → safety': /^text\//,
  'broker → safety': /^audit\/audit-record$/,
  'devices → safety': /^(?:text|classifier|redaction)\//,
  // An approval and the run that it starts are one transaction.
  'commands → safety': /./,
  // A set-up is proved by a real session, and the demo tells what kind of broker it is.
  'setup → broker': /^session\/probe-session$/,
  'demo → broker': /^character\/traits$/,
}
const DOMAINS = 'agent|assistant|broker|commands|delivery|demo|devices|guide|joining|safety|setup'
const IN_DOMAIN = new RegExp(`^main/(${DOMAINS})/(.+?)(?:\\.ts)?$`)

it('lets a domain import of another one what is a library, and is handed the rest', () => {
  const files = globSync('main/**/*.ts', { cwd: projectFolder }).map((file) => file.replaceAll('\\', '/'))
  const taken = files.flatMap((file) => {
    const domain = IN_DOMAIN.exec(file)?.[1]
    const text = readFileSync(join(projectFolder, file), 'utf8')
    const imports = [...text.matchAll(/^import (?!type )([^;]*?) from '(\.[^']+)'/gm)]
    return imports.flatMap(([, names = '', path = '']) => {
      const [, other, part = ''] = IN_DOMAIN.exec(join(dirname(file), path)) ?? []
      const isTypes = /^\{(?:\s*type [^,}]+,?)+\s*\}$/.test(names)
      if (domain === undefined || other === undefined || other === domain || isTypes) return []
      return TAKEN[`${domain} → ${other}`]?.test(part) ? [] : [`${file} takes ${part} of ${other}`]
    })
  })
  expect(taken).toEqual([])
})
