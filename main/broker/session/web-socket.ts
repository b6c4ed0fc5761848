import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { addressOf, type ConnectionTarget, pathOf } from './target.ts'

/** Why a server did not open a WebSocket. */
export interface UpgradeRefusal {
  readonly status: number
  /** The address that it sends the client to instead. */
  readonly location: string | null
}

/** An HTTP answer that is no upgrade, as an error. */
export class UpgradeError extends Error {
  readonly refusal: UpgradeRefusal

  constructor(refusal: UpgradeRefusal) {
    super(`the server answered the WebSocket request with status ${refusal.status}`)
    this.refusal = refusal
  }
}

interface WebSocketEvents {
  onOpen(): void
  /** Before the stream fails with what the library makes of it. */
  onRefused(error: UpgradeError): void
}

/** Turns a socket to the target into the byte stream inside a WebSocket with the subprotocol `mqtt` (MQTT 5, section 6). */
export type ToWebSocket = (target: ConnectionTarget, socket: Socket, events: WebSocketEvents) => Duplex

/** Loads the library and gives the function, so that a connection without WebSocket never reads it. */
export async function loadWebSocket(): Promise<ToWebSocket> {
  const { WebSocket, createWebSocketStream } = await import('ws')
  return (target, socket, events) => {
    // TLS, where there is any, is the socket's own affair: hence ws:// in both cases.
    const client = new WebSocket(`ws://${addressOf(target)}${pathOf(target)}`, ['mqtt'], {
      createConnection: () => socket,
      maxPayload: 32 * 1024 * 1024,
      perMessageDeflate: false,
    })
    const stream = createWebSocketStream(client)
    client.once('open', () => events.onOpen())
    client.once('unexpected-response', (_request, response) => {
      events.onRefused(
        new UpgradeError({ status: response.statusCode ?? 0, location: response.headers.location ?? null }),
      )
      stream.destroy()
    })
    return stream
  }
}
