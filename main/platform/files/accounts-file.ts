import { z } from 'zod'
import type { AccountsChangeKind } from '../../../preload/contract/models/broker/accounts.ts'
import type { ChangeStore } from '../../broker/accounts/kept-changes.ts'
import type { Log } from '../../shared/log.ts'
import { openJsonFile } from './json-file.ts'

const change = z.object({
  id: z.string(),
  at: z.number(),
  kind: z.custom<AccountsChangeKind>((kind) => typeof kind === 'string'),
  name: z.string(),
  connectionId: z.string(),
  operator: z.string(),
  before: z.string(),
  after: z.string(),
})

/** `accounts.json` of the data folder: changes to a broker's accounts with the export before each; no password, no hash. */
export function openAccountsFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): ChangeStore {
  const defaults: { readonly changes: readonly unknown[] } = { changes: [] }
  const isValid = (content: Readonly<Record<string, unknown>>) => Array.isArray(content.changes)
  const file = openJsonFile(folder, 'accounts', { defaults, isValid }, env)
  return {
    list: () => file.get('changes').flatMap((kept) => change.safeParse(kept).data ?? []),
    save: (changes) => file.set('changes', changes),
  }
}
