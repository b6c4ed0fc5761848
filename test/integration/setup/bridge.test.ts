import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type GeneratedBroker,
  runBrokerFiles,
  startGenerated,
  type ToolAnswer,
} from '../../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { type ExecutorHandle, startExecutor } from '../../support/devices/executor.ts'
import { connect, listen, publish, refusal } from './client.ts'

interface ExecutorConfig {
  readonly device_id: string
  readonly mqtt_host: string
  readonly mqtt_port: number
  readonly mqtt_username: string
  readonly mqtt_password: string
}

describe.each(['tls', 'mtls'] as const)('an executor without TLS behind the generated bridge, %s', (mode) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bridge-'))
  const kit = path.join(folder, 'handover/devices/rpi_001')
  let port = 0
  let localPort = 0
  let config: ExecutorConfig
  let answer: ToolAnswer
  let broker: GeneratedBroker
  let bridge: GeneratedBroker
  let executor: ExecutorHandle

  beforeAll(async () => {
    port = await freeLoopbackPort()
    localPort = await freeLoopbackPort()
    answer = await runBrokerFiles(
      [
        ...['--platform', 'debian', '--mode', mode, '--port', String(port), '--out', folder],
        ...['--host', '127.0.0.1', '--user', 'operator', '--device', 'rpi_001'],
      ],
      { operator: 'operator password', rpi_001: '设备 "one" #1' },
    )
    broker = await startGenerated(folder, filesBelow('etc/'))
    bridge = await startGenerated(folder, filesBelow('handover/devices/rpi_001/'), (text) =>
      text.replace('listener 1883 ', `listener ${localPort} `),
    )
    config = JSON.parse(readFileSync(path.join(kit, 'rpi_executor_config.json'), 'utf8'))
    expect(config).toMatchObject({ mqtt_host: '127.0.0.1', mqtt_port: 1883, mqtt_username: 'rpi_001' })
    executor = startExecutor({
      id: config.device_id,
      host: config.mqtt_host,
      port: localPort,
      username: config.mqtt_username,
      password: config.mqtt_password,
      heartbeatIntervalS: 1,
    })
    await executor.ready
  })

  afterAll(async () => {
    await executor.stop()
    await bridge.stop()
    await broker.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  function filesBelow(prefix: string) {
    return answer.files.filter(({ path: name }) => name.startsWith(prefix))
  }

  it('is seen, gets its command and is answered for', async () => {
    const client =
      mode === 'mtls'
        ? { cert: read('handover/operators/operator/client.crt'), key: read('handover/operators/operator/client.key') }
        : { username: 'operator', password: 'operator password' }
    const operator = await connect({ port, ca: read('etc/mosquitto/certs/ca.crt'), ...client })
    try {
      const results = await listen(operator, 'device/+/result')
      const beats = await listen(operator, 'device/+/heartbeat')
      await beats.until('device/rpi_001/heartbeat')
      const command = JSON.stringify({ command_id: 'c1', command: 'echo over the bridge', timeout: 10 })
      expect(await publish(operator, 'device/rpi_001/command', command)).toBe('ok')
      const result: unknown = JSON.parse(await results.until('device/rpi_001/result'))
      expect(result).toMatchObject({ command_id: 'c1', success: true, output: 'over the bridge\n' })
    } finally {
      await operator.endAsync()
    }
  })

  it('lets no other program of the device in: it could give the executor commands that nobody approved', async () => {
    expect(await refusal({ port: localPort })).toBe('0x87')
    expect(await refusal({ port: localPort, username: 'rpi_001', password: '设备 "one" #1' })).toBe('0x87')
    expect(await refusal({ port: localPort, username: 'operator', password: 'operator password' })).toBe('0x87')
    expect(config.mqtt_password).toMatch(/^[A-Za-z2-9]{21}$/)
  })

  it("gives the executor's login its own topics only, and never a command", async () => {
    const own = await connect({ port: localPort, username: 'rpi_001', password: config.mqtt_password })
    try {
      for (const topic of ['device/rpi_001/command', 'device/rpi_001/cancel', 'device/rpi_002/status', 'test/x']) {
        expect(await publish(own, topic), topic).toBe('0x87')
      }
      expect(await publish(own, 'device/rpi_001/status')).toBe('ok')
    } finally {
      await own.endAsync()
    }
  })

  it('leaves no trace of the bridge on the broker: no notification, no private subscription', () => {
    expect(broker.log()).not.toMatch(/\$SYS\/broker\/connection|Bad socket|denied/i)
    expect(bridge.log()).not.toMatch(/error/i)
  })

  function read(name: string): string {
    return readFileSync(path.join(folder, name), 'utf8')
  }
})
