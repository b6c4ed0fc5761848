import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IConnackPacket, Packet } from 'mqtt-packet'
import { afterEach, describe, expect, it } from 'vitest'
import { ended, run } from '../../brokers/scene.ts'
import { type ScriptedClient, startScriptedBroker } from '../../support/brokers/scripted-broker.ts'
import { type HeadlessConsole, openHeadlessConsole } from '../../tools/run-command-console.ts'
import { newTarget } from '../../unit/main/broker/new-target.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

type Answer = (packet: Packet, client: ScriptedClient) => boolean

/** Answers as a good broker does where the script does not, and returns a console that is connected to it. */
async function consoleOn(script: Answer, limits: (index: number) => IConnackPacket['properties'] = () => ({})) {
  const broker = await startScriptedBroker((packet, client) => {
    if (script(packet, client)) return
    if (packet.cmd === 'connect') {
      client.send({ cmd: 'connack', sessionPresent: false, reasonCode: 0, properties: limits(client.index) ?? {} })
    } else if (packet.cmd === 'subscribe') {
      client.send({ cmd: 'suback', messageId: packet.messageId ?? 0, granted: packet.subscriptions.map(() => 1) })
    } else if (packet.cmd === 'unsubscribe') {
      client.send({ cmd: 'unsuback', messageId: packet.messageId ?? 0, granted: packet.unsubscriptions.map(() => 0) })
    } else if (packet.cmd === 'publish') client.send({ cmd: 'puback', messageId: packet.messageId ?? 0 })
    else if (packet.cmd === 'pingreq') client.send({ cmd: 'pingresp' })
  })
  ends.push(() => broker.stop())
  const folder = mkdtempSync(join(tmpdir(), 'waypost-lying-'))
  const console = await openHeadlessConsole(folder, newTarget({ host: '127.0.0.1', port: broker.port }), 10)
  ends.push(async () => {
    await console.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  expect(await console.connect()).toBeNull()
  return console
}

/** The id of the device and of the command in a PUBLISH of the console; null for every other packet. */
function commandIn(packet: Packet): { readonly deviceId: string; readonly commandId: string } | null {
  if (packet.cmd !== 'publish' || !packet.topic.endsWith('/command')) return null
  const { command_id: commandId } = JSON.parse(packet.payload.toString()) as { readonly command_id: string }
  return { deviceId: packet.topic.split('/')[1] ?? '', commandId }
}

function says(client: ScriptedClient, deviceId: string, leaf: string, value: object): void {
  client.send({
    cmd: 'publish',
    topic: `device/${deviceId}/${leaf}`,
    payload: Buffer.from(JSON.stringify(value)),
    qos: 0,
    dup: false,
    retain: false,
  })
}

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `lied_${index}`)

async function outcomes(console: HeadlessConsole, ids: readonly string[], timeoutS = 1) {
  return (await ended(console, await run(console, ids, timeoutS))).map(({ state }) => state)
}

describe('a broker whose words and deeds differ', () => {
  it('is held to the Receive Maximum of each connection, also where it says another one after a reconnect', async () => {
    const most = [0, 0]
    const waiting: { readonly client: ScriptedClient; readonly messageId: number }[] = []
    const script: Answer = (packet, client) => {
      const command = commandIn(packet)
      if (command === null || packet.cmd !== 'publish') return false
      waiting.push({ client, messageId: packet.messageId ?? 0 })
      most[client.index] = Math.max(most[client.index] ?? 0, waiting.length)
      setTimeout(() => {
        const next = waiting.shift()
        next?.client.send({ cmd: 'puback', messageId: next.messageId })
      }, 5)
      says(client, command.deviceId, 'result', {
        device_id: command.deviceId,
        command_id: command.commandId,
        success: true,
      })
      return true
    }
    let first: ScriptedClient | null = null
    const console = await consoleOn(
      (packet, client) => {
        if (client.index === 0) first = client
        return script(packet, client)
      },
      (index) => ({ receiveMaximum: index === 0 ? 7 : 2 }),
    )
    expect(new Set(await outcomes(console, idsOf(40), 10))).toEqual(new Set(['succeeded']))
    const lost = new Promise<void>((resolve) => {
      const stop = console.connection.onStatus(({ state, attempt }) => {
        if (state !== 'connected' || attempt === 0) return
        stop()
        resolve()
      })
    })
    ;(first as ScriptedClient | null)?.close()
    await lost
    expect(new Set(await outcomes(console, idsOf(40), 10))).toEqual(new Set(['succeeded']))
    expect(most).toEqual([7, 2])
  })

  it('gets one command at a time where it says a Receive Maximum of nothing, which MQTT forbids', async () => {
    const console = await consoleOn(
      (packet, client) => {
        const command = commandIn(packet)
        if (command === null || packet.cmd !== 'publish') return false
        client.send({ cmd: 'puback', messageId: packet.messageId ?? 0 })
        says(client, command.deviceId, 'result', {
          device_id: command.deviceId,
          command_id: command.commandId,
          success: true,
        })
        return true
      },
      () => ({ receiveMaximum: 0 }),
    ).catch((error: unknown) => error)
    expect(console).not.toBeInstanceOf(Error)
    expect(await outcomes(console as HeadlessConsole, idsOf(3), 5)).toEqual(['succeeded', 'succeeded', 'succeeded'])
  })

  it('that takes all and sends nothing ends no command by acknowledging it twice, or what was never sent', async () => {
    const console = await consoleOn((packet, client) => {
      const command = commandIn(packet)
      if (command === null || packet.cmd !== 'publish') return false
      for (const messageId of [packet.messageId ?? 0, 4_711, packet.messageId ?? 0])
        client.send({ cmd: 'puback', messageId })
      return true
    })
    expect(await outcomes(console, idsOf(2))).toEqual(['no-answer', 'no-answer'])
    expect(console.connection.status()).toMatchObject({ state: 'connected', missingSubscriptions: [] })
  })

  it('that answers fewer filters than it was asked for is asked for each alone', async () => {
    const asked: string[][] = []
    const console = await consoleOn((packet, client) => {
      if (packet.cmd !== 'subscribe') return false
      const filters = packet.subscriptions.map(({ topic }) => topic)
      asked.push(filters)
      const granted = filters.map(() => 1).slice(0, asked.length === 1 ? -2 : undefined)
      client.send({ cmd: 'suback', messageId: packet.messageId ?? 0, granted })
      return true
    })
    await expect.poll(() => asked.slice(1).flat(), { timeout: 5_000 }).toEqual(asked[0])
    await expect.poll(() => console.connection.status()).toMatchObject({ state: 'connected', missingSubscriptions: [] })
  })

  it('changes no answer by delivering it twice, before its acknowledgement, or its parts in the wrong order', async () => {
    const console = await consoleOn((packet, client) => {
      const command = commandIn(packet)
      if (command === null || packet.cmd !== 'publish') return false
      const { deviceId, commandId: command_id } = command
      const part = (seq: number) => ({ command_id, seq, stream: 'stdout', data: `line ${seq}\n`, final: seq === 2 })
      const result = { device_id: deviceId, command_id, success: true, output: 'line 0\nline 1\nline 2\n' }
      for (const seq of [2, 0, 0, 1]) says(client, deviceId, 'output', part(seq))
      for (const value of [result, result, { ...result, success: false, output: 'another\n' }]) {
        says(client, deviceId, 'result', value)
      }
      says(client, deviceId, 'ack', { command_id, state: 'running' })
      client.send({ cmd: 'puback', messageId: packet.messageId ?? 0 })
      return true
    })
    const [command] = await ended(console, await run(console, ['lied_0'], 5))
    expect(command).toMatchObject({ state: 'succeeded', stdout: 'line 0\nline 1\nline 2\n' })
  })
})
