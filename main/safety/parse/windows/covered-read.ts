import type { CoveredRead } from '../../manual/cover-read.ts'
import { isSecretSearch, SEARCHES_SECRETS } from '../../secrets/secret-search.ts'
import type { Verdict } from '../shared/verdict.ts'

const ENDLESS = { en: 'never ends: follows or repeats', zh: '不会结束：持续跟踪或重复执行' }

/**
 * Adds a read of Windows that a manual covers; what it opens is checked by its words.
 *
 * Handles: option notes for the card, forms without an end.
 * @example cmd `ipconfig /all` → read
 * @example powershell `Get-Process` → read
 * @example cmd `findstr /s /i password *.ini` → change
 */
export function addCoveredWindowsRead(covered: CoveredRead, args: readonly string[], verdict: Verdict): void {
  const { form, notes, texts, isTree, isEndless } = covered
  verdict.add('read', form.id, form.does)
  for (const note of notes) verdict.note(note)
  if (isEndless) verdict.markEndless(`${form.id}.endless`, form.endless ?? ENDLESS)
  if (!SEARCHERS.has(form.id)) return
  const patterns = [
    ...texts.map(({ value }) => value),
    ...args.filter((word) => TEXT_OPTION.test(word)),
    ...args.filter((word) => !word.startsWith('-')).slice(0, 1),
  ]
  const isWide = isTree || args.some((word) => !patterns.includes(word) && /[*?]/.test(word))
  if (isWide && patterns.some((word) => isSecretSearch(word.replace(TEXT_OPTION, ''))))
    verdict.add('change', 'secret.search', SEARCHES_SECRETS)
}

const SEARCHERS = new Set(['read.findstr', 'read.find', 'read.select-string'])
/** The text of findstr, attached to its option. */
const TEXT_OPTION = /^\/c:/i
