import { lookup } from 'node:dns/promises'
import net from 'node:net'
import { proxyOf } from '../../session/proxy.ts'
import { faultAt } from '../../session/session-fault.ts'
import { hostOf } from '../../session/target.ts'
import { type CheckStage, StageFault } from '../stage.ts'
import { codedError, isTimeout, within } from '../time-limit.ts'

/** Resolves the host name; an address passes at once. */
export const dnsStage: CheckStage = {
  name: 'dns',
  appliesTo: (target) => proxyOf(target) === null,
  run: async ({ target, timeoutMs, signal }) => {
    const host = hostOf(target)
    if (net.isIP(host) !== 0) return {}
    try {
      await within(timeoutMs, signal, lookup(host, { all: true }))
      return {}
    } catch (error) {
      signal.throwIfAborted()
      const reason = isTimeout(error) ? codedError('EAI_AGAIN', 'name server timeout') : error
      throw new StageFault(faultAt('dns', target, reason))
    }
  },
}
