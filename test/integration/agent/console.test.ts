import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import { type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type MqttObserver, observe } from '../../support/brokers/mqtt-observer.ts'
import { type AgentHandle, AgentOperator, prepareAgent } from '../../support/devices/agent-process.ts'
import { type ExecutorHandle, startExecutor } from '../../support/devices/executor.ts'
import { projectFolder } from '../../support/project-paths.ts'
import { capture } from '../../support/run/run-process.ts'
import { type HeadlessConsole, openHeadlessConsole } from '../../tools/run-command-console.ts'
import { targetOf } from '../../tools/tool-target.ts'

let broker: Mosquitto
let observer: MqttObserver
let agent: AgentHandle
let executor: ExecutorHandle
let operator: AgentOperator
let folder: string
let console: HeadlessConsole

beforeEach(async () => {
  broker = await startMosquitto({ mode: 'anonymous', isQuiet: true })
  observer = await observe({ host: broker.host, port: broker.port })
  operator = new AgentOperator('pi-1', observer)
  agent = await prepareAgent({ id: 'pi-1', broker, operators: { Anna: operator.key } })
  executor = startExecutor({ id: 'old-1', host: broker.host, port: broker.port, heartbeatIntervalS: 1 })
  folder = await mkdtemp(path.join(tmpdir(), 'waypost-signed-'))
  const files = {
    username: null,
    caFile: null,
    certFile: null,
    keyFile: null,
    hasPassword: false,
    hasPassphrase: false,
  }
  const target = targetOf(`mqtt://${broker.host}:${broker.port}`, files, { password: null, passphrase: null })
  if (typeof target === 'string') throw new Error(target)
  console = await openHeadlessConsole(folder, target, 10, {
    operators: { current: () => operator.key },
    devices: { find: ({ deviceId }) => (deviceId === 'pi-1' ? agent.key : null) },
  })
  expect(await console.connect()).toBeNull()
  await Promise.all([agent.start(), executor.ready])
})

afterEach(async () => {
  await console.close()
  await executor.stop()
  await agent.dispose()
  await observer.stop()
  await broker.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Types a command and approves it; the turn's id. */
async function start(command: string, deviceIds: readonly string[]): Promise<string> {
  const { commands, connectionId, devices } = console
  const isHeard = (deviceId: string) => (devices.registry.find({ connectionId, deviceId })?.lastSeenAt ?? null) !== null
  while (!deviceIds.every(isHeard)) await new Promise((resolve) => setTimeout(resolve, 50))
  const turnId = commands.turns.type(deviceIds, command, 10, { kind: 'typed' })
  const { proposal } = await console.turnWhen(turnId, (turn) => turn.proposal !== null)
  await commands.approvals.approveHeadless(proposal?.id ?? '', 'change')
  return turnId
}

async function commandsOf(
  turnId: string,
  isWanted: (command: CommandRecord) => boolean,
): Promise<readonly CommandRecord[]> {
  const { run } = await console.turnWhen(turnId, (turn) => turn.run?.commands.every(isWanted) === true)
  return run?.commands ?? []
}

it('signs for the agent, leaves the executor as it was, and has an audit that the device signed too', async () => {
  const turnId = await start('uptime', ['pi-1', 'old-1'])
  const commands = await commandsOf(turnId, ({ state }) => state === 'succeeded')
  expect(commands.map(({ deviceId, marks, exitCode }) => ({ deviceId, marks, exitCode }))).toEqual([
    { deviceId: 'pi-1', marks: [], exitCode: 0 },
    { deviceId: 'old-1', marks: [], exitCode: null },
  ])
  const sent = observer.messages.filter(({ topic }) => topic.endsWith('/command'))
  const signed = sent.filter(({ json }) => json?.sig !== undefined).map(({ topic }) => topic)
  expect(signed).toEqual(['device/pi-1/command'])
  await console.commands.dispose()
  const keys = path.join(folder, 'devices.json')
  const verify = async (pem: string) => {
    await writeFile(keys, JSON.stringify({ devices: [{ deviceId: 'pi-1', key: pem }] }))
    const tool = path.join(projectFolder, 'test/tools/audit-verify.ts')
    const outcome = await capture(process.execPath, [tool, path.join(folder, 'audit'), '--devices', keys])
    return { code: outcome.code, devices: JSON.parse(outcome.stdout).devices }
  }
  expect(await verify(agent.key.pem)).toMatchObject({ code: 0, devices: { ok: true, proven: 1 } })
  const other = await verify(operator.key.public.pem)
  expect(other).toMatchObject({ code: 1, devices: { ok: false, wrong: [{ deviceId: 'pi-1' }] } })
})

it('takes no answer of somebody else for success, and still takes the one of the device', async () => {
  const turnId = await start('sleep 1', ['pi-1'])
  const running = await observer.waitFor(({ json }) => json?.state === 'running')
  const forged = {
    device_id: 'pi-1',
    command_id: running.json?.command_id,
    success: true,
    output: 'forged',
    exit_code: 0,
  }
  await observer.publish('device/pi-1/result', forged)
  const [first] = await commandsOf(turnId, ({ marks }) => marks.includes('not-proven'))
  expect(first?.state).toBe('running')
  const [last] = await commandsOf(turnId, ({ state }) => state === 'succeeded')
  expect(last).toMatchObject({ exitCode: 0, stdout: '' })
  const { connectionId, devices } = console
  expect(devices.registry.get({ connectionId, deviceId: 'pi-1' })).toMatchObject({ orphans: [{ output: 'forged' }] })
})
