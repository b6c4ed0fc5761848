import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SessionStage } from './broker-session.ts'
import { type ConnectionTarget, isTlsTarget } from './target.ts'
import type { ToWebSocket } from './web-socket.ts'

interface StreamEvents {
  onStage(stage: SessionStage): void
  onError(error: Error): void
  /** The first bytes of the peer, at most 64. */
  onFirstBytes(bytes: Buffer): void
}

/** Makes the byte stream of an MQTT session from a socket that connects, and reports how far it got. */
export function streamOver(
  socket: Socket,
  target: ConnectionTarget,
  toWebSocket: ToWebSocket | null,
  events: StreamEvents,
  isTunnelled = false,
): Duplex {
  const afterTransport = toWebSocket === null ? 'connack' : 'websocket'
  // Inside a tunnel it is connected from the start.
  if (isTunnelled) events.onStage(isTlsTarget(target) ? 'tls' : afterTransport)
  socket.once('connect', () => {
    if (!socket.destroyed) events.onStage(isTlsTarget(target) ? 'tls' : afterTransport)
  })
  socket.once('secureConnect', () => events.onStage(afterTransport))
  // mqtt.js drops stream errors without a code; the first one says why.
  socket.on('error', (error) => events.onError(error))
  const stream =
    toWebSocket?.(target, socket, {
      onOpen: () => events.onStage('connack'),
      onRefused: (error) => events.onError(error),
    }) ?? socket
  stream.once('data', (chunk: Buffer) => events.onFirstBytes(Buffer.from(chunk.subarray(0, 64))))
  if (stream !== socket) {
    stream.on('error', (error) => events.onError(error))
    // A socket that dies before the upgrade would leave the stream waiting.
    socket.once('close', () => stream.destroy())
  }
  return stream
}
