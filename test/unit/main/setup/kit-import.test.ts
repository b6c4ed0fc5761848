import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProfiles } from '../../../../main/broker/profiles/files/read-profiles.ts'
import { completeMaterial, NO_MATERIAL } from '../../../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../../../main/setup/files/artifacts.ts'
import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { newPlan } from '../../../support/brokers/new-plan.ts'
import { NOW } from './new-plan.ts'

async function kitOf(plan: SetupPlan, password: string): Promise<Map<string, string>> {
  const passwords = new Map([...plan.operators, ...plan.devices].map((account) => [account, password]))
  // Hashes are not what this is about, and take their time.
  const hashes = new Map([...passwords.keys()].map((account) => [account, '$7$1$AA==$AA==']))
  const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords, hashes }, NOW)
  const { files } = buildArtifacts(plan, material)
  return new Map(files.map(({ path, text }) => [path.replace('handover/devices/rpi_001/', ''), text]))
}

const anyPassword = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((password) => !/[\p{Cc}\p{Cs}]/u.test(password))

describe('the kit of a device, read back as a connection', () => {
  it('gives host, port, account and any password, from .env and from the executor’s file', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassword, async (password) => {
        const kit = await kitOf(newPlan(), password)
        for (const name of ['.env', 'rpi_executor_config.json']) {
          const [read] = readProfiles(kit.get(name) ?? '', randomUUID).profiles
          expect(read, name).toMatchObject({
            profile: { host: 'broker.local', port: 1883, security: 'password', username: 'rpi_001' },
            secrets: { password },
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps TLS where the file leads to the broker itself, and the bridge where it leads to the device', async () => {
    const kit = await kitOf(newPlan({ mode: 'tls' }), 'a long password')
    const security = (name: string) => readProfiles(kit.get(name) ?? '', randomUUID).profiles[0]?.profile
    expect(security('.env')).toMatchObject({ host: 'broker.local', port: 8883, security: 'tls' })
    expect(security('rpi_executor_config.tls.json')).toMatchObject({ port: 8883, security: 'tls' })
    expect(security('rpi_executor_config.json')).toMatchObject({ host: '127.0.0.1', port: 1883, security: 'password' })
  })
})
