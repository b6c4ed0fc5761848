import { z } from 'zod'
import type { AssistantTest, AssistantView } from '../../models/assistant/assistant.ts'
import { route } from '../../route.ts'

/** Schema of an http or https URL without user info, because a key in a URL would be stored in clear. */
const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.canParse(url) && !new URL(url).username && !new URL(url).password)

/** Schema of a proxy URL without a login, which has its own secret, because a URL is stored in clear. */
const proxyUrl = baseUrl.refine((url) => URL.canParse(url) && new URL(url).pathname === '/' && !new URL(url).search)

export const assistantSettingsSchema = z.strictObject({
  kind: z.enum(['phrasebook', 'model']),
  presetId: z.string().max(64),
  baseUrl: z.union([baseUrl, z.literal('')]),
  model: z.string().trim().max(200),
  promptProfile: z.enum(['standard', 'tiny']),
  requestTimeoutS: z.int().min(5).max(600),
  network: z
    .strictObject({ proxyUrl: z.union([proxyUrl, z.literal('')]), ca: z.string().min(1).max(256_000).nullable() })
    .optional(),
  canInvestigate: z.boolean().optional(),
})

const assistantInput = assistantSettingsSchema.extend({
  /** Absent keeps the stored key, null deletes it. */
  key: z.string().min(1).max(4096).nullable().optional(),
  /** `user:password` for the proxy; absent keeps what is stored, null deletes it. */
  proxyLogin: z
    .string()
    .max(1024)
    .regex(/^[^:]+:/)
    .nullable()
    .optional(),
})

export const assistantRoutes = {
  'assistant.save': route<AssistantView>()(assistantInput),
  'assistant.test': route<AssistantTest>()(assistantInput),
}
