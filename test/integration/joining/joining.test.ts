import { afterEach, expect, it } from 'vitest'
import { JoinScene } from './join-scene.ts'

let scene: JoinScene

afterEach(() => scene.end())

it('brings a device from its address to its proof, and leaves no trace of it afterwards', async () => {
  scene = await JoinScene.open({ mode: 'password' })
  const device = await scene.device()
  const before = await device.changes()
  const ready = await scene.look(device)
  expect(ready.failure).toBeNull()
  expect(ready).toMatchObject({
    state: 'ready',
    hostKey: { kind: 'ssh-ed25519', fingerprint: device.fingerprint, isChanged: false },
    look: { rights: 'sudo-password', reachesBroker: true, executor: null, agentVersion: null },
  })
  expect(ready.steps.map(({ name }) => name)).toEqual(['prepare', 'files', 'service', 'start', 'prove'])
  const [secret] = Object.values(scene.broker.users)
  expect(JSON.stringify(scene.joins.view())).not.toContain(secret)
  expect(JSON.stringify(scene.joins.view())).not.toContain(device.password)
  expect(await device.changes()).toEqual(before)

  const proven = await scene.install()
  expect(proven.failure).toBeNull()
  expect(proven.steps.map(({ state }) => state)).toEqual(proven.steps.map(() => 'ok'))
  expect(proven.tookMs).toBeLessThan(90_000)
  const modes = await device.sh(
    "stat -c '%a %U %n' /etc/waypost /etc/waypost/agent.json /var/lib/waypost /etc/cron.d/waypost-agent",
  )
  expect(modes.stdout).toBe(
    '700 root /etc/waypost\n600 root /etc/waypost/agent.json\n700 root /var/lib/waypost\n644 root /etc/cron.d/waypost-agent\n',
  )
  expect((await device.sh('ls /tmp')).stdout).not.toContain('waypost-join')

  const undone = await scene.undo()
  expect(undone).toMatchObject({ state: 'undone', failure: null, canUndo: false })
  expect(await device.changes()).toEqual(before)
  expect((await device.sh('ps ax')).stdout).not.toContain('waypost')
  expect(scene.deviceKeys.size).toBe(0)
})
