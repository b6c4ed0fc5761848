import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL } from '../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../main/setup/files/artifacts.ts'
import { readEmqxAcl } from '../support/brokers/emqx-acl.ts'
import type { EmulatedService } from '../support/brokers/emulated/service.ts'
import { startService } from '../support/brokers/emulated/start.ts'
import { newClusterPlan } from '../support/brokers/new-plan.ts'
import type { BrokerAccount } from '../support/brokers/real/real-broker.ts'
import { startExecutor } from '../support/devices/executor.ts'
import { ACCOUNTS, BrokerScene, ended, run } from './scene.ts'

const OPERATOR = ACCOUNTS[0]
const PASSWORDS: Readonly<Record<string, string>> = {
  operator: OPERATOR.password,
  rpi_001: 'of rpi_001',
  rpi_002: 'of rpi_002',
}

const plan = newClusterPlan({ cluster: 'emqx', balancers: ['mq.site.local'] })

/** Accounts as EMQX would have them by the files: only a password that fits its hash is one. */
async function accountsOf(): Promise<readonly BrokerAccount[]> {
  const material = await completeMaterial(
    plan,
    { ...NO_MATERIAL, passwords: new Map(Object.entries(PASSWORDS)) },
    Date.now(),
  )
  const files = new Map(buildArtifacts(plan, material).files.map((file) => [file.path, file.text]))
  const read = (name: string) => files.get(`nodes/mq1.site.local/config/${name}`) ?? ''
  const rules = readEmqxAcl(read('acl.conf'))
  const users: readonly { readonly user_id: string; readonly password_hash: string; readonly salt: string }[] =
    JSON.parse(read('users.json'))
  return users.flatMap(({ user_id, password_hash, salt }) => {
    const password = PASSWORDS[user_id] ?? ''
    if (
      createHash('sha512')
        .update(salt + password)
        .digest('hex') !== password_hash
    )
      return []
    const own = rules.filter(({ account, isAllowed }) => isAllowed && account === user_id)
    const filters = (wanted: string) => own.filter(({ action }) => action === wanted).flatMap((rule) => rule.filters)
    return [{ name: user_id, password, publish: filters('publish'), subscribe: filters('subscribe') }]
  })
}

describe('the accounts and rules for EMQX, on its emulation', () => {
  let service: EmulatedService
  let scene: BrokerScene
  beforeAll(async () => {
    service = await startService('emqx', { accounts: await accountsOf() })
    scene = BrokerScene.on(service)
  })
  afterAll(async () => {
    await scene.clear()
    await service.stop()
  })

  it('let a command and its answer through, and hold a device to its own topics', async () => {
    const reach = service.reach('operator')
    const console = await scene.connected('operator', reach.profile)
    const executor = startExecutor({
      id: 'rpi_001',
      host: '127.0.0.1',
      port: service.devicePort,
      username: 'rpi_001',
      password: PASSWORDS.rpi_001 ?? '',
      heartbeatIntervalS: 600,
    })
    try {
      await executor.ready
      const [answer] = await ended(console, await run(console, ['rpi_001'], 20))
      expect(answer).toMatchObject({ state: 'succeeded' })
      // Nobody listens as rpi_002, and rpi_001 may not do it in its place.
      const [other] = await ended(console, await run(console, ['rpi_002'], 5))
      expect(other?.state).not.toBe('succeeded')
      expect(service.takeViolations()).toEqual([])
    } finally {
      await executor.stop()
    }
  }, 90_000)
})
