import { readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { Aedes } from 'aedes'
import { afterEach, describe, expect, it } from 'vitest'
import { newPrivateKey, readPublicKey } from '../../../main/agent/keys.ts'
import { proofOf } from '../../../main/agent/signing.ts'
import { type Mosquitto, type MosquittoOptions, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type MqttObserver, type ObservedMessage, observe } from '../../support/brokers/mqtt-observer.ts'
import {
  type AgentHandle,
  AgentOperator,
  type AgentOptions,
  agentProgram,
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
  readonly agent: AgentHandle
  readonly operator: AgentOperator
}

async function scene(mode: MosquittoOptions = { mode: 'anonymous' }, more: Partial<AgentOptions> = {}): Promise<Scene> {
  const broker = await startMosquitto({ ...mode, isQuiet: true })
  cleanUps.push(() => broker.stop())
  const [login] = Object.entries(broker.users)
  const observer = await observe({
    host: broker.host,
    port: broker.port,
    ...(login !== undefined && { username: login[0], password: login[1] }),
    ...(broker.ca !== undefined && { ca: broker.ca }),
  })
  cleanUps.push(() => observer.stop())
  const operator = new AgentOperator('pi-1', observer)
  const agent = await prepareAgent({ id: 'pi-1', broker, operators: { Anna: operator.key }, ...more })
  cleanUps.push(() => agent.dispose())
  await agent.start()
  return { broker, observer, agent, operator }
}

/** Resident memory of a process in MiB, at its highest. */
async function peakMemoryMib(pid: number): Promise<number> {
  const [, kib] = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) / 1024
}

it('compiles without a warning, and its unit is sound', async () => {
  const source = `import sys; compile(open(sys.argv[1]).read(), 'agent', 'exec')`
  expect(await capture('/usr/bin/python3', ['-W', 'error', '-c', source, agentProgram])).toMatchObject({ code: 0 })
  const unit = path.join(projectFolder, 'resources/agent/waypost-agent.service')
  expect(await capture('systemd-analyze', ['verify', unit])).toMatchObject({ stderr: '' })
})

describe.each<MosquittoOptions>([{ mode: 'anonymous' }, { mode: 'password' }, { mode: 'tls' }])('on %o', (mode) => {
  it('announces itself, runs a signed command, proves its result, and uses little memory', async () => {
    const { agent, observer, operator } = await scene(mode)
    const status = await observer.waitFor(({ topic }) => topic === 'device/pi-1/status')
    expect(status.json).toMatchObject({
      device_id: 'pi-1',
      status: 'online',
      v: 2,
      agent: 'waypost-agent',
      os: expect.stringMatching(/^(linux|raspberrypi)$/),
      shell: 'sh',
      capabilities: ['ack', 'stream', 'cancel', 'exit', 'dedupe', 'signed'],
      policy: { signed: 'required', max_class: 'destructive' },
      key_id: agent.key.id,
    })
    const message = await operator.signed('echo out; echo err >&2; echo $LANG; pwd; cat; exit 3')
    await operator.send(message)
    const result = await operator.result(message.command_id)
    expect(result).toMatchObject({ success: false, exit_code: 3, ending: 'exited', truncated: false, not_utf8: false })
    expect(result).toMatchObject({ output: `out\nC.UTF-8\n${process.env.HOME}\n`, error: 'err\n' })
    const answer = {
      deviceId: 'pi-1',
      commandId: message.command_id,
      sent: { session: message.session, sig: message.sig },
      isSuccess: false,
      exitCode: 3,
      stdout: `${result.output}`,
      stderr: `${result.error}`,
      signature: { session: `${result.session}`, keyId: `${result.key_id}`, sig: `${result.sig}` },
    }
    expect(proofOf(agent.key, answer)).not.toBeNull()
    expect(proofOf(agent.key, { ...answer, stdout: 'other' })).toBeNull()
    expect(proofOf(agent.key, { ...answer, isSuccess: true, exitCode: 0 })).toBeNull()
    const states = observer.messages.filter(({ topic }) => topic === 'device/pi-1/ack').map(({ json }) => json?.state)
    expect(states).toEqual(['received', 'running'])
    expect(await peakMemoryMib(agent.pid)).toBeLessThanOrEqual(30)
  })
})

it('says stopped where it is stopped, and leaves a Last Will where it is killed', async () => {
  const { agent, observer } = await scene()
  await agent.end('SIGTERM')
  await observer.waitFor(({ json }) => json?.status === 'offline' && json.reason === 'stopped')
  await agent.start()
  await agent.end('SIGKILL')
  const will = await observer.waitFor(({ json }) => json?.status === 'offline' && json.reason === 'will')
  expect(will.topic).toBe('device/pi-1/status')
})

it('streams, ends a whole group at the timeout and at a cancel, and keeps what came until then', async () => {
  const { observer, operator } = await scene()
  const late = await operator.signed(`echo before; trap '' TERM; sh -c "trap '' TERM; sleep 60" & wait; sleep 60`, {
    timeoutS: 1,
  })
  const stopped = await operator.signed('echo begun; sleep 60')
  await operator.send(late)
  await operator.send(stopped)
  const piece = await observer.waitFor(({ topic, json }) => topic.endsWith('/output') && json?.data === 'begun\n')
  expect(piece.json).toMatchObject({ command_id: stopped.command_id, seq: 0, stream: 'stdout' })
  await observer.publish('device/pi-1/cancel', { command_id: stopped.command_id })
  await operator.cancel(stopped.command_id)
  expect(await operator.result(stopped.command_id)).toMatchObject({
    ending: 'cancelled',
    output: 'begun\n',
    exit_code: null,
  })
  const result = await operator.result(late.command_id)
  expect(result).toMatchObject({ ending: 'timeout', output: 'before\n', success: false, signal: 9 })
  expect(Number(result.duration_ms)).toBeLessThan(7_000)
})

it('bounds a large output to its head and its tail, and marks what is not UTF-8', async () => {
  const { operator } = await scene()
  const large = await operator.run(`echo first; head -c 3000000 /dev/zero | tr '\\0' 'x'; echo; echo last`)
  expect(large).toMatchObject({ success: true, truncated: true, not_utf8: false })
  expect(`${large.output}`).toMatch(/^first\nx+\n\[\.\.\. \d+ bytes left out \.\.\.\]\nx+\nlast\n$/)
  expect(`${large.output}`.length).toBeLessThan(1024 * 1024 + 100)
  const control = await operator.run('head -c 3000000 /dev/zero')
  expect(Buffer.byteLength(JSON.stringify(control))).toBeLessThan(3_600_000)
  expect(await operator.run(`printf 'a\\377b'`)).toMatchObject({ output: 'a\u{FFFD}b', not_utf8: true })
})

it('runs four at once, lets sixteen wait, and refuses the rest politely', async () => {
  const { agent, observer, operator } = await scene()
  const gate = path.join(agent.folder, 'gate')
  await operator.challenge()
  const messages = Array.from({ length: 26 }, () =>
    operator.signedAgain(`until [ -e ${gate} ]; do sleep 0.1; done; echo done`, { timeoutS: 60 }),
  )
  await Promise.all(messages.map((message) => operator.send(message)))
  const last = messages.slice(20)
  const refusals = await Promise.all(last.map(({ command_id: id }) => operator.refusal(id)))
  expect(refusals).toEqual(last.map(() => 'busy'))
  expect(observer.messages.filter(({ json }) => json?.state === 'running')).toHaveLength(4)
  await writeFile(gate, '')
  const results = await Promise.all(messages.slice(0, 20).map(({ command_id: id }) => operator.result(id)))
  expect(results.every(({ output }) => output === 'done\n')).toBe(true)
})

it('answers a repeated id from its journal, also after a restart, and publishes what a broken connection held back', async () => {
  const { agent, broker, observer, operator } = await scene()
  const counted = path.join(agent.folder, 'counted')
  const message = await operator.signed(`echo once >> ${counted}; echo answer`)
  await operator.send(message)
  const first = await operator.result(message.command_id)
  await agent.end('SIGTERM')
  await agent.start()
  await operator.challenge()
  await operator.send(message)
  const again = await observer.waitForCount('device/pi-1/result', 2)
  expect(again[1]?.json).toEqual(first)
  expect(await readFile(counted, 'utf8')).toBe('once\n')

  const held = await operator.signed('sleep 1; echo held')
  await operator.send(held)
  await observer.waitFor(({ json }) => json?.state === 'running' && json.command_id === held.command_id)
  await observer.stop()
  await broker.restart()
  const later = await observe({ host: broker.host, port: broker.port })
  cleanUps.push(() => later.stop())
  const result = await later.waitFor(
    ({ topic, json }) => topic.endsWith('/result') && json?.command_id === held.command_id,
  )
  expect(result.json).toMatchObject({ output: 'held\n' })
})

it('tries several addresses in their order', async () => {
  const { observer } = await scene({ mode: 'anonymous' }, { brokersBefore: [{ host: '127.0.0.1', port: 9 }] })
  await observer.waitFor(({ topic, json }) => topic === 'device/pi-1/status' && json?.status === 'online')
})

it('falls back to MQTT 3.1.1 where the broker knows nothing newer', async () => {
  const old = await Aedes.createBroker()
  const server = createServer(old.handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(async () => {
    await new Promise<void>((resolve) => old.close(resolve))
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const agent = await prepareAgent({ id: 'pi-1', broker: { host: '127.0.0.1', port, users: {} } })
  cleanUps.push(() => agent.dispose())
  const ready = new Promise((resolve) => old.once('clientReady', ({ version }) => resolve(version)))
  await agent.start()
  expect(await ready).toBe(4)
})

it('says in words what is wrong with its installation, and keeps the list of trusted keys', async () => {
  const { agent, observer, operator } = await scene()
  expect(await agent.act('check')).toMatchObject({ code: 0, stdout: expect.not.stringContaining('FAULT') })
  const other = new AgentOperator('pi-1', observer, newPrivateKey())
  const refused = await other.signed('true')
  await other.send(refused)
  expect(await other.refusal(refused.command_id)).toBe('untrusted-key')
  const file = path.join(agent.folder, 'ben.pub')
  await writeFile(file, other.key.public.pem)
  expect(await agent.act('trust', 'add', file, 'Ben')).toMatchObject({ code: 0 })
  expect((await agent.act('trust', 'list')).stdout).toContain(`${other.key.public.id}  Ben`)
  expect(await other.run('echo ben')).toMatchObject({ output: 'ben\n' })
  expect(await agent.act('trust', 'remove', operator.key.public.id)).toMatchObject({ code: 0 })
  const revoked = await operator.signed('true')
  await operator.send(revoked)
  expect(await operator.refusal(revoked.command_id)).toBe('untrusted-key')
  expect(readPublicKey((await agent.act('key')).stdout)?.id).toBe(agent.key.id)
})

it('takes another policy from a command that an operator signed, announces it, and obeys it at once', async () => {
  const { agent, observer, operator } = await scene()
  const config = path.join(agent.folder, 'agent.json')
  const ruled = await operator.run(`/usr/bin/python3 ${agentProgram} --config ${config} policy --max-class read`)
  expect(ruled).toMatchObject({ success: true, output: 'signed required, max-class read\n' })
  const isRead = ({ topic, json }: ObservedMessage) =>
    topic === 'device/pi-1/status' && (json?.policy as { max_class?: string } | undefined)?.max_class === 'read'
  await observer.waitFor(isRead)
  const change = await operator.signed('touch /tmp/never', { class: 'change' })
  await operator.send(change)
  expect(await operator.refusal(change.command_id)).toBe('policy')
  expect(await operator.run('echo still')).toMatchObject({ success: true, output: 'still\n' })

  // A configuration that cannot be read allows nothing until it is mended.
  await writeFile(config, '{"policy": ')
  const read = await operator.signed('echo never')
  await operator.send(read)
  expect(await operator.refusal(read.command_id)).toBe('untrusted-key')
})
