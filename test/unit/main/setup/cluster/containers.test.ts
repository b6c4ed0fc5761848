import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readEmqxAcl } from '../../../../support/brokers/emqx-acl.ts'
import { build, clusterPlan, DOORS, NODES, textOf } from './build-cluster.ts'

/** The parts of the Compose Specification that are used; strict, so that a misspelt key does not pass. */
const compose = z.strictObject({
  services: z.record(
    z.string().regex(/^[\w.-]+$/),
    z.strictObject({
      // A tag that names a release to its last part.
      image: z.string().regex(/^[a-z0-9][a-z0-9._/-]*:\d+\.\d+\.\d+(?:-[a-z0-9.]+)?$/),
      restart: z.literal('unless-stopped'),
      network_mode: z.literal('host'),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()).optional(),
      volumes: z.array(z.string().regex(/^(\.\/[\w./-]+|[a-z]+):\/[\w./-]+(:ro)?$/)),
      stop_grace_period: z
        .string()
        .regex(/^\d+s$/)
        .optional(),
    }),
  ),
  volumes: z.record(z.string().regex(/^[a-z]+$/), z.strictObject({})).optional(),
})

const KINDS = ['nats', 'rabbitmq', 'emqx'] as const
const FOLDER = 'nodes/mq1.site.local'

/** EMQX 5.8 takes no key that it does not know: those that are used here, by its documentation. */
const emqxConfig = z.strictObject({
  node: z.strictObject({ name: z.string().regex(/^emqx@[\w.-]+$/), cookie: z.string().min(16), data_dir: z.string() }),
  cluster: z.strictObject({
    name: z.string(),
    discovery_strategy: z.literal('static'),
    static: z.strictObject({ seeds: z.array(z.string().regex(/^emqx@[\w.-]+$/)) }),
  }),
  listeners: z.record(
    z.enum(['tcp', 'ssl', 'ws', 'wss']),
    z.strictObject({
      default: z.union([
        z.strictObject({ enable: z.literal(false) }),
        z.strictObject({
          bind: z.string().regex(/^0\.0\.0\.0:\d+$/),
          max_connections: z.number().int().optional(),
          proxy_protocol: z.literal(true).optional(),
          ssl_options: z
            .strictObject({
              cacertfile: z.string(),
              certfile: z.string(),
              keyfile: z.string(),
              verify: z.literal('verify_none'),
            })
            .optional(),
        }),
      ]),
    }),
  ),
  mqtt: z.strictObject({
    max_packet_size: z.string().regex(/^\d+B$/),
    session_expiry_interval: z.string().regex(/^\d+d$/),
    max_mqueue_len: z.number().int(),
    max_inflight: z.number().int().max(65_535),
  }),
  authentication: z.tuple([
    z.strictObject({
      mechanism: z.literal('password_based'),
      backend: z.literal('built_in_database'),
      user_id_type: z.literal('username'),
      password_hash_algorithm: z.strictObject({ name: z.literal('sha512'), salt_position: z.literal('prefix') }),
      bootstrap_file: z.string().endsWith('.json'),
      bootstrap_type: z.literal('hash'),
    }),
  ]),
  authorization: z.strictObject({
    no_match: z.literal('deny'),
    deny_action: z.literal('ignore'),
    sources: z.tuple([z.strictObject({ type: z.literal('file'), enable: z.literal(true), path: z.string() })]),
  }),
  dashboard: z.strictObject({
    listeners: z.strictObject({ http: z.strictObject({ bind: z.string().startsWith('127.0.0.1:') }) }),
    default_username: z.literal('admin'),
    default_password: z.string().min(16),
  }),
  api_key: z.strictObject({ bootstrap_file: z.string() }),
  log: z.strictObject({ console: z.strictObject({ enable: z.literal(true), level: z.literal('warning') }) }),
})

describe.each(KINDS)('the containers of a cluster of %s', (cluster) => {
  const plan = clusterPlan({ cluster, runtime: 'compose', balancers: DOORS })

  it('are valid for Compose, of one exact release, in the network of their computer', async () => {
    const built = await build(plan)
    for (const folder of [...NODES.map((host) => `nodes/${host}`), ...DOORS.map((host) => `balancers/${host}`)]) {
      const { services, volumes = {} } = compose.parse(
        parse(textOf(built, `${folder}/docker-compose.yml`), { version: '1.1' }),
      )
      const used = Object.values(services).flatMap((service) => service.volumes)
      const named = used.map((volume) => volume.split(':')[0] ?? '').filter((name) => !name.startsWith('.'))
      expect(named).toEqual(Object.keys(volumes))
    }
  })

  it('find every file that is mounted and named, each under the account of the container', async () => {
    const built = await build(plan)
    const own = [...built.files.values()].filter(({ path }) => path.startsWith(`${FOLDER}/config/`))
    const service = Object.values(compose.parse(parse(textOf(built, `${FOLDER}/docker-compose.yml`))).services)[0]
    for (const volume of service?.volumes.filter((one) => one.startsWith('./config/')) ?? []) {
      expect(built.files.has(`${FOLDER}/${(volume.split(':')[0] ?? '').slice(2)}`), volume).toBe(true)
    }
    const mount = service?.volumes.find((volume) => volume.startsWith('./config:'))?.split(':')[1] ?? ''
    for (const { path, target, owner, isSecret, mode } of own) {
      expect(owner).toMatch(/^\d+$/)
      if (isSecret) expect(mode & 0o077).toBe(0)
      if (!path.endsWith('erlang.cookie')) expect(target).toBe(`${mount}${path.slice(`${FOLDER}/config`.length)}`)
    }
    const targets = new Set(own.map(({ target }) => target))
    for (const { text, path } of own.filter((file) => /\.(?:conf|json)$/.test(file.path))) {
      for (const [named] of text.matchAll(new RegExp(`${mount}/[\\w./-]+`, 'g'))) {
        expect(targets.has(named), `${path} names ${named}`).toBe(true)
      }
    }
  })

  it('come with a script that a shell reads, and with lines that name the same account', async () => {
    const { files, commands } = await build(plan)
    for (const [path, { text }] of files) {
      if (path.endsWith('install.sh')) expect(spawnSync('sh', ['-n'], { input: text }).status, path).toBe(0)
    }
    const owner = files.get(`${FOLDER}/config/certs/server.key`)?.owner
    expect(commands.map(({ command }) => command)).toContain(`sudo chown -R ${owner}:${owner} config`)
  })
})

describe('the files of EMQX', () => {
  it('have the form that its documentation gives, behind haproxy with the PROXY protocol', async () => {
    const built = await build(clusterPlan({ cluster: 'emqx', balancers: DOORS }))
    const text = textOf(built, `${FOLDER}/config/emqx.conf`)
    const config = emqxConfig.parse(JSON.parse(text.slice(text.indexOf('\n'))))
    expect(config.cluster.static.seeds).toEqual(NODES.map((host) => `emqx@${host}`))
    expect(config.listeners.ssl?.default).toMatchObject({ bind: '0.0.0.0:8883', proxy_protocol: true })
    expect(config.listeners.tcp?.default).toEqual({ enable: false })
  })

  it('listen without TLS and take clients directly where the plan says so', async () => {
    const built = await build(clusterPlan({ cluster: 'emqx', mode: 'password', port: 1883 }))
    const text = textOf(built, `${FOLDER}/config/emqx.conf`)
    const { listeners } = emqxConfig.parse(JSON.parse(text.slice(text.indexOf('\n'))))
    expect(listeners.tcp?.default).toMatchObject({ bind: '0.0.0.0:1883' })
    expect(listeners.tcp?.default).not.toHaveProperty('proxy_protocol')
    expect(listeners.ssl?.default).toEqual({ enable: false })
  })

  it('keep salted hashes of passwords, and a rule for each account before the one that denies', async () => {
    const plan = clusterPlan({ cluster: 'emqx', operators: ['o"brien \\ co'] })
    const built = await build(plan)
    const users = JSON.parse(textOf(built, `${FOLDER}/config/users.json`)) as readonly {
      readonly user_id: string
      readonly password_hash: string
      readonly salt: string
    }[]
    expect(users.map(({ user_id }) => user_id)).toEqual([...plan.operators, ...plan.devices])
    for (const { user_id, password_hash, salt } of users) {
      const expected = createHash('sha512').update(`${salt}password of ${user_id}`).digest('hex')
      expect(password_hash).toBe(expected)
    }
    const rules = readEmqxAcl(textOf(built, `${FOLDER}/config/acl.conf`))
    expect(new Set(rules.slice(0, -1).map(({ account }) => account))).toEqual(
      new Set(users.map(({ user_id }) => user_id)),
    )
    expect(rules.at(-1)).toMatchObject({ isAllowed: false, account: null })
  })

  it('delete what was taken out by the API of the node', async () => {
    const { commands } = await build(clusterPlan({ cluster: 'emqx' }), { takenOut: new Map([['old/one', null]]) })
    const line = commands.map(({ command }) => command).find((command) => command.includes('DELETE')) ?? ''
    expect(line).toContain('/users/old%2Fone')
    expect(spawnSync('sh', ['-n'], { input: line }).status).toBe(0)
  })
})

describe('the configuration in a container', () => {
  it('has the name that RabbitMQ 4 gives the life of a session, and that of Debian 12 outside', async () => {
    const path = 'rabbitmq.conf'
    const inside = textOf(
      await build(clusterPlan({ cluster: 'rabbitmq', runtime: 'compose' })),
      `${FOLDER}/config/${path}`,
    )
    const outside = textOf(await build(clusterPlan({ cluster: 'rabbitmq' })), `${FOLDER}/${path}`)
    expect(inside).toContain('mqtt.max_session_expiry_interval_seconds = 86400\n')
    expect(inside).not.toContain('subscription_ttl')
    expect(outside).toContain('mqtt.subscription_ttl = 86400000\n')
    expect(outside).not.toContain('max_session_expiry')
  })
})
