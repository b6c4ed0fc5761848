import type { ConnectionStatus } from '../../preload/contract/models/broker/connection.ts'
import { RESULT_FILTER } from '../../preload/contract/models/limits.ts'

/** True while the console is connected and the broker does not hand on what devices answer. */
export function isConnectionDeaf({ connection }: { readonly connection: ConnectionStatus }): boolean {
  const { state, missingSubscriptions } = connection
  return state === 'connected' && missingSubscriptions.some(({ filter }) => filter === RESULT_FILTER)
}
