import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'

/** What can be done with the connection from several places. What comes of it arrives by events. */
export function useConnectionActions() {
  const connect = useAction((profileId: string) => request('connection.connect', { profileId }))
  const disconnect = useAction(() => request('connection.disconnect', {}))
  const startDemo = useAction(() => request('demo.start', {}))
  return { connect, disconnect, startDemo }
}
