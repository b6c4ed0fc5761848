import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { type GeneratedBroker, runBrokerFiles, startGenerated } from '../../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { type Access, connect, listen, publish, refusal } from './client.ts'

const PASSWORDS = { operator: 'pä§§ "wörd" 密码 🔑', rpi_001: "dev'one $HOME", rpi_002: ' second device ' }
const COMBINATIONS = [
  { mode: 'anonymous', key: 'ecdsa' },
  { mode: 'password', key: 'ecdsa' },
  { mode: 'tls', key: 'ecdsa' },
  { mode: 'tls', key: 'rsa' },
  { mode: 'mtls', key: 'ecdsa' },
  { mode: 'mtls', key: 'rsa' },
] as const

describe.each(COMBINATIONS)('a real Mosquitto on the generated files: Debian, $mode, $key', ({ mode, key }) => {
  const isTls = mode === 'tls' || mode === 'mtls'
  const hasPasswords = mode === 'password' || mode === 'tls'
  const passwords = isTls ? { ...PASSWORDS, rpi_002: 'second device' } : PASSWORDS
  const folder = mkdtempSync(path.join(tmpdir(), 'waypost-debian-'))
  const open: MqttClient[] = []
  let port = 0
  let broker: GeneratedBroker

  const file = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  const accessOf = (account: keyof typeof PASSWORDS): Access => {
    const kit = account === 'operator' ? 'handover/operators/operator' : `handover/devices/${account}`
    return {
      port,
      ...(hasPasswords ? { username: account, password: passwords[account] } : {}),
      ...(isTls ? { ca: file('etc/mosquitto/certs/ca.crt') } : {}),
      ...(mode === 'mtls' ? { cert: file(`${kit}/client.crt`), key: file(`${kit}/client.key`) } : {}),
    }
  }
  const enter = async (account: keyof typeof PASSWORDS) => {
    const client = await connect(accessOf(account))
    open.push(client)
    return client
  }

  beforeAll(async () => {
    port = await freeLoopbackPort()
    const answer = await runBrokerFiles(
      [
        ...['--platform', 'debian', '--mode', mode, '--key', key, '--port', String(port), '--out', folder],
        ...['--host', '127.0.0.1', 'localhost', '--user', 'operator', '--device', 'rpi_001', '--device', 'rpi_002'],
      ],
      hasPasswords ? passwords : {},
    )
    expect(answer.stderr).toBe('')
    expect(answer.code).toBe(0)
    const own = answer.files.filter(({ path: name }) => name.startsWith('etc/'))
    broker = await startGenerated(folder, own)
  })

  afterAll(async () => {
    for (const client of open) await client.endAsync()
    await broker.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('starts without a complaint, so that owner, mode and every line are right', () => {
    expect(broker.log()).not.toMatch(/error|warning|local only/i)
  })

  it('carries a command to its device and the answers back', async () => {
    const [operator, device] = [await enter('operator'), await enter('rpi_001')]
    const commands = await listen(device, 'device/rpi_001/command')
    const answers = await listen(operator, 'device/+/result')
    const status = await listen(operator, 'device/+/status')
    const heartbeat = await listen(operator, 'device/+/heartbeat')
    expect(await publish(operator, 'device/rpi_001/command', 'uptime')).toBe('ok')
    expect(await commands.until('device/rpi_001/command')).toBe('uptime')
    for (const leaf of ['status', 'heartbeat', 'data', 'result', 'ack', 'output']) {
      expect(await publish(device, `device/rpi_001/${leaf}`, leaf), leaf).toMatch(/^(ok|0x10)$/)
    }
    expect(await answers.until('device/rpi_001/result')).toBe('result')
    expect(await status.until('device/rpi_001/status')).toBe('status')
    expect(await heartbeat.until('device/rpi_001/heartbeat')).toBe('heartbeat')
  })

  it('carries a hello to one device and to all of them, and no hello of a device', async () => {
    const [operator, device, other] = [await enter('operator'), await enter('rpi_001'), await enter('rpi_002')]
    const heard = await listen(device, 'device/all/hello')
    const own = await listen(device, 'device/rpi_001/hello')
    const heardToo = await listen(other, 'device/all/hello')
    if (mode !== 'anonymous') expect(await publish(device, 'device/all/hello', 'forged')).toBe('0x87')
    expect(await publish(operator, 'device/all/hello', 'all')).toBe('ok')
    expect(await publish(operator, 'device/rpi_001/hello', 'one')).toBe('ok')
    expect(await heard.until('device/all/hello')).toBe('all')
    expect(await heardToo.until('device/all/hello')).toBe('all')
    expect(await own.until('device/rpi_001/hello')).toBe('one')
  })

  it('lets the operator read the health of the broker and use the test topic', async () => {
    const operator = await enter('operator')
    const health = await listen(operator, '$SYS/broker/version')
    const echo = await listen(operator, 'test/#')
    await publish(operator, 'test/topic', 'hello')
    expect(await health.until('$SYS/broker/version')).toContain('mosquitto version')
    expect(await echo.until('test/topic')).toBe('hello')
  })

  if (mode === 'anonymous') return

  it('refuses whoever says no name', async () => {
    const { username: _username, password: _password, cert: _cert, key: _key, ...nobody } = accessOf('operator')
    expect(await refusal(nobody)).not.toBe('connected')
  })

  it("refuses a device the topics of another, and an operator the devices' own", async () => {
    const [operator, device, other] = [await enter('operator'), await enter('rpi_001'), await enter('rpi_002')]
    const seen = await listen(operator, 'device/+/status')
    const stolen = await listen(other, 'device/rpi_001/command')
    const own = await listen(other, 'device/rpi_002/command')
    for (const topic of ['device/rpi_002/status', 'device/rpi_001/command', 'device/rpi_002/command', 'test/topic']) {
      expect(await publish(device, topic), topic).toBe('0x87')
    }
    expect(await publish(operator, 'device/rpi_001/status')).toBe('0x87')
    await publish(operator, 'device/rpi_001/command', 'secret')
    await publish(operator, 'device/rpi_002/command', 'own')
    await own.until('device/rpi_002/command')
    expect(stolen.topics()).not.toContain('device/rpi_001/command')
    await publish(other, 'device/rpi_002/status')
    await seen.until('device/rpi_002/status')
    expect(seen.topics()).toEqual(['device/rpi_002/status'])
  })

  if (hasPasswords) {
    it('refuses a wrong password and an unknown account', async () => {
      expect(await refusal({ ...accessOf('operator'), password: `${passwords.operator} ` })).toBe('0x87')
      expect(await refusal({ ...accessOf('operator'), username: 'rpi_001' })).toBe('0x87')
      expect(await refusal({ ...accessOf('operator'), username: 'nobody' })).toBe('0x87')
    })
  }

  if (!isTls) return

  it('has no place for plain text', async () => {
    const { ca: _ca, cert: _cert, key: _key, ...plain } = accessOf('operator')
    expect(await refusal(plain)).not.toBe('connected')
    expect(file('etc/mosquitto/conf.d/default.conf').match(/^listener /gm)).toHaveLength(1)
  })

  it('is recognised by every listed name, and by no other authority', async () => {
    expect(await refusal({ ...accessOf('operator'), host: 'localhost' })).toBe('connected')
    const stranger = await createAuthority('Somebody else')
    expect(await refusal({ ...accessOf('operator'), ca: stranger.ca })).toMatch(/self-signed|unable to verify/)
  })

  if (mode === 'mtls') {
    it('refuses a client certificate of another authority', async () => {
      const stranger = await createAuthority('Somebody else')
      const forged = await stranger.issueClient('operator')
      expect(await refusal({ ...accessOf('operator'), cert: forged.certificate, key: forged.key })).not.toBe(
        'connected',
      )
    })
  }
})
