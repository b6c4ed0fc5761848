import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface HookAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** An HTTP receiver on loopback that keeps what it is sent. */
export interface HookServer {
  readonly port: number
  readonly url: string
  readonly received: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[]
  answer: HookAnswer
  stop(): Promise<void>
}

export async function startHookServer(): Promise<HookServer> {
  const received: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body })
      const { status = 200, headers = {}, body: said = '' } = hook.answer
      response.writeHead(status, headers).end(said)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const hook: HookServer = {
    port,
    url: `http://127.0.0.1:${port}/hook?access_token=k3y-in-address`,
    received,
    answer: {},
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return hook
}
