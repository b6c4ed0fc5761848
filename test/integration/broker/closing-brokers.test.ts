import { afterEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../main/broker/check/connection-check.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import { type ClosingBroker, startClosingBroker } from '../../support/brokers/closing-broker.ts'
import { SILENT_LOG, targetFor } from './fixture.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function broker(options: Parameters<typeof startClosingBroker>[0]): Promise<ClosingBroker> {
  const started = await startClosingBroker(options)
  cleanups.push(() => started.stop())
  return started
}

async function outcomeOf(target: ConnectionTarget, stageTimeoutMs = 2_000) {
  const { signal } = new AbortController()
  const options = { testId: 't', onProgress: () => {}, signal, now: Date.now, log: SILENT_LOG, stageTimeoutMs }
  const test = await checkConnection(target, options)
  return {
    ...test,
    cause: test.failure?.cause ?? null,
    failedStage: test.stages.find(({ state }) => state === 'failed')?.name ?? null,
    roles: Object.fromEntries(test.probes.map(({ role, outcome }) => [role, outcome])),
    words: test.notes.map(({ en }) => en).join(' '),
  }
}

describe('the test of a broker that hangs up on a filter it forbids', () => {
  // RabbitMQ with topic permissions: no SUBACK code, the connection is closed.
  it('passes without acknowledgements, output and $SYS, and names them', async () => {
    const { port } = await broker({ closesOnFilter: /\$SYS|ack$|output$/ })
    const { cause, roles, words, brokerVersion } = await outcomeOf(targetFor({ port }))
    expect({ cause, brokerVersion }).toEqual({ cause: null, brokerVersion: null })
    expect(roles).toMatchObject({ status: 'proven', result: 'proven', data: 'proven', ack: 'denied', output: 'denied' })
    expect(words).toMatch(/does not receive acknowledgements \(ack\), live output \(output\)/)
  })

  it('passes without test/#, and asks for the filters of the console', async () => {
    const { port, subscribed } = await broker({ closesOnFilter: /^test/ })
    const { cause, roles } = await outcomeOf(targetFor({ port }))
    expect(cause).toBeNull()
    expect(roles).toMatchObject({ test: 'denied', ack: 'proven' })
    expect(subscribed).toContainEqual(['device/+/output'])
  })

  it('names the filter that the console cannot work without', async () => {
    const { port } = await broker({ closesOnFilter: /result$/ })
    const { cause, failedStage, failure } = await outcomeOf(targetFor({ port }))
    expect({ cause, failedStage }).toEqual({ cause: 'acl-read', failedStage: 'probe' })
    expect(failure?.message.en).toMatch(/\/result/)
  })

  it('takes one that it hangs up on for all devices alone for forbidden too', async () => {
    const { port } = await broker({ closesOnFilter: /^device\/\+\/heartbeat$/ })
    const { cause, failure } = await outcomeOf(targetFor({ port }))
    expect(cause).toBe('acl-read')
    expect(failure?.message.en).toContain('device/+/heartbeat')
  })

  it('takes a connection that ends after a command for a forbidden command', async () => {
    const { port } = await broker({ closesOnTopic: /command$/ })
    expect(await outcomeOf(targetFor({ port }))).toMatchObject({ cause: 'acl-write', failedStage: 'probe' })
  })
})

describe('the notes of the test', () => {
  it('say of a command alone that MQTT 3.1.1 does not tell, where all that is read was proven', async () => {
    const { port } = await broker({})
    const { cause, words } = await outcomeOf(targetFor({ port }))
    expect(cause).toBeNull()
    expect(words).toMatch(/MQTT 3\.1\.1 does not say whether a publish is allowed/)
    expect(words).not.toMatch(/messages really arrive|dot/)
  })

  it.each([
    ['takes a dot for a level', { hasDotLevels: true }],
    ['hangs up on a dot', { closesOnTopic: /\./ }],
  ])('warn of ids with a dot on a broker that %s', async (_name, options) => {
    const { port } = await broker(options)
    const { cause, words } = await outcomeOf(targetFor({ port }))
    expect(cause).toBeNull()
    expect(words).toMatch(/device id must not hold a dot/)
  })
})

describe('the login', () => {
  it('goes on with MQTT 3.1.1 where a broker is silent on MQTT 5', async () => {
    const { port } = await broker({ onConnect: ({ version }) => (version === 5 ? 'silent' : 0) })
    const { cause, protocol } = await outcomeOf(targetFor({ port }))
    expect({ cause, protocol }).toEqual({ cause: null, protocol: 'MQTT 3.1.1' })
  })

  it('that is hung up on is told as a wrong one, and nothing that was ruled out before', async () => {
    const { port } = await broker({ onConnect: ({ password }) => (password === 'right' ? 0 : 'close') })
    const login = { port, security: 'password', username: 'operator' } as const
    const wrong = await outcomeOf(targetFor(login, { password: 'wrong' }))
    expect(wrong).toMatchObject({ cause: 'closed-login', failedStage: 'connect' })
    expect(`${wrong.failure?.message.en} ${wrong.failure?.fix.en}`).not.toMatch(/WebSocket|TLS|limit/)
    expect((await outcomeOf(targetFor(login, { password: 'right' }))).cause).toBeNull()
    const unready = await broker({ onConnect: ({ password }) => (password === null ? 5 : 'close') })
    const right = await outcomeOf(targetFor({ ...login, port: unready.port }, { password: 'right' }))
    expect(right.cause).toBe('closed-not-ready')
    expect(right.failure?.fix.en).toMatch(/NATS cluster without a majority/)
    const none = await outcomeOf(targetFor({ port }))
    expect(none.cause).toBe('closed-connect')
    expect(none.failure?.fix.en).toMatch(/user name and password.*NATS/)
  })
})
