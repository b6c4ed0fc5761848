import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import { POLICY_CLASSES } from '../../../preload/contract/models/safety/signing.ts'
import { sanitiseLine } from '../../safety/text/sanitiser.ts'
import { RESULT_ENDINGS, type ResultEnding, type ResultSignature } from '../../shared/exchange.ts'
import { readDeviceTime } from './device-time.ts'
import { asBuffer, isObject, type JsonObject } from './json.ts'
import {
  type AckMessage,
  CAPABILITIES,
  type Capability,
  type HeartbeatChallenge,
  type OutputMessage,
  type ResultMessage,
  type StatusMessage,
} from './messages.ts'

type Body<T> = Omit<T, 'kind' | 'deviceId' | 'deviceTime' | 'isRetained' | 'receivedAt'>

const LABEL_MAX = 120
const REASON_MAX = 300
const COMMAND_ID_MAX = 200
/** A session, a challenge or the id of a key. */
const TOKEN = /^[A-Za-z0-9._-]{1,64}$/
const SIGNATURE_MAX = 128
const ENDINGS: ReadonlyMap<unknown, ResultEnding> = new Map(RESULT_ENDINGS.map((ending) => [ending, ending]))
const LAST_WILL_REASONS: ReadonlySet<unknown> = new Set(['last-will', 'last_will', 'lwt', 'will', 'connection-lost'])
/** Message of Python if the executor cannot decode the output of a command that ran. */
const PYTHON_DECODE_ERROR = /codec can't decode bytes? /

const STATUS_WORD_BYTES = 32

/** A status that is a word alone, as Last Wills often are; null for any other payload. */
export function statusWord(payload: Uint8Array): 'online' | 'offline' | null {
  if (payload.byteLength > STATUS_WORD_BYTES) return null
  const word = asBuffer(payload).toString('utf8')
  return presenceWord(
    word
      .replace(/^\ufeff/, '')
      .trim()
      .replace(/^"([a-z ]{1,20})"$/i, '$1'),
    BARE_WORDS,
  )
}

/** The presence in `status`, else in `state`, else in `online`; capitals mean nothing, and `status` may be true or false. */
export function statedPresence(payload: JsonObject): 'online' | 'offline' | null {
  if (payload.status === undefined && payload.state === undefined && typeof payload.online === 'boolean')
    return payload.online ? 'online' : 'offline'
  if (typeof payload.status === 'boolean') return payload.status ? 'online' : 'offline'
  return presenceWord(payload.status === undefined ? payload.state : payload.status)
}

type Presence = 'online' | 'offline'

/** Words of other conventions beside our own: Homie (`ready`, `lost`), Home Assistant (`available`), ESPEasy (`Connection Lost`). */
const PRESENCE_WORDS: ReadonlyMap<string, Presence> = new Map<string, Presence>([
  ...['online', 'connected', 'ready', 'available'].map((word) => [word, 'online'] as const),
  ...['offline', 'disconnected', 'connection lost', 'lost', 'unavailable'].map((word) => [word, 'offline'] as const),
])
/** What a status may be besides where it is nothing but that. */
const BARE_WORDS: ReadonlyMap<string, Presence> = new Map<string, Presence>([
  ...PRESENCE_WORDS,
  ['true', 'online'],
  ['false', 'offline'],
])

function presenceWord(value: unknown, words = PRESENCE_WORDS): Presence | null {
  if (typeof value !== 'string' || value.length > STATUS_WORD_BYTES) return null
  return words.get(value.trim().toLowerCase()) ?? null
}

/** Reads a status; null if it is neither online nor offline, which changes no state (README.md, 2.5). */
export function readStatus(payload: JsonObject): Body<StatusMessage> | null {
  const presence = statedPresence(payload)
  if (presence === null) return null
  const policy = isObject(payload.policy) ? payload.policy : {}
  return {
    isOnline: presence === 'online',
    isLastWill: presence === 'offline' && (payload.last_will === true || LAST_WILL_REASONS.has(payload.reason)),
    hostname: label(payload.hostname),
    ipAddress: label(payload.ip_address),
    agent: label(payload.agent),
    version: label(payload.version),
    shell: label(payload.shell),
    system: readSystem(payload),
    capabilities: readCapabilities(payload.capabilities),
    isRefusingUnsigned: policy.signed === 'required',
    maxClass: POLICY_CLASSES.find((known) => known === policy.max_class) ?? null,
  }
}

/** Reads a result; null without a boolean `success`, which alone decides (README.md, 2.3). */
export function readResult(payload: JsonObject, isNotUtf8: boolean, payloadBytes: number): Body<ResultMessage> | null {
  if (typeof payload.success !== 'boolean') return null
  const stdout = typeof payload.stdout === 'string' ? payload.stdout : text(payload.output)
  const stderr = typeof payload.stderr === 'string' ? payload.stderr : text(payload.error)
  const hasDecodeError = !payload.success && (isPythonDecodeError(stdout) || isPythonDecodeError(stderr))
  return {
    commandId: commandId(payload.command_id) ?? 'unknown',
    isSuccess: payload.success,
    stdout,
    stderr,
    exitCode: Number.isSafeInteger(payload.exit_code) ? Number(payload.exit_code) : null,
    startedAt: readDeviceTime(payload.started_at),
    durationMs: isCount(payload.duration_ms) ? payload.duration_ms : null,
    isTruncatedByDevice: payload.truncated === true,
    isNotUtf8: isNotUtf8 || hasDecodeError || payload.not_utf8 === true,
    ending: ENDINGS.get(payload.ending) ?? null,
    signature: readSignature(payload),
    payloadBytes,
  }
}

/** Reads session and challenge of a heartbeat; null unless both are plain tokens. */
export function readChallenge({ session, challenge }: JsonObject): HeartbeatChallenge | null {
  return isToken(session) && isToken(challenge) ? { session, challenge } : null
}

/** Reads an acknowledgement; null without a command id or with a state outside README.md, section 4. */
export function readAck(payload: JsonObject): Body<AckMessage> | null {
  const id = commandId(payload.command_id)
  const { state } = payload
  if (id === null || (state !== 'received' && state !== 'running' && state !== 'rejected')) return null
  return { commandId: id, state, reason: label(payload.reason, REASON_MAX) }
}

/** Reads a piece of output; null if a required field is missing or of another type. */
export function readOutput(payload: JsonObject, isNotUtf8: boolean): Body<OutputMessage> | null {
  const id = commandId(payload.command_id)
  const { stream, data, seq } = payload
  if (id === null || !isCount(seq) || !Number.isInteger(seq) || typeof data !== 'string') return null
  if (stream !== 'stdout' && stream !== 'stderr') return null
  return { commandId: id, seq, stream, data, isFinal: payload.final === true, isNotUtf8 }
}

/** Maps `os` and `shell` of a status (README.md, section 4) to a system; null if the console has no rules for it. */
function readSystem(payload: JsonObject): DeviceSystem | null {
  if (payload.os === 'linux') return 'linux'
  if (payload.os === 'raspberrypi') return 'raspberrypi'
  if (payload.os !== 'windows') return null
  return typeof payload.shell === 'string' && /powershell|pwsh/i.test(payload.shell.slice(0, LABEL_MAX))
    ? 'windows-powershell'
    : 'windows-cmd'
}

function readSignature({ session, key_id: keyId, sig }: JsonObject): ResultSignature | null {
  if (!isToken(session) || !isToken(keyId) || typeof sig !== 'string' || sig.length > SIGNATURE_MAX) return null
  return { session, keyId, sig }
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value)
}

function readCapabilities(value: unknown): readonly Capability[] | null {
  return Array.isArray(value) ? CAPABILITIES.filter((capability) => value.includes(capability)) : null
}

function commandId(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= COMMAND_ID_MAX ? value : null
}

function label(value: unknown, maxChars = LABEL_MAX): string | null {
  return typeof value === 'string' && value !== '' ? sanitiseLine(value, maxChars) : null
}

/** Converts any value to text, because a wrong type must not lose the answer. */
function text(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

function isPythonDecodeError(value: string): boolean {
  return PYTHON_DECODE_ERROR.test(value.slice(0, 500))
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER
}
