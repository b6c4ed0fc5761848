import { describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL } from '../../main/setup/certificates/material.ts'
import { findMosquitto } from '../../main/setup/proof/mosquitto-program.ts'
import { proveSetup } from '../../main/setup/proof/proof.ts'
import { newClusterPlan, passwordsFor } from '../support/brokers/new-plan.ts'

describe('the files of a centre and two sites, in three real Mosquittos', () => {
  it.each(['tls', 'password'] as const)(
    'carry commands down and answers up, each once, and let nobody else in: %s',
    async (mode) => {
      const plan = newClusterPlan({
        cluster: 'bridges',
        mode,
        hosts: ['centre.site.local', 'north.site.local', '192.168.3.10'],
        devices: ['rpi_001', 'rpi.002', 'rpi_003'],
        siteOf: { rpi_001: 'north.site.local', 'rpi.002': 'north.site.local', rpi_003: '192.168.3.10' },
      })
      const passwords = passwordsFor(plan)
      const takenOut = new Map([['rpi_009', 'once a password']])
      const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords, takenOut }, Date.now())
      const report = await proveSetup('proof', plan, material, new AbortController().signal, {
        findProgram: () => findMosquitto(),
        findClusterProgram: async () => null,
        now: Date.now,
        onProgress: () => undefined,
      })
      expect(new Set(report.probes.map(({ state }) => state)), JSON.stringify(report, null, 1)).toEqual(new Set(['ok']))
      expect(report.outcome).toBe('proved')
    },
    60_000,
  )
})
