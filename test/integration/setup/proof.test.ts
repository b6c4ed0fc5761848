import '../../../main/shared/certificates/reflect-metadata.ts'
import { webcrypto } from 'node:crypto'
import { PemConverter, X509Certificate, X509CrlGenerator } from '@peculiar/x509'
import { describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL, type SetupMaterial } from '../../../main/setup/certificates/material.ts'
import { type Prepared, prepareDraft } from '../../../main/setup/prepare.ts'
import { findMosquitto } from '../../../main/setup/proof/mosquitto-program.ts'
import { proveSetup } from '../../../main/setup/proof/proof.ts'
import { SECURITY_MODES } from '../../../preload/contract/models/broker/connection.ts'
import type { ProofReport, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { newPlan } from '../../support/brokers/new-plan.ts'

const DAY_MS = 24 * 60 * 60_000

async function materialFor(plan: SetupPlan): Promise<SetupMaterial> {
  const passwords = new Map([...plan.operators, ...plan.devices].map((account) => [account, `密码 of ${account}`]))
  return completeMaterial(plan, { ...NO_MATERIAL, passwords }, Date.now())
}

/** A saved set-up without one of the devices that it had. */
async function takenOut(mode: SetupPlan['mode']): Promise<Prepared> {
  const plan = newPlan({ mode })
  const before = { plan, material: await materialFor(plan) }
  const saved = { plan, ledger: before.material.ledger }
  const draft = { id: 'set-up', plan: { ...plan, devices: ['rpi_002'] }, passwords: {} }
  return prepareDraft(draft, before, saved, Date.now())
}

/** An empty list of the set-up's own authority. */
async function revocationList({ ca }: SetupMaterial, endsAt: number): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
  const key = PemConverter.decodeFirst(ca?.key ?? '')
  const list = await X509CrlGenerator.create({
    issuer: new X509Certificate(ca?.certificate ?? '').subjectName,
    thisUpdate: new Date(Date.now() - 2 * DAY_MS),
    nextUpdate: new Date(endsAt),
    signingAlgorithm: algorithm,
    signingKey: await webcrypto.subtle.importKey('pkcs8', key, algorithm, false, ['sign']),
  })
  return PemConverter.encode(list.rawData, 'X509 CRL')
}

async function prove(plan: SetupPlan, material: SetupMaterial, program: () => Promise<string | null> = findMosquitto) {
  const seen: ProofReport[] = []
  const report = await proveSetup('proof', plan, material, new AbortController().signal, {
    findProgram: () => program(),
    findClusterProgram: async () => null,
    now: Date.now,
    onProgress: (progress) => seen.push(progress),
  })
  return { report, seen }
}

const states = ({ probes }: ProofReport) => Object.fromEntries(probes.map(({ name, state }) => [name, state]))

describe.each(['debian', 'windows', 'docker'] as const)('the proof on a Mosquitto of this computer, %s', (platform) => {
  it.each(SECURITY_MODES)('finds everything in order: %s', async (mode) => {
    const plan = newPlan({ platform, mode })
    const { report, seen } = await prove(plan, await materialFor(plan))
    expect([...new Set(Object.values(states(report)))], JSON.stringify(report)).toEqual(['ok'])
    expect(report.outcome).toBe('proved')
    expect(report.brokerVersion).toMatch(/^\d+\.\d+/)
    expect(seen.some(({ probes }) => probes.some(({ state }) => state === 'running'))).toBe(true)
  })
})

describe('the proof', () => {
  it('says that it was skipped where there is no Mosquitto', async () => {
    const plan = newPlan({})
    const { report } = await prove(plan, await materialFor(plan), async () => null)
    expect(report).toMatchObject({ outcome: 'skipped', probes: [] })
    expect(report.reason?.en).toContain('no Mosquitto')
  })

  it('sees a name that the certificate lacks', async () => {
    const plan = newPlan({ mode: 'tls' })
    const material = await materialFor(plan)
    const { report } = await prove({ ...plan, hosts: [...plan.hosts, 'new.local'] }, material)
    expect(report.outcome).toBe('failed')
    expect(states(report)).toMatchObject({ starts: 'ok', names: 'failed' })
  })

  it('sees a broker that does not start, with its own words', async () => {
    const plan = newPlan({ mode: 'tls' })
    const [material, other] = [await materialFor(plan), await materialFor(plan)]
    const { server, ca } = material
    if (server === null || ca === null || other.server === null) throw new Error('TLS without certificates')
    const mixed = { ...material, server: { certificate: server.certificate, key: other.server.key } }
    const { report } = await prove(plan, mixed)
    expect(report.outcome).toBe('failed')
    expect(states(report)).toMatchObject({ starts: 'failed', 'operator-connects': 'waiting' })
    expect(report.log.join('\n')).toMatch(/key/i)
  })

  it('sees a password file that does not fit', async () => {
    const plan = newPlan({})
    const material = await materialFor(plan)
    const { report } = await prove(plan, {
      ...material,
      passwords: new Map([...material.passwords, ['operator', 'x']]),
    })
    expect(states(report)).toMatchObject({ 'operator-connects': 'failed', 'wrong-password-refused': 'ok' })
  })

  it.each(['password', 'tls', 'mtls'] as const)(
    'shows that a device which was taken out is refused: %s',
    async (mode) => {
      const { plan, material } = await takenOut(mode)
      const { report } = await prove(plan, material)
      expect(report.outcome, JSON.stringify(report)).toBe('proved')
      expect(states(report)).toMatchObject({ 'taken-out-refused': 'ok', 'operator-connects': 'ok' })
    },
  )

  it('sees a revocation list that lacks what was taken out', async () => {
    const { plan, material } = await takenOut('mtls')
    const crl = await revocationList(material, Date.now() + DAY_MS)
    const { report } = await prove(plan, { ...material, ledger: { ...material.ledger, crl } })
    expect(states(report)).toMatchObject({ 'operator-connects': 'ok', 'taken-out-refused': 'failed' })
  })

  it('sees a revocation list that has ended: Mosquitto refuses everybody then, so ours ends with its authority', async () => {
    const { plan, material } = await takenOut('mtls')
    const crl = await revocationList(material, Date.now() - DAY_MS)
    const { report } = await prove(plan, { ...material, ledger: { ...material.ledger, crl } })
    expect(states(report)).toMatchObject({ starts: 'ok', 'operator-connects': 'failed' })
  })

  it('skips what needs a password that is not known any more, and says whose', async () => {
    const plan = newPlan({})
    const material = await materialFor(plan)
    const { report } = await prove(plan, { ...material, passwords: new Map() })
    expect(report.outcome).toBe('proved')
    expect(states(report)).toMatchObject({ 'operator-connects': 'skipped', 'anonymous-refused': 'ok' })
  })

  it('can be broken off, and leaves no broker behind', async () => {
    const plan = newPlan({})
    const abort = new AbortController()
    const report = await proveSetup('proof', plan, await materialFor(plan), abort.signal, {
      findProgram: findMosquitto,
      findClusterProgram: async () => null,
      now: Date.now,
      onProgress: ({ probes }) => {
        if (probes.some(({ name, state }) => name === 'command-arrives' && state === 'running')) abort.abort()
      },
    })
    expect(report.outcome).toBe('cancelled')
    expect(states(report)).toMatchObject({ 'command-arrives': 'ok', health: 'waiting' })
  })
})
