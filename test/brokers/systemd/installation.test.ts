import { afterEach, expect, it } from 'vitest'
import { JoinScene } from '../../integration/joining/join-scene.ts'
import { stickFiles } from '../../integration/joining/stick-files.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { shown, traces, trustedOperator } from './machine-facts.ts'

let scene: JoinScene

afterEach(() => scene.end())

it('is installed and proven over SSH as a unit that is enabled and notifies, and undone without a trace', async () => {
  scene = await JoinScene.open({ mode: 'password' })
  const machine = await scene.machine()
  const before = await traces(machine)
  const ready = await scene.look(machine, { maxClass: 'change' })
  expect(ready).toMatchObject({ state: 'ready', failure: null, look: { hasSystemd: true, rights: 'sudo-password' } })
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
  expect(
    await shown(
      machine,
      'waypost-agent',
      'Type',
      'ActiveState',
      'SubState',
      'UnitFileState',
      'NRestarts',
      'NoNewPrivileges',
      'OOMPolicy',
    ),
  ).toEqual({
    Type: 'notify',
    ActiveState: 'active',
    SubState: 'running',
    UnitFileState: 'enabled',
    NRestarts: '0',
    NoNewPrivileges: 'no',
    OOMPolicy: 'continue',
  })
  const journal = await machine.run('journalctl -u waypost-agent -o cat --no-pager')
  expect(journal).toMatch(/^connected to 127\.0\.0\.1:\d+$/m)
  expect(journal).toMatch(/^command \S+ ended: exited 0$/m)
  expect(journal).toMatch(/^command \S+ refused: unsigned /m)
  expect(journal).not.toContain('already exists but')
  expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  expect(await traces(machine)).toEqual(before)
})

it('is put back and taken away whole by scripts that the agent itself was told to run', async () => {
  scene = await JoinScene.open()
  const machine = await scene.machine({ sudo: 'free' })
  const before = await traces(machine)
  const { id, deviceId } = await scene.look(machine)
  await scene.install()
  const observer = await observe({ host: scene.broker.host, port: scene.broker.port })
  try {
    const operator = await trustedOperator(machine, deviceId, observer)
    await machine.run(`sed -i 's/^VERSION = .*/VERSION = "0.9.0"/' /usr/local/lib/waypost/waypost_agent.py`)
    scene.joins.lookAgain([id])
    await scene.when(['ready'])
    expect(await scene.install()).toMatchObject({ state: 'proven', canUndo: 'upgrade' })
    const tell = async (script: string) =>
      operator.send(await operator.signed(`sh /usr/local/lib/waypost/${script}`, { class: 'destructive' }))
    await tell('undo-upgrade.sh')
    await observer.waitFor(
      ({ topic, json }) => topic === operator.topic('status') && json?.status === 'online' && json.version === '0.9.0',
    )
    await machine.run('until [ ! -e /usr/local/lib/waypost/before ]; do sleep 0.1; done')
    await tell('undo.sh')
    await machine.run(
      'until [ ! -e /usr/local/lib/waypost ] && ! systemctl is-active -q waypost-undo; do sleep 0.1; done',
    )
  } finally {
    await observer.stop()
  }
  expect(await traces(machine)).toEqual(before)
})

it('is set up under systemd from a stick, and undone from there while it cannot start', async () => {
  scene = await JoinScene.open()
  const machine = await scene.machine()
  const files = await stickFiles(scene.broker)
  await machine.run('mkdir -p /opt/stick/pi-kit')
  for (const file of files)
    await machine.run(`echo ${Buffer.from(file.text).toString('base64')} | base64 -d >/opt/stick/${file.path}`)
  const before = await traces(machine)
  const observer = await observe({ host: scene.broker.host, port: scene.broker.port })
  try {
    await machine.run('sh /opt/stick/pi-kit/install.sh')
    await observer.waitFor(({ topic, json }) => topic === 'device/pi-kit/status' && json?.status === 'online')
  } finally {
    await observer.stop()
  }
  expect(await shown(machine, 'waypost-agent', 'ActiveState', 'UnitFileState', 'NoNewPrivileges')).toEqual({
    ActiveState: 'active',
    UnitFileState: 'enabled',
    NoNewPrivileges: 'yes',
  })
  await machine.run('echo broken >/etc/waypost/agent.json')
  expect((await machine.sh('systemctl restart waypost-agent')).code).not.toBe(0)
  await machine.run('sh /opt/stick/pi-kit/install.sh --undo')
  await machine.run('rm /opt/stick/pi-kit/device.pub')
  expect(await traces(machine)).toEqual(before)
})
