import type { AccountsSnapshot } from '../../../preload/contract/models/broker/accounts.ts'
import { accessOf } from './access.ts'
import { CONTROL_TOPIC, RESPONSE_TOPIC } from './control-commands.ts'

type LockOut = 'own-deleted' | 'own-disabled' | 'own-client-id' | 'own-control'

/**
 * Says how a change would lock this console out of the plugin; null where it would not. `ownNames` are the names that the
 * broker may know it by (user name, common name of its certificate); none stands for a client without a name. What another
 * plugin or an ACL file grants is not seen: where `before` grants no access, its loss is none.
 */
export function lockOutOf(
  before: AccountsSnapshot,
  after: AccountsSnapshot,
  ownNames: readonly string[],
): LockOut | null {
  for (const name of ownNames) {
    const was = before.clients.find(({ username }) => username === name)
    const will = after.clients.find(({ username }) => username === name)
    if (was === undefined) continue
    if (will === undefined) return 'own-deleted'
    if (will.isDisabled) return 'own-disabled'
    // The console connects under ids of its own making.
    if (will.clientId !== '' && will.clientId !== was.clientId) return 'own-client-id'
    if (hasControl(before, name) && !hasControl(after, name)) return 'own-control'
  }
  const isAnonymous = ownNames.length === 0
  return isAnonymous && hasControl(before, null) && !hasControl(after, null) ? 'own-control' : null
}

/** True if the account may send commands to the plugin and hear its answers. */
function hasControl(snapshot: AccountsSnapshot, username: string | null): boolean {
  return (
    accessOf(snapshot, username, 'publish', CONTROL_TOPIC).isAllowed &&
    accessOf(snapshot, username, 'subscribe', RESPONSE_TOPIC).isAllowed &&
    accessOf(snapshot, username, 'receive', RESPONSE_TOPIC).isAllowed
  )
}
