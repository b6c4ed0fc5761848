import type { DeliveryChannel, MessageView } from '../../preload/contract/models/app/delivery.ts'
import type { AlertNotice } from '../shared/alert-notice.ts'

/** Limits of what is kept of one way. */
export const KEPT_MAX = { waiting: 20, unsent: 50, groups: 20 } as const

/** A message that is not out yet; `at` is epoch ms of the alerts. */
export interface WaitingMessage {
  /** The same at every attempt, so that a receiver knows a message that it has. */
  readonly id: string
  readonly notice: AlertNotice
  readonly at: number
}

/** Messages of one way that outlive the app, the oldest first. Without secrets: they stand in a file. */
export interface KeptMessages {
  /** The last one may be of alerts that are still gathered: one more than the limit. */
  readonly waiting: readonly WaitingMessage[]
  /** Those that were given up. */
  readonly unsent: readonly MessageView[]
}

/** Keeps the messages of each way on disk. */
export interface MessageStore {
  read(channel: DeliveryChannel): KeptMessages
  /** Throws `DISK_FAILED`; what was kept before stays whole then. */
  save(channel: DeliveryChannel, kept: KeptMessages): void
}

/** Cuts a notice to what is kept, and takes secrets out of its words. */
export function keptNotice(notice: AlertNotice, redact: (text: string) => string): AlertNotice {
  const clean = ({ en, zh }: AlertNotice['title']) => ({ en: redact(en), zh: redact(zh) })
  return {
    ...notice,
    title: clean(notice.title),
    groups: notice.groups.slice(0, KEPT_MAX.groups).map((group) => ({
      ...group,
      title: clean(group.title),
      ruleName: redact(group.ruleName),
      devices: group.devices.map(({ deviceId, name }) => ({ deviceId, name: redact(name) })),
      commonTags: group.commonTags.map(redact),
    })),
    groupCount: notice.groupCount,
  }
}
