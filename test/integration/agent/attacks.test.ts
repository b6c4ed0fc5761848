import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newPrivateKey } from '../../../main/agent/keys.ts'
import { signCancel } from '../../../main/agent/signing.ts'
import { type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type MqttObserver, observe } from '../../support/brokers/mqtt-observer.ts'
import { type AgentHandle, AgentOperator, linesOf, prepareAgent } from '../../support/devices/agent-process.ts'
import { attackMessages } from './attack-messages.ts'

let broker: Mosquitto
let observer: MqttObserver
let agent: AgentHandle
let operator: AgentOperator
let written: string

beforeEach(async () => {
  // Full write access: the attacker is whoever controls the broker.
  broker = await startMosquitto({ mode: 'anonymous', isQuiet: true })
  observer = await observe({ host: broker.host, port: broker.port })
  operator = new AgentOperator('pi-1', observer)
  // Long, so that each attack meets a challenge that still holds, and fails for its own reason.
  agent = await prepareAgent({ id: 'pi-1', broker, operators: { Anna: operator.key }, heartbeatIntervalS: 60 })
  written = path.join(agent.folder, 'written')
  await agent.start()
})

afterEach(async () => {
  await agent.dispose()
  await observer.stop()
  await broker.stop()
})

const attackCommand = (name: string) => `echo '${name}' >> ${written}`

it('runs none of some hundred messages that only look like an order of the operator', async () => {
  const replayed = await operator.signed(`echo honest >> ${written}`)
  await operator.send(replayed)
  await operator.result(replayed.command_id)
  const attacks = attackMessages({ operator, attackCommand })
  expect(attacks.length).toBeGreaterThanOrEqual(300)
  await operator.challenge()
  for (const [index, { payload }] of attacks.entries()) {
    await observer.client.publishAsync('device/pi-1/command', payload, { qos: 1 })
    // The agent takes 64 waiting messages; this is about what it refuses, not about what it drops.
    if (index % 30 === 29) await operator.runAgain('true')
  }
  for (let count = 0; count < 20; count += 1) await operator.send(replayed)
  await observer.client.publishAsync(
    'device/pi-1/command',
    JSON.stringify(operator.signedAgain(attackCommand('retained'))),
    {
      qos: 1,
      retain: true,
    },
  )
  await operator.run('true')
  expect(new Set(await linesOf(written))).toEqual(new Set(['honest', 'retained']))
  expect(await linesOf(written)).toHaveLength(2)

  await agent.end('SIGTERM')
  await agent.start()
  for (const { payload } of attacks.slice(0, 40)) await observer.publish('device/pi-1/command', payload)
  await operator.send(replayed)
  await operator.run('true')
  expect(await linesOf(written)).toHaveLength(2)
}, 120_000)

it('does not let a class be lowered below its policy, nor a revoked key run anything', async () => {
  const limited = await prepareAgent({
    id: 'pi-2',
    broker,
    operators: { Anna: operator.key },
    policy: { signed: 'required', max_class: 'read' },
  })
  try {
    await limited.start()
    const reader = new AgentOperator('pi-2', observer, operator.key)
    const above = await reader.signed(attackCommand('above'), { class: 'change' })
    await reader.send({ ...above, class: 'read' })
    expect(await reader.refusal(above.command_id)).toBe('bad-signature')
    const honest = await reader.signed(attackCommand('honest'), { class: 'destructive' })
    await reader.send(honest)
    expect(await reader.refusal(honest.command_id)).toBe('policy')
    const inTime = await reader.signed(attackCommand('revoked'))
    await limited.act('trust', 'remove', operator.key.public.id)
    await reader.send(inTime)
    expect(await reader.refusal(inTime.command_id)).toBe('untrusted-key')
    expect(await linesOf(written)).toEqual([])
  } finally {
    await limited.dispose()
  }
})

it('does not let hellos push out the challenge that a command was signed for', async () => {
  const message = await operator.signed('echo fresh')
  for (let count = 0; count < 200; count += 1)
    await observer.publish('device/all/hello', { nonce: `n${count}`, jitter_s: 0 })
  await operator.send(message)
  expect(await operator.result(message.command_id)).toMatchObject({ output: 'fresh\n' })
})

it('refuses a cancel that nobody signed', async () => {
  const message = await operator.signed('sleep 0.5; echo done')
  await operator.send(message)
  await observer.publish('device/pi-1/cancel', { command_id: message.command_id })
  const { session, challenge } = message
  const stranger = signCancel(
    newPrivateKey(),
    { session, challenge },
    { deviceId: 'pi-1', commandId: message.command_id },
  )
  await observer.publish('device/pi-1/cancel', { command_id: message.command_id, ...stranger })
  expect(await operator.result(message.command_id)).toMatchObject({ ending: 'exited', output: 'done\n' })
})

it('runs nothing twice where it is killed at any of ten moments, and says what became of it', async () => {
  const moments = [
    'sent',
    'received',
    'running',
    'begun',
    'begun + 10',
    'begun + 50',
    'ending',
    'ending + 10',
    'result',
    'result + 20',
  ]
  for (const [index, moment] of moments.entries()) {
    const message = await operator.signed(
      `echo begin${index} >> ${written}; echo begun; sleep 0.2; echo end${index} >> ${written}; echo ending`,
    )
    const sending = operator.send(message)
    const [event, delay] = moment.split(' + ')
    if (event !== 'sent') {
      await observer.waitFor(
        ({ json }) =>
          json?.command_id === message.command_id &&
          json.command === undefined &&
          (json.state === event ||
            `${json.data}`.includes(`${event}`) ||
            (event === 'result' && json.ending !== undefined)),
      )
    }
    await sending
    await new Promise((resolve) => setTimeout(resolve, Number(delay ?? 0)))
    await agent.end('SIGKILL')
    await agent.start()
    for (let count = 0; count < 3; count += 1) await operator.send(message)
    await operator.run('true')
    const lines = await linesOf(written)
    expect(lines.filter((line) => line === `begin${index}`).length).toBeLessThanOrEqual(1)
    expect(lines.filter((line) => line === `end${index}`).length).toBeLessThanOrEqual(1)
    const results = observer.messages.filter(
      ({ topic, json }) => topic === 'device/pi-1/result' && json?.command_id === message.command_id,
    )
    const endings = new Set(results.map(({ json }) => json?.ending))
    // Killed before it took the command: refused, because the session is another. Else one ending, whichever is true.
    if (endings.size === 0) expect(await operator.refusal(message.command_id)).toBe('old-session')
    else expect([['exited'], ['interrupted']]).toContainEqual([...endings])
    if (endings.has('exited')) expect(lines).toContain(`end${index}`)
  }
}, 120_000)
