import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandState, Run, Turn } from '../../../preload/contract/models/commands/command.ts'
import type { RolloutPlan } from '../../../preload/contract/models/commands/rollout.ts'
import { type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type ExecutorFleet, startFleet } from '../../support/devices/executor-fleet.ts'
import { type HeadlessConsole, openHeadlessConsole } from '../../tools/run-command-console.ts'
import { targetOf } from '../../tools/tool-target.ts'

const WAVE = 200
/** A process that holds the console starts within this time on a machine with other work. */
const PATIENCE_MS = 60_000
/** Points looked at side by side, because most of the time is spent waiting. */
const LANES = 3
const ANSWER_MS = 150
/** States that nothing but a sent command can have. */
const SENT: ReadonlySet<CommandState> = new Set(['sent', 'succeeded', 'unknown'])
const UNSENT: ReadonlySet<CommandState> = new Set(['approved', 'not-delivered', 'withheld'])
const ANONYMOUS = {
  username: null,
  hasPassword: false,
  hasPassphrase: false,
  caFile: null,
  certFile: null,
  keyFile: null,
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-rollout-crash-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const planOf = (size: number, pauseS: number): RolloutPlan => ({
  canary: { count: 0, proceed: 'ask' },
  waves: { size: { unit: 'devices', amount: size }, pauseS },
  stopAt: null,
})

function openConsole(name: string, { port }: Mosquitto): Promise<HeadlessConsole> {
  const target = targetOf(`mqtt://127.0.0.1:${port}`, ANONYMOUS, { password: null, passphrase: null })
  if (typeof target === 'string') throw new Error(target)
  return openHeadlessConsole(join(folder, name), target, 30)
}

function startDevices(broker: Mosquitto, devices: number): Promise<ExecutorFleet> {
  const { host, port } = broker
  return startFleet({ host, port, devices, answer: () => 'up\n', shareConnection: true, heartbeatIntervalS: 1 })
}

const receivedBy = (fleet: ExecutorFleet) => [...fleet.received.values()].reduce((sum, count) => sum + count, 0)

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const endsAt = Date.now() + PATIENCE_MS; !isSo(); ) {
    if (Date.now() > endsAt) throw new Error(`never: ${what}`)
    await new Promise((next) => setTimeout(next, 1))
  }
}

function runOf({ commands }: HeadlessConsole, turnId?: string): Run {
  const turns: readonly Turn[] = commands.turns.page(null, 200)
  const run = turns.find(({ id, run: of }) => of !== null && (turnId === undefined || id === turnId))?.run
  if (!run) throw new Error('no run')
  // A long run comes as counts.
  return commands.folding.run(run.turnId)
}

/** Does the work for each point, a few side by side. */
async function inLanes(points: number, work: (point: number) => Promise<void>): Promise<void> {
  const queue = Array.from({ length: points }, (_, point) => point).values()
  const lane = async () => {
    for (const point of queue) await work(point)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Compares each state with what the device itself saw. */
function expectTrue(run: Run, fleet: ExecutorFleet): void {
  for (const { deviceId, state } of run.commands) {
    const times = fleet.received.get(deviceId) ?? 0
    expect({ deviceId, isOnce: times <= 1 }).toEqual({ deviceId, isOnce: true })
    if (times === 1) expect({ deviceId, state, isTrue: SENT.has(state) }).toEqual({ deviceId, state, isTrue: true })
    if (UNSENT.has(state)) expect({ deviceId, times }).toEqual({ deviceId, times: 0 })
    if (state === 'succeeded') expect({ deviceId, times }).toEqual({ deviceId, times: 1 })
  }
}

describe('a rollout', () => {
  it('is paused with true states when the broker is killed, at 20 points of a wave of 200', async () => {
    await inLanes(20, async (point) => {
      const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true })
      const fleet = await startDevices(broker, WAVE + 10)
      const site = await openConsole(`broker-${point}`, broker)
      expect(await site.connect()).toBeNull()
      const { registry } = site.devices
      await until(() => registry.queries.counts(site.connectionId).total >= WAVE + 10, 'all devices are heard')
      const turnId = site.commands.turns.type(fleet.ids, 'uptime', 30, { kind: 'typed' })
      const turn = await site.turnWhen(turnId, ({ proposal }) => proposal !== null)
      const choice = { plan: planOf(WAVE, 3600), absent: null }
      await site.commands.approvals.approveHeadless(turn.proposal?.id ?? '', 'read', choice)
      await until(() => receivedBy(fleet) >= point * 10, 'the wave is under way')
      process.kill(broker.pid, 'SIGKILL')
      await until(() => runOf(site).rollout?.phase === 'paused', 'the rollout is paused')
      await until(
        () => runOf(site).commands.every(({ state }) => state !== 'sent' && state !== 'queued'),
        'all is known',
      )
      const run = runOf(site)
      const sent = run.rollout?.sent ?? 0
      expect({ reason: run.rollout?.reason, isWithinWave: sent <= WAVE }).toEqual({
        reason: 'connection',
        isWithinWave: true,
      })
      // A wave is handed over in parts: what comes after the end of the broker waits as it was approved.
      expect(run.commands.filter(({ state }) => state === 'approved')).toHaveLength(WAVE + 10 - sent)
      expectTrue(run, fleet)
      await fleet.stop()
      await site.close()
      await broker.stop()
    })
  }, 120_000)

  it('is found paused with true states when the console is killed, at 10 points, and ends with each device run once', async () => {
    const tool = fileURLToPath(new URL('../../tools/run-command.ts', import.meta.url))
    const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true })
    const url = `mqtt://127.0.0.1:${broker.port}`
    await inLanes(10, async (point) => {
      const fleet = await startFleet({
        ...broker,
        devices: WAVE + 40,
        idOf: (index) => `app${point}_${String(index).padStart(3, '0')}`,
        behaviourOf: () => 'slow',
        slowMs: ANSWER_MS,
        answer: () => 'up\n',
        shareConnection: true,
        heartbeatIntervalS: 1,
      })
      const data = ['--data', join(folder, `app-${point}`)]
      const what = ['--command', 'uptime', '--approve', 'read', '--wave', '40', '--wait', '60']
      const devices = fleet.ids.flatMap((id) => ['--device', id])
      const child = spawn(process.execPath, [tool, '--url', url, ...data, ...devices, ...what], { stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await until(() => receivedBy(fleet) > point * 20, `the console of point ${point} sends`)
      child.kill('SIGKILL')
      await ended

      const site = await openConsole(`app-${point}`, broker)
      const found = runOf(site)
      expect(found.rollout).toMatchObject({ phase: 'paused', reason: 'restart' })
      expectTrue(found, fleet)
      expect(await site.connect()).toBeNull()
      const isKnown = (deviceId: string) => site.devices.registry.find({ connectionId: site.connectionId, deviceId })
      await until(() => fleet.ids.every((id) => isKnown(id) !== undefined), 'all devices are heard again')
      // What the killed console had written may arrive until now; nothing new was sent.
      expectTrue(found, fleet)
      await site.commands.steer(found.turnId, 'resume')
      await until(() => runOf(site).rollout?.phase === 'done', 'the rollout is done')
      expectTrue(runOf(site), fleet)
      const late = runOf(site).commands.filter(({ state }) => state === 'unknown').length
      expect(runOf(site).commands.filter(({ state }) => state === 'succeeded')).toHaveLength(WAVE + 40 - late)
      await site.close()
      await fleet.stop()
    })
    await broker.stop()
  }, 180_000)
})
