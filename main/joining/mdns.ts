import { createSocket } from 'node:dgram'
import { decode, encode } from 'dns-packet'

/** Where an mDNS question goes (RFC 6762, section 3). */
const GROUP = { address: '224.0.0.251', port: 5353 } as const
export interface MdnsGroup {
  readonly address: string
  readonly port: number
}
/** A name of a host on the link: one label and `local`. */
const LOCAL_NAME = /^[A-Za-z0-9-]{1,63}\.local$/

interface MdnsQuestion {
  /** IPv4 address of the host whose name is wanted. */
  readonly address: string
  /** Own address in its network; null leaves the choice of the interface to the system. */
  readonly from: string | null
  readonly waitMs: number
  readonly signal: AbortSignal
  readonly to?: MdnsGroup
}

/**
 * Asks the link once for the `.local` name of an address (one-shot query, RFC 6762, section 5.1). Returns null where nobody
 * answers in time. An answer is another machine's word, so that only a plain host name is taken.
 */
export function mdnsName({ address, from, waitMs, signal, to = GROUP }: MdnsQuestion): Promise<string | null> {
  const name = `${address.split('.').reverse().join('.')}.in-addr.arpa`
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    let isOver = false
    const end = (found: string | null): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      socket.removeAllListeners('message')
      socket.close()
      resolve(found)
    }
    const stop = (): void => end(null)
    const timer = setTimeout(stop, waitMs)
    signal.addEventListener('abort', stop)
    socket.on('error', stop)
    socket.on('message', (message) => {
      const found = answerIn(message, name)
      if (found !== null) end(found)
    })
    socket.bind(0, from ?? undefined, () => {
      try {
        if (from !== null) socket.setMulticastInterface(from)
        socket.send(encode({ type: 'query', questions: [{ type: 'PTR', name }] }), to.port, to.address)
      } catch {
        // The network may be gone since it was listed.
        stop()
      }
    })
  })
}

function answerIn(message: Buffer, asked: string): string | null {
  try {
    for (const answer of decode(message).answers ?? [])
      if (answer.type === 'PTR' && answer.name.toLowerCase() === asked && LOCAL_NAME.test(answer.data))
        return answer.data
  } catch {
    // Anybody on the link may send what is no DNS.
  }
  return null
}
