import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'
import '../../../../support/property-seed.ts'

interface Format {
  readonly level: string
  readonly line: string
  readonly cause: string | null
}

/** One line of each format that 1.6, 2.0 and 2.1 can write, with its cause; null where it is no sign of a problem. */
const FORMATS: readonly Format[] = readFileSync(new URL('./field/formats.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))

const causesOf = (text: string) => explainLog(text).map(({ cause }) => cause)
const isErrorFormat = ({ level }: Format) => level === 'ERR' || level === 'WARNING'

describe('every line that the broker can write', () => {
  it.each(['ERR', 'WARNING', 'NOTICE', 'INFO', 'DEBUG'])('has its cause or is known to be well: %s', (level) => {
    for (const { line, cause } of FORMATS.filter((format) => format.level === level)) {
      expect([line, causesOf(`1700000000: ${line}`)]).toEqual([line, cause === null ? [] : [cause]])
    }
  })

  it.each([
    ['the journal', (line: string) => `Jan 08 20:22:13 gateway mosquitto[488]: ${line}`],
    [
      'the journal with ISO time',
      (line: string) => `2026-01-08T20:22:13+0100 gateway mosquitto[488]: 1767903733: ${line}`,
    ],
    ['Compose', (line: string) => `mosquitto-1  | 1767903733: ${line}`],
    ['Compose with times', (line: string) => `mosquitto-1  | 2026-01-15T15:04:46.000000000Z 1767903733: ${line}`],
    ['Docker', (line: string) => JSON.stringify({ log: `1767903733: ${line}\n`, stream: 'stderr' })],
    ['a journal in JSON', (line: string) => JSON.stringify({ PRIORITY: '6', MESSAGE: line })],
    ['Kubernetes', (line: string) => `2026-01-15T15:04:46.000000000Z stderr F 1767903733: ${line}`],
    ['an add-on', (line: string) => `2026-01-15 15:04:46: ${line}`],
    ['a journal with full times', (line: string) => `Thu 2026-01-08 20:22:13 CET gateway mosquitto[488]: ${line}`],
    ['a supervisor', (line: string) => `2026-01-08 20:22:13.123 homeassistant addon_core_mosquitto[61]: ${line}`],
    ['syslog of RFC 5424', (line: string) => `<27>1 2026-01-15T15:04:46.003Z host mosquitto 488 - - ${line}`],
    ['a swarm', (line: string) => `mqtt_mosquitto.1.x7@node1    | 1767903733: ${line}`],
    ['a quotation', (line: string) => `> 1767903733: ${line}`],
    ['a dotted date', (line: string) => `08.01.2026 20:22:13: ${line}`],
    ['a time of its own', (line: string) => `2021-09-30|16:22:15: ${line}`],
    ['ISO time', (line: string) => `2026-01-15T15:04:46: ${line}`],
    ['the page of the broker', (line: string) => `2026-01-15T15:04:46.000Z: ${line}`],
    ['no time', (line: string) => line],
    ['colours', (line: string) => `\u001b[33m1767903733: ${line}\u001b[0m`],
  ])('has the same cause in the form of %s', (_form, inForm) => {
    for (const { line, cause } of FORMATS.filter(isErrorFormat)) {
      expect([line, causesOf(inForm(line))]).toEqual([line, cause === null ? [] : [cause]])
    }
  })

  it('has the same cause in a file of Windows, in UTF-8 with a mark', () => {
    for (const { line, cause } of FORMATS.filter(isErrorFormat)) {
      expect([line, causesOf(`\ufeff1767903733: ${line}\r\n`)]).toEqual([line, cause === null ? [] : [cause]])
    }
  })
})

it.each(['Error: failed', '/srv/error/invalid.conf', 'Error: a must be b', 'x disconnected, not authorised.'])(
  'takes a name, id or path in a line of a broker that is well for no error: %s',
  (words) => {
    // Addresses and ciphers are not for others to choose.
    const formats = FORMATS.filter(({ line, cause }) => cause === null && !/pump-7:3|negotiated/.test(line))
    for (const { line } of formats) {
      const filled = line.replaceAll('pump-7', words)
      expect([filled, causesOf(`1700000000: ${filled}`)]).toEqual([filled, []])
    }
  },
)

const hostile = fc.constantFrom(
  ...FORMATS.filter(({ cause }) => cause !== null).map(({ line }) => line),
  'x disconnected, not authorised.',
  'x [192.0.2.7:5000] disconnected: not authorised',
  'x has exceeded timeout, disconnecting.',
  'connection from 192.0.2.7 denied: max_connections exceeded.',
  '1700000000: Error: Address in use',
  'mosquitto | 1700000000: Error: Address in use',
  '{"log":"Error: Address in use"}',
  'Error: 拒绝访问',
)

/** Lines of a broker that is well, with words that a client chose itself. */
const healthyLines = (id: string, topic: string): readonly string[] => [
  'mosquitto version 2.0.22 starting',
  'Config loaded from /etc/mosquitto/mosquitto.conf.',
  'Opening ipv4 listen socket on port 1883.',
  'mosquitto version 2.0.22 running',
  'New connection from 192.0.2.7:50000 on port 1883.',
  `New client connected from 192.0.2.7:50000 as ${id} (p5, c1, k60, u'${id}').`,
  'No will message specified.',
  `Will message specified (12 bytes) (r0, q1).`,
  `\t${topic}`,
  `Sending CONNACK to ${id} (0, 0)`,
  `Received SUBSCRIBE from ${id}`,
  `\t${topic} (QoS 1)`,
  `${id} 1 ${topic}`,
  `Sending SUBACK to ${id}`,
  `Received UNSUBSCRIBE from ${id}`,
  `\t${topic}`,
  `${id} ${topic}`,
  `Received PUBLISH from ${id} (d0, q1, r0, m1, '${topic}', ... (14 bytes))`,
  `Sending PUBACK to ${id} (m1, rc0)`,
  `Sending PUBLISH to ${id} (d0, q0, r0, m0, '${topic}', ... (14 bytes))`,
  `Received PINGREQ from ${id}`,
  `Client ${id} negotiated TLSv1.3 cipher TLS_AES_256_GCM_SHA384`,
  `Received DISCONNECT from ${id}`,
  `Client ${id} disconnected.`,
  `Client ${id} [192.0.2.7:50000] disconnected.`,
  `Client ${id} closed its connection.`,
  `Client ${id} [192.0.2.7:50000] disconnected: connection closed by client.`,
  `Expiring client ${id} due to timeout.`,
]

it('takes no word of a client for one of the broker, whatever its id and topic say', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.boolean(), (id, topic, hasTimes) => {
      const lines = healthyLines(id, topic).map((line) => (hasTimes ? `1700000000: ${line}` : line))
      expect(causesOf(lines.join('\n'))).toEqual([])
    }),
    { numRuns: 600 },
  )
})

it('never says that all is well of a log with an error in it', () => {
  const errors = FORMATS.filter((format) => isErrorFormat(format) && format.cause !== null)
  const unknown = fc
    .tuple(
      fc.constantFrom('Error: ', 'error: ', 'Fatal error: ', 'Unable to ', 'Failed to '),
      fc.string({ unit: 'grapheme' }),
    )
    .map(([start, rest]) => `${start}${rest.replace(/[\r\n\u2028\u2029]/g, ' ')}`)
  const error = fc.oneof(fc.constantFrom(...errors.map(({ line }) => line)), unknown)
  const around = fc.array(fc.constantFrom(...healthyLines('pump-7', 'site/a')), { maxLength: 6 })
  fc.assert(
    fc.property(around, error, around, (before, line, after) => {
      const text = [...before, line, ...after].map((one) => `1700000000: ${one}`).join('\n')
      expect(causesOf(text)).not.toEqual([])
    }),
    { numRuns: 1_000 },
  )
})
