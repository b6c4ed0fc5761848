import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { SECURITY_MODES } from '../../../../preload/contract/models/broker/connection.ts'
import { SETUP_VERSIONS } from '../../../../preload/contract/models/broker/setup.ts'
import { newPlan } from '../../../support/brokers/new-plan.ts'
import { filesOf } from './new-plan.ts'

/**
 * The parts of the Compose Specification that are used (compose-spec.json: `service`, `volume`; short syntaxes in 05-services.md).
 * Strict, so that `version`, or a misspelt key, does not pass.
 */
const service = z.strictObject({
  image: z.string().regex(/^[a-z0-9][a-z0-9._/-]*:[\w][\w.-]{0,127}@sha256:[0-9a-f]{64}$/),
  command: z.array(z.string()),
  restart: z.string().regex(/^(no|always|unless-stopped|on-failure(:\d+)?)$/),
  ports: z.array(z.string().regex(/^(\d{1,3}(\.\d{1,3}){3}:)?\d{1,5}:\d{1,5}(\/(tcp|udp))?$/)).max(1),
  volumes: z.array(z.string().regex(/^(\.\/?[\w./-]+|[a-zA-Z0-9][\w.-]*):\/[\w./-]+(:(ro|rw))?$/)),
})
const compose = z.strictObject({
  services: z.record(z.string().regex(/^[\w.-]+$/), service),
  volumes: z.record(z.string().regex(/^[\w.-]+$/), z.strictObject({})),
})

async function composeOf(changes: Parameters<typeof newPlan>[0]) {
  const files = await filesOf(newPlan({ platform: 'docker', ...changes }))
  return compose.parse(parse(files.get('docker-compose.yml')?.text ?? '', { version: '1.1' }))
}

describe.each(SECURITY_MODES)('docker-compose.yml, %s', (mode) => {
  it.each(SETUP_VERSIONS)('is valid for Compose and names the image of Mosquitto %s', async (version) => {
    const { services } = await composeOf({ mode, version })
    expect(services.mosquitto?.image).toMatch(new RegExp(`^eclipse-mosquitto:${version.replace('.', '\\.')}`))
    expect(services.mosquitto?.restart).toBe('unless-stopped')
  })

  it('publishes the port of the mode and no other', async () => {
    const { services } = await composeOf({ mode })
    expect(services.mosquitto?.ports).toEqual([mode === 'tls' || mode === 'mtls' ? '8883:8883' : '1883:1883'])
  })

  it('names its configuration: the image of 2.1 lets everybody in when it finds none', async () => {
    const { services } = await composeOf({ mode, version: '2.1' })
    expect(services.mosquitto?.command).toEqual(['mosquitto', '-c', '/mosquitto/config/mosquitto.conf'])
    expect(services.mosquitto?.volumes).toContain('./config:/mosquitto/config:ro')
  })

  it('declares every volume that it uses, so that data and log survive the container', async () => {
    const { services, volumes } = await composeOf({ mode })
    const named = services.mosquitto?.volumes
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((name) => !name.startsWith('.'))
    expect(named).toEqual(Object.keys(volumes))
    const places = services.mosquitto?.volumes.map((volume) => volume.split(':')[1])
    expect(places).toEqual(['/mosquitto/config', '/mosquitto/data', '/mosquitto/log'])
  })
})

it('publishes to this computer alone where the plan says so, though the broker listens to its whole container', async () => {
  const { services } = await composeOf({ isLoopbackOnly: true })
  expect(services.mosquitto?.ports).toEqual(['127.0.0.1:1883:1883'])
  const files = await filesOf(newPlan({ platform: 'docker', isLoopbackOnly: true }))
  expect(files.get('config/mosquitto.conf')?.text).toContain('listener 1883\n')
})

it('mounts a folder that holds every file that the configuration names', async () => {
  const files = await filesOf(newPlan({ platform: 'docker', mode: 'tls' }))
  const config = files.get('config/mosquitto.conf')?.text ?? ''
  const named = [...config.matchAll(/ \/mosquitto\/config\/(\S+)$/gm)].map(([, name]) => `config/${name}`)
  expect(named).toHaveLength(5)
  for (const name of named) expect(files.has(name), name).toBe(true)
})
