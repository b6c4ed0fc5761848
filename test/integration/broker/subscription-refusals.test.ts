import type { Packet } from 'mqtt-packet'
import { afterEach, expect, it } from 'vitest'
import { checkConnection } from '../../../main/broker/check/connection-check.ts'
import { type ScriptedBroker, type ScriptedClient, startScriptedBroker } from '../../support/brokers/scripted-broker.ts'
import { SILENT_LOG, targetFor } from './fixture.ts'

let broker: ScriptedBroker | null = null
afterEach(async () => {
  await broker?.stop()
  broker = null
})

/** Starts a broker of MQTT 5 without wildcards that takes everything but the filters that hold `part`, which it refuses with `code`. */
async function failureWhere(part: string, code: number) {
  const listeners = new Map<string, ScriptedClient>()
  broker = await startScriptedBroker((packet: Packet, client) => {
    const messageId = 'messageId' in packet ? (packet.messageId ?? 0) : 0
    if (packet.cmd === 'connect') client.send({ cmd: 'connack', sessionPresent: false, reasonCode: 0 })
    else if (packet.cmd === 'pingreq') client.send({ cmd: 'pingresp' })
    else if (packet.cmd === 'publish') {
      const { topic, payload } = packet
      if (packet.qos > 0) client.send({ cmd: 'puback', messageId })
      listeners.get(topic)?.send({ cmd: 'publish', topic, payload, qos: 0, dup: false, retain: false })
    } else if (packet.cmd === 'subscribe') {
      for (const { topic } of packet.subscriptions) listeners.set(topic, client)
      const granted = packet.subscriptions.map(({ topic }) => (topic.includes(part) ? code : 1))
      client.send({ cmd: 'suback', messageId, granted })
    }
  })
  const { failure } = await checkConnection(targetFor({ port: broker.port }), {
    testId: 'refusals',
    onProgress: () => undefined,
    signal: new AbortController().signal,
    now: Date.now,
    log: SILENT_LOG,
    stageTimeoutMs: 2_000,
  })
  return failure
}

it.each([
  [0x80, 'acl-read', 'read permission'],
  [0x87, 'acl-read', 'read permission'],
  [0x8f, 'filter-refused', 'topics of any form'],
  [0x97, 'busy', 'let the limit be raised'],
  [0x9e, 'shared-unsupported', '$share/GROUP/'],
  [0xa1, 'subscription-id-unsupported', 'The console sends none'],
])('says of a filter that is refused with %i: %s', async (code, cause, fix) => {
  const failure = await failureWhere('/status', code)
  expect(failure).toMatchObject({ cause, detail: `reason code 0x${code.toString(16)}` })
  expect(failure?.fix.en).toContain(fix)
})

it('says that a broker has no wildcards where it refuses nothing but those', async () => {
  const failure = await failureWhere('+', 0xa2)
  expect(failure?.cause).toBe('wildcard-unsupported')
  expect(failure?.message.en).toContain('device/+/status')
})
