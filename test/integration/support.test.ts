import { afterEach, describe, expect, test } from 'vitest'
import { createAuthority } from '../support/brokers/certificates.ts'
import { type Mosquitto, type MosquittoOptions, startMosquitto } from '../support/brokers/mosquitto.ts'
import { type MqttObserver, observe } from '../support/brokers/mqtt-observer.ts'
import { type ExecutorHandle, type ExecutorOptions, startExecutor } from '../support/devices/executor.ts'

const opened: { stop(): Promise<void> }[] = []

afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.stop()
})

async function broker(options: MosquittoOptions): Promise<Mosquitto> {
  const started = await startMosquitto(options)
  opened.push(started)
  return started
}

function loginOf(mosquitto: Mosquitto): { username?: string; password?: string } {
  const [entry] = Object.entries(mosquitto.users)
  return entry === undefined ? {} : { username: entry[0], password: entry[1] }
}

async function watch(mosquitto: Mosquitto): Promise<MqttObserver> {
  const { host, port, ca } = mosquitto
  const observer = await observe({ host, port, ...loginOf(mosquitto), ...(ca === undefined ? {} : { ca }) })
  opened.push(observer)
  return observer
}

function device(mosquitto: Mosquitto, options: Partial<ExecutorOptions> = {}): ExecutorHandle {
  const { host, port, caFile } = mosquitto
  const tls = caFile === undefined ? {} : { caFile }
  const executor = startExecutor({ id: 'rpi_001', host, port, ...loginOf(mosquitto), ...tls, ...options })
  opened.push(executor)
  return executor
}

async function fleetOfOne(options: Partial<ExecutorOptions> = {}): Promise<MqttObserver> {
  const mosquitto = await broker({ mode: 'anonymous' })
  const observer = await watch(mosquitto)
  await device(mosquitto, options).ready
  return observer
}

async function run(observer: MqttObserver, command: string, timeout = 30): Promise<Record<string, unknown>> {
  const id = `command-${Math.random()}`
  await observer.publish('device/rpi_001/command', { command_id: id, command, timeout })
  const answer = await observer.waitFor(({ topic, json }) => topic.endsWith('/result') && json?.command_id === id)
  return { ...answer.json }
}

describe('a real broker and a real executor', () => {
  test.each(['anonymous', 'password', 'tls'] as const)('a command runs through Mosquitto in mode %s', async (mode) => {
    const mosquitto = await broker({ mode })
    const observer = await watch(mosquitto)
    await device(mosquitto).ready
    await observer.publish('device/rpi_001/command', { command_id: 'c1', command: 'echo hello $((6*7))', timeout: 30 })
    const [answer] = await observer.waitForCount('device/rpi_001/result', 1)
    expect(answer?.json).toMatchObject({ device_id: 'rpi_001', command_id: 'c1', success: true, output: 'hello 42\n' })
    expect(answer?.json).not.toHaveProperty('error')
    expect(answer?.json?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/)
    expect(answer?.isRetained).toBe(false)
  })

  test('TLS and a password together let a device in', async () => {
    const mosquitto = await broker({ mode: 'tls', users: { operator: 'right' } })
    await device(mosquitto).ready
    await expect(device(mosquitto, { password: 'wrong' }).ready).rejects.toThrow('Not authorized')
  })

  test('a wrong password is refused by the broker', async () => {
    const mosquitto = await broker({ mode: 'password', users: { operator: 'right' } })
    await expect(device(mosquitto, { password: 'wrong' }).ready).rejects.toThrow('Not authorized')
    await expect(watch({ ...mosquitto, users: {} })).rejects.toThrow('Not authorized')
  })

  test('a broker behind another CA, another name or an old certificate is refused', async () => {
    const authority = await createAuthority()
    const elsewhere = await createAuthority()
    const foreign = await broker({ mode: 'tls', authority: elsewhere })
    await expect(watch({ ...foreign, ca: authority.ca })).rejects.toThrow(/certificate/i)
    const misnamed = await broker({
      mode: 'tls',
      authority,
      serverCertificate: await authority.issueServer({ hosts: ['broker.invalid'] }),
    })
    await expect(device(misnamed).ready).rejects.toThrow('does not match certificate')
    const old = await broker({
      mode: 'tls',
      authority,
      serverCertificate: await authority.issueServer({ validity: 'expired' }),
    })
    await expect(device(old).ready).rejects.toThrow('expired')
  })

  test('a restarted broker is the same broker on the same port', async () => {
    const mosquitto = await broker({ mode: 'password' })
    const firstPid = mosquitto.pid
    await mosquitto.restart()
    expect(mosquitto.pid).not.toBe(firstPid)
    await device(mosquitto).ready
  })

  test('an ACL keeps a device from reading what is not its own', async () => {
    const acl = 'user operator\ntopic readwrite device/#\nuser sensor\ntopic write device/#\n'
    const users = { operator: 'a', sensor: 'b' }
    const mosquitto = await broker({ mode: 'password', users, acl })
    const observer = await watch(mosquitto)
    const sensor = await watch({ ...mosquitto, users: { sensor: 'b' } })
    await sensor.publish('device/s1/data', { temperature: 20 })
    await observer.waitForCount('device/s1/data', 1)
    expect(sensor.messages).toEqual([])
  })
})

describe('the habits of the executors in the field', () => {
  test('online comes twice at start, and nothing is sent on SIGTERM', async () => {
    const mosquitto = await broker({ mode: 'anonymous' })
    const observer = await watch(mosquitto)
    const executor = device(mosquitto)
    await executor.ready
    await observer.waitForCount('device/rpi_001/status', 2)
    await executor.stop()
    const sentinel = await watch(mosquitto)
    await sentinel.publish('device/rpi_001/probe', {})
    await observer.waitForCount('device/rpi_001/probe', 1)
    const said = observer.messages.filter(({ topic }) => topic.endsWith('/status')).map(({ json }) => json?.status)
    expect(said).toEqual(['online', 'online'])
  })

  test('heartbeats stop during a command and then come in a burst with old times, before the result', async () => {
    const observer = await fleetOfOne({ heartbeatIntervalS: 0.2, timestamps: 'epoch' })
    await run(observer, 'sleep 1.5')
    const before = observer.messages.slice(
      0,
      observer.messages.findIndex(({ topic }) => topic.endsWith('/result')),
    )
    const burst = before.filter(({ topic }) => topic.endsWith('/heartbeat')).slice(-5)
    const ages = burst.map(({ json, receivedMs }) => receivedMs - Number(json?.timestamp) * 1000)
    expect(ages.every((ageMs, index) => index === 0 || ageMs < (ages[index - 1] ?? 0) - 100)).toBe(true)
    expect(ages[0]).toBeGreaterThan(700)
  })

  test('stderr comes as error also on success, and alone on failure', async () => {
    const observer = await fleetOfOne()
    expect(await run(observer, 'echo out; echo note >&2')).toMatchObject({ success: true, error: 'note\n' })
    const failed = await run(observer, 'exit 3')
    expect(failed).toMatchObject({ success: false, output: '' })
    expect(failed).not.toHaveProperty('error')
  })

  test('output that is not UTF-8 is a failure though the command ran', async () => {
    const observer = await fleetOfOne()
    expect(await run(observer, "printf '\\377'")).toMatchObject({
      success: false,
      output: expect.stringContaining('utf-8'),
    })
  })

  test('a timeout loses the output and leaves the children of the shell running', async () => {
    const observer = await fleetOfOne()
    const answer = await run(observer, 'echo early; sleep 321 & sleep 20', 1)
    expect(answer).toMatchObject({ success: false, output: 'Command timed out after 1 seconds' })
    const survivor = String((await run(observer, "ps -eo pid,args | awk '/[s]leep 321/ {print $1}'")).output).trim()
    expect(survivor).toMatch(/^\d+$/)
    process.kill(Number(survivor))
  })

  test('a repeated command id runs twice, a missing one becomes unknown, no folder lasts', async () => {
    const observer = await fleetOfOne()
    const again = { command_id: 'same', command: 'echo $$', timeout: 5 }
    await observer.publish('device/rpi_001/command', again)
    await observer.publish('device/rpi_001/command', again)
    await observer.publish('device/rpi_001/command', { command: 'cd /usr' })
    await observer.publish('device/rpi_001/command', 'not json')
    await observer.publish('device/rpi_001/command', { command_id: 'where', command: 'pwd' })
    const answers = (await observer.waitForCount('device/rpi_001/result', 4)).map(({ json }) => json)
    expect(answers[0]?.output).not.toBe(answers[1]?.output)
    expect(answers.map((answer) => answer?.command_id)).toEqual(['same', 'same', 'unknown', 'where'])
    expect(answers[3]?.output).not.toBe('/usr\n')
  })

  test('a control request is answered by a status without status', async () => {
    const observer = await fleetOfOne()
    await observer.publish('device/rpi_001/control', { action: 'led' })
    const answer = await observer.waitFor(
      ({ topic, json }) => topic.endsWith('/status') && 'control_result' in (json ?? {}),
    )
    expect(answer.json).not.toHaveProperty('status')
  })

  test('a command longer than the broker’s patience loses its result, and the device comes back', async () => {
    const observer = await fleetOfOne({ keepaliveS: 1 })
    // Mosquitto looks for silent clients every five seconds only.
    await observer.waitForCount('device/rpi_001/status', 2)
    await observer.publish('device/rpi_001/command', { command_id: 'long', command: 'sleep 9', timeout: 30 })
    await observer.waitForCount('device/rpi_001/status', 3)
    expect(observer.messages.filter(({ topic }) => topic.endsWith('/result'))).toEqual([])
  })
})

describe('executors that misbehave on request', () => {
  test('answer under wrong, unknown and foreign ids, twice, or late', async () => {
    const mosquitto = await broker({ mode: 'anonymous' })
    const observer = await watch(mosquitto)
    const quirks = [
      'wrong-id',
      'unknown-id',
      'other-device',
      'answer-twice',
      'answer-twice-differently',
      'answer-late',
    ] as const
    for (const quirk of quirks) await device(mosquitto, { id: quirk, quirks: [quirk], lateByMs: 300 }).ready
    for (const id of quirks) await observer.publish(`device/${id}/command`, { command_id: 'c1', command: 'echo 1' })
    const only = async (id: string, count = 1): Promise<(Record<string, unknown> | undefined)[]> =>
      (await observer.waitForCount(`device/${id}/result`, count)).map(({ json }) => json && { ...json })
    expect((await only('wrong-id'))[0]?.command_id).not.toBe('c1')
    expect((await only('unknown-id'))[0]?.command_id).toBe('unknown')
    expect((await only('other-device'))[0]?.device_id).toBe('other-device-other')
    expect((await only('answer-twice', 2)).map((answer) => answer?.output)).toEqual(['1\n', '1\n'])
    expect((await only('answer-twice-differently', 2))[1]?.output).toBe('1\n (again)')
    expect((await only('answer-late'))[0]?.output).toBe('1\n')
  })

  test('run the command also where they never answer', async () => {
    const mosquitto = await broker({ mode: 'anonymous' })
    const observer = await watch(mosquitto)
    const executor = device(mosquitto, { quirks: ['never-answer'], heartbeatIntervalS: 0.2 })
    await executor.ready
    await observer.publish('device/rpi_001/command', { command_id: 'c1', command: 'sleep 0.5' })
    const seen = (await observer.waitForCount('device/rpi_001/heartbeat', 1)).length
    await observer.waitForCount('device/rpi_001/heartbeat', seen + 6)
    expect(executor.log()).toContain('sleep 0.5')
    expect(observer.messages.filter(({ topic }) => topic.endsWith('/result'))).toEqual([])
  })
})
