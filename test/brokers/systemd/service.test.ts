import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { JoinScene } from '../../integration/joining/join-scene.ts'
import { oddServer } from '../../integration/joining/ssh-servers.ts'
import { type MqttObserver, observe } from '../../support/brokers/mqtt-observer.ts'
import type { AgentOperator } from '../../support/devices/agent-process.ts'
import type { SystemdMachine } from '../../support/devices/systemd-machine.ts'
import { trustedOperator } from './machine-facts.ts'

let scene: JoinScene
let machine: SystemdMachine
let deviceId: string
let observer: MqttObserver
let operator: AgentOperator

/** Longer than the agent sleeps between two signs of life, and short enough for a test. */
const WATCHDOG_S = 8

beforeAll(async () => {
  scene = await JoinScene.open()
  machine = await scene.machine({ sudo: 'free' })
  ;({ deviceId } = await scene.look(machine))
  expect(await scene.install()).toMatchObject({ state: 'proven', failure: null })
  await machine.run(
    `mkdir -p /etc/systemd/system/waypost-agent.service.d && printf '[Service]\\nWatchdogSec=${WATCHDOG_S}\\n' >/etc/systemd/system/waypost-agent.service.d/operator.conf && systemctl daemon-reload && systemctl restart waypost-agent`,
  )
})
afterAll(() => scene.end())

beforeEach(async () => {
  observer = await observe({ host: scene.broker.host, port: scene.broker.port })
  operator = await trustedOperator(machine, deviceId, observer)
  await operator.challenge()
})
afterEach(() => observer.stop())

const property = async (name: string) => (await machine.run(`systemctl show -P ${name} waypost-agent`)).trim()
const processes = async (pattern: string) => (await machine.sh(`pgrep -fx '${pattern}'`)).stdout

/** The session of the next start of the agent. */
async function nextSession(before: unknown): Promise<unknown> {
  const { json } = await observer.waitFor(
    ({ topic, json }) => topic === operator.topic('status') && json?.status === 'online' && json.session !== before,
  )
  return json?.session
}

const session = async () => (await operator.challenge()).session

/** Starts a command that would outlive the agent, and waits until it runs. */
async function longCommand(seconds: number): Promise<string> {
  const message = await operator.signed(`setsid sleep ${seconds} & sleep ${seconds}9 & wait`, { timeoutS: 600 })
  await operator.send(message)
  await machine.run(`until [ "$(pgrep -fxc 'sleep ${seconds}9?')" = 2 ]; do sleep 0.1; done`)
  return message.command_id
}

it('starts an agent again that systemd’s watchdog found silent, and ends its command', async () => {
  const before = await session()
  const command = await longCommand(701)
  const from = Date.now()
  await machine.run('kill -STOP $(systemctl show -P MainPID waypost-agent)')
  expect(await nextSession(before)).not.toBe(before)
  expect(Date.now() - from).toBeLessThan(40_000)
  expect(await machine.run('journalctl -u waypost-agent -o cat --no-pager')).toContain('Watchdog timeout')
  expect(await processes('sleep 701.*')).toBe('')
  expect(await operator.result(command)).toMatchObject({ ending: 'interrupted', success: false })
})

it('starts an agent again that was killed, and ends what its command left behind', async () => {
  const before = await session()
  const command = await longCommand(702)
  const restarts = Number(await property('NRestarts'))
  await machine.run('kill -KILL $(systemctl show -P MainPID waypost-agent)')
  expect(await nextSession(before)).not.toBe(before)
  expect(Number(await property('NRestarts'))).toBe(restarts + 1)
  expect(await processes('sleep 702.*')).toBe('')
  expect(await operator.result(command)).toMatchObject({ ending: 'interrupted', success: false })
})

it('ends commands with the agent, and says that it was stopped', async () => {
  await longCommand(703)
  await machine.run('systemctl stop waypost-agent')
  await observer.waitFor(({ json }) => json?.status === 'offline' && json.reason === 'stopped')
  expect(await processes('sleep 703.*')).toBe('')
  expect(await property('Result')).toBe('success')
  const from = observer.messages.length
  await machine.run('systemctl start waypost-agent')
  await observer.waitFor((message) => observer.messages.indexOf(message) >= from && message.json?.status === 'online')
})

it('verifies and answers after systemd cleaned the folders for temporary files', async () => {
  await machine.run("echo 'q /tmp 1777 root root 1us' | systemd-tmpfiles --clean -")
  expect(await operator.run('echo still here')).toMatchObject({ output: 'still here\n' })
})

it('is not taken for silent by the watchdog while a broker leaves it waiting, and stops at once meanwhile', async () => {
  const silent = await oddServer(() => undefined)
  const edit = (line: string) =>
    machine.run(
      `/usr/bin/python3 -c 'import json; f="/etc/waypost/agent.json"; c=json.load(open(f)); ${line}; json.dump(c, open(f, "w"))'`,
    )
  try {
    const before = await session()
    await edit(`c["brokers"].insert(0, {"host": "127.0.0.1", "port": ${silent.port}, "tls": True})`)
    await machine.run('systemctl restart waypost-agent')
    await nextSession(before)
    expect(await property('NRestarts')).toBe('0')
    await machine.run('systemctl restart waypost-agent')
    const from = Date.now()
    await machine.run('systemctl stop waypost-agent')
    expect(Date.now() - from).toBeLessThan(5_000)
    expect(await property('Result')).toBe('success')
  } finally {
    await edit('c["brokers"] = c["brokers"][-1:]')
    await machine.run('systemctl restart waypost-agent')
    await silent.stop()
  }
})

it('is back by itself after the machine was restarted by a signed command, and answers', async () => {
  const before = await session()
  const message = await operator.signed('systemctl reboot; sleep 600', { class: 'destructive', timeoutS: 900 })
  await machine.reboot(() => operator.send(message))
  expect(await nextSession(before)).not.toBe(before)
  // systemd ends the command and the agent in one moment: the agent still says so, or its next start does.
  expect(['exited', 'interrupted']).toContain((await operator.result(message.command_id)).ending)
  expect(await operator.run('systemctl is-active waypost-agent')).toMatchObject({ output: 'active\n', exit_code: 0 })
})
