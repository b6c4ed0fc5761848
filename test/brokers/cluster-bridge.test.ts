import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL, type SetupMaterial } from '../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../main/setup/files/artifacts.ts'
import { octal } from '../../main/setup/files/generated-file.ts'
import { findClusterProgram } from '../../main/setup/proof/cluster-program.ts'
import { openProbe } from '../../main/setup/proof/probe-access.ts'
import { type ShadowCluster, startShadowCluster } from '../../main/setup/proof/shadow-cluster.ts'
import type { SetupPlan } from '../../preload/contract/models/broker/setup.ts'
import { startGenerated } from '../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../support/brokers/mosquitto.ts'
import { newClusterPlan } from '../support/brokers/new-plan.ts'
import { startExecutor } from '../support/devices/executor.ts'

const HOSTS = ['mq1.site.local', 'mq2.site.local', 'mq3.site.local']
const PORT = 8883
const PASSWORD = 'operator password'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Starts the bridge of a kit with the nodes where they run here; their certificates hold other names. */
async function startBridge(plan: SetupPlan, material: SetupMaterial, ports: readonly number[], localPort: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'waypost-cluster-bridge-'))
  ends.push(async () => rmSync(folder, { recursive: true, force: true }))
  const kit = buildArtifacts(plan, material).files.filter(({ path: name }) =>
    name.startsWith('handover/devices/rpi_001/'),
  )
  for (const { path: name, text } of kit) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const answers = kit.map(({ mode, ...file }) => ({ ...file, mode: octal(mode) }))
  const bridge = await startGenerated(folder, answers, (text) => {
    const here = HOSTS.reduce((now, host, at) => now.replace(`${host}:${PORT}`, `127.0.0.1:${ports[at]}`), text)
    return here
      .replace('listener 1883 ', `listener ${localPort} `)
      .replace('round_robin true', 'round_robin true\nbridge_insecure true')
  })
  ends.push(() => bridge.stop())
  return bridge
}

/** Sends a command through one node until the device answers; rejects after a minute. */
async function answeredThrough(cluster: ShadowCluster, node: number, ca: string, commandId: string): Promise<string> {
  for (const until = performance.now() + 60_000; ; ) {
    try {
      const operator = await openProbe({
        port: cluster.ports[node] ?? 0,
        protocolVersion: 4,
        username: 'operator',
        password: PASSWORD,
        ca,
        serverName: HOSTS[node] ?? '',
      })
      try {
        await operator.whileOpen((session) => session.subscribe(['device/+/result']))
        const command = JSON.stringify({ command_id: commandId, command: `echo ${commandId}`, timeout: 10 })
        await operator.whileOpen((session) => session.publish('device/rpi_001/command', command))
        const result = await operator.message('device/rpi_001/result', 3_000)
        if (result !== null) return result.toString()
      } finally {
        await operator.close()
      }
    } catch (error) {
      if (performance.now() > until) throw error
    }
    if (performance.now() > until) throw new Error(`no answer through node ${node}`)
  }
}

describe.each(['nats', 'rabbitmq'] as const)('the kit of a device on a cluster of %s', (kind) => {
  it('carries commands and answers, and goes on over another node when its own dies', async () => {
    const plan = newClusterPlan({ cluster: kind, hosts: HOSTS, devices: ['rpi_001'] })
    const passwords = new Map([
      ['operator', PASSWORD],
      ['rpi_001', 'device password'],
    ])
    const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords }, Date.now())
    const ca = material.ca?.certificate ?? ''
    const program = await findClusterProgram(kind)
    if (program === null) throw new Error(`${kind} is not installed`)
    const cluster = await startShadowCluster(program, plan, material, new AbortController().signal)
    ends.push(() => cluster.stop())
    const localPort = await freeLoopbackPort()
    const bridge = await startBridge(plan, material, cluster.ports, localPort)
    const executor = startExecutor({
      id: 'rpi_001',
      host: '127.0.0.1',
      port: localPort,
      username: 'rpi_001',
      password: material.bridges.get('rpi_001')?.password ?? '',
      heartbeatIntervalS: 600,
    })
    ends.push(() => executor.stop())
    await executor.ready

    expect(JSON.parse(await answeredThrough(cluster, 1, ca, 'before'))).toMatchObject({
      success: true,
      output: 'before\n',
    })
    // The first device begins with the first node.
    await cluster.kill(0)
    expect(JSON.parse(await answeredThrough(cluster, 2, ca, 'after')), bridge.log()).toMatchObject({
      output: 'after\n',
    })
  }, 200_000)
})
