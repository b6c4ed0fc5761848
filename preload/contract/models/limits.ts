import type { SetupTuning } from './broker/setup.ts'
import type { CommandState } from './commands/command.ts'
import type { AlertMetric } from './devices/alert.ts'

/** The form of a device id that we give: it is a level of topics, a user name and a common name. */
export const DEVICE_ID = /^[A-Za-z0-9._-]{1,64}$/

/**
 * An id that a device gave itself, often its host name: visible letters, marks, digits and pictures of any script, and
 * signs that mean nothing in a topic, a list or a filter.
 */
const GIVEN_ID =
  /^(?=[\p{L}\p{N}\p{So}._-])(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}\p{So}\p{Emoji_Modifier} @()._-]){1,64}(?<! )$/u

/** A hardware address as sketches print it, alone or behind a name: the one form in which a colon is taken. */
const ADDRESS_ID = /^(?:[A-Za-z0-9_.-]{1,46}[_.-])?[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}$/

/** True for an id under which a device may be listed and get commands, of whichever form. */
export function isListedId(id: string): boolean {
  return DEVICE_ID.test(id) || GIVEN_ID.test(id) || ADDRESS_ID.test(id)
}

/** True for a listed id with characters that look like others, or are none of ASCII. */
export function isOddId(id: string): boolean {
  return !DEVICE_ID.test(id)
}

/** An id with every character outside of printable ASCII as its code point, which no other id looks like. */
export function escapedId(id: string): string {
  return id.replace(/[^\x21-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code === 0x20 ? '\\x20' : `\\u{${code.toString(16)}}`
  })
}

/** Topic filter without which no command is known to have been answered. */
export const RESULT_FILTER = 'device/+/result'

/** Bytes of the largest answer that is taken in. */
export const RESULT_MAX_BYTES = 4 * 1024 * 1024

/** Devices whose names are asked for at once. */
export const DEVICE_NAMES_MAX = 500

/** Seconds given to a command. Over `safe`, an executor without acknowledgements loses the result with its connection. */
export const COMMAND_TIMEOUT_S = { min: 1, max: 3600, safe: 80 } as const

/** Characters of a command as it may be typed; larger than it may be sent, so that the classifier can say why it is refused. */
export const COMMAND_MAX_CHARS = 16_384
/** Bytes of a command that may be sent, in UTF-8; a longer one is refused on its card. */
export const COMMAND_MAX_BYTES = 4096

/** Characters of a request in words. */
export const REQUEST_MAX_CHARS = 2000

/** Seconds between two signs of life to the broker. */
export const KEEPALIVE_S = { min: 5, max: 3600 } as const

/** Characters of a device filter and of its name, and how many are saved. */
export const SAVED_FILTERS = { maxChars: 500, nameMaxChars: 40, max: 30 } as const

/** Commands of a run up to which a turn brings them all; of a longer run the window asks for those it shows. */
export const WHOLE_RUN_MAX = 20

/** Commands that one question may become: one for each system (`DEVICE_SYSTEMS`). */
export const QUESTION_LINES_MAX = 4

/** Commands of a run that are asked for at a time. */
export const RUN_COMMANDS_MAX = 100

/** States of a command that was handed to the broker and not answered: the device may be at work on it. */
export const WAITING_STATES = ['queued', 'sent', 'received', 'running'] as const satisfies readonly CommandState[]

/** States of a command that has not ended. */
export const ACTIVE_STATES = ['approved', ...WAITING_STATES] as const satisfies readonly CommandState[]

/** Figures above which the alert rules that come with the app are raised, and a figure stands out in the list. */
export const ALERT_THRESHOLDS: Readonly<Record<AlertMetric | 'inodesPercent', number>> = {
  cpuPercent: 80,
  memoryPercent: 90,
  cpuTemperatureC: 75,
  // Less than 10 % of the disk free.
  diskPercent: 90,
  inodesPercent: 90,
}

/** Ports that brokers use by convention: the two registered for MQTT (IANA), the WebSocket ports of EMQX, and that of Mosquitto. */
export const USUAL_PORTS = {
  plain: 1883,
  tls: 8883,
  webSocket: 8083,
  webSocketTls: 8084,
  mosquittoWebSocket: 9001,
} as const

/** Limits of a broker that a set-up starts with. */
export const USUAL_TUNING: SetupTuning = {
  maxConnections: 1000,
  sessionExpiryDays: 1,
  maxQueuedMessages: 10_000,
  maxPacketBytes: 16 * 1024 * 1024,
  maxKeepaliveS: 600,
}

/** Further addresses of one connection. */
export const MAX_OTHER_ADDRESSES = 15

/** A proxy as people write it: `http://proxy.example:8080` or `socks5://proxy.example:1080`. */
export const PROXY_URL = /^(?:http|socks5):\/\/(?:\[[0-9a-f:.]+\]|[^\s:/@?#[\]]{1,253}):\d{1,5}$/
