import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import type { DeviceRegistry } from './registry.ts'

/**
 * Returns what takes each status of the connection: presence counts from the CONNACK of a session, because a broker may
 * send what it retains before its SUBACK, and stands still from the end of that session on.
 */
export function followSessions(
  registry: Pick<DeviceRegistry, 'connected' | 'disconnected'>,
): (status: Pick<ConnectionStatus, 'profileId' | 'openedAt'>) => void {
  let heard: { readonly connectionId: string; readonly openedAt: number } | null = null
  return ({ profileId, openedAt }) => {
    if (heard !== null && heard.connectionId === profileId && heard.openedAt === openedAt) return
    if (heard !== null) registry.disconnected(heard.connectionId)
    heard = profileId === null || openedAt === null ? null : { connectionId: profileId, openedAt }
    if (heard !== null) registry.connected(heard.connectionId)
  }
}
