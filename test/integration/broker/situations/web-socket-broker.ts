import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { Aedes } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'
import type { CertificateWithKey } from '../../../support/brokers/certificates.ts'
import type { Bench } from './situation.ts'

/** A broker (Aedes) at the path `/mqtt` of a web server, in TLS with a certificate; answers with its port. */
export async function serveWebSocket(bench: Bench, secure?: CertificateWithKey): Promise<number> {
  const broker = await Aedes.createBroker()
  const answer: RequestListener = (_request, response) => response.writeHead(404).end('not here')
  const server = secure
    ? createSecureServer({ cert: secure.certificate, key: secure.key }, answer)
    : createServer(answer)
  const sockets = new WebSocketServer({ server, path: '/mqtt' })
  sockets.on('connection', (socket) => void broker.handle(createWebSocketStream(socket)))
  bench.onClose(() => new Promise<void>((resolve) => broker.close(() => resolve())))
  return bench.listen(server)
}
