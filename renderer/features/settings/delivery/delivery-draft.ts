import type {
  DeliveryView,
  EmailSettings,
  MailSecurity,
  WebhookSettings,
} from '../../../../preload/contract/models/app/delivery.ts'
import { isMailPasswordElsewhere } from '../../../../preload/contract/models/app/delivery.ts'
import type { RouteInput } from '../../../../preload/contract/routes/routes.ts'
import type { SecretDraft } from '../../../components/secret-field.tsx'

/** The mail settings while they are typed. */
export interface EmailDraft extends Omit<EmailSettings, 'port' | 'to'> {
  readonly port: number | string
  /** Addresses with commas, spaces or lines between them. */
  readonly to: string
  readonly password: SecretDraft
}

export interface WebhookDraft extends WebhookSettings {
  /** Empty keeps the stored address. */
  readonly url: string
  readonly authorization: SecretDraft
}

const PORTS: Readonly<Record<MailSecurity, number>> = { tls: 465, starttls: 587 }
const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/u

export function emailDraftOf({ email }: DeliveryView): EmailDraft {
  return { ...email, to: email.to.join(', '), password: '' }
}

export function webhookDraftOf({ webhook: { isOn, format, minSeverity } }: DeliveryView): WebhookDraft {
  return { isOn, format, minSeverity, url: '', authorization: '' }
}

/** Takes the usual port of the other encryption along, unless another one was typed. */
export function withSecurity(draft: EmailDraft, security: MailSecurity): EmailDraft {
  const isUsual = Object.values(PORTS).includes(Number(draft.port))
  return { ...draft, security, port: isUsual ? PORTS[security] : draft.port }
}

/** Keys below `delivery:errors`. Nothing is wrong with a form that is switched off. */
export function emailErrors(draft: EmailDraft): Partial<Record<keyof EmailDraft, string>> {
  if (!draft.isOn) return {}
  const errors: Partial<Record<keyof EmailDraft, string>> = {}
  if (!/^[^\s/@]+$/u.test(draft.host.trim())) errors.host = 'host'
  const port = draft.port === '' ? Number.NaN : Number(draft.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) errors.port = 'port'
  if (!ADDRESS.test(draft.from.trim())) errors.from = 'from'
  const to = addressesIn(draft.to)
  if (to.length === 0 || to.length > 20 || !to.every((address) => ADDRESS.test(address))) errors.to = 'to'
  return errors
}

export function webhookErrors(draft: WebhookDraft, hasAddress: boolean): Partial<Record<keyof WebhookDraft, string>> {
  if (!draft.isOn) return {}
  const errors: Partial<Record<keyof WebhookDraft, string>> = {}
  const url = draft.url.trim()
  if (url === '' ? !hasAddress : !isAddress(url)) errors.url = 'url'
  if (draft.authorization && !/^[\x20-\x7e]+$/u.test(draft.authorization)) errors.authorization = 'authorization'
  return errors
}

/** True if the stored password belongs to another server, encryption or account than the draft's. */
export function isPasswordMoved(draft: EmailDraft, saved: DeliveryView): boolean {
  return saved.hasPassword && isMailPasswordElsewhere(saved.email, settingsOf(draft))
}

export function emailInput(draft: EmailDraft): RouteInput<'delivery.saveEmail'> {
  return { ...settingsOf(draft), ...(draft.password === '' ? {} : { password: draft.password }) }
}

export function webhookInput({ url, authorization, ...settings }: WebhookDraft): RouteInput<'delivery.saveWebhook'> {
  return {
    ...settings,
    ...(url.trim() === '' ? {} : { url: url.trim() }),
    ...(authorization === '' ? {} : { authorization }),
  }
}

function settingsOf({ password: _password, to, port, host, user, from, ...rest }: EmailDraft): EmailSettings {
  const fields = { host: host.trim(), user: user.trim(), from: from.trim() }
  return { ...rest, ...fields, port: Number(port) || PORTS[rest.security], to: addressesIn(to) }
}

function addressesIn(text: string): readonly string[] {
  return text.split(/[\s,;，；]/u).filter((part) => part !== '')
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/u.test(protocol) && username === '' && password === ''
}
