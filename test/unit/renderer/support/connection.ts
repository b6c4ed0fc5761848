import type { ConnectionStatus } from '../../../../preload/contract/models/broker/connection.ts'
import { bootstrap } from '../bootstrap.ts'

/** A connection to the broker of site A, in the state that a test is about. */
export function connection(change: Partial<ConnectionStatus> = {}): ConnectionStatus {
  return {
    ...bootstrap().connection,
    state: 'connected',
    profileId: 'site-a',
    profileName: 'Site A',
    address: 'broker.example:1883',
    ...change,
  }
}
