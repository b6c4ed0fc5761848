import { z } from 'zod'
import {
  type AuditCheck,
  type Bootstrap,
  OUTPUTS_MIB,
  type SecretsStatus,
  type Settings,
  TELEMETRY_MIB,
} from '../../models/app/settings.ts'
import { PLANNED_CLASSES } from '../../models/commands/rollout.ts'
import { COMMAND_TIMEOUT_S, SAVED_FILTERS } from '../../models/limits.ts'
import { route } from '../../route.ts'
import { rolloutPlan } from '../commands/rollout.ts'

const nothing = z.strictObject({})

export const savedFilterSchema = z.strictObject({
  name: z.string().trim().min(1).max(SAVED_FILTERS.nameMaxChars),
  filter: z.string().trim().min(1).max(SAVED_FILTERS.maxChars),
})

/** The settings as the window may change them, and as they must be on disk. */
export const settingsSchema = z.strictObject({
  language: z.enum(['en', 'zh-CN']),
  theme: z.enum(['light', 'dark', 'system']),
  operatorName: z.string().trim().min(1).max(64),
  defaultTimeoutS: z.int().min(COMMAND_TIMEOUT_S.min).max(COMMAND_TIMEOUT_S.max),
  telemetryMiB: z.int().min(TELEMETRY_MIB.min).max(TELEMETRY_MIB.max),
  outputsMiB: z.int().min(OUTPUTS_MIB.min).max(OUTPUTS_MIB.max),
  deviceColumns: z.array(z.string().min(1).max(32)).min(1).max(20).readonly().nullable(),
  savedFilters: z.array(savedFilterSchema).max(SAVED_FILTERS.max).readonly(),
  closesToTray: z.boolean(),
  tellsAlertEnds: z.boolean(),
  rolloutPlans: z.partialRecord(z.enum(PLANNED_CLASSES), rolloutPlan.nullable()).optional(),
})

export const appRoutes = {
  'app.bootstrap': route<Bootstrap>()(nothing),
  'app.openLogFolder': route<null>()(nothing),
  /** Logs an error of the window that nobody caught. */
  'app.reportError': route<null>()(
    z.strictObject({ where: z.string().max(64), message: z.string().max(1_000), stack: z.string().max(8_000) }),
  ),
  /** Text for the clipboard passes through redaction in main. */
  'app.copy': route<null>()(z.strictObject({ text: z.string().max(8_000_000) })),
  'settings.update': route<Settings>()(settingsSchema.partial()),
  /** Asks in a dialog of main whether secrets may be stored with a weak backend. */
  'secrets.allowWeak': route<SecretsStatus>()(nothing),
  /** `head`: a hash noted earlier, to be looked for in the chain. */
  'audit.verify': route<AuditCheck>()(
    z.strictObject({
      head: z
        .string()
        .regex(/^[0-9a-f]{64}$/i)
        .optional(),
    }),
  ),
}
