import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mosquitto, type MosquittoOptions, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type MqttObserver, observe } from '../../support/brokers/mqtt-observer.ts'
import {
  type AgentHandle,
  AgentOperator,
  type AgentOptions,
  agentProgram,
  linesOf,
  prepareAgent,
} from '../../support/devices/agent-process.ts'
import { projectFolder } from '../../support/project-paths.ts'
import { capture } from '../../support/run/run-process.ts'

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

interface Scene {
  readonly broker: Mosquitto
  readonly observer: MqttObserver
  readonly operator: AgentOperator
  readonly agent: AgentHandle
}

async function scene(more: Partial<AgentOptions> = {}, mode: MosquittoOptions = { mode: 'anonymous' }): Promise<Scene> {
  const broker = await startMosquitto({ ...mode, isQuiet: true })
  cleanUps.push(() => broker.stop())
  const observer = await observe({
    host: broker.host,
    port: broker.port,
    ...(broker.ca !== undefined && { ca: broker.ca }),
  })
  cleanUps.push(() => observer.stop())
  const operator = new AgentOperator('pi-1', observer)
  const agent = await prepareAgent({ id: 'pi-1', broker, operators: { Anna: operator.key }, ...more })
  cleanUps.push(() => agent.dispose())
  await agent.start()
  return { broker, observer, operator, agent }
}

/** Processor seconds of a process and of what it waited for, user and system. */
async function processorS(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
}

it('is Python 3.8, so that an older Debian takes it', async () => {
  const source = 'import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 8))'
  expect(await capture('/usr/bin/python3', ['-c', source, agentProgram])).toMatchObject({ code: 0, stderr: '' })
})

it('uses at most half a percent of a core while it has nothing to do', async () => {
  const { observer, agent } = await scene()
  const beats = () => observer.messages.filter(({ topic }) => topic === 'device/pi-1/heartbeat').length
  await observer.waitForCount('device/pi-1/heartbeat', 1)
  const from = { at: performance.now(), used: await processorS(agent.pid), beats: beats() }
  // Heartbeats come six times as often here as in a configuration made by the console.
  await observer.waitForCount('device/pi-1/heartbeat', from.beats + 3)
  const used = (await processorS(agent.pid)) - from.used
  expect(used / ((performance.now() - from.at) / 1_000)).toBeLessThanOrEqual(0.005)
})

it('runs nothing while its disk takes nothing, says so, and goes on afterwards', async () => {
  const { operator, agent } = await scene()
  const written = path.join(agent.folder, 'written')
  const limit = (bytes: string) => capture('prlimit', [`--pid=${agent.pid}`, `--fsize=${bytes}`])
  await limit('0:unlimited')
  const refused = await operator.signed(`echo full >> ${written}`)
  await operator.send(refused)
  expect(await operator.refusal(refused.command_id)).toBe('not-recorded')
  await limit('unlimited:unlimited')
  expect(await operator.run(`echo again >> ${written}`)).toMatchObject({ success: true })
  expect(await linesOf(written)).toEqual(['again'])
})

it('needs no right clock: in 1970 it runs what is signed, and proves it', async () => {
  const { operator, agent } = await scene({ pythonPath: path.join(projectFolder, 'test/support/devices/clock-1970') })
  const result = await operator.run('echo early')
  expect(result).toMatchObject({ output: 'early\n', key_id: agent.key.id })
  expect(`${result.timestamp}`).toMatch(/^(1970-01-01|1969-12-31)T/)
})

it('of two agents with one id none runs what was signed for the other', async () => {
  const { broker, observer, operator, agent } = await scene()
  const written = path.join(agent.folder, 'written')
  const first = await operator.signed(`echo first >> ${written}`)
  const twin = await prepareAgent({ id: 'pi-1', broker, operators: { Anna: operator.key } })
  cleanUps.push(() => twin.dispose())
  await twin.start()
  await operator.send(first)
  await observer.waitFor(({ json }) => json?.session !== first.session && json?.status === 'online')
  const onlines = () => observer.messages.filter(({ json }) => json?.status === 'online').length
  await observer.waitFor(() => onlines() >= 6)
  expect(`${agent.log()}${twin.log()}`).toContain('does another client use the id of this device?')
  await agent.end('SIGTERM')
  await observer.waitFor(({ json }) => json?.reason === 'stopped')
  await twin.end('SIGTERM')
  await twin.start()
  expect(await operator.run(`echo second >> ${written}`)).toMatchObject({ key_id: twin.key.id })
  const lines = await linesOf(written)
  expect(lines.filter((line) => line === 'first').length).toBeLessThanOrEqual(1)
  expect(lines.filter((line) => line === 'second')).toHaveLength(1)
})

describe('a configuration that was cut in the middle', () => {
  it('is named in words by every action, and lets nobody in while the agent runs', async () => {
    const { operator, agent } = await scene()
    const config = path.join(agent.folder, 'agent.json')
    const whole = await readFile(config, 'utf8')
    await writeFile(config, whole.slice(0, whole.length / 2))
    const refused = await operator.signed('true')
    await operator.send(refused)
    expect(await operator.refusal(refused.command_id)).toBe('untrusted-key')
    for (const action of ['check', 'run', 'key']) {
      const { code, stderr } = await agent.act(action)
      expect({ action, code }).toEqual({ action, code: 2 })
      expect(stderr).toMatch(/^waypost-agent: .*agent\.json cannot be read: /)
      expect(stderr).not.toContain('Traceback')
    }
    await writeFile(config, whole)
    expect(await operator.run('echo mended')).toMatchObject({ output: 'mended\n' })
  })
})
