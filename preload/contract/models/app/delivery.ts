import type { ErrorCode, ErrorData } from '../../errors.ts'
import type { AlertSeverity } from '../devices/alert.ts'
import type { LocalizedText } from '../text.ts'

/** Ways by which messages about alerts leave the app. */
export const DELIVERY_CHANNELS = ['email', 'webhook'] as const
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number]

/** `tls`: from the first byte (port 465). `starttls`: required before the login (port 587). Never unencrypted. */
export const MAIL_SECURITIES = ['tls', 'starttls'] as const
export type MailSecurity = (typeof MAIL_SECURITIES)[number]

export interface EmailSettings {
  readonly isOn: boolean
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  /** Empty for a server that wants no login. */
  readonly user: string
  readonly from: string
  readonly to: readonly string[]
  /** Alerts below it send nothing. */
  readonly minSeverity: AlertSeverity
}

/** Shape of the body that the receiver wants. */
export const WEBHOOK_FORMATS = ['json', 'slack', 'dingtalk', 'feishu'] as const
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number]

/** The address itself is a secret, because chat services put their key into it. */
export interface WebhookSettings {
  readonly isOn: boolean
  readonly format: WebhookFormat
  readonly minSeverity: AlertSeverity
}

export interface DeliverySettings {
  readonly email: EmailSettings
  readonly webhook: WebhookSettings & { readonly host: string }
}

/** A message about alerts by its title; `at` is epoch ms of the alerts. */
export interface MessageView {
  readonly at: number
  readonly title: LocalizedText
}

/** Standing of one channel; times are epoch ms. */
export interface ChannelStatus {
  readonly lastSentAt: number | null
  /** Messages that wait for their next attempt, those of an earlier run included, the oldest first. */
  readonly waiting: readonly MessageView[]
  readonly retryAt: number | null
  /** Messages that were given up in the last days, the oldest first. */
  readonly unsent: readonly MessageView[]
  /** Null after a message went out. */
  readonly failure: { readonly code: ErrorCode; readonly data: ErrorData; readonly at: number } | null
  /** True if nothing is tried before the settings change or a test goes out, because trying again cannot help. */
  readonly isStopped: boolean
}

/** What the window knows of a channel: settings without secrets, and how it stands. */
export interface DeliveryView extends DeliverySettings {
  readonly hasPassword: boolean
  readonly hasAddress: boolean
  readonly hasAuthorization: boolean
  readonly status: Readonly<Record<DeliveryChannel, ChannelStatus>>
}

/** True if a stored mail password must not be sent under other settings: another server, encryption or account. */
export function isMailPasswordElsewhere(storedFor: EmailSettings, next: EmailSettings): boolean {
  const placeOf = ({ host, port, security, user }: EmailSettings) => [host.trim().toLowerCase(), port, security, user]
  const place = placeOf(next)
  return placeOf(storedFor).some((part, index) => part !== place[index])
}
