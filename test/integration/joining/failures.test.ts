import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { type SshDevice, startSshDevice } from '../../support/devices/ssh-device.ts'
import { JoinScene } from './join-scene.ts'
import { cutAfter, flood, type OddServer, oddServer } from './ssh-servers.ts'

let scene: JoinScene
let device: SshDevice
const servers: OddServer[] = []

beforeAll(async () => {
  device = await startSshDevice()
})

afterAll(() => device.stop())

beforeEach(async () => {
  scene = await JoinScene.open()
})

afterEach(async () => {
  await scene.end()
  for (const server of servers.splice(0)) await server.stop()
})

async function odd(...args: Parameters<typeof oddServer>): Promise<OddServer> {
  const server = await oddServer(...args)
  servers.push(server)
  return server
}

describe('names stage, cause and fix of', () => {
  it('an address at which nothing listens, and a name that nobody knows', async () => {
    const at = (host: string, port: number) => ({ ...device, host, port })
    const refused = await scene.look(at('127.0.0.1', await freeLoopbackPort()))
    expect(refused.failure).toMatchObject({ stage: 'connect', cause: 'refused' })
    expect(refused.failure?.fix.en).toContain('Turn SSH on')
    expect(refused.failure?.message.zh).toContain('SSH')
    const unknown = await scene.look(at('no-such-device.invalid', 22))
    expect(unknown.failure).toMatchObject({ stage: 'connect', cause: 'name' })
  })

  it('a server that floods, one that is no SSH server, and one that hangs up', async () => {
    const flooding = await odd(flood)
    expect((await scene.look({ ...device, ...flooding })).failure).toMatchObject({ stage: 'connect', cause: 'flood' })
    const other = await odd((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect((await scene.look({ ...device, ...other })).failure?.cause).toMatch(/^(not-ssh|closed)$/)
    const short = await odd((socket) => socket.destroy())
    expect((await scene.look({ ...device, ...short })).failure).toMatchObject({ stage: 'connect', cause: 'closed' })
  })

  it('a server that never answers', async () => {
    const silent = await odd(() => undefined)
    expect((await scene.look({ ...device, ...silent })).failure).toMatchObject({ stage: 'connect', cause: 'silent' })
  })

  it('a wrong password, and a key file that is none', async () => {
    const wrong = await scene.look({ ...device, password: 'wrong' })
    expect(wrong.failure).toMatchObject({ stage: 'login', cause: 'login-refused' })
    const key = await scene.look(device, { login: { password: null, privateKey: 'no key' } })
    expect(key.failure).toMatchObject({ stage: 'login', cause: 'key-unusable' })
  })

  it('a host key that is not the one from before, and logs in only after it was confirmed', async () => {
    scene.hostKeys.set(`${device.host}:${device.port}`, 'SHA256:another')
    scene.connect([device], device)
    const line = await scene.when(['host-key'])
    expect(line).toMatchObject({
      hostKey: { isChanged: true },
      failure: { stage: 'host-key', cause: 'host-key-changed' },
    })
    scene.joins.confirmHostKeys([line.id])
    expect(await scene.when(['ready', 'failed'])).toMatchObject({ state: 'ready' })
  })

  it('a connection that ends in the middle of a transfer; trying again goes through', async () => {
    let limit = Number.POSITIVE_INFINITY
    const cutting = await odd(cutAfter(device, () => limit))
    await scene.look({ ...device, ...cutting })
    limit = 20_000
    const cut = await scene.install()
    expect(cut.failure).toMatchObject({ stage: 'files', cause: 'closed' })
    limit = Number.POSITIVE_INFINITY
    scene.joins.lookAgain([cut.id])
    await scene.when(['ready'])
    expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
    expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  })
})

describe('on a broker with TLS', () => {
  it('names a certificate that ended, and warns of one that ends today', async () => {
    const authority = await createAuthority()
    for (const [validity, expected] of [
      ['expired', { state: 'failed', failure: { stage: 'broker', cause: 'certificate-time' } }],
      ['today', { state: 'ready', failure: null }],
    ] as const) {
      const serverCertificate = await authority.issueServer({ validity })
      const ending = await JoinScene.open(
        { mode: 'tls', authority, serverCertificate },
        { isConnected: validity === 'today' },
      )
      try {
        const line = await ending.look(device, { access: { kind: 'none' } })
        expect(line).toMatchObject(expected)
        const notes = line.notes.map(({ en }) => en).join()
        if (validity === 'today') expect(notes).toMatch(/certificate of the broker ends in [56] h/)
        else expect(notes).not.toContain('certificate')
      } finally {
        await ending.end()
      }
    }
  })

  it('names a login that the broker refuses, before the agent is started', async () => {
    const authority = await createAuthority()
    const secure = await JoinScene.open({ mode: 'tls', authority, users: { anna: 'secret' } })
    try {
      const wrong = { kind: 'typed', username: 'pi-1', password: 'wrong' } as const
      expect(await secure.look(device, { access: wrong })).toMatchObject({ state: 'ready' })
      expect((await secure.install()).failure).toMatchObject({ stage: 'broker', cause: 'broker-login' })
      expect(await secure.undo()).toMatchObject({ state: 'undone' })
    } finally {
      await secure.end()
    }
  })
})

describe('on a device', () => {
  it('without sudo, or without packages and a source for them, says what is missing', async () => {
    const plain = await scene.device({ sudo: 'none' })
    expect((await scene.look(plain)).failure).toMatchObject({ stage: 'sudo' })
    const asked = await scene.look(device, { sudoPassword: 'wrong' })
    expect(asked.failure).toMatchObject({ stage: 'sudo', cause: 'sudo-password' })
    const bare = await scene.device({
      sudo: 'free',
      prepare: [
        'dpkg --purge --force-depends python3-paho-mqtt >/dev/null',
        'rm /usr/bin/python3',
        'rm -rf /etc/apt/sources.list /etc/apt/sources.list.d /var/lib/apt/lists',
      ],
    })
    expect(await scene.look(bare)).toMatchObject({
      state: 'ready',
      look: { python: null, paho: null, reachesBroker: null },
    })
    const failed = await scene.install()
    expect(failed.failure).toMatchObject({ stage: 'package', cause: 'no-source' })
  })

  it('with a full disk, says so and can be undone', async () => {
    const full = await scene.device({
      sudo: 'free',
      prepare: ['mkdir -p /usr/local/lib/waypost', 'mount -t tmpfs -o size=16k tmpfs /usr/local/lib/waypost'],
    })
    await scene.look(full)
    expect((await scene.install()).failure).toMatchObject({ stage: 'files', cause: 'disk-full' })
  })
})
