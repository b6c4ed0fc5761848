import { createServer } from 'node:http'
import { Aedes } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'
import type { Bench } from './situation.ts'

/** A broker (Aedes) at the path `/mqtt` of a web server; answers with its port. */
export async function serveWebSocket(bench: Bench): Promise<number> {
  const broker = await Aedes.createBroker()
  const server = createServer((_request, response) => response.writeHead(404).end('not here'))
  const sockets = new WebSocketServer({ server, path: '/mqtt' })
  sockets.on('connection', (socket) => void broker.handle(createWebSocketStream(socket)))
  bench.onClose(() => new Promise<void>((resolve) => broker.close(() => resolve())))
  return bench.listen(server)
}
