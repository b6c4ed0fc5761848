import { z } from 'zod'
import type { AuditStatus } from '../../models/app/settings.ts'
import type { SafetyState } from '../../models/safety/safety.ts'
import { route } from '../../route.ts'

export const safetyRoutes = {
  /** Lets commands of the class `read` run unasked on the active connection, until it is left or the app ends. */
  'safety.setUnaskedReads': route<SafetyState>()(z.strictObject({ isOn: z.boolean() })),
  /** Saves the audit through a dialog of main, redacted; null when the dialog was cancelled. */
  'audit.export': route<{ readonly path: string } | null>()(
    z.strictObject({ format: z.enum(['csv', 'json', 'report']) }),
  ),
  /** Makes a new key of the audit in the place of a missing one. */
  'audit.startKey': route<AuditStatus>()(z.strictObject({})),
  /** Saves the key for verification elsewhere, after a question and a dialog of main; null if cancelled. */
  'audit.exportKey': route<{ readonly path: string } | null>()(z.strictObject({})),
}
