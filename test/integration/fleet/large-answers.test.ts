import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import { ACTIVE_STATES } from '../../../preload/contract/models/limits.ts'
import { type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type HeadlessConsole, openHeadlessConsole } from '../../tools/run-command-console.ts'
import { targetOf } from '../../tools/tool-target.ts'

const ANONYMOUS = {
  username: null,
  hasPassword: false,
  hasPassphrase: false,
  caFile: null,
  certFile: null,
  keyFile: null,
}
const MB = 1024 * 1024

let folder: string
let broker: Mosquitto
let devices: MqttClient
let site: HeadlessConsole

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-large-answers-'))
  broker = await startMosquitto({ mode: 'anonymous', isQuiet: true })
  devices = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { reconnectPeriod: 0, clientId: 'devices' })
  devices.on('message', (topic, payload) => answer(topic.split('/')[1] ?? '', JSON.parse(payload.toString())))
  await devices.subscribeAsync('device/+/command', { qos: 1 })
  const target = targetOf(`mqtt://127.0.0.1:${broker.port}`, ANONYMOUS, { password: null, passphrase: null })
  if (typeof target === 'string') throw new Error(target)
  site = await openHeadlessConsole(folder, target, 30)
  expect(await site.connect()).toBeNull()
  for (const deviceId of ['talker', 'quiet']) devices.publish(`device/${deviceId}/heartbeat`, '{}', { qos: 1 })
  await expect.poll(() => site.devices.registry.queries.counts(site.connectionId).online).toBe(2)
})
afterEach(async () => {
  await site.close()
  await devices.endAsync(true)
  await broker.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Answers as the executor does: `cat N` with N MB. */
function answer(deviceId: string, { command_id, command }: { command_id: string; command: string }): void {
  const size = Number(/^cat (\d+)$/.exec(command)?.[1] ?? 0)
  const output = size === 0 ? 'up\n' : 'x'.repeat(size * MB)
  const result = { device_id: deviceId, command_id, success: true, output, timestamp: 1 }
  devices.publish(`device/${deviceId}/result`, JSON.stringify(result), { qos: 1 })
}

async function run(deviceId: string, command: string): Promise<CommandRecord> {
  const turnId = site.commands.turns.type([deviceId], command, 30, { kind: 'typed' })
  const { proposal } = await site.turnWhen(turnId, (turn) => turn.proposal !== null)
  await site.commands.approvals.approveHeadless(proposal?.id ?? '', 'read')
  const isActive = ({ state }: CommandRecord) => ACTIVE_STATES.some((active) => active === state)
  const ended = await site.turnWhen(turnId, (turn) => turn.run?.commands.every((one) => !isActive(one)) === true)
  const [record] = ended.run?.commands ?? []
  if (record === undefined) throw new Error('no command')
  return record
}

// Three such answers made the console leave `device/+/result` for all devices.
it('end their command with their size, as often as they come, and cost no other device its answer', async () => {
  for (const size of [6, 6, 6, 40]) {
    const record = await run('talker', `cat ${size}`)
    expect(record).toMatchObject({ state: 'too-large', stdout: '', marks: [] })
    expect(record.answerBytes).toBeGreaterThan(size * MB)
    expect(await run('quiet', 'uptime')).toMatchObject({ state: 'succeeded', stdout: 'up\n' })
  }
  expect(await run('talker', 'cat 3')).toMatchObject({ state: 'succeeded', outputBytes: 3 * MB })
  expect(site.devices.registry.find({ connectionId: site.connectionId, deviceId: 'talker' })?.presence).toBe('online')
}, 120_000)
