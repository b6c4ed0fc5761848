import type { Language } from '../../preload/contract/models/app/settings.ts'
import type { AlertSeverity } from '../../preload/contract/models/devices/alert.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { AlertNotice, NoticeGroup } from '../shared/alert-notice.ts'

const GROUPS_MAX = 10
const SUBJECT_CHARS = 180

const SEVERITY: Readonly<Record<AlertSeverity, LocalizedText>> = {
  info: { en: 'Note', zh: '提示' },
  warning: { en: 'Warning', zh: '警告' },
  critical: { en: 'Critical', zh: '严重' },
}

const OVER: LocalizedText = { en: 'Resolved', zh: '已恢复' }

/** A message in one language, as lines of text. */
export interface NoticeText {
  readonly subject: string
  readonly text: string
}

/** Puts a notice into words of one language, with local times and links that open the app. Nothing secret is in it. */
export function noticeText(notice: AlertNotice, language: Language, redact: (text: string) => string): NoticeText {
  const say = ({ en, zh }: LocalizedText) => (language === 'zh-CN' ? zh : en)
  const shown = notice.groups.slice(0, GROUPS_MAX)
  const more = notice.groupCount - shown.length
  const blocks = shown.map((group) => groupText(group, language, say))
  const rest =
    more === 0
      ? []
      : [
          say({
            en: `And ${more} more ${more === 1 ? 'cause' : 'causes'}, in the app.`,
            zh: `另有 ${more} 类告警，请在应用中查看。`,
          }),
        ]
  const foot = say({ en: 'Sent by Waypost. Answers are not read.', zh: '由 Waypost 发送，请勿回复。' })
  const kind = notice.isOver ? OVER : SEVERITY[notice.severity]
  const subject = say({
    en: `[Waypost] ${kind.en}: ${notice.title.en}`,
    zh: `[Waypost] ${kind.zh}：${notice.title.zh}`,
  })
  return {
    subject: redact(subject).slice(0, SUBJECT_CHARS),
    text: redact([...blocks, ...rest, foot].join('\n\n')),
  }
}

/** A notice that says it is a test, for the settings. */
export function testNotice(now: number): AlertNotice {
  const title = {
    en: 'This is a test message. Messages about alerts arrive here.',
    zh: '这是一条测试消息。告警消息会发送到这里。',
  }
  return {
    title,
    severity: 'info',
    groups: [
      {
        title,
        severity: 'info',
        ruleName: 'test',
        count: 0,
        devices: [],
        commonTags: [],
        from: now,
        to: now,
        isOver: false,
      },
    ],
    groupCount: 1,
    isOver: false,
  }
}

/** Link that opens a device, or the devices of a tag, in the app; null where there is neither. */
export function linkOf({ devices, commonTags, count }: NoticeGroup): string | null {
  const [device] = devices
  if (count === 1 && device !== undefined) return `waypost://device/${encodeURIComponent(device.deviceId)}`
  const [tag] = commonTags
  if (tag === undefined || /["\\]/u.test(tag)) return null
  const filter = /\s/u.test(tag) ? `tag:"${tag}"` : `tag:${tag}`
  return `waypost://devices?filter=${encodeURIComponent(filter)}`
}

function groupText(group: NoticeGroup, language: Language, say: (text: LocalizedText) => string): string {
  const { devices, count, from, to } = group
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  const named = devices.map(({ deviceId, name }) => (name === '' ? deviceId : `${name} (${deviceId})`))
  const others = count - devices.length
  const list =
    count <= 1
      ? []
      : [
          `${named.join(say({ en: ', ', zh: '、' }))}${others > 0 ? say({ en: ` and ${others} more`, zh: ` 等 ${count} 台设备` }) : ''}`,
        ]
  const when = from === to ? time.format(from) : `${time.format(from)} – ${time.format(to)}`
  const link = linkOf(group)
  return [say(group.title), ...list, when, ...(link === null ? [] : [link])].join('\n')
}
