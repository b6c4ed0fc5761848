import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type MqttObserver, observe } from '../../support/brokers/mqtt-observer.ts'
import { type ExecutorFleet, type FleetBehaviour, startFleet } from '../../support/devices/executor-fleet.ts'

const tool = fileURLToPath(new URL('../../tools/run-command.ts', import.meta.url))
const BEHAVIOURS: readonly FleetBehaviour[] = ['normal', 'normal', 'failing', 'silent', 'claimingSuccess', 'lying']
const HOSTILE = 'up\u001b]0;owned\u0007 \u202e1 day\n'

let broker: Mosquitto
let fleet: ExecutorFleet
let observer: MqttObserver
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-run-command-test-'))
  broker = await startMosquitto({ mode: 'password' })
  const { host, port } = broker
  const login = { username: 'operator', password: broker.users.operator ?? '' }
  observer = await observe({ host, port, ...login })
  fleet = await startFleet({
    host,
    port,
    ...login,
    devices: BEHAVIOURS.length,
    idOf: (index) => `rpi_${index}`,
    behaviourOf: (index) => BEHAVIOURS[index] ?? 'normal',
    answer: (_index, command) => (command === 'uptime' ? HOSTILE : 'fine\n'),
    shareConnection: true,
    heartbeatIntervalS: 1,
  })
})

afterAll(async () => {
  await fleet?.stop()
  await observer?.stop()
  await broker?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function run(...args: readonly string[]) {
  const url = `mqtt://127.0.0.1:${broker.port}`
  const login = ['--url', url, '--username', 'operator', '--password-stdin', '--data', join(folder, 'data')]
  const child = spawn(process.execPath, [tool, ...login, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined)
  child.stdin.end(`${broker.users.operator}\n`)
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr, report: stdout === '' ? null : JSON.parse(stdout) }
}

const published = () => observer.messages.filter(({ topic }) => topic.endsWith('/command')).length
const device = (...ids: readonly string[]) => ids.flatMap((id) => ['--device', id])

describe('run-command', () => {
  it('ends with 0 when all succeeded, and prints hostile output without its control characters', async () => {
    const junit = join(folder, 'report.xml')
    const { code, report, stdout } = await run(
      ...device('rpi_0', 'rpi_1'),
      ...['--command', 'uptime', '--approve', 'read', '--junit', junit],
    )
    expect({ code, class: report.class, groups: report.groups.length }).toEqual({ code: 0, class: 'read', groups: 1 })
    expect(report.devices).toMatchObject([
      { id: 'rpi_0', state: 'succeeded' },
      { id: 'rpi_1', state: 'succeeded' },
    ])
    for (const shown of [report.devices[0].output, stdout, readFileSync(junit, 'utf8')]) {
      expect(shown).toContain('1 day')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(shown).not.toMatch(/[\u001b\u0007\u202e]|\\u001b/)
    }
    const audit = join(folder, 'data', 'audit')
    const records = readdirSync(audit)
      .map((file) => readFileSync(join(audit, file), 'utf8'))
      .join('')
    expect(records).toContain('"basis":{"kind":"headless"}')
  })

  it('ends with 1 when some failed or kept silent, and shows them first among the groups', async () => {
    const ids = ['rpi_0', 'rpi_1', 'rpi_2', 'rpi_3']
    const { code, report } = await run(
      ...device(...ids),
      ...['--command', 'df -h', '--approve', 'read', '--timeout', '1'],
    )
    expect(code).toBe(1)
    expect(report.groups.map(({ count, outcome }: { count: number; outcome: string }) => [count, outcome])).toEqual([
      [1, 'failed'],
      [1, 'no-answer'],
      [2, 'succeeded'],
    ])
  })

  it.each([
    ['rm -rf /var/tmp/x', 'read'],
    ['systemctl restart nginx', 'read'],
    ['frobnicate --now', 'change'],
  ])('ends with 3 and publishes nothing for %s above --approve %s', async (command, highest) => {
    const before = published()
    const { code, report } = await run(...device('rpi_0'), '--command', command, '--approve', highest)
    expect({ code, runId: report.runId, devices: report.devices }).toEqual({ code: 3, runId: null, devices: [] })
    expect(published()).toBe(before)
  })

  it('finds devices by a filter, and asks the phrasebook', async () => {
    const { code, report } = await run('--filter', 'id:rpi_1', '--ask', 'uptime', '--approve', 'read', '--wait', '2')
    expect({ code, ids: report.devices.map(({ id }: { id: string }) => id) }).toEqual({ code: 0, ids: ['rpi_1'] })
  })

  it('sends to nobody else after a failing canary, and reports who was withheld and why', async () => {
    const before = published()
    const plan = ['--canary', '1', '--wave', '50%', '--stop-at', '10%']
    const { code, report } = await run(
      ...device('rpi_2', 'rpi_0', 'rpi_1'),
      ...['--command', 'df -h', '--approve', 'read', ...plan],
    )
    const states = report.devices.map(({ id, state, output }: Record<string, string>) => [id, state, output])
    expect({ code, sent: published() - before }).toEqual({ code: 1, sent: 1 })
    expect(states).toMatchObject([
      ['rpi_2', 'failed', expect.anything()],
      ['rpi_0', 'withheld', 'failures'],
      ['rpi_1', 'withheld', 'failures'],
    ])
  })

  it('sends wave after wave where none fails', async () => {
    const { code, report } = await run(
      ...device('rpi_0', 'rpi_1'),
      ...['--command', 'uptime', '--approve', 'read', '--canary', '1', '--wave', '1'],
    )
    expect({ code, count: report.devices.length }).toEqual({ code: 0, count: 2 })
  })

  it.each([
    { args: [...device('rpi_0'), '--command', 'uptime', '--approve', 'read', '--canary', '0'] },
    { args: [...device('rpi_0'), '--command', 'uptime', '--approve', 'read', '--wave', '101%'] },
    { args: [...device('rpi_0'), '--command', 'uptime', '--approve', 'read', '--stop-at', '1.5'] },
    { args: ['--command', 'uptime', '--approve', 'read'] },
    { args: [...device('rpi_0'), '--command', 'uptime'] },
    { args: [...device('rpi_0'), '--command', 'uptime', '--approve', 'forbidden'] },
    { args: [...device('rpi_0'), '--command', 'uptime', '--ask', 'uptime', '--approve', 'read'] },
    { args: [...device('a/b'), '--command', 'uptime', '--approve', 'read'] },
    { args: [...device('rpi_0'), '--command', 'uptime', '--approve', 'read', '--timeout', '0'] },
  ])('ends with 2 for $args', async ({ args }) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('usage:')
  })
})
