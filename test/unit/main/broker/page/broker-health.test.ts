import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HealthSeries } from '../../../../../main/broker/page/health-series.ts'
import { NO_READING, SysReading, sysFilters } from '../../../../../main/broker/page/sys-topics.ts'
import { sanitiseLine } from '../../../../../main/safety/text/sanitiser.ts'
import { SYS_DIALECTS } from '../../../../../preload/contract/models/broker/broker-character.ts'

function take(...messages: readonly (readonly [string, string])[]) {
  const sys = new SysReading(sanitiseLine)
  for (const [topic, payload] of messages) sys.take(topic, Buffer.from(payload))
  return sys.reading
}

describe('$SYS', () => {
  it('reads what Mosquitto writes', () => {
    expect(take(['$SYS/broker/version', 'mosquitto version 2.0.11']).version).toBe('mosquitto version 2.0.11')
    expect(take(['$SYS/broker/uptime', '4021 seconds']).uptimeS).toBe(4021)
    expect(take(['$SYS/broker/clients/connected', '3']).clients).toBe(3)
    expect(take(['$SYS/broker/retained messages/count', '51']).retained).toBe(51)
  })

  it('reads what EMQX writes, of all nodes of a cluster together', () => {
    const reading = take(
      ['$SYS/brokers/emqx@10.0.0.1/version', '5.8.4'],
      ['$SYS/brokers/emqx@10.0.0.1/uptime', '1 days, 2 hours, 3 minutes, 4 seconds'],
      ['$SYS/brokers/emqx@10.0.0.2/uptime', '5 minutes, 1 seconds'],
      ['$SYS/brokers/emqx@10.0.0.1/stats/connections/count', '40'],
      ['$SYS/brokers/emqx@10.0.0.2/stats/connections/count', '2'],
      ['$SYS/brokers/emqx@10.0.0.1/stats/connections/count', '41'],
      ['$SYS/brokers/emqx@10.0.0.1/metrics/messages/dropped', '7'],
    )
    expect(reading).toEqual({ ...NO_READING, version: '5.8.4', uptimeS: 301, clients: 43, messagesDropped: 7 })
  })

  it('reads what VerneMQ writes', () => {
    const reading = take(
      ['$SYS/VerneMQ@127.0.0.1/active/mqtt/connections', '12'],
      ['$SYS/VerneMQ@127.0.0.1/queue/message/drop', '3'],
      ['$SYS/VerneMQ@127.0.0.1/bytes/received', '1000'],
    )
    expect(reading).toEqual({ ...NO_READING, clients: 12, messagesDropped: 3, bytesIn: 1_000 })
  })

  it.each(['', '-1', '1e99', 'NaN', '0x10', '12 apples', '9'.repeat(40), ' '])(
    'takes %j for unknown, never for a number',
    (payload) => {
      expect(take(['$SYS/broker/clients/connected', payload])).toBe(NO_READING)
    },
  )

  it('makes a hostile version harmless', () => {
    expect(take(['$SYS/broker/version', 'v\u001b[2J\u202e1']).version).toBe('v⟨U+202E⟩1')
  })

  it('knows nothing but null, text and whole numbers that are not negative, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...SYS_DIALECTS.flatMap(sysFilters)), fc.string()),
        fc.uint8Array(),
        (topic, bytes) => {
          const sys = new SysReading(sanitiseLine)
          sys.take(topic.replaceAll('+', 'node'), Buffer.from(bytes))
          const { version, ...figures } = sys.reading
          expect(version === null || version.length <= 80).toBe(true)
          for (const figure of Object.values(figures)) {
            expect(figure === null || (Number.isSafeInteger(figure) && figure >= 0)).toBe(true)
          }
        },
      ),
    )
  })
})

describe('the last hour', () => {
  const reading = (uptimeS: number | null, messagesIn: number | null) => ({ ...NO_READING, uptimeS, messagesIn })

  it('divides by the broker’s own clock, as its reports come late and in bursts', () => {
    const series = new HealthSeries()
    series.add(0, reading(100, 1_000))
    expect(series.add(5_200, reading(110, 1_500))?.messagesInPerS).toBe(50)
  })

  it('gives no rate for a counter that went back, is missing or has no time under it', () => {
    const series = new HealthSeries()
    expect(series.add(0, reading(100, 1_000))?.messagesInPerS).toBeNull()
    expect(series.add(10_000, reading(3, 7))?.messagesInPerS).toBeNull()
    expect(series.add(20_000, reading(13, null))?.messagesInPerS).toBeNull()
    expect(series.add(30_000, reading(13, 50))?.messagesInPerS).toBeNull()
    expect(series.add(40_000, reading(13, 60))?.messagesInPerS).toBeNull()
  })

  it('counts what the broker dropped since the first figure, over a restart of it too', () => {
    const series = new HealthSeries()
    expect([500, 500, 507, 2, 4].map((count) => series.droppedSince(count))).toEqual([0, 0, 7, 9, 11])
    series.clear()
    expect(series.droppedSince(4)).toBe(0)
  })

  it('keeps an hour and no more, however often the broker reports', () => {
    const series = new HealthSeries()
    for (let at = 0; at <= 3 * 3_600_000; at += 1_000) series.add(at, reading(at / 1_000, at))
    const samples = series.samples()
    expect(samples.length).toBeLessThanOrEqual(901)
    expect((samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0)).toBeLessThanOrEqual(3_600_000)
  })
})
