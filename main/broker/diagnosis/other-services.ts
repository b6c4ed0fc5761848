/** How servers of other protocols begin to speak, or answer to what they do not understand. */
const GREETINGS: readonly (readonly [start: RegExp, service: string])[] = [
  [/^AMQP/, 'AMQP'],
  [/^INFO \{/, 'NATS'],
  [/^-(?:ERR|NOAUTH|DENIED)\b|^\+PONG/, 'Redis'],
  [/^\* OK\b/, 'IMAP'],
  [/^\+OK\b/, 'POP3'],
  [/^220[ -].*(?:SMTP|mail)/i, 'SMTP'],
  [/^220[ -]/, 'FTP'],
  [/^RFB \d{3}\./, 'VNC'],
  [/^RTSP\//, 'RTSP'],
]

const INTERPRET_AS_COMMAND = 0xff
/** The smallest command of Telnet that asks for an option (RFC 854). */
const TELNET_WILL = 0xfb
/** Version of the handshake of MySQL, behind a length of three bytes and the number of the packet. */
const MYSQL_HANDSHAKE = 0x0a

/** The protocol of another service that the first bytes of a peer are those of; null where they are of none known. */
export function serviceOf(firstBytes: Buffer): string | null {
  const start = firstBytes.toString('latin1')
  const [first = 0, second = 0, third, fourth, fifth] = firstBytes
  if (first === INTERPRET_AS_COMMAND && second >= TELNET_WILL) return 'Telnet'
  const isMysql = second + (third ?? 1) + (fourth ?? 1) === 0 && fifth === MYSQL_HANDSHAKE
  if (isMysql && /^\d{1,2}\.\d/.test(start.slice(5))) return 'MySQL'
  return GREETINGS.find(([pattern]) => pattern.test(start))?.[1] ?? null
}
