import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'

/** Offers actions on the connection to several places. Their results arrive by events. */
export function useConnectionActions() {
  const connect = useAction((profileId: string) => request('connection.connect', { profileId }))
  const disconnect = useAction(() => request('connection.disconnect', {}))
  const startDemo = useAction(() => request('demo.start', {}))
  return { connect, disconnect, startDemo }
}
