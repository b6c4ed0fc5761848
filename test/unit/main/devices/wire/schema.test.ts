import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../../../../../main/devices/wire/decode.ts'
import { MAX_PAYLOAD_BYTES, MESSAGE_KINDS } from '../../../../../main/devices/wire/topic.ts'
import { threadMs } from '../../../../support/thread-time.ts'
import { ackSchema, metricsSchema, outputSchema, resultSchema, statusSchema } from './schema.ts'

const RECEIVED_AT = 1_777_881_600_000
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 1e-9, 99.5, 100, 0.031, 0.5, 1e8, 1.7e9, 2 ** 53, -1, true, false, null, '', 'x'.repeat(201)),
)
const time = fc.constantFrom('2026-05-04T08:00:00', '2026-05-04T08:00:00.5+02:00', 1_777_881_600.5, 'no')
const words = fc.constantFrom(
  'online',
  'OFFLINE',
  '15.5',
  '12%',
  '43.1 %',
  "temp=51.2'C",
  '48.3 °C',
  '48,3',
  '12,5 %',
  '1,234',
  '124 F',
  '007',
  'received',
  'running',
  'rejected',
  'stdout',
  'stderr',
  'lwt',
  'c-1',
  'windows',
  'linux',
  'pwsh',
)
const capabilities = fc.array(fc.constantFrom('ack', 'stream', 'exit', 'x', 3, null))
const usage = fc.record({ total: junk, used: junk, percentage: junk }, { requiredKeys: [] })
const anything = fc.oneof(words, time, capabilities, usage, junk)

const FIELDS = [
  ...[
    'timestamp',
    'status',
    'last_will',
    'reason',
    'hostname',
    'ip_address',
    'agent',
    'version',
    'shell',
    'os',
    'capabilities',
  ],
  ...['cpu_temperature', 'cpu_usage', 'memory_usage', 'memory_percent', 'memory_used', 'memory_total', 'disk_percent'],
  ...[
    'uptime',
    'uptime_seconds',
    'command_id',
    'success',
    'output',
    'error',
    'stdout',
    'stderr',
    'exit_code',
    'started_at',
  ],
  ...['duration_ms', 'truncated', 'state', 'seq', 'stream', 'data', 'final'],
  ...['session', 'challenge', 'key_id', 'sig', 'ending', 'policy'],
]
const payload = fc.record(Object.fromEntries(FIELDS.map((field) => [field, anything])), { requiredKeys: [] })
/** Nearly valid messages: most required fields right, so that the rest is looked at. */
const likely = fc.record(
  {
    status: fc.constantFrom('online', 'Offline', 'x'),
    online: fc.oneof(fc.boolean(), junk),
    success: fc.oneof(fc.boolean(), junk),
    command_id: fc.oneof(fc.constant('c-1'), junk),
    state: fc.oneof(fc.constantFrom('received', 'running', 'rejected'), junk),
    seq: fc.oneof(fc.nat(), junk),
    stream: fc.oneof(fc.constantFrom('stdout', 'stderr'), junk),
    data: fc.oneof(fc.string(), junk),
    memory_usage: fc.oneof(usage, junk),
    capabilities: fc.oneof(capabilities, junk),
    shell: fc.oneof(fc.constantFrom('PowerShell 7', 'cmd'), junk),
    policy: fc.oneof(
      fc.record({
        signed: fc.constantFrom('required', 'optional'),
        max_class: fc.constantFrom('read', 'change', 'all', 3),
      }),
      junk,
    ),
    ending: fc.oneof(fc.constantFrom('exited', 'timeout', 'interrupted'), junk),
    session: fc.oneof(fc.constantFrom('s-1', 'a b', 'x\n'), junk),
    challenge: fc.oneof(fc.constant('c-1'), junk),
    key_id: fc.oneof(fc.constant('k-1'), junk),
    sig: fc.oneof(fc.constant('AA=='), junk),
    os: fc.oneof(fc.constantFrom('windows', 'linux', 'raspberrypi', 'darwin'), junk),
  },
  { requiredKeys: [] },
)

/** The decoder's answer without how the message came; `undefined` when it refused it. */
function byHand(kind: string, text: string): object | undefined {
  const decoded = decodeMessage(`device/rpi/${kind}`, Buffer.from(text), { isRetained: false, receivedAt: RECEIVED_AT })
  if (decoded.kind === 'ignored' || decoded.kind === 'dropped') {
    expect(['schema', 'no-status']).toContain(decoded.reason)
    return undefined
  }
  const own = new Set(['kind', 'deviceId', 'isRetained', 'receivedAt', 'isNotUtf8', 'payloadBytes', 'sensors'])
  return Object.fromEntries(Object.entries(decoded).filter(([name]) => !own.has(name)))
}

describe('the decoder and its specification', () => {
  it.each([
    ['status', statusSchema],
    ['heartbeat', metricsSchema(RECEIVED_AT)],
    ['data', metricsSchema(RECEIVED_AT, false)],
    ['result', resultSchema],
    ['ack', ackSchema],
    ['output', outputSchema],
  ] as const)('agree on %s', (kind, schema) => {
    fc.assert(
      fc.property(payload, likely, (odd, good) => {
        const text = JSON.stringify({ ...odd, ...good })
        fc.pre(!/__proto__|constructor|prototype/.test(text))
        const parsed = schema.safeParse(JSON.parse(text))
        expect(byHand(kind, text)).toEqual(parsed.success ? parsed.data : undefined)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('any message', () => {
  const topic = fc.oneof(
    fc.constantFrom(
      ...MESSAGE_KINDS.map((kind) => `device/rpi_001/${kind}`),
      'device/control/result',
      'device//status',
    ),
    fc.string(),
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.tuple(fc.json(), fc.nat(), fc.uint8Array({ maxLength: 4 })).map(([text, at, noise]) => {
      const raw = new TextEncoder().encode(text)
      raw.set(noise.slice(0, Math.max(0, raw.length - (at % (raw.length + 1)))), at % (raw.length + 1))
      return raw
    }),
    payload.map((value) => new TextEncoder().encode(JSON.stringify(value))),
  )

  it('never throws, pollutes no prototype and leaves no control character in a label', () => {
    fc.assert(
      fc.property(topic, bytes, fc.boolean(), (where, what, isRetained) => {
        const decoded = decodeMessage(where, what, { isRetained, receivedAt: RECEIVED_AT })
        expect(typeof decoded.kind).toBe('string')
        expect(Object.keys(Object.prototype)).toEqual([])
        if (decoded.kind === 'status') expect(decoded.hostname ?? '').not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['many keys', (size: number) => `{${Array.from({ length: size / 10 }, (_, n) => `"k${n}":1`).join(',')}}`],
    ['escapes', (size: number) => `{"output":"${'\\n'.repeat(size / 2)}"}`],
    ['escaped quotes', (size: number) => `{"output":"${'\\"'.repeat(size / 2)}"}`],
    ['backslashes unterminated', (size: number) => `{"output":"${'\\'.repeat(size)}`],
    ['quotes', (size: number) => '""'.repeat(size / 2)],
    ['many empty objects', (size: number) => `{"a":[${'{},'.repeat(size / 3)}{"\\u0061":1}]}`],
  ])('takes linear time on %s', (_name, make) => {
    const timeOf = (size: number): number => {
      const what = Buffer.from(make(size))
      const started = threadMs()
      decodeMessage('device/rpi/result', what, { isRetained: false, receivedAt: RECEIVED_AT })
      return threadMs() - started
    }
    timeOf(100_000)
    const small = Math.max(2, Math.min(timeOf(100_000), timeOf(100_000), timeOf(100_000)))
    // Twenty times the payload: quadratic time would be four hundred times.
    expect(Math.min(timeOf(2_000_000), timeOf(2_000_000))).toBeLessThan(small * 150)
    expect(MAX_PAYLOAD_BYTES.result).toBeGreaterThan(2_000_000)
  })
})
