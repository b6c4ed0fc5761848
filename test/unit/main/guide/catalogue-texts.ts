import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../../support/project-paths.ts'

/** All texts of the window in one language. */
export function catalogueTexts(language: string): ReadonlySet<string> {
  const folder = join(projectFolder, 'renderer/lib/i18n/locales', language)
  const texts = new Set<string>()
  for (const name of readdirSync(folder)) collect(JSON.parse(readFileSync(join(folder, name), 'utf8')), texts)
  return texts
}

function collect(part: unknown, texts: Set<string>): void {
  if (typeof part === 'string') texts.add(part)
  else if (typeof part === 'object' && part !== null) for (const one of Object.values(part)) collect(one, texts)
}
