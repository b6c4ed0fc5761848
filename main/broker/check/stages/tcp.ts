import { proxyOf } from '../../session/proxy.ts'
import { faultAt } from '../../session/session-fault.ts'
import { openTcp } from '../../session/socket.ts'
import { hostOf } from '../../session/target.ts'
import type { CheckStage } from '../stage.ts'
import { untilConnected } from '../time-limit.ts'

/** Opens and closes a TCP connection. */
export const tcpStage: CheckStage = {
  name: 'tcp',
  appliesTo: (target) => proxyOf(target) === null,
  run: async (context) => {
    const { target } = context
    const socket = openTcp({ host: hostOf(target), port: target.profile.port })
    try {
      await untilConnected(socket, 'connect', context, (error) => faultAt('tcp', target, error))
      return {}
    } finally {
      socket.destroy()
    }
  },
}
