import { sanitiseLine } from '../../safety/text/sanitiser.ts'
import { readBareQuantity, readBareReadings } from './bare-readings.ts'
import { readDeviceTime } from './device-time.ts'
import { asBuffer, type JsonObject, type JsonReading, readJsonObject } from './json.ts'
import type { Decoded, DeviceMessage, Dropped, DropReason, IgnoreReason, Reception } from './messages.ts'
import { jsonOfPython } from './python-literal.ts'
import { readAck, readChallenge, readOutput, readResult, readStatus, statedPresence, statusWord } from './readers.ts'
import { readMetrics, readSensors, readVitals } from './telemetry.ts'
import { isDeviceId, isReservedId, MAX_PAYLOAD_BYTES, type MessageKind, parseTopic } from './topic.ts'

const DIGITS = /^[1-9]\d{0,63}$/

/** Reads one message from a broker (README.md). Never throws; linear in the payload. */
export function decodeMessage(topic: string, payload: Uint8Array, reception: Reception): Decoded {
  const parsed = parseTopic(topic)
  if (parsed.kind === null) return parsed.reason === 'own-topic' ? ignored('own-topic') : dropped('unknown-topic')
  const { kind, deviceId } = parsed
  if ((reception.wholeBytes ?? payload.byteLength) > MAX_PAYLOAD_BYTES[kind]) return dropped('size')
  if (!isDeviceId(deviceId)) return dropped('device-id')
  if (isReservedId(deviceId)) return ignored('reserved-id')
  const isAnswer = kind === 'result' || kind === 'ack' || kind === 'output'
  if (reception.isRetained && isAnswer) return ignored('retained')

  // An empty retained message takes back the one before (MQTT 5, 3.3.1.3), and comes to those who listen.
  if (kind === 'status' && payload.byteLength === 0) return ignored('cleared')

  const text = withoutPadding(inUtf8(payload))
  const word = kind === 'status' ? statusWord(text) : null
  const reading = word === null ? readPayload(kind, text) : { object: { status: word }, isNotUtf8: false }
  if (reading.object === null) return dropped(reading.reason)
  const { object } = reading
  const claimedId = object.device_id
  if (isClaim(claimedId) && !isSameId(claimedId, deviceId)) return spoofed(deviceId, claimedId)
  return readBody(kind, deviceId, object, reading.isNotUtf8, payload.byteLength, reception)
}

function readBody(
  kind: MessageKind,
  deviceId: string,
  payload: JsonObject,
  isNotUtf8: boolean,
  payloadBytes: number,
  { isRetained, receivedAt }: Reception,
): Decoded {
  const deviceTime = readDeviceTime(payload.timestamp)
  if (kind === 'heartbeat' || kind === 'data') {
    const metrics = readMetrics(payload, receivedAt)
    const sensors = kind === 'data' ? readSensors(payload) : readVitals(payload)
    const challenge = kind === 'heartbeat' && payload.session !== undefined ? readChallenge(payload) : null
    return { kind, deviceId, isRetained, receivedAt, deviceTime, metrics, sensors, challenge }
  }
  if (kind === 'status' && statedPresence(payload) === null) return ignored('no-status')
  const message = readRest(kind, payload, isNotUtf8, payloadBytes, { deviceId, isRetained, receivedAt, deviceTime })
  return message ?? dropped('schema')
}

function readRest(
  kind: 'status' | 'result' | 'ack' | 'output',
  payload: JsonObject,
  isNotUtf8: boolean,
  payloadBytes: number,
  common: Pick<DeviceMessage, 'deviceId' | 'isRetained' | 'receivedAt' | 'deviceTime'>,
): DeviceMessage | null {
  switch (kind) {
    case 'status': {
      const body = readStatus(payload)
      return body && { kind, ...common, ...body }
    }
    case 'result': {
      const body = readResult(payload, isNotUtf8, payloadBytes)
      return body && { kind, ...common, ...body }
    }
    case 'ack': {
      const body = readAck(payload)
      return body && { kind, ...common, ...body }
    }
    case 'output': {
      const body = readOutput(payload, isNotUtf8)
      return body && { kind, ...common, ...body }
    }
  }
}

/** Kinds whose texts are only shown: bytes that are not UTF-8 are replaced in them, because the other fields count. */
const SHOWN: ReadonlySet<MessageKind> = new Set(['result', 'output', 'data', 'heartbeat'])

function readPayload(kind: MessageKind, payload: Uint8Array): JsonReading {
  const reading = readJsonObject(payload, SHOWN.has(kind))
  if (reading.object !== null) return reading
  if (kind === 'data' && reading.reason === 'not-an-object') return readBareReadings(payload) ?? reading
  if ((kind !== 'data' && kind !== 'heartbeat') || reading.reason !== 'json') return reading
  const json = jsonOfPython(asBuffer(payload).toString('utf8'))
  if (json !== null) return readJsonObject(Buffer.from(json), true)
  return (kind === 'data' ? readBareQuantity(payload) : null) ?? reading
}

/** True for an id that a payload names; an empty one, and one that lost its bytes, claim nothing. */
function isClaim(claimed: unknown): boolean {
  if (claimed === undefined || claimed === null) return false
  return typeof claimed !== 'string' || (claimed.trim() !== '' && !claimed.includes('\ufffd'))
}

/** A payload in UTF-8; files that PowerShell writes are UTF-16 with a byte order mark, which is no UTF-8. */
function inUtf8(payload: Uint8Array): Uint8Array {
  if (payload[0] !== 0xff || payload[1] !== 0xfe || payload.byteLength % 2 !== 0) return payload
  return Buffer.from(Buffer.from(payload.buffer, payload.byteOffset + 2, payload.byteLength - 2).toString('utf16le'))
}

/** A payload without the zero bytes behind it: sketches in C send the whole buffer that holds their text. */
function withoutPadding(payload: Uint8Array): Uint8Array {
  if (payload[payload.length - 1] !== 0) return payload
  return payload.subarray(0, payload.findLastIndex((byte) => byte !== 0) + 1)
}

/** Marks between the bytes of a hardware address, which one side may leave out, as in capitals and small letters. */
const ADDRESS = /[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i

const BARE_ADDRESS = /^[0-9a-f]{12}$/

/**
 * True for the id of the topic, also as a number, in another composition of its letters, or as the hardware
 * address that it ends with.
 */
function isSameId(claimed: unknown, deviceId: string): boolean {
  if (typeof claimed === 'string') {
    // Scripts read it from files whose line ends they keep.
    if (claimed === deviceId || claimed.trim().normalize() === deviceId.normalize()) return true
    if (!ADDRESS.test(claimed) && !ADDRESS.test(deviceId)) return false
    const [bare, own] = [withoutMarks(claimed), withoutMarks(deviceId)]
    return bare === own || (BARE_ADDRESS.test(bare) && own.endsWith(bare))
  }
  if (typeof claimed !== 'number') return false
  return (
    String(claimed) === deviceId ||
    (DIGITS.test(deviceId) && !Number.isSafeInteger(claimed) && Number(deviceId) === claimed)
  )
}

function withoutMarks(id: string): string {
  return id.replace(/[:-]/g, '').toLowerCase()
}

function ignored(reason: IgnoreReason): Decoded {
  return { kind: 'ignored', reason }
}

function dropped(reason: DropReason): Dropped {
  return { kind: 'dropped', reason, spoof: null }
}

function spoofed(deviceId: string, claimed: unknown): Dropped {
  const claimedId = sanitiseLine(typeof claimed === 'string' ? claimed : JSON.stringify(claimed).slice(0, 500), 80)
  return { kind: 'dropped', reason: 'spoof', spoof: { deviceId, claimedId } }
}
