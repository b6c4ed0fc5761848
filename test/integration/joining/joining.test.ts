import { afterEach, expect, it } from 'vitest'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { JoinScene } from './join-scene.ts'
import { stickFiles } from './stick-files.ts'

let scene: JoinScene

afterEach(() => scene.end())

it('brings a device from its address to its proof, and leaves no trace of it afterwards', async () => {
  scene = await JoinScene.open({ mode: 'password' })
  const device = await scene.device()
  const before = await device.changes()
  const ready = await scene.look(device, { maxClass: 'read' })
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
  expect((await device.sh('cat /etc/waypost/agent.json')).stdout).toContain('"max_class": "read"')
  expect((await device.sh('ls /tmp')).stdout).not.toContain('waypost-join')

  const undone = await scene.undo()
  expect(undone).toMatchObject({ state: 'undone', failure: null, canUndo: null })
  expect(await device.changes()).toEqual(before)
  expect((await device.sh('ps ax')).stdout).not.toContain('waypost')
  expect(scene.deviceKeys.size).toBe(0)
})

/** A program that is found as the old executor is, and does nothing. */
const OLD_EXECUTOR = [
  'cd /home/technician',
  `echo '{"device_id": "pi-old", "mqtt_host": "x"}' >rpi_executor_config.json`,
  'echo "import time; time.sleep(600)" >rpi_executor.py',
  "su technician -c 'cd ~ && nohup setsid /usr/bin/python3 /home/technician/rpi_executor.py >/dev/null 2>&1 &'",
]

it('takes the place of an old executor with its id, is upgraded and put back file by file, and gives the executor its place again', async () => {
  scene = await JoinScene.open()
  const device = await scene.device({ sudo: 'free', prepare: OLD_EXECUTOR })
  const runs = async () =>
    /\d \/usr\/bin\/python3 \/home\/technician\/rpi_executor\.py$/m.test((await device.sh('ps ax')).stdout)
  const ready = await scene.look(device)
  expect(ready).toMatchObject({
    state: 'ready',
    deviceId: 'pi-old',
    look: { executor: { deviceId: 'pi-old', isRunning: true } },
  })
  expect(ready.steps.map(({ name }) => name)).toContain('stop-executor')
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
  expect(await runs()).toBe(false)

  // Made an older one, with a configuration that somebody edited since.
  await device.sh(`sed -i 's/^VERSION = .*/VERSION = "0.9.0"/' /usr/local/lib/waypost/waypost_agent.py`)
  await device.sh(`sed -i 's/"heartbeat_interval": 30/"heartbeat_interval": 20/' /etc/waypost/agent.json`)
  const files = async () => {
    const ours = '/etc/waypost /usr/local/lib/waypost /etc/cron.d /var/lib/waypost/device.key'
    return (await device.sh(`find ${ours} -type f -printf '%m %u ' -exec sha256sum {} + | sort`)).stdout
  }
  const before = await files()
  scene.joins.lookAgain([ready.id])
  const upgrade = await scene.when(['ready', 'failed'])
  expect(upgrade).toMatchObject({ state: 'ready', isUpgrade: true, deviceId: 'pi-old', canUndo: 'agent' })
  expect(upgrade.look?.agentVersion).toBe('0.9.0')
  expect(upgrade.steps.map(({ name }) => name)).toEqual(['prepare', 'keep', 'files', 'service', 'start', 'prove'])
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null, canUndo: 'upgrade' })
  expect(await files()).not.toEqual(before)

  const observer = await observe({ host: scene.broker.host, port: scene.broker.port })
  try {
    expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null, canUndo: null })
    expect(await files()).toEqual(before)
    await observer.waitFor(
      ({ topic, json }) => topic === 'device/pi-old/status' && json?.status === 'online' && json.version === '0.9.0',
    )
  } finally {
    await observer.stop()
  }
  expect(scene.deviceKeys.has('pi-old')).toBe(true)
  scene.joins.lookAgain([ready.id])
  await scene.when(['ready'])
  expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  expect(await runs()).toBe(true)
})

it('is set up from a stick without a network to the console, and undone from there', async () => {
  scene = await JoinScene.open()
  const device = await scene.device()
  const files = await stickFiles(scene.broker)
  await device.sh('mkdir -p /mnt/stick/pi-kit')
  for (const file of files)
    await device.sh(`echo ${Buffer.from(file.text).toString('base64')} | base64 -d >/mnt/stick/${file.path}`)
  const before = await device.changes()
  const observer = await observe({ host: scene.broker.host, port: scene.broker.port })
  try {
    const installed = await device.sh('sh /mnt/stick/pi-kit/install.sh')
    expect(installed).toMatchObject({ code: 0, stdout: expect.stringContaining('lets this device in') })
    await observer.waitFor(({ topic, json }) => topic === 'device/pi-kit/status' && json?.status === 'online')
    expect((await device.sh('cat /mnt/stick/pi-kit/device.pub')).stdout).toContain('BEGIN PUBLIC KEY')
    expect(await device.sh('sh /mnt/stick/pi-kit/install.sh --undo')).toMatchObject({ code: 0 })
    expect(await device.changes()).toEqual(before)
  } finally {
    await observer.stop()
  }
})
