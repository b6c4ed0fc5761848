import type { IClientOptions, IClientPublishOptions } from 'mqtt'
import type { PublishOptions, SessionOptions } from './broker-session.ts'
import { type ConnectionTarget, isWebSocketTarget } from './target.ts'

/** Larger messages are dropped by a broker with MQTT 5, because one of them would hold up all that come after it. */
const MAX_PACKET_BYTES = 64 * 1024 * 1024
/** A frame of a WebSocket is buffered whole. */
const MAX_FRAMED_PACKET_BYTES = 16 * 1024 * 1024
/** Publishes that the console takes unacknowledged. */
export const MAX_IN_FLIGHT = 1_000

/** What mqtt.js is to do for a session. */
export function clientOptions({ target, clientId, protocolVersion, connectTimeoutMs }: SessionOptions): IClientOptions {
  const { profile, secrets } = target
  const username = profile.security === 'anonymous' ? null : profile.username
  return {
    clientId,
    protocolVersion,
    clean: true,
    keepalive: profile.keepaliveS,
    connectTimeout: connectTimeoutMs,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    timerVariant: 'native',
    // mqtt.js would hand packets, passwords included, to `debug`.
    log: () => {},
    ...(username === null ? {} : { username }),
    ...(username === null || secrets.password === null ? {} : { password: secrets.password }),
    ...(protocolVersion === 5
      ? { properties: { receiveMaximum: MAX_IN_FLIGHT, maximumPacketSize: maxPacketBytes(target) } }
      : {}),
  }
}

/** What mqtt.js is to put into a PUBLISH; properties are of MQTT 5 alone. */
export function publishOptions(
  protocolVersion: 4 | 5,
  { qos = 1, isRetained = false, ...options }: PublishOptions,
): IClientPublishOptions {
  if (protocolVersion === 4) return { qos, retain: isRetained }
  return {
    qos,
    retain: isRetained,
    properties: {
      ...(options.messageExpiryS === undefined ? {} : { messageExpiryInterval: options.messageExpiryS }),
      ...(options.responseTopic === undefined ? {} : { responseTopic: options.responseTopic }),
      ...(options.correlationData === undefined ? {} : { correlationData: options.correlationData }),
    },
  }
}

function maxPacketBytes(target: ConnectionTarget): number {
  return isWebSocketTarget(target) ? MAX_FRAMED_PACKET_BYTES : MAX_PACKET_BYTES
}
