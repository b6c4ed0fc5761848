import { AppError } from '../../preload/contract/errors.ts'
import type { WebhookFormat } from '../../preload/contract/models/app/delivery.ts'
import type { Language } from '../../preload/contract/models/app/settings.ts'
import type { AlertNotice } from '../shared/alert-notice.ts'
import { answerFailure, networkFailure } from './delivery-failure.ts'
import { linkOf, noticeText } from './notice-text.ts'

const TIMEOUT_MS = 15_000
/** A receiver's answer is read so far. */
const ANSWER_CHARS = 4_000

export interface Webhook {
  readonly url: string
  readonly authorization: string | null
  readonly format: WebhookFormat
}

export interface WebhookContext {
  readonly language: Language
  readonly redact: (text: string) => string
  readonly fetch: typeof globalThis.fetch
}

/**
 * Posts a notice once, with its id, by which a receiver knows one that it has. Certificates are verified and redirects refused, because the address was given for this receiver.
 * @throws AppError DELIVERY_UNREACHABLE, DELIVERY_TIMEOUT, DELIVERY_CERTIFICATE, DELIVERY_LOGIN_REFUSED, DELIVERY_REFUSED
 */
export async function postWebhook(
  { url, authorization, format }: Webhook,
  { id, notice }: { readonly id: string; readonly notice: AlertNotice },
  { language, redact, fetch }: WebhookContext,
): Promise<void> {
  const { host } = new URL(url)
  let status: number
  let answer: string
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': id,
        ...(authorization === null ? {} : { authorization }),
      },
      body: JSON.stringify(bodyOf({ id, notice }, format, language, redact)),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    status = response.status
    answer = (await response.text()).slice(0, ANSWER_CHARS)
  } catch (error) {
    throw networkFailure(error, host)
  }
  const failure = answerFailure(status, host) ?? saidNo(answer, format, host)
  if (failure !== null) throw failure
}

function bodyOf(
  { id, notice }: { readonly id: string; readonly notice: AlertNotice },
  format: WebhookFormat,
  language: Language,
  redact: (text: string) => string,
): unknown {
  const { subject, text } = noticeText(notice, language, redact)
  if (format === 'slack') return { text: `${subject}\n${text}` }
  // DingTalk and WeCom take the same shape.
  if (format === 'dingtalk') return { msgtype: 'text', text: { content: `${subject}\n${text}` } }
  if (format === 'feishu') return { msg_type: 'text', content: { text: `${subject}\n${text}` } }
  const say = (words: { readonly en: string; readonly zh: string }) =>
    redact(language === 'zh-CN' ? words.zh : words.en)
  return {
    source: 'waypost',
    id,
    title: say(notice.title),
    severity: notice.severity,
    state: notice.isOver ? 'resolved' : 'raised',
    groups: notice.groups.map((group) => ({
      title: say(group.title),
      severity: group.severity,
      state: group.isOver ? 'resolved' : 'raised',
      rule: group.ruleName,
      count: group.count,
      devices: group.devices.map(({ deviceId, name }) => ({ id: deviceId, name: redact(name) })),
      tags: group.commonTags,
      from: new Date(group.from).toISOString(),
      to: new Date(group.to).toISOString(),
      link: linkOf(group),
    })),
  }
}

/** Chat services answer 200 and say no in the body: `errcode` (DingTalk, WeCom), `code` (Feishu). */
function saidNo(answer: string, format: WebhookFormat, host: string): AppError | null {
  if (format !== 'dingtalk' && format !== 'feishu') return null
  try {
    const said = JSON.parse(answer) as { readonly errcode?: unknown; readonly code?: unknown }
    const code = format === 'dingtalk' ? said.errcode : said.code
    return code === undefined || code === 0 ? null : new AppError('DELIVERY_REFUSED', { host, status: Number(code) })
  } catch {
    return new AppError('DELIVERY_REFUSED', { host })
  }
}
