import { describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL } from '../../../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../../../main/setup/files/artifacts.ts'
import { newPlan } from '../../../support/brokers/new-plan.ts'
import { NOW } from './new-plan.ts'

async function filesOf(mode: 'password' | 'tls') {
  const plan = newPlan({ mode })
  const passwords = new Map([...plan.operators, ...plan.devices].map((account) => [account, `secret of ${account}`]))
  const hashes = new Map([...passwords.keys()].map((account) => [account, '$7$1$AA==$AA==']))
  const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords, hashes }, NOW)
  return new Map(buildArtifacts(plan, material).files.map((file) => [file.path, file]))
}

describe('the hand-over of a set-up', () => {
  it('holds the login of each person, as a secret, because the broker keeps only a hash', async () => {
    const login = (await filesOf('password')).get('handover/operators/operator/login.txt')
    expect(login).toMatchObject({ isSecret: true, mode: 0o600 })
    expect(login?.text).toContain('User name · 用户名: operator')
    expect(login?.text).toContain('secret of operator')
  })

  it('gives a person the authority beside the login where the broker speaks TLS', async () => {
    expect((await filesOf('tls')).has('handover/operators/operator/ca.crt')).toBe(true)
    expect((await filesOf('password')).has('handover/operators/operator/ca.crt')).toBe(false)
  })

  it('says in each kit which file goes where, without the password', async () => {
    for (const mode of ['password', 'tls'] as const) {
      const files = await filesOf(mode)
      const readme = files.get('handover/devices/rpi_001/README.md')
      expect(readme?.text).toContain('rpi_executor_config.json')
      expect(readme?.text.includes('install-bridge.sh')).toBe(mode === 'tls')
      expect(readme?.text).not.toContain('secret of')
    }
  })
})
