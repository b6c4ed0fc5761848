import { connectAsync, type MqttClient } from 'mqtt'
import { afterEach, expect, it } from 'vitest'
import { bridgedFiles } from '../../main/setup/bridges/bridged-files.ts'
import { completeMaterial, NO_MATERIAL } from '../../main/setup/certificates/material.ts'
import { findMosquitto } from '../../main/setup/proof/mosquitto-program.ts'
import { startShadowBroker } from '../../main/setup/proof/shadow-broker.ts'
import { openLine } from '../support/brokers/line.ts'
import { type MqttObserver, observe } from '../support/brokers/mqtt-observer.ts'
import { newClusterPlan } from '../support/brokers/new-plan.ts'

const RESULTS = 500
const [COMMAND, RESULT] = ['device/rpi_001/command', 'device/rpi_001/result']

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const plan = newClusterPlan({
  cluster: 'bridges',
  mode: 'password',
  hosts: ['centre.site.local', 'north.site.local'],
  devices: ['rpi_001'],
})

async function watch(port: number, filter: string): Promise<MqttObserver> {
  const observer = await observe({ host: '127.0.0.1', port, username: 'operator', password: 'secret', filter })
  ends.push(() => observer.stop())
  return observer
}

async function device(port: number): Promise<MqttClient> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { username: 'rpi_001', password: 'secret' })
  ends.push(() => client.endAsync(true))
  return client
}

it('a command given while the line of a site was down never runs, and answers given meanwhile come once', async () => {
  const passwords = new Map([...plan.operators, ...plan.devices].map((account) => [account, 'secret']))
  const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords }, Date.now())
  const program = await findMosquitto()
  if (program === null) throw new Error('mosquitto is not installed (Debian: apt-get install mosquitto)')
  const line = await openLine()
  ends.push(() => line.cut())
  const centre = await startShadowBroker(program, bridgedFiles(plan, material, 0))
  ends.push(() => centre.stop())
  line.lead(centre.port)
  const site = await startShadowBroker(program, bridgedFiles(plan, material, 1), (text) => {
    if (text.startsWith('address ')) return [`address 127.0.0.1:${line.port}`]
    // Tries again at once, where it would wait up to half a minute.
    return text.startsWith('restart_timeout ') ? ['restart_timeout 1'] : [text]
  })
  ends.push(() => site.stop())

  const stands = await watch(centre.port, 'site/+/bridge')
  const stateTimes = (state: string) => stands.messages.filter(({ payload }) => payload.toString() === state).length
  await expect.poll(() => stateTimes('1'), { timeout: 20_000 }).toBe(1)
  const people = await watch(centre.port, 'device/+/result')
  const own = await device(site.port)
  const ran: string[] = []
  own.on('message', (_topic, payload) => ran.push(payload.toString()))
  await own.subscribeAsync(COMMAND, { qos: 1 })
  await people.client.publishAsync(COMMAND, 'before', { qos: 1 })
  await expect.poll(() => ran).toEqual(['before'])

  await line.cut()
  await expect.poll(() => stateTimes('0'), { timeout: 20_000 }).toBe(1)
  await people.client.publishAsync(COMMAND, 'too late', { qos: 1 })
  for (let index = 0; index < RESULTS; index += 1) await own.publishAsync(RESULT, JSON.stringify({ index }), { qos: 1 })
  expect(people.messages).toHaveLength(0)

  await line.mend()
  await people.waitForCount(RESULT, RESULTS)
  await people.client.publishAsync(COMMAND, 'after', { qos: 1 })
  await expect.poll(() => ran.at(-1)).toBe('after')
  // What came twice would have come before this one.
  await own.publishAsync(RESULT, JSON.stringify({ index: RESULTS }), { qos: 1 })
  await people.waitForCount(RESULT, RESULTS + 1)
  expect(people.messages.map(({ json }) => json?.index)).toEqual(
    Array.from({ length: RESULTS + 1 }, (_, index) => index),
  )
  expect(ran).toEqual(['before', 'after'])
}, 120_000)
