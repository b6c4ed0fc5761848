import { describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL } from '../../main/setup/certificates/material.ts'
import { findClusterProgram } from '../../main/setup/proof/cluster-program.ts'
import { proveSetup } from '../../main/setup/proof/proof.ts'
import { newClusterPlan } from '../support/brokers/new-plan.ts'

const BALANCERS = ['mq.site.local', 'mq-b.site.local']

describe.each(['nats', 'rabbitmq'] as const)('the files of a cluster, in three real nodes of %s', (cluster) => {
  it.each([
    ['tls', []],
    ['password', []],
    ['tls', BALANCERS],
    ['password', BALANCERS],
  ] as const)(
    'let in whom they should and nobody else, and outlive a node: %s, haproxy %j',
    async (mode, balancers) => {
      const plan = newClusterPlan({ cluster, mode, balancers })
      const passwords = new Map(
        [...plan.operators, ...plan.devices].map((account) => [account, `密码 of "${account}"`]),
      )
      const takenOut = new Map([['rpi_009', 'once a password']])
      const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords, takenOut }, Date.now())
      const report = await proveSetup('proof', plan, material, new AbortController().signal, {
        findProgram: async () => null,
        findClusterProgram,
        now: Date.now,
        onProgress: () => undefined,
      })
      const states = report.probes.map(({ name, state }) => [name, state])
      expect(new Set(states.map(([, state]) => state)), JSON.stringify(report, null, 1)).toEqual(new Set(['ok']))
      expect(report.outcome).toBe('proved')
      expect(report.brokerVersion).toMatch(/^(?:NATS|RabbitMQ) \d/)
      expect(states.at(-1)).toEqual(['survives-node', 'ok'])
      const isThrough = report.probes[0]?.detail?.en.endsWith('through haproxy')
      expect(isThrough).toBe(balancers.length > 0)
    },
    180_000,
  )
})
