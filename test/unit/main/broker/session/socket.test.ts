import net from 'node:net'
import { expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import { faultAt } from '../../../../../main/broker/session/session-fault.ts'
import { refuseSelfConnection, tlsOptions } from '../../../../../main/broker/session/socket.ts'
import { newTarget } from '../new-target.ts'

/** A socket that says it is connected from `local` to `remote`. */
function connected(local: readonly [string, number], remote: readonly [string, number]) {
  const socket = refuseSelfConnection(new net.Socket())
  const errors: Error[] = []
  socket.on('error', (error) => errors.push(error))
  Object.defineProperties(socket, {
    localAddress: { value: local[0] },
    localPort: { value: local[1] },
    remoteAddress: { value: remote[0] },
    remotePort: { value: remote[1] },
  })
  socket.emit('connect')
  return { socket, errors }
}

it('asks for the protocol of the profile by ALPN, and for none without', () => {
  const protocols = (alpn: string | null) => tlsOptions(newTarget({ security: 'tls', port: 443, alpn })).ALPNProtocols
  expect(protocols('x-amzn-mqtt-ca')).toEqual(['x-amzn-mqtt-ca'])
  expect(protocols(null)).toBeUndefined()
})

it('takes a connection that reached its own end for refused', async () => {
  const { socket, errors } = connected(['127.0.0.1', 41_883], ['127.0.0.1', 41_883])
  expect(socket.destroyed).toBe(true)
  await expect.poll(() => errors.length).toBe(1)
  expect(diagnose(faultAt('tcp', newTarget(), errors[0])).failure.cause).toBe('refused')
})

it.each([
  ['another program on this computer', ['127.0.0.1', 50_000], ['127.0.0.1', 1_883]],
  ['a computer that answers from the same port', ['192.0.2.1', 1_883], ['192.0.2.2', 1_883]],
] as const)('leaves a connection to %s alone', (_what, local, remote) => {
  const { socket, errors } = connected(local, remote)
  expect(socket.destroyed).toBe(false)
  expect(errors).toEqual([])
  socket.destroy()
})
