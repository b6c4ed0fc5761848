import type { CoveredRead } from '../../manual/cover-read.ts'
import type { Verdict } from '../shared/verdict.ts'

const ENDLESS = { en: 'never ends: follows or repeats', zh: '不会结束：持续跟踪或重复执行' }

/**
 * Adds a read of Windows that a manual covers; what it opens is checked by its words.
 *
 * Handles: option notes for the card, forms without an end.
 * @example cmd `ipconfig /all` → read
 * @example powershell `Get-Process` → read
 */
export function addCoveredWindowsRead({ form, notes, isEndless }: CoveredRead, verdict: Verdict): void {
  verdict.add('read', form.id, form.does)
  for (const note of notes) verdict.note(note)
  if (isEndless) verdict.markEndless(`${form.id}.endless`, form.endless ?? ENDLESS)
}
