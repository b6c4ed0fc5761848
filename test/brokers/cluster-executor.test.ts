import { afterEach, describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL } from '../../main/setup/certificates/material.ts'
import { findClusterProgram } from '../../main/setup/proof/cluster-program.ts'
import { openProbe } from '../../main/setup/proof/probe-access.ts'
import { startShadowCluster } from '../../main/setup/proof/shadow-cluster.ts'
import { newClusterPlan } from '../support/brokers/new-plan.ts'
import { startExecutor } from '../support/devices/executor.ts'

const PASSWORDS = new Map([
  ['operator', 'operator password'],
  ['rpi_001', 'device password'],
])
const WITHIN_MS = 60_000

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Sends a command until the device answers it; rejects after a minute. */
async function answered(port: number, commandId: string): Promise<string> {
  const until = performance.now() + WITHIN_MS
  for (;;) {
    const result = await once(port, commandId).catch((error: unknown) => {
      if (performance.now() > until) throw error
      return null
    })
    if (result !== null) return result
    if (performance.now() > until) throw new Error('no answer')
  }
}

async function once(port: number, commandId: string): Promise<string | null> {
  const login = { username: 'operator', password: PASSWORDS.get('operator') ?? '' }
  const operator = await openProbe({ port, protocolVersion: 4, ...login })
  try {
    await operator.whileOpen((session) => session.subscribe(['device/+/result']))
    const command = JSON.stringify({ command_id: commandId, command: `echo ${commandId}`, timeout: 10 })
    await operator.whileOpen((session) => session.publish('device/rpi_001/command', command))
    return (await operator.message('device/rpi_001/result', 3_000))?.toString() ?? null
  } finally {
    await operator.close()
  }
}

describe.each(['nats', 'rabbitmq'] as const)(
  'an executor that knows one address, with haproxy before nodes of %s',
  (cluster) => {
    it('answers, and goes on when a node dies', async () => {
      const plan = newClusterPlan({ cluster, mode: 'password', balancers: ['mq.site.local'], devices: ['rpi_001'] })
      const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords: PASSWORDS }, Date.now())
      const program = await findClusterProgram(cluster)
      if (program === null || program.balancer === null) throw new Error(`${cluster} or haproxy is not installed`)
      const nodes = await startShadowCluster(program, plan, material, new AbortController().signal)
      ends.push(() => nodes.stop())
      const port = nodes.ports[0] ?? 0
      // A cluster takes clients only once its nodes have found each other.
      await expect
        .poll(
          () =>
            once(port, 'look').then(
              () => true,
              () => false,
            ),
          { timeout: WITHIN_MS },
        )
        .toBe(true)
      const executor = startExecutor({
        id: 'rpi_001',
        host: '127.0.0.1',
        port,
        username: 'rpi_001',
        password: PASSWORDS.get('rpi_001') ?? '',
        heartbeatIntervalS: 600,
      })
      ends.push(() => executor.stop())
      await executor.ready
      expect(JSON.parse(await answered(port, 'before'))).toMatchObject({ success: true, output: 'before\n' })
      await nodes.kill(0)
      expect(JSON.parse(await answered(port, 'after')), executor.log()).toMatchObject({ output: 'after\n' })
    }, 200_000)
  },
)
