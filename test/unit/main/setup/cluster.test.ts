import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL, type SetupMaterial } from '../../../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../../../main/setup/files/artifacts.ts'
import { checkPlan } from '../../../../main/setup/plan/check-plan.ts'
import { certificatesEndAt, prepareDraft, reviewOf } from '../../../../main/setup/prepare.ts'
import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { newPlan, passwordsFor } from '../../../support/brokers/new-plan.ts'
import { NOW } from './new-plan.ts'

const HOSTS = ['mq1.site.local', 'mq2.site.local', '192.168.1.13']

const clusterPlan = (changes: Partial<SetupPlan> = {}): SetupPlan =>
  newPlan({ platform: 'cluster', mode: 'tls', hosts: HOSTS, ...changes })

async function build(plan: SetupPlan, kept: Partial<SetupMaterial> = {}) {
  const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords: passwordsFor(plan), ...kept }, NOW)
  const { files, commands } = buildArtifacts(plan, material)
  return { material, commands, files: new Map(files.map((file) => [file.path, file])) }
}

type Built = Awaited<ReturnType<typeof build>>

const textOf = ({ files }: Built, path: string): string => {
  const file = files.get(path)
  if (file === undefined) throw new Error(`no ${path} among ${[...files.keys()].join(', ')}`)
  return file.text
}

const natsOf = (built: Built, node: string) => {
  const text = textOf(built, `nodes/${node}/nats-server.conf`)
  return JSON.parse(text.slice(text.indexOf('\n'))) as {
    readonly server_name: string
    readonly host: string
    readonly cluster: { readonly routes: readonly string[]; readonly tls?: { readonly insecure?: boolean } }
    readonly mqtt: { readonly port: number; readonly tls?: object }
    readonly authorization: {
      readonly users: readonly {
        readonly user: string
        readonly password: string
        readonly permissions: Record<'publish' | 'subscribe', { readonly allow: readonly string[] }>
      }[]
    }
  }
}

describe('the nodes of a cluster', () => {
  let built: Built
  beforeAll(async () => {
    built = await build(clusterPlan())
  })

  it('get a certificate each, with their own name alone, from one authority', () => {
    const ca = new X509Certificate(textOf(built, 'nodes/mq1.site.local/certs/ca.crt'))
    const names = HOSTS.map((host) => {
      const certificate = new X509Certificate(textOf(built, `nodes/${host}/certs/server.crt`))
      expect(certificate.checkIssued(ca)).toBe(true)
      return certificate.subjectAltName
    })
    expect(names).toEqual(['DNS:mq1.site.local', 'DNS:mq2.site.local', 'IP Address:192.168.1.13'])
    expect(new Set(HOSTS.map((host) => textOf(built, `nodes/${host}/certs/server.key`))).size).toBe(3)
  })

  it('keep their certificates and their secret where a device is added, and get new ones by a renewal', async () => {
    const more = clusterPlan({ devices: ['rpi_001', 'rpi_002', 'rpi_003'] })
    const again = await completeMaterial(more, built.material, NOW)
    expect(again.nodes).toEqual(built.material.nodes)
    expect(again.clusterSecret).toBe(built.material.clusterSecret)
    const renewed = await completeMaterial(more, built.material, NOW, true)
    expect([...renewed.nodes.values()]).not.toEqual([...built.material.nodes.values()])
    expect(certificatesEndAt({ plan: more, material: renewed })).toBeGreaterThan(NOW)
  })

  it('come with a README each: the place in the order, start at boot, undo', () => {
    const text = textOf(built, 'nodes/mq2.site.local/README.md')
    for (const part of [
      '(2/3)',
      'mq1.site.local, 192.168.1.13',
      '## Order · 顺序',
      'systemctl enable',
      '## Undo · 撤销',
    ]) {
      expect(text).toContain(part)
    }
  })

  it.each(['nats', 'rabbitmq'] as const)(
    'come with a script that a shell reads, and that names every file: %s',
    async (cluster) => {
      const own = await build(clusterPlan({ cluster }))
      const folder = 'nodes/mq1.site.local/'
      const script = textOf(own, `${folder}install.sh`)
      expect(spawnSync('sh', ['-n'], { input: script }).status).toBe(0)
      for (const { path, target } of own.files.values()) {
        if (path.startsWith(folder) && target !== null)
          expect(script).toContain(` ${path.slice(folder.length)} ${target}`)
      }
    },
  )

  it.each(['nats', 'rabbitmq'] as const)('show no secret in the preview: %s', async (cluster) => {
    const plan = clusterPlan({ cluster })
    const passwords = Object.fromEntries(passwordsFor(plan))
    const prepared = await prepareDraft({ id: 'x', plan, passwords }, null, null, NOW)
    const shown = JSON.stringify(reviewOf(prepared))
    const { clusterSecret, nodes } = prepared.material
    const keys = [...nodes.values()].map(({ key }) => key.split('\n')[1] ?? '-')
    for (const secret of [...Object.values(passwords), clusterSecret ?? '-', ...keys])
      expect(shown).not.toContain(secret)
  })
})

describe('a cluster of NATS', () => {
  it('knows the other nodes, over TLS with their names checked', async () => {
    const config = natsOf(await build(clusterPlan()), 'mq2.site.local')
    expect(config.server_name).toBe('node-2')
    expect(config.host).toBe('127.0.0.1')
    expect(config.mqtt.port).toBe(8883)
    const routes = config.cluster.routes.map((route) => route.replace(/:[^:@]+@/, ':…@'))
    expect(routes).toEqual(['nats://node:…@mq1.site.local:6222', 'nats://node:…@192.168.1.13:6222'])
    expect(config.cluster.tls).toMatchObject({ verify: true })
    expect(config.cluster.tls).not.toHaveProperty('insecure')
  })

  it('lets people command and read, and a device use its own topics', async () => {
    const { users } = natsOf(await build(clusterPlan({ devices: ['rpi_001'] })), 'mq1.site.local').authorization
    const [person, device] = users
    expect(person).toMatchObject({ user: 'operator', password: 'password of operator' })
    expect(person?.permissions.publish.allow).toContain('device.*.command')
    expect(person?.permissions.subscribe.allow).not.toContain('device.*.command')
    expect(device?.permissions.publish.allow).toEqual(
      ['status', 'heartbeat', 'data', 'result', 'ack', 'output'].map((leaf) => `device.rpi_001.${leaf}`),
    )
    expect(device?.permissions.subscribe.allow).toEqual([
      ...['command', 'cancel', 'hello', 'control'].map((leaf) => `device.rpi_001.${leaf}`),
      'device.all.hello',
      '$MQTT.sub.>',
    ])
  })

  it('has no TLS where the plan has none', async () => {
    const built = await build(clusterPlan({ mode: 'password' }))
    const { mqtt, cluster } = natsOf(built, 'mq1.site.local')
    expect({ mqtt: mqtt.tls, cluster: cluster.tls }).toEqual({ mqtt: undefined, cluster: undefined })
    expect([...built.files.keys()].some((path) => path.includes('/certs/'))).toBe(false)
  })
})

describe('a cluster of RabbitMQ', () => {
  let built: Built
  beforeAll(async () => {
    built = await build(clusterPlan({ cluster: 'rabbitmq' }))
  })

  it('names every node, listens for MQTT over TLS alone, and pauses where it sees the minority', () => {
    const lines = textOf(built, 'nodes/mq2.site.local/rabbitmq.conf').split('\n')
    for (const line of [
      ...HOSTS.map((host, index) => `cluster_formation.classic_config.nodes.${index + 1} = rabbit@${host}`),
      'cluster_partition_handling = pause_minority',
      'listeners.tcp = none',
      'mqtt.listeners.tcp = none',
      'mqtt.listeners.ssl.default = 8883',
      'mqtt.allow_anonymous = false',
    ]) {
      expect(lines).toContain(line)
    }
    const environment = textOf(built, 'nodes/mq2.site.local/rabbitmq-env.conf')
    expect(environment).toBe('NODENAME=rabbit@mq2.site.local\nUSE_LONGNAME=true\n')
  })

  it('has one secret on all nodes, and a mode for it with which Erlang reads it', () => {
    const cookies = HOSTS.map((host) => built.files.get(`nodes/${host}/erlang.cookie`))
    expect(new Set(cookies.map((file) => file?.text)).size).toBe(1)
    expect(cookies[0]).toMatchObject({ mode: 0o400, owner: 'rabbitmq', target: '/var/lib/rabbitmq/.erlang.cookie' })
  })

  it('keeps salted hashes, and gives a device its own topics', () => {
    const definitions = JSON.parse(textOf(built, 'nodes/mq1.site.local/definitions.json')) as {
      readonly users: readonly { readonly name: string; readonly password_hash: string }[]
      readonly topic_permissions: readonly { readonly user: string; readonly write: string; readonly read: string }[]
    }
    for (const { name, password_hash } of definitions.users) {
      const bytes = Buffer.from(password_hash, 'base64')
      const salt = bytes.subarray(0, 4)
      const hash = createHash('sha512').update(salt).update(`password of ${name}`).digest()
      expect(bytes.subarray(4)).toEqual(hash)
    }
    const device = definitions.topic_permissions.find(({ user }) => user === 'rpi_001')
    const [write, read] = [new RegExp(device?.write ?? ''), new RegExp(device?.read ?? '')]
    expect(write.test('device.rpi_001.status')).toBe(true)
    expect(write.test('device.rpi_002.status')).toBe(false)
    expect(write.test('device.rpi_001.command')).toBe(false)
    expect(read.test('device.rpi_001.command')).toBe(true)
    expect(read.test('device.all.hello')).toBe(true)
    // Executors subscribe to it too, and RabbitMQ would hang up on them.
    expect(read.test('device.rpi_001.control')).toBe(true)
    expect(write.test('device.rpi_001.control')).toBe(false)
  })

  it('says to delete what was taken out, because RabbitMQ keeps accounts', async () => {
    const { commands } = await build(clusterPlan({ cluster: 'rabbitmq' }), { takenOut: new Map([["o'brien", null]]) })
    expect(commands.map(({ command }) => command)).toContain("sudo rabbitmqctl delete_user 'o'\\''brien'")
  })
})

describe('the configuration of a device of a cluster', () => {
  it('holds every node, each device beginning with another one', async () => {
    const built = await build(clusterPlan())
    const lines = ['rpi_001', 'rpi_002'].map((id) =>
      textOf(built, `handover/devices/${id}/waypost-bridge.conf`).split('\n'),
    )
    expect(lines[0]).toContain('addresses mq1.site.local:8883 mq2.site.local:8883 192.168.1.13:8883')
    expect(lines[1]).toContain('addresses mq2.site.local:8883 192.168.1.13:8883 mq1.site.local:8883')
    expect(lines[1]).toContain('round_robin true')
    const direct = JSON.parse(textOf(built, 'handover/devices/rpi_002/rpi_executor_config.tls.json'))
    expect(direct).toMatchObject({ mqtt_host: 'mq2.site.local', mqtt_hosts: [HOSTS[1], HOSTS[2], HOSTS[0]] })
    expect(textOf(built, 'handover/devices/rpi_002/.env')).toContain('mq2.site.local,192.168.1.13,mq1.site.local')
    expect(textOf(built, 'handover/operators/operator/login.txt')).toContain(HOSTS.join(', '))
  })
})

describe('a plan of a cluster', () => {
  const problems = (changes: Partial<SetupPlan>) => {
    const plan = clusterPlan(changes)
    return checkPlan(plan, passwordsFor(plan)).map(({ field, item }) => [field, item])
  }

  it.each(['nats', 'rabbitmq'] as const)('works with three, five and seven nodes: %s', (cluster) => {
    const more = [...HOSTS, 'mq4.site.local', 'mq5.site.local', 'mq6.site.local', 'mq7.site.local']
    for (const count of [3, 5, 7]) expect(problems({ cluster, hosts: more.slice(0, count) })).toEqual([])
    for (const count of [1, 2, 4]) expect(problems({ cluster, hosts: more.slice(0, count) })).toEqual([['hosts', null]])
  })

  it.each([
    [{ mode: 'anonymous' }, ['mode', null]],
    [{ mode: 'mtls' }, ['mode', null]],
    [{ devices: ['a.b'] }, ['devices', 'a.b']],
    [{ hosts: ['mq1.site.local', 'mq2.site.local', 'fd00::1'] }, ['hosts', 'fd00::1']],
    [{ cluster: 'rabbitmq', hosts: ['mq1', 'mq2.site.local', 'mq3.site.local'] }, ['hosts', 'mq1']],
  ] as const)('names what its brokers cannot do: %j', (changes, found) => {
    expect(problems(changes)).toEqual([found])
  })

  it('asks for the password of an account whose hash alone is known', () => {
    const plan = clusterPlan({ devices: [] })
    expect(checkPlan(plan, new Map(), new Set(['operator'])).map(({ item }) => item)).toEqual(['operator'])
  })

  it('refuses a password that NATS takes for a hash', () => {
    const plan = clusterPlan({ devices: [] })
    expect(checkPlan(plan, new Map([['operator', '$2a$10$abc']])).map(({ field }) => field)).toEqual(['passwords'])
  })
})
