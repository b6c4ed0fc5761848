import { z } from 'zod'
import { type DeliveryView, MAIL_SECURITIES, WEBHOOK_FORMATS } from '../../models/app/delivery.ts'
import { ALERT_SEVERITIES } from '../../models/devices/alert.ts'
import { route } from '../../route.ts'

/** One line without controls, because it becomes a line of a protocol. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u)

const mailAddress = line(254).regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/u)

export const emailSettingsSchema = z.strictObject({
  isOn: z.boolean(),
  host: line(253).regex(/^[^\s/@]*$/u),
  port: z.int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITIES),
  user: line(254),
  from: z.union([mailAddress, z.literal('')]),
  to: z.array(mailAddress).max(20).readonly(),
  minSeverity: z.enum(ALERT_SEVERITIES),
})

export const webhookSettingsSchema = z.strictObject({
  isOn: z.boolean(),
  format: z.enum(WEBHOOK_FORMATS),
  minSeverity: z.enum(ALERT_SEVERITIES),
})

/** Absent keeps the stored secret, null deletes it. */
const secret = z.string().min(1).max(4096).nullable().optional()

const emailInput = emailSettingsSchema.extend({ password: secret })
const webhookInput = webhookSettingsSchema.extend({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .refine((url) => URL.canParse(url) && !new URL(url).username && !new URL(url).password)
    .nullable()
    .optional(),
  /** Value of the `Authorization` header. */
  authorization: z
    .string()
    .min(1)
    .max(4096)
    .regex(/^[\x20-\x7e]+$/)
    .nullable()
    .optional(),
})

export const deliveryRoutes = {
  'delivery.view': route<DeliveryView>()(z.strictObject({})),
  /** Throws `INVALID_INPUT` with its field where something is missing for sending. */
  'delivery.saveEmail': route<DeliveryView>()(emailInput),
  'delivery.saveWebhook': route<DeliveryView>()(webhookInput),
  /** Sends one message by these settings at once and keeps nothing; throws the `DELIVERY_…` code of what failed. */
  'delivery.testEmail': route<null>()(emailInput),
  'delivery.testWebhook': route<null>()(webhookInput),
}
