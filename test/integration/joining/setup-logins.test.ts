import { X509Certificate } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { JoinScene } from './join-scene.ts'
import { startSetupBroker } from './setup-broker.ts'

let scene: JoinScene

afterEach(() => scene.end())

it.each(['tls', 'mtls'] as const)(
  'gives a device its own login from a set-up with %s, and refuses one that the set-up has not',
  async (mode) => {
    const broker = await startSetupBroker(mode, ['pi-1', 'pi-2'])
    scene = await JoinScene.on(broker)
    const device = await scene.device({ sudo: 'free' })
    const stranger = await scene.look(device)
    expect(stranger).toMatchObject({ state: 'failed', failure: { stage: 'broker', cause: 'no-account' } })
    scene.joins.rename(stranger.id, 'pi-2')
    const ready = await scene.when(['ready'])
    const { passwords, clients } = broker.prepared.material
    const secret = mode === 'mtls' ? (clients.get('pi-2')?.key ?? '') : (passwords.get('pi-2') ?? '')
    expect(secret.length).toBeGreaterThan(10)
    expect(JSON.stringify(ready)).not.toContain(JSON.stringify(secret).slice(1, -1))

    expect(await scene.install()).toMatchObject({ state: 'proven', failure: null, deviceId: 'pi-2' })
    const config = JSON.parse((await device.sh('cat /etc/waypost/agent.json')).stdout)
    if (mode === 'mtls') {
      expect(config).not.toHaveProperty('username')
      const certificate = new X509Certificate((await device.sh('cat /etc/waypost/client.pem')).stdout)
      expect(certificate.subject).toContain('CN=pi-2')
      expect((await device.sh("stat -c '%a %U' /etc/waypost/client.key")).stdout).toBe('600 root\n')
    } else {
      expect(config).toMatchObject({ username: 'pi-2', password: secret })
    }
    expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  },
)
