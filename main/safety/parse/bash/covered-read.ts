import type { CoveredRead } from '../../manual/cover-read.ts'
import { isSecretSearch, mayHoldSettings, SEARCHES_SECRETS } from '../../secrets/secret-search.ts'
import type { Arg } from '../shared/arguments.ts'
import type { BashScope } from './bash-scope.ts'
import { checkOpenedFiles } from './secret-check.ts'

/**
 * Adds a read that a manual covers, with what it opens: a secret or a device file makes it more than a read.
 *
 * Handles: option notes for the card, forms without an end, secrets and device files among the opened files.
 * @example `cat /etc/hostname` → read
 * @example `cat /etc/shadow` → change
 * @example `tail -f /var/log/syslog` → read
 * @example `grep -rn api_key /opt/app` → change
 */
export function addCoveredRead(covered: CoveredRead, scope: BashScope): void {
  const { form, notes, files, texts, isTree, isEndless } = covered
  scope.verdict.add('read', form.id, form.does)
  for (const note of notes) scope.verdict.note(note)
  if (isEndless && !(form.isEndlessSoft && scope.canEndSoon))
    scope.verdict.markEndless(`${form.id}.endless`, form.endless ?? ENDLESS)
  const isWide = isTree ? files.length === 0 || files.some(({ value }) => mayHoldSettings(value)) : hasWildcard(files)
  if (isWide && SEARCHERS.has(form.id) && texts.some(({ value }) => isSecretSearch(value)))
    scope.verdict.add('change', 'secret.search', SEARCHES_SECRETS)
  checkOpenedFiles(files, { isTree, canEnd: form.isBounded === true || scope.canEndSoon }, scope)
}

const SEARCHERS = new Set(['read.grep', 'read.egrep', 'read.fgrep', 'read.rg', 'read.ag', 'read.ack', 'read.zgrep'])
const hasWildcard = (files: readonly Arg[]): boolean =>
  files.some(({ glob, value }) => glob !== undefined && mayHoldSettings(value))

export const ENDLESS = { en: 'never ends: follows or repeats', zh: '不会结束：持续跟踪或重复执行' }
