import type { accountsRoutes } from '../../../../preload/contract/routes/broker/accounts.ts'
import type { BrokerAccounts } from '../../../broker/accounts/broker-accounts.ts'
import type { HandlersOf } from '../../router.ts'

export function accountsHandlers({
  accounts,
  saveText,
}: {
  readonly accounts: BrokerAccounts
  readonly saveText: (name: string, text: string) => Promise<{ readonly path: string } | null>
}): HandlersOf<typeof accountsRoutes> {
  return {
    'accounts.read': () => accounts.read(),
    'accounts.review': ({ change }) => accounts.review(change),
    'accounts.apply': ({ reviewId, passwords }) =>
      accounts.apply(reviewId, new Map(passwords.map(({ username, password }) => [username, password]))),
    'accounts.may': ({ username, action, topic }) => accounts.may(username, action, topic),
    'accounts.export': async () => saveText('waypost-accounts.json', await accounts.exportText()),
  }
}
