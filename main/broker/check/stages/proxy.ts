import { openTunnel, proxyOf } from '../../session/proxy.ts'
import { faultAt } from '../../session/session-fault.ts'
import { hostOf } from '../../session/target.ts'
import { type CheckStage, StageFault } from '../stage.ts'
import { within } from '../time-limit.ts'

/** Lets the proxy open a connection to the broker, and closes it. It stands in place of the stages `dns` and `tcp`. */
export const proxyStage: CheckStage = {
  name: 'proxy',
  appliesTo: (target) => proxyOf(target) !== null,
  run: async ({ target, timeoutMs, signal }) => {
    const proxy = proxyOf(target)
    if (proxy === null) return {}
    const opening = openTunnel(proxy, { host: hostOf(target), port: target.profile.port }, timeoutMs)
    opening.then((socket) => socket.destroy()).catch(() => undefined)
    try {
      await within(timeoutMs * 2, signal, opening)
      return {}
    } catch (error) {
      signal.throwIfAborted()
      throw new StageFault(faultAt('proxy', target, error))
    }
  },
}
