import type { OtherAddress } from '../../../../../preload/contract/models/broker/connection.ts'
import { MAX_OTHER_ADDRESSES } from '../../../../../preload/contract/models/limits.ts'

/** `host:port`, and behind it the name in its certificate. */
const LINE = /^(?:(?:mqtts?|tcp|ssl|tls|wss?):\/\/)?(\[[0-9a-f:.]+\]|[^\s:/[\]]+)(?::(\d{1,5}))?\/?(?:\s+([^\s/:]+))?$/i

/** Addresses as lines to edit. */
export function addressLines(addresses: readonly OtherAddress[]): string {
  return addresses
    .map(({ host, port, serverName }) => {
      const place = `${host.includes(':') ? `[${host}]` : host}:${port}`
      return serverName === null ? place : `${place} ${serverName}`
    })
    .join('\n')
}

/** The addresses of these lines, or the text of the first that is none. A line without a port has the given one. */
export function readAddressLines(text: string, usualPort: number): OtherAddress[] | string {
  const addresses: OtherAddress[] = []
  const lines = text.split('\n').flatMap((line) => line.replace(/[,;]\s*$/, '').trim() || [])
  for (const line of lines) {
    const [, host, port, serverName] = LINE.exec(line) ?? []
    const number = port === undefined ? usualPort : Number(port)
    if (host === undefined || number < 1 || number > 65_535 || addresses.length === MAX_OTHER_ADDRESSES) return line
    addresses.push({ host: host.replace(/^\[|\]$/g, ''), port: number, serverName: serverName ?? null })
  }
  return addresses
}
