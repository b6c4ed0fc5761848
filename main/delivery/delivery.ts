import { AppError } from '../../preload/contract/errors.ts'
import {
  type DeliveryChannel,
  type DeliverySettings,
  type DeliveryView,
  type EmailSettings,
  isMailPasswordElsewhere,
  type WebhookSettings,
} from '../../preload/contract/models/app/delivery.ts'
import type { Language } from '../../preload/contract/models/app/settings.ts'
import { ALERT_SEVERITIES, type Alert, type AlertSeverity } from '../../preload/contract/models/devices/alert.ts'
import type { AlertNotice } from '../shared/alert-notice.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { Secrets } from '../shared/secrets.ts'
import type { Timers } from '../shared/timers.ts'
import { AlertCollector } from './alert-collector.ts'
import { Channel } from './channel.ts'
import { sendMail } from './email.ts'
import { type KeptMessages, keptNotice, type MessageStore, type WaitingMessage } from './kept-messages.ts'
import { noticeText, testNotice } from './notice-text.ts'
import { postWebhook } from './webhook.ts'

const PASSWORD = 'delivery/mail-password'
const WEBHOOK_URL = 'delivery/webhook-url'
const AUTHORIZATION = 'delivery/webhook-authorization'

/** Keeps the settings of both channels. Holds no secret. */
export interface DeliveryStore {
  delivery(): DeliverySettings
  setDelivery(settings: DeliverySettings): void
}

/** One attempt to send a message. */
type Outgoing = Pick<WaitingMessage, 'id' | 'notice'>

/** Changes of a secret: absent keeps what is stored, null deletes it. */
type SecretChange = string | null | undefined

interface WebhookSecrets {
  readonly url?: SecretChange
  readonly authorization?: SecretChange
}

export interface DeliveryDeps {
  readonly store: DeliveryStore
  readonly messages: MessageStore
  readonly secrets: Secrets
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly newId: () => string
  readonly language: () => Language
  readonly redact: (text: string) => string
  /** Tells alerts that were raised together in words. */
  readonly noticeOf: (alerts: readonly Alert[]) => AlertNotice
  /** True for the demo, whose alerts never leave the computer. */
  readonly isSimulated: (connectionId: string) => boolean
  /** Reaches an address from the operator's network. */
  readonly fetchFor: (url: string) => Promise<typeof globalThis.fetch>
  /** Authority of the operator's network in PEM, beside the public ones. */
  readonly authority: () => string | null
  readonly onChanged: (view: DeliveryView) => void
}

/** Sends messages about alerts by mail and webhook. Both are off until the operator turns them on. */
export class Delivery {
  readonly #deps: DeliveryDeps
  readonly #collector: AlertCollector
  readonly #email: Channel
  readonly #webhook: Channel

  constructor(deps: DeliveryDeps) {
    this.#deps = deps
    const { clock, timers, log } = deps
    this.#collector = new AlertCollector({
      clock,
      timers,
      onGathered: (alerts) => this.#each(alerts, (channel, notice) => channel.gather(notice)),
      onReady: (alerts) => this.#each(alerts, (channel, notice) => channel.push(notice)),
    })
    const common = (name: DeliveryChannel) => ({
      name,
      clock,
      timers,
      log,
      newId: deps.newId,
      onChanged: () => this.#changed(),
      kept: deps.messages.read(name),
      keep: (kept: KeptMessages) => this.#keep(name, kept),
    })
    this.#email = new Channel({
      ...common('email'),
      send: async (message) => this.#mail(deps.store.delivery().email, await deps.secrets.get(PASSWORD), message),
    })
    this.#webhook = new Channel({ ...common('webhook'), send: (message) => this.#postStored(message) })
  }

  view(): DeliveryView {
    const { store, secrets } = this.#deps
    return {
      ...store.delivery(),
      hasPassword: secrets.has(PASSWORD),
      hasAddress: secrets.has(WEBHOOK_URL),
      hasAuthorization: secrets.has(AUTHORIZATION),
      status: { email: this.#email.status(), webhook: this.#webhook.status() },
    }
  }

  /** Takes alerts that were raised or are over; does nothing while both channels are off. */
  tell(alerts: readonly Alert[]): void {
    const { email, webhook } = this.#deps.store.delivery()
    if (!email.isOn && !webhook.isOn) return
    this.#collector.add(alerts.filter(({ connectionId }) => !this.#deps.isSimulated(connectionId)))
  }

  /**
   * A stored password stays unless it would go to another server, in another way or for another account.
   * @throws AppError INVALID_INPUT with its field
   */
  async saveEmail(settings: EmailSettings, password: SecretChange): Promise<DeliveryView> {
    if (settings.isOn) requireMail(settings)
    const { store, secrets } = this.#deps
    const before = store.delivery()
    // Neither the old password with the new server nor the new one with the old server, not for a moment.
    if (password === null || isMailPasswordElsewhere(before.email, settings)) await secrets.delete(PASSWORD)
    store.setDelivery({ ...before, email: settings })
    if (typeof password === 'string') await secrets.set(PASSWORD, password)
    this.#email.changed(!settings.isOn)
    return this.view()
  }

  /** The authorization goes to the address that it was given for alone. @throws AppError INVALID_INPUT with its field */
  async saveWebhook(settings: WebhookSettings, { url, authorization }: WebhookSecrets): Promise<DeliveryView> {
    const { store, secrets } = this.#deps
    const before = store.delivery()
    const hasAddress = typeof url === 'string' || (url === undefined && secrets.has(WEBHOOK_URL))
    if (settings.isOn && !hasAddress) throw new AppError('INVALID_INPUT', { field: 'url' })
    if (authorization === null || url !== undefined) await secrets.delete(AUTHORIZATION)
    if (url === null) await secrets.delete(WEBHOOK_URL)
    if (typeof url === 'string') await secrets.set(WEBHOOK_URL, url)
    if (typeof authorization === 'string') await secrets.set(AUTHORIZATION, authorization)
    const host = typeof url === 'string' ? new URL(url).host : url === null ? '' : before.webhook.host
    store.setDelivery({ ...before, webhook: { ...settings, host } })
    this.#webhook.changed(!settings.isOn)
    return this.view()
  }

  /** Sends one mail now. @throws AppError INVALID_INPUT, and the DELIVERY_ code of what failed */
  async testEmail(settings: EmailSettings, password: SecretChange): Promise<void> {
    requireMail(settings)
    const { store, secrets } = this.#deps
    const isStored = password === undefined && !isMailPasswordElsewhere(store.delivery().email, settings)
    await this.#mail(settings, isStored ? await secrets.get(PASSWORD) : (password ?? null), this.#test())
    if (isStored) this.#email.tested()
  }

  /** Posts once now. @throws AppError INVALID_INPUT, and the DELIVERY_ code of what failed */
  async testWebhook(settings: WebhookSettings, changes: WebhookSecrets): Promise<void> {
    const { secrets } = this.#deps
    const url = changes.url === undefined ? await secrets.get(WEBHOOK_URL) : changes.url
    if (url === null) throw new AppError('INVALID_INPUT', { field: 'url' })
    const isStored = changes.url === undefined && changes.authorization === undefined
    const authorization = isStored ? await secrets.get(AUTHORIZATION) : (changes.authorization ?? null)
    await this.#post(settings, { url, authorization }, this.#test())
    if (isStored) this.#webhook.tested()
  }

  /** Tries at once what waits, after the computer woke. */
  resumed(): void {
    this.#email.retryNow()
    this.#webhook.retryNow()
  }

  /** Sends what an earlier run left; call once the secrets are there. */
  start(): void {
    const { email, webhook } = this.#deps.store.delivery()
    this.#email.start(!email.isOn)
    this.#webhook.start(!webhook.isOn)
  }

  /** Keeps what waits, also of alerts that are still gathered, for the next run. */
  async dispose(): Promise<void> {
    const ended = [this.#email.dispose(), this.#webhook.dispose()]
    this.#collector.dispose()
    await Promise.all(ended)
  }

  #test(): Outgoing {
    return { id: this.#deps.newId(), notice: testNotice(this.#deps.clock()) }
  }

  /** Calls `act` with what each way that is on has to tell of these alerts. */
  #each(alerts: readonly Alert[], act: (channel: Channel, notice: AlertNotice) => void): void {
    const { email, webhook } = this.#deps.store.delivery()
    const notices = new Map<AlertSeverity, AlertNotice | null>()
    for (const { settings, channel } of [
      { settings: email, channel: this.#email },
      { settings: webhook, channel: this.#webhook },
    ]) {
      const least = settings.minSeverity
      if (settings.isOn && !notices.has(least)) notices.set(least, this.#noticeOf(alerts, least))
      const notice = notices.get(least) ?? null
      if (settings.isOn && notice !== null) act(channel, notice)
    }
  }

  #noticeOf(alerts: readonly Alert[], least: AlertSeverity): AlertNotice | null {
    const meant = alerts.filter(({ severity }) => isAtLeast(severity, least))
    return meant.length === 0 ? null : keptNotice(this.#deps.noticeOf(meant), this.#deps.redact)
  }

  async #mail(settings: EmailSettings, password: string | null, { id, notice }: Outgoing): Promise<void> {
    const { language, redact, authority } = this.#deps
    // An empty password is never tried, because it counts against the account.
    if (settings.user !== '' && password === null)
      throw new AppError('DELIVERY_SECRET_MISSING', { host: settings.host })
    await sendMail(settings, { password, ca: authority() }, { id, ...noticeText(notice, language(), redact) })
  }

  async #postStored(message: Outgoing): Promise<void> {
    const { store, secrets } = this.#deps
    const { webhook } = store.delivery()
    const url = await secrets.get(WEBHOOK_URL)
    const isAuthorizationLost = secrets.isLost(AUTHORIZATION)
    if (url === null || isAuthorizationLost) throw new AppError('DELIVERY_SECRET_MISSING', { host: webhook.host })
    await this.#post(webhook, { url, authorization: await secrets.get(AUTHORIZATION) }, message)
  }

  async #post(
    { format }: WebhookSettings,
    { url, authorization }: { readonly url: string; readonly authorization: string | null },
    message: Outgoing,
  ): Promise<void> {
    const { language, redact, fetchFor } = this.#deps
    const fetch = await fetchFor(url)
    await postWebhook({ url, authorization, format }, message, { language: language(), redact, fetch })
  }

  /** A disk that is full loses the messages with the run, and nothing before. */
  #keep(name: DeliveryChannel, kept: KeptMessages): void {
    try {
      this.#deps.messages.save(name, kept)
    } catch (error) {
      this.#deps.log.error('messages about alerts could not be kept on disk', error)
    }
  }

  #changed(): void {
    this.#deps.onChanged(this.view())
  }
}

function isAtLeast(severity: AlertSeverity, least: AlertSeverity): boolean {
  return ALERT_SEVERITIES.indexOf(severity) >= ALERT_SEVERITIES.indexOf(least)
}

function requireMail({ host, from, to }: EmailSettings): void {
  if (host === '') throw new AppError('INVALID_INPUT', { field: 'host' })
  if (from === '') throw new AppError('INVALID_INPUT', { field: 'from' })
  if (to.length === 0) throw new AppError('INVALID_INPUT', { field: 'to' })
}
