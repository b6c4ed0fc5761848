import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Packet } from 'mqtt-packet'
import { afterEach, expect, it } from 'vitest'
import { newPrivateKey, type PrivateKey } from '../../../main/agent/keys.ts'
import { signCommand } from '../../../main/agent/signing.ts'
import { type ScriptedClient, startScriptedBroker } from '../../support/brokers/scripted-broker.ts'
import { prepareAgent } from '../../support/devices/agent-process.ts'

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** Resident memory of a process in MiB. */
async function residentMiB(pid: number): Promise<number> {
  const pages = Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1])
  return (pages * 4096) / 1024 / 1024
}

type Challenge = Parameters<typeof signCommand>[1]

/** Sends to the agent as fast as TCP takes it, acknowledges nothing, and resolves once the agent hung up and came back. */
async function unacknowledged(
  messageOf: (key: PrivateKey, challenge: Challenge) => string,
): Promise<{ readonly log: string; readonly grownMiB: number }> {
  const key = newPrivateKey()
  const timers = new Set<NodeJS.Timeout>()
  let onBack: () => void = () => undefined
  const isBack = new Promise<void>((resolve) => {
    onBack = resolve
  })
  const flood = (client: ScriptedClient, challenge: Challenge) => {
    const timer = setInterval(() => {
      const payload = messageOf(key, challenge)
      client.send({ ...PUBLISH, topic: 'device/pi-1/command', payload })
    }, 15)
    timers.add(timer)
  }
  const answer = (packet: Packet, client: ScriptedClient): void => {
    if (packet.cmd === 'connect') {
      if (client.index > 0) onBack()
      client.send({ cmd: 'connack', returnCode: 0, reasonCode: 0, sessionPresent: false })
    } else if (packet.cmd === 'subscribe')
      client.send({ cmd: 'suback', messageId: packet.messageId ?? 0, granted: packet.subscriptions.map(() => 1) })
    else if (packet.cmd === 'pingreq') client.send({ cmd: 'pingresp' })
    else if (packet.cmd === 'publish') {
      if (packet.topic.endsWith('/heartbeat') && timers.size === 0) {
        const { session, challenge } = JSON.parse(packet.payload.toString()) as Challenge
        flood(client, { session, challenge })
      }
    }
  }
  const broker = await startScriptedBroker(answer)
  cleanUps.push(async () => {
    for (const timer of timers) clearInterval(timer)
    await broker.stop()
  })
  const agent = await prepareAgent({
    ...{ id: 'pi-1', broker: { host: '127.0.0.1', port: broker.port, users: {} }, operators: { Anna: key } },
  })
  cleanUps.push(() => agent.dispose())
  await agent.start()
  const before = await residentMiB(agent.pid)
  await isBack
  return { log: agent.log(), grownMiB: (await residentMiB(agent.pid)) - before }
}

const PUBLISH = { cmd: 'publish', qos: 0, dup: false, retain: false } as const

it('hangs up on a broker that floods it and acknowledges none of its refusals', async () => {
  const { log, grownMiB } = await unacknowledged(() => JSON.stringify({ command_id: randomUUID(), command: 'true' }))
  expect(log).toContain('refused: ')
  expect(log).toContain('the broker does not acknowledge')
  expect(grownMiB).toBeLessThan(20)
})

it('hangs up on a broker that asks for one large result over and over and acknowledges none', async () => {
  let message = ''
  const { log, grownMiB } = await unacknowledged((key, challenge) => {
    if (message !== '') return message
    const about = { deviceId: 'pi-1', commandId: randomUUID(), command: 'yes | head -c 1000000', timeoutS: 10 }
    const signature = signCommand(key, challenge, { ...about, class: 'read' })
    message = JSON.stringify({ command_id: about.commandId, command: about.command, timeout: 10, ...signature })
    return message
  })
  expect(log).toContain('ended: exited 0')
  expect(log).toContain('the broker does not acknowledge')
  expect(grownMiB).toBeLessThan(120)
})
