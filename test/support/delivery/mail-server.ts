import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { CertificateWithKey } from '../brokers/certificates.ts'

/** A mail server on loopback that keeps what it is sent. */
export interface MailServer {
  readonly port: number
  readonly received: readonly { readonly from: string; readonly to: readonly string[]; readonly source: string }[]
  /** `user:password` of each login. */
  readonly logins: readonly string[]
  stop(): Promise<void>
}

export const MAIL_LOGIN = { user: 'ops@site.example', password: 'correct horse 7' }

/** Starts a mail server; with `isTls` it speaks TLS from the first byte, else by STARTTLS where it has a certificate. */
export async function startMailServer(
  certificate: CertificateWithKey | null,
  { isTls = false, ...options }: SMTPServerOptions & { readonly isTls?: boolean } = {},
): Promise<MailServer> {
  const received: { from: string; to: string[]; source: string }[] = []
  const logins: string[] = []
  const server = new SMTPServer({
    secure: isTls,
    ...(certificate === null
      ? { disabledCommands: ['STARTTLS'] }
      : { key: certificate.key, cert: certificate.certificate }),
    onAuth: ({ username = '', password = '' }, _session, done) => {
      logins.push(`${username}:${password}`)
      if (username === MAIL_LOGIN.user && password === MAIL_LOGIN.password) done(null, { user: username })
      else done(new Error('no'))
    },
    onData: (stream, session, done) => {
      void text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), source })
        done()
      }, done)
    },
    ...options,
  })
  // A client that does not trust the certificate aborts the handshake.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    logins,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
