import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { newPrivateKey } from '../../../main/agent/keys.ts'
import { kitFiles } from '../../../main/joining/kit/kit.ts'
import { JoinScene } from '../../integration/joining/join-scene.ts'
import { type MqttObserver, observe } from '../../support/brokers/mqtt-observer.ts'
import { AgentOperator } from '../../support/devices/agent-process.ts'
import type { SystemdMachine } from '../../support/devices/systemd-machine.ts'
import { projectFolder } from '../../support/project-paths.ts'

let scene: JoinScene

afterEach(() => scene.end())

/** Files of the machine, and what its systemd knows. */
async function traces(machine: SystemdMachine): Promise<readonly string[]> {
  const known = [
    // Their columns are as wide as what a session brings, and a session is a unit of its own.
    "systemctl list-unit-files --no-legend --no-pager | sed 's/  */ /g' | grep -vE ' (transient|generated) '",
    'systemctl list-units --all --no-legend --no-pager --plain "waypost*" "rpi*"',
    'systemctl list-units --failed --no-legend --no-pager --plain',
  ]
  return [...(await machine.changes()), ...(await machine.run(known.join('; '))).split('\n')]
}

const shown = async (machine: SystemdMachine, unit: string, ...names: string[]) => {
  const text = await machine.run(`systemctl show ${unit} ${names.map((name) => `-p ${name}`).join(' ')}`)
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  )
}

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
    ),
  ).toEqual({
    Type: 'notify',
    ActiveState: 'active',
    SubState: 'running',
    UnitFileState: 'enabled',
    NRestarts: '0',
    NoNewPrivileges: 'no',
  })
  const journal = await machine.run('journalctl -u waypost-agent -o cat --no-pager')
  expect(journal).toMatch(/^connected to 127\.0\.0\.1:\d+$/m)
  expect(journal).toMatch(/^command \S+ ended: exited 0$/m)
  expect(journal).toMatch(/^command \S+ refused: unsigned /m)
  expect(journal).not.toContain('already exists but')
  expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  expect(await traces(machine)).toEqual(before)
})

/** A unit that is found as the old executor is, and does nothing. */
const EXECUTOR_UNIT = [
  'mkdir /opt/executor',
  `echo '{"device_id": "pi-old", "mqtt_host": "x"}' >/opt/executor/rpi_executor_config.json`,
  'echo "import time; time.sleep(6000)" >/opt/executor/rpi_executor.py',
  `printf '%s\\n' '[Service]' 'ExecStart=/usr/bin/python3 /opt/executor/rpi_executor.py' '[Install]' 'WantedBy=multi-user.target' >/etc/systemd/system/rpi-executor.service`,
]
const ENABLED = 'ln -s /etc/systemd/system/rpi-executor.service /etc/systemd/system/multi-user.target.wants/'

it('takes the place of the unit of an old executor, is upgraded, put back and taken away under systemd, and the executor is as it was', async () => {
  scene = await JoinScene.open()
  const machine = await scene.machine({ sudo: 'free', prepare: [...EXECUTOR_UNIT, ENABLED] })
  const before = await traces(machine)
  const executor = () => shown(machine, 'rpi-executor', 'ActiveState', 'UnitFileState')
  const ready = await scene.look(machine, { maxClass: 'read' })
  expect(ready).toMatchObject({ state: 'ready', deviceId: 'pi-old', look: { executor: { unit: 'rpi-executor' } } })
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
  expect(await executor()).toEqual({ ActiveState: 'inactive', UnitFileState: 'disabled' })
  expect(await shown(machine, 'waypost-agent', 'NoNewPrivileges')).toEqual({ NoNewPrivileges: 'yes' })
  const status = 'cat /proc/$(systemctl show -P MainPID waypost-agent)/status'
  expect(await machine.run(status)).toContain('NoNewPrivs:\t1\n')

  await machine.run(`sed -i 's/^VERSION = .*/VERSION = "0.9.0"/' /usr/local/lib/waypost/waypost_agent.py`)
  const files = () =>
    machine.run(
      `find /etc/waypost /usr/local/lib/waypost /etc/systemd/system -type f -printf '%m %u ' -exec sha256sum {} + | sort`,
    )
  const earlier = await files()
  scene.joins.lookAgain([ready.id])
  expect(await scene.when(['ready', 'failed'])).toMatchObject({ state: 'ready', isUpgrade: true, deviceId: 'pi-old' })
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null, canUndo: 'upgrade' })
  expect(await machine.run(status)).toContain('NoNewPrivs:\t1\n')
  const observer = await observe({ host: scene.broker.host, port: scene.broker.port })
  try {
    expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
    expect(await files()).toEqual(earlier)
    await observer.waitFor(
      ({ topic, json }) => topic === 'device/pi-old/status' && json?.status === 'online' && json.version === '0.9.0',
    )
  } finally {
    await observer.stop()
  }
  scene.joins.lookAgain([ready.id])
  await scene.when(['ready'])
  expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  expect(await executor()).toEqual({ ActiveState: 'active', UnitFileState: 'enabled' })
  expect(await traces(machine)).toEqual(before)
})

it.each([
  ['was started by hand', ['systemctl start rpi-executor'], { ActiveState: 'active', UnitFileState: 'disabled' }],
  [
    'is enabled and stopped',
    ['systemctl enable -q rpi-executor'],
    { ActiveState: 'inactive', UnitFileState: 'enabled' },
  ],
  [
    'lies with its program',
    [
      'mv /etc/systemd/system/rpi-executor.service /opt/executor/',
      'systemctl enable -q --now /opt/executor/rpi-executor.service',
    ],
    { ActiveState: 'active', UnitFileState: 'enabled' },
  ],
  [
    'has another name and starts it by a script',
    [
      'printf "%s\\n" "#!/bin/sh" "python3 /opt/executor/rpi_executor.py" "true" >/opt/executor/start.sh && chmod 755 /opt/executor/start.sh',
      'sed "s|^ExecStart=.*|ExecStart=/opt/executor/start.sh|" /etc/systemd/system/rpi-executor.service >/etc/systemd/system/kitchen.service',
      'rm /etc/systemd/system/rpi-executor.service',
      'systemctl enable -q --now kitchen',
    ],
    { ActiveState: 'active', UnitFileState: 'enabled' },
  ],
])('puts an executor back as it was whose unit %s', async (how, lines, state) => {
  scene = await JoinScene.open()
  const machine = await scene.machine({ sudo: 'free', prepare: EXECUTOR_UNIT })
  for (const line of lines) await machine.run(line)
  const unit = how.startsWith('has another name') ? 'kitchen' : 'rpi-executor'
  const executor = () => shown(machine, unit, 'ActiveState', 'UnitFileState')
  expect(await executor()).toEqual(state)
  const before = await traces(machine)
  const isRunning = state.ActiveState === 'active'
  expect(await scene.look(machine)).toMatchObject({
    ...{ state: 'ready', deviceId: 'pi-old' },
    look: { executor: { unit, isRunning } },
  })
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
  expect((await machine.sh('pgrep -f executor/rpi_[e]xecutor.py')).stdout).toBe('')
  expect(await machine.sh(`systemctl is-enabled ${unit}`)).not.toMatchObject({ stdout: 'enabled\n' })
  expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  expect(await executor()).toEqual(state)
  expect(await traces(machine)).toEqual(before)
})

/** Accounts whose crontab starts an executor with the device, beside another job. */
it.each(['technician', 'root'])(
  'stops an executor that cron started for %s and leaves cron alone, also after a restart, and puts it back',
  async (account) => {
    scene = await JoinScene.open()
    const jobs = ['@reboot /usr/bin/python3 /opt/executor/rpi_executor.py', '@reboot /usr/bin/sleep 6001']
    const machine = await scene.machine({
      sudo: 'free',
      prepare: [
        ...EXECUTOR_UNIT,
        'rm /etc/systemd/system/rpi-executor.service',
        'ln -s /lib/systemd/system/cron.service /etc/systemd/system/multi-user.target.wants/cron.service',
        `printf '%s\\n' '${jobs.join("' '")}' | crontab -u ${account} -`,
      ],
    })
    const running = async (line: string) => (await machine.sh(`pgrep -u ${account} -fxc '${line}'`)).stdout.trim()
    const executor = '/usr/bin/python3 /opt/executor/rpi_executor.py'
    await machine.run(`until pgrep -fx '${executor}' && pgrep -fx '/usr/bin/sleep 6001'; do sleep 0.1; done`)
    // Its file begins with the time of its last change.
    const jobsOf = () => machine.run(`crontab -u ${account} -l`)
    const before = [...(await traces(machine)), await jobsOf()]
    expect(await scene.look(machine)).toMatchObject({
      ...{ state: 'ready', deviceId: 'pi-old' },
      look: { executor: { unit: null, isRunning: true } },
    })
    expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
    expect([await running(executor), await running('/usr/bin/sleep 6001')]).toEqual(['0', '1'])
    await machine.reboot()
    await machine.run("until pgrep -fx '/usr/bin/sleep 6001'; do sleep 0.1; done")
    expect(await running(executor)).toBe('0')
    expect(await shown(machine, 'waypost-agent', 'ActiveState')).toEqual({ ActiveState: 'active' })
    scene.joins.lookAgain([(await scene.when(['proven'])).id])
    await scene.when(['ready'])
    expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
    expect(await running(executor)).toBe('1')
    expect([...(await traces(machine)), await jobsOf()]).toEqual(before)
  },
)

/** An operator whom the agent on the machine trusts from now on. */
async function trustedOperator(machine: SystemdMachine, deviceId: string, observer: MqttObserver) {
  const operator = new AgentOperator(deviceId, observer)
  const pem = Buffer.from(operator.key.public.pem).toString('base64')
  const agent = '/usr/bin/python3 -E /usr/local/lib/waypost/waypost_agent.py'
  await machine.run(`echo ${pem} | base64 -d >/run/operator.pub && ${agent} trust add /run/operator.pub`)
  return operator
}

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
  const agent = path.join(projectFolder, 'resources/agent')
  const files = kitFiles({
    deviceId: 'pi-kit',
    access: {
      broker: { host: scene.broker.host, port: scene.broker.port, isTls: false, ca: null },
      username: null,
      password: null,
      client: null,
    },
    operator: { name: 'Anna', pem: newPrivateKey().public.pem },
    maxClass: 'read',
    sources: {
      program: await readFile(path.join(agent, 'waypost_agent.py'), 'utf8'),
      unit: await readFile(path.join(agent, 'waypost-agent.service'), 'utf8'),
    },
    language: 'en',
  })
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
