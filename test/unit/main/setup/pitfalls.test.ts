import { describe, expect, it } from 'vitest'
import { mosquittoConfig } from '../../../../main/setup/files/mosquitto-config.ts'
import { newPlan } from '../../../support/brokers/new-plan.ts'
import { COMBINATIONS, filesOf } from './new-plan.ts'

const MOSQUITTO = COMBINATIONS.filter(({ platform }) => platform !== 'builtin')
const CONFIG = {
  debian: 'etc/mosquitto/conf.d/default.conf',
  docker: 'config/mosquitto.conf',
  windows: 'mosquitto/mosquitto.conf',
  builtin: '',
} as const

async function configOf(platform: keyof typeof CONFIG, mode: (typeof COMBINATIONS)[number]['mode']) {
  const files = await filesOf(newPlan({ platform, mode }))
  return files.get(CONFIG[platform])?.text ?? ''
}

describe.each(MOSQUITTO)('mosquitto.conf for $platform, $mode', ({ platform, mode }) => {
  it('has one explicit listener: 2.0 without one serves this computer only, and a bad second one stops the broker', async () => {
    const lines = (await configOf(platform, mode)).split('\n').filter((line) => line.startsWith('listener '))
    expect(lines).toEqual([mode === 'tls' || mode === 'mtls' ? 'listener 8883' : 'listener 1883'])
  })

  it('says who may enter: a listener turns the default of allow_anonymous to false', async () => {
    expect(await configOf(platform, mode)).toMatch(
      mode === 'anonymous' ? /^allow_anonymous true$/m : /^allow_anonymous false$/m,
    )
  })

  it('never splits settings by listener, which loses the password file for the others', async () => {
    expect(await configOf(platform, mode)).not.toContain('per_listener_settings')
  })

  it('names files by absolute paths only: a service has no useful working directory', async () => {
    const paths = [...(await configOf(platform, mode)).matchAll(/^(?:\w*file|acl_file|persistence_location) (.+)$/gm)]
    for (const [, path] of paths) expect(path).toMatch(platform === 'windows' ? /^C:\\/ : /^\//)
  })

  it('has an ACL exactly where there are accounts', async () => {
    expect(/^acl_file /m.test(await configOf(platform, mode))).toBe(mode !== 'anonymous')
    expect(/^password_file /m.test(await configOf(platform, mode))).toBe(mode === 'password' || mode === 'tls')
  })

  it('asks for a client certificate in that mode alone, and takes its name as the account', async () => {
    const config = await configOf(platform, mode)
    expect(config.includes('require_certificate true\nuse_identity_as_username true')).toBe(mode === 'mtls')
  })

  it('carries every limit of the plan', async () => {
    const config = await configOf(platform, mode)
    expect(config).toContain('max_connections 1000\n')
    expect(config).toContain('persistent_client_expiration 1d\n')
    expect(config).toContain('max_queued_messages 1000\n')
    expect(config).toContain('max_packet_size 16777216\n')
    expect(config).toContain('max_keepalive 600\n')
  })

  it('lets a large fleet connect and answer at once, also where the limits of the plan are smaller', async () => {
    const devices = Array.from({ length: 3_000 }, (_, index) => `rpi_${index}`)
    const config = mosquittoConfig(newPlan({ platform, mode, devices }), false)
    expect(config).toContain('max_queued_messages 12000\n')
    expect(config).toContain('max_inflight_messages 200\n')
    expect(Number(/max_connections (\d+)/.exec(config)?.[1])).toBeGreaterThan(3_000)
  })

  it('has no byte order mark and no carriage return in any file: a BOM breaks line 1', async () => {
    for (const { path, text } of (await filesOf(newPlan({ platform, mode }))).values()) {
      expect(text.startsWith('\ufeff'), path).toBe(false)
      expect(text.includes('\r'), path).toBe(false)
      expect(text.endsWith('\n'), path).toBe(true)
    }
  })

  it('gives secrets to the account the broker runs as: it reads keys after it gave up root', async () => {
    const owner = { debian: 'mosquitto', docker: '1883', windows: 'SYSTEM', builtin: '' }[platform]
    const files = [...(await filesOf(newPlan({ platform, mode }))).values()]
    const own = files.filter(({ path, isSecret }) => isSecret && !path.startsWith('handover/'))
    expect(own.length).toBe({ anonymous: 0, password: 1, tls: 2, mtls: 1 }[mode])
    for (const file of own) expect(file, file.path).toMatchObject({ owner, mode: 0o600 })
  })

  it('lets nobody else read what is secret', async () => {
    for (const { path, text, mode: bits } of (await filesOf(newPlan({ platform, mode }))).values()) {
      if (/PRIVATE KEY|password of|^\w+:\$7\$/m.test(text)) expect(bits, path).toBe(0o600)
    }
  })
})

it('leaves the log and the data folder to the main file of Debian: named twice they stop the broker', async () => {
  const config = await configOf('debian', 'password')
  expect(config).not.toMatch(/^(log_dest|persistence_location|pid_file|include_dir) /m)
})

it('binds to loopback where only this computer may connect', async () => {
  const files = await filesOf(newPlan({ isLoopbackOnly: true }))
  expect(files.get(CONFIG.debian)?.text).toContain('listener 1883 127.0.0.1\n')
})

it('never advises mosquitto_passwd -c, which empties an existing file', async () => {
  for (const { platform, mode } of COMBINATIONS) {
    const text = [...(await filesOf(newPlan({ platform, mode }))).values()].map((file) => file.text).join('\n')
    expect(text).not.toMatch(/mosquitto_passwd|\bln -s/)
  }
})

it('keeps an earlier file when it places a new one', async () => {
  const debian = (await filesOf(newPlan({ mode: 'tls' }))).get('install.sh')?.text ?? ''
  expect(debian.match(/^install /gm)?.length).toBe(6)
  expect(debian.match(/^install --backup=numbered /gm)?.length).toBe(6)
  expect(debian).toContain('-o mosquitto -g mosquitto -m 0600 etc/mosquitto/certs/server.key ')
})
