import { createServer, type Server, type Socket } from 'node:net'

/** A TCP server that does one thing with every connection. */
export function tcpServer(onConnection: (socket: Socket) => void): Server {
  return createServer((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
}

/** Answers a CONNECT of MQTT 5 with this reason code, and one of 3.1.1 with the older return code. */
export function refusingBroker(reasonCode: number, returnCode: number): Server {
  return tcpServer((socket) =>
    socket.once('data', (connect) => {
      const isVersion5 = connect[connect.indexOf('MQTT') + 4] === 5
      socket.end(Buffer.from(isVersion5 ? [0x20, 3, 0, reasonCode, 0] : [0x20, 2, 0, returnCode]))
    }),
  )
}

/** Knows MQTT 3.1 only, which has another name: hangs up on any other. */
export function oldBroker(): Server {
  return tcpServer((socket) =>
    socket.once('data', (connect) => {
      if (connect.includes('MQIsdp')) socket.end(Buffer.from([0x20, 2, 0, 0]))
      else socket.destroy()
    }),
  )
}

/** Lets every client in and ends the connection soon after, as when another client with the same id takes over. */
export function evictingBroker(goodbye: Buffer | null): Server {
  return tcpServer((socket) =>
    socket.once('data', (connect) => {
      const isVersion5 = connect[connect.indexOf('MQTT') + 4] === 5
      socket.write(Buffer.from(isVersion5 ? [0x20, 3, 0, 0, 0] : [0x20, 2, 0, 0]))
      setTimeout(() => (goodbye === null ? socket.end() : socket.end(goodbye)), 100)
    }),
  )
}
