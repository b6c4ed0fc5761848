import { rootCertificates } from 'node:tls'
import type { EmailSettings } from '../../preload/contract/models/app/delivery.ts'
import { mailFailure } from './delivery-failure.ts'
import type { NoticeText } from './notice-text.ts'

const CONNECT_TIMEOUT_MS = 15_000
const SILENCE_TIMEOUT_MS = 30_000

/**
 * Sends one mail by SMTP (RFC 5321), whose Message-ID (RFC 5322) is made of `id`, inside verified TLS; `ca` are certificates of a company's own authority beside the public
 * ones. The library is loaded with the first mail.
 * @throws AppError DELIVERY_UNREACHABLE, DELIVERY_TIMEOUT, DELIVERY_CERTIFICATE, DELIVERY_NO_TLS, DELIVERY_LOGIN_REFUSED, DELIVERY_REFUSED
 */
export async function sendMail(
  { host, port, security, user, from, to }: EmailSettings,
  { password, ca }: { readonly password: string | null; readonly ca: string | null },
  { id, subject, text }: NoticeText & { readonly id: string },
): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: true,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === null ? {} : { ca: [...rootCertificates, ca] }) },
    ...(user === '' ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: 'Waypost', address: from },
      to: [...to],
      messageId: `<${id}@${domainOf(from)}>`,
      subject,
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    throw mailFailure(error, host)
  } finally {
    transport.close()
  }
}

/** Domain of the sender, which a Message-ID ends with; one that no domain can be where the address has none. */
function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return /^[a-zA-Z0-9.-]+$/u.test(domain) ? domain : 'waypost.invalid'
}
