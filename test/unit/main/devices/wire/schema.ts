import { z } from 'zod'
import { readDeviceTime } from '../../../../../main/devices/wire/device-time.ts'
import { CAPABILITIES } from '../../../../../main/devices/wire/messages.ts'
import { sanitiseLine } from '../../../../../main/safety/text/sanitiser.ts'
import { RESULT_ENDINGS } from '../../../../../main/shared/exchange.ts'

/*
 * Payloads of README.md, sections 1 and 4, as schemas. The decoder checks by hand, because it is several times
 * faster; a property test holds it to these schemas.
 */

const time = z.unknown().optional().transform(readDeviceTime)
const label = (maxChars: number) =>
  z
    .string()
    .min(1)
    .transform((value) => sanitiseLine(value, maxChars))
    .nullable()
    .catch(null)
/** A number sent as a text; one with leading zeros is an id, one with a comma before three digits may be thousands. */
const NUMERIC = /^-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,9})?$/
const isNumeric = (text: string) => NUMERIC.test(text) && !/^-?[1-9]\d{0,2},\d{3}$/.test(text)
const toNumber = (text: string) => Number(text.replace(',', '.'))
/** Keeps an absent value absent; zero and impossible values are unknown. */
const metric = (low: number, high: number, unit = /^(.*)$/s) =>
  z.preprocess(
    (value) => {
      const number = typeof value === 'string' ? (unit.exec(value)?.[1] ?? value) : value
      return typeof number === 'string' && isNumeric(number) ? toNumber(number) : number
    },
    z
      .number()
      .min(low)
      .max(high)
      .refine((value) => value !== 0)
      .nullable()
      .catch(null)
      .optional(),
  )
const percent = metric(0, 100, /^\+?(-?[\d.,]{1,25})\s?[%％]$/)
/** Whole degrees that were divided by 1000 all the same are taken back; what is as small besides is no temperature. */
const celsius = metric(-100_000, 300_000, /^(?:temp=)?\+?(-?[\d.,]{1,25})\s?(?:[°º]\s?C|'C|℃|C)$/).transform(
  (figure) => {
    // The kernel's own figure is in thousandths.
    const value = typeof figure === 'number' && Math.abs(figure) >= 1000 ? figure / 1000 : figure
    const thousand = Math.round((value ?? 0) * 1000)
    if (typeof value === 'number' && (value < -100 || value > 300)) return null
    if (typeof value !== 'number' || Math.abs(value) > 0.125) return value
    return thousand >= 10 && thousand <= 125 && Math.abs(value * 1000 - thousand) < 1e-6 ? thousand : null
  },
)
const mebibytes = metric(0, 2 ** 20).transform((value) =>
  typeof value === 'number' ? Math.round(value * 1_048_576) : value,
)
const commandId = z.string().min(1).max(200)
const looseText = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === 'string') return value
    return value === undefined || value === null ? '' : JSON.stringify(value)
  })

const token = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)
const signatureFields = { session: z.unknown().optional(), key_id: z.unknown().optional(), sig: z.unknown().optional() }
const signature = z
  .object({ session: token, key_id: token, sig: z.string().max(128) })
  .transform(({ session, key_id: keyId, sig }) => ({ session, keyId, sig }))
const challenge = z.object({ session: token, challenge: token }).nullable().catch(null)

const os = z.enum(['linux', 'raspberrypi', 'windows']).nullable().catch(null)

const WORDS_ONLINE = ['online', 'connected', 'ready', 'available']
const WORDS_OFFLINE = ['offline', 'disconnected', 'connection lost', 'lost', 'unavailable']
const presence = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.enum([...WORDS_ONLINE, ...WORDS_OFFLINE]))
  .transform((word) => (WORDS_ONLINE.includes(word) ? ('online' as const) : ('offline' as const)))

/** `device/{id}/status` that states a presence, in `status`, else in `state`, else in `online`. */
export const statusSchema = z
  .object({
    timestamp: time,
    status: presence
      .or(z.boolean().transform((isOnline) => (isOnline ? ('online' as const) : ('offline' as const))))
      .optional(),
    state: z.unknown().optional(),
    online: z.unknown().optional(),
    last_will: z.literal(true).nullable().catch(null),
    reason: z.enum(['last-will', 'last_will', 'lwt', 'will', 'connection-lost']).nullable().catch(null),
    hostname: label(120),
    ip_address: label(120),
    agent: label(120),
    version: label(120),
    shell: label(120),
    os,
    capabilities: z
      .array(z.unknown())
      .transform((given) => CAPABILITIES.filter((capability) => given.includes(capability)))
      .nullable()
      .catch(null),
    policy: z
      .looseObject({
        signed: z.literal('required').nullable().catch(null),
        max_class: z.enum(['read', 'change', 'destructive']).nullable().catch(null),
      })
      .nullable()
      .catch(null),
  })
  .transform(({ status, state, online, ...payload }, context) => {
    const isBare = status === undefined && state === undefined && typeof online === 'boolean'
    const stated = isBare ? (online ? 'online' : 'offline') : (status ?? presence.safeParse(state).data)
    if (stated === undefined) context.addIssue('no presence')
    return { ...payload, stated }
  })
  .transform((payload) => ({
    isRefusingUnsigned: payload.policy?.signed === 'required',
    maxClass: payload.policy?.max_class ?? null,
    deviceTime: payload.timestamp,
    isOnline: payload.stated === 'online',
    isLastWill: payload.stated === 'offline' && (payload.last_will !== null || payload.reason !== null),
    hostname: payload.hostname,
    ipAddress: payload.ip_address,
    agent: payload.agent,
    version: payload.version,
    shell: payload.shell,
    system:
      payload.os === 'windows'
        ? /powershell|pwsh/i.test(payload.shell ?? '')
          ? 'windows-powershell'
          : 'windows-cmd'
        : payload.os,
    capabilities: payload.capabilities,
  }))

/** `device/{id}/heartbeat` and the metrics of `device/{id}/data`. */
export const metricsSchema = (receivedAt: number, hasChallenge = true) =>
  z
    .object({
      timestamp: time,
      cpu_temperature: celsius,
      cpu_usage: percent,
      memory_usage: z
        .preprocess(
          (given) => {
            // A share says so itself.
            if (typeof given === 'string' && /[%％]$/.test(given)) return { percentage: given, isShare: true }
            const usage = z.looseObject({}).safeParse(given).data
            if (usage === undefined) return given
            // Above the limit both amounts are in another unit.
            const { total } = usage
            const amount = typeof total === 'string' && isNumeric(total) ? toNumber(total) : total
            const used = typeof amount === 'number' && amount > 2 ** 20 ? null : usage.used
            return { percentage: usage.percentage ?? usage.percent, total: usage.total, used }
          },
          z.object({ percentage: percent, used: mebibytes, total: mebibytes, isShare: z.literal(true).optional() }),
        )
        .optional()
        .catch(undefined),
      memory_percent: percent,
      memory_used: metric(0, 2 ** 53),
      memory_total: metric(0, 2 ** 53),
      disk_percent: percent,
      uptime: metric(0, 1e10),
      uptime_seconds: metric(0, 1e10),
      session: z.unknown().optional(),
      challenge: z.unknown().optional(),
    })
    .transform((payload) => {
      const usage = payload.memory_usage
      const uptime = payload.uptime_seconds === undefined ? payload.uptime : payload.uptime_seconds
      const sinceBoot = Math.round(receivedAt / 1000 - (uptime ?? 0))
      return {
        challenge: hasChallenge ? challenge.parse(payload) : null,
        deviceTime: payload.timestamp,
        metrics: {
          cpuTemperatureC: payload.cpu_temperature,
          cpuPercent: payload.cpu_usage,
          memoryPercent: usage ? usage.percentage : payload.memory_percent,
          memoryUsedB: usage && !usage.isShare ? usage.used : payload.memory_used,
          memoryTotalB: usage && !usage.isShare ? usage.total : payload.memory_total,
          diskPercent: payload.disk_percent,
          uptimeS: typeof uptime === 'number' && uptime > 1e8 ? (sinceBoot > 0 ? sinceBoot : null) : uptime,
        },
      }
    })

/** `device/{id}/result`; the mark for undecodable output is the decoder's own. */
export const resultSchema = z
  .object({
    timestamp: time,
    command_id: commandId.catch('unknown'),
    success: z.boolean(),
    output: looseText,
    error: looseText,
    stdout: z.string().optional().catch(undefined),
    stderr: z.string().optional().catch(undefined),
    exit_code: z.int().nullable().catch(null),
    started_at: time,
    duration_ms: z.number().min(0).max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
    truncated: z.literal(true).optional().catch(undefined),
    ending: z.enum(RESULT_ENDINGS).nullable().catch(null),
    ...signatureFields,
  })
  .transform((payload) => ({
    deviceTime: payload.timestamp,
    commandId: payload.command_id,
    isSuccess: payload.success,
    stdout: payload.stdout ?? payload.output,
    stderr: payload.stderr ?? payload.error,
    exitCode: payload.exit_code,
    startedAt: payload.started_at,
    durationMs: payload.duration_ms,
    isTruncatedByDevice: payload.truncated ?? false,
    ending: payload.ending,
    signature: signature.nullable().catch(null).parse(payload),
  }))

/** `device/{id}/ack`, capability `ack`. */
export const ackSchema = z
  .object({
    timestamp: time,
    command_id: commandId,
    state: z.enum(['received', 'running', 'rejected']),
    reason: label(300),
  })
  .transform((payload) => ({
    deviceTime: payload.timestamp,
    commandId: payload.command_id,
    state: payload.state,
    reason: payload.reason,
  }))

/** `device/{id}/output`, capability `stream`. */
export const outputSchema = z
  .object({
    timestamp: time,
    command_id: commandId,
    seq: z.int().min(0),
    stream: z.enum(['stdout', 'stderr']),
    data: z.string(),
    final: z.literal(true).optional().catch(undefined),
  })
  .transform((payload) => ({
    deviceTime: payload.timestamp,
    commandId: payload.command_id,
    seq: payload.seq,
    stream: payload.stream,
    data: payload.data,
    isFinal: payload.final ?? false,
  }))
