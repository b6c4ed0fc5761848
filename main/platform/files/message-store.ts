import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { DeliveryChannel } from '../../../preload/contract/models/app/delivery.ts'
import { ALERT_SEVERITIES } from '../../../preload/contract/models/devices/alert.ts'
import { KEPT_MAX, type MessageStore } from '../../delivery/kept-messages.ts'
import type { JsonFile } from './json-file.ts'

const text = z.string().max(1_000)
const localized = z.object({ en: text, zh: text })
const severity = z.enum(ALERT_SEVERITIES)
const group = z.object({
  title: localized,
  severity,
  ruleName: text,
  count: z.int().min(0),
  devices: z.array(z.object({ deviceId: text, name: text })).max(10),
  commonTags: z.array(text).max(100),
  from: z.number(),
  to: z.number(),
  isOver: z.boolean(),
})
const waiting = z.object({
  id: z.uuid().default(randomUUID),
  at: z.number(),
  notice: z.object({
    title: localized,
    severity,
    groups: z.array(group).min(1).max(KEPT_MAX.groups),
    groupCount: z.int().min(1),
    isOver: z.boolean(),
  }),
})
const unsent = z.object({ at: z.number(), title: localized })
const kept = z.object({ waiting: z.array(z.unknown()), unsent: z.array(z.unknown()) })

export type MessageFile = { readonly [Channel in DeliveryChannel]: unknown }
export const NO_MESSAGES: MessageFile = {
  email: { waiting: [], unsent: [] },
  webhook: { waiting: [], unsent: [] },
}

/** True if a file has the shape of the messages of both ways; its entries are checked one by one. */
export function isMessageFile(content: Readonly<Record<string, unknown>>): boolean {
  return kept.safeParse(content.email).success && kept.safeParse(content.webhook).success
}

/** Reads and writes the messages of a file whose shape was checked. */
export function messagesIn(file: Pick<JsonFile<MessageFile>, 'get' | 'set'>): MessageStore {
  return {
    read: (channel) => {
      const found = kept.parse(file.get(channel))
      return {
        waiting: found.waiting.flatMap((entry) => waiting.safeParse(entry).data ?? []).slice(-KEPT_MAX.waiting - 1),
        unsent: found.unsent.flatMap((entry) => unsent.safeParse(entry).data ?? []).slice(-KEPT_MAX.unsent),
      }
    },
    save: (channel, content) => file.set(channel, content),
  }
}
