import { z } from 'zod'
import {
  type AuditCheck,
  type Bootstrap,
  type SecretsStatus,
  type Settings,
  TELEMETRY_MIB,
} from '../models/settings.ts'
import { route } from '../route.ts'

const nothing = z.strictObject({})

export const appRoutes = {
  'app.bootstrap': route<Bootstrap>()(nothing),
  'app.openLogFolder': route<null>()(nothing),
  /** Logs an error of the window that nobody caught. */
  'app.reportError': route<null>()(
    z.strictObject({ where: z.string().max(64), message: z.string().max(1_000), stack: z.string().max(8_000) }),
  ),
  /** Text for the clipboard passes through redaction in main. */
  'app.copy': route<null>()(z.strictObject({ text: z.string().max(8_000_000) })),
  'settings.update': route<Settings>()(
    z.strictObject({
      language: z.enum(['en', 'zh-CN']).optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      operatorName: z.string().trim().min(1).max(64).optional(),
      defaultTimeoutS: z.int().min(1).max(3600).optional(),
      telemetryMiB: z.int().min(TELEMETRY_MIB.min).max(TELEMETRY_MIB.max).optional(),
      deviceColumns: z.array(z.string().min(1).max(32)).min(1).max(20).readonly().nullable().optional(),
      savedFilters: z
        .array(z.strictObject({ name: z.string().trim().min(1).max(40), filter: z.string().trim().min(1).max(500) }))
        .max(30)
        .readonly()
        .optional(),
    }),
  ),
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
