import type { CoveredRead } from '../../manual/cover-read.ts'
import type { BashScope } from './bash-scope.ts'
import { checkOpenedFiles } from './secret-check.ts'

/**
 * Adds a read that a manual covers, with what it opens: a secret or a device file makes it more than a read.
 *
 * Handles: option notes for the card, forms without an end, secrets and device files among the opened files.
 * @example `cat /etc/hostname` → read
 * @example `cat /etc/shadow` → change
 * @example `tail -f /var/log/syslog` → read
 */
export function addCoveredRead(covered: CoveredRead, scope: BashScope): void {
  const { form, notes, files, isTree, isEndless } = covered
  scope.verdict.add('read', form.id, form.does)
  for (const note of notes) scope.verdict.note(note)
  if (isEndless && !(form.isEndlessSoft && scope.canEndSoon))
    scope.verdict.markEndless(`${form.id}.endless`, form.endless ?? ENDLESS)
  checkOpenedFiles(files, { isTree, canEnd: form.isBounded === true || scope.canEndSoon }, scope)
}

export const ENDLESS = { en: 'never ends: follows or repeats', zh: '不会结束：持续跟踪或重复执行' }
