import { afterEach, expect, it } from 'vitest'
import { JoinScene } from '../../integration/joining/join-scene.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { shown, traces } from './machine-facts.ts'

let scene: JoinScene

afterEach(() => scene.end())

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

it('stops an executor that the systemd of an account looks after, also after a restart, and puts it back', async () => {
  scene = await JoinScene.open()
  const units = '/home/technician/.config/systemd/user'
  const machine = await scene.machine({
    sudo: 'free',
    prepare: [
      ...EXECUTOR_UNIT,
      `mkdir -p ${units} /var/lib/systemd/linger && touch /var/lib/systemd/linger/technician`,
      `sed 's/multi-user/default/' /etc/systemd/system/rpi-executor.service >${units}/kitchen.service`,
      `printf '[Service]\\nRestart=always\\n' >>${units}/kitchen.service`,
      'rm /etc/systemd/system/rpi-executor.service',
      `mkdir ${units}/default.target.wants && ln -s ${units}/kitchen.service ${units}/default.target.wants/`,
      'chown -R technician: /home/technician',
    ],
  })
  const running = async () => (await machine.sh("pgrep -fxc '/usr/bin/python3 /opt/executor/rpi_executor.py'")).stdout
  await machine.run('until pgrep -f executor/rpi_[e]xecutor.py; do sleep 0.1; done')
  const before = await traces(machine)
  expect(await scene.look(machine)).toMatchObject({
    ...{ state: 'ready', deviceId: 'pi-old' },
    look: { executor: { unit: 'kitchen', isRunning: true } },
  })
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
  expect(await running()).toBe('0\n')
  await machine.reboot()
  await machine.run('until systemctl is-active -q user@$(id -u technician); do sleep 0.1; done')
  expect(await running()).toBe('0\n')
  scene.joins.lookAgain([(await scene.when(['proven'])).id])
  await scene.when(['ready'])
  expect(await scene.undo()).toMatchObject({ state: 'undone', failure: null })
  expect(await running()).toBe('1\n')
  expect(await traces(machine)).toEqual(before)
})
