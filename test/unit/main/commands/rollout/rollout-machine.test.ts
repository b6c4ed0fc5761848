import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countCommands,
  firstState,
  goneOn,
  isFinal,
  next,
  paused,
  resumed,
  stopped,
} from '../../../../../main/commands/rollout/rollout-machine.ts'
import type { CommandState } from '../../../../../preload/contract/models/commands/command.ts'
import {
  plannedTime,
  type RolloutPlan,
  type RolloutState,
  runForMs,
} from '../../../../../preload/contract/models/commands/rollout.ts'

const SHARE = fc.record({ unit: fc.constantFrom('devices', 'percent'), amount: fc.integer({ min: 1, max: 100 }) })
const PLAN: fc.Arbitrary<RolloutPlan> = fc.record({
  canary: fc.record({
    count: fc.integer({ min: 0, max: 10 }),
    proceed: fc.oneof(fc.constant('ask' as const), fc.record({ goOnAfterS: fc.integer({ min: 0, max: 60 }) })),
  }),
  waves: fc.option(fc.record({ size: SHARE, pauseS: fc.integer({ min: 0, max: 60 }) })),
  stopAt: fc.option(SHARE),
})
const FAILURES = ['failed', 'timed-out', 'no-answer', 'unknown', 'not-delivered', 'refused', 'expired'] as const

/** A run in which the machine alone decides who is addressed; throws where a device would be addressed twice. */
class PlayedRun {
  readonly devices: CommandState[]
  readonly sendings: number[]
  state: RolloutState
  now = 0

  constructor(plan: RolloutPlan, total: number) {
    this.devices = Array.from({ length: total }, () => 'approved')
    this.sendings = this.devices.map(() => 0)
    this.state = firstState(plan, total)
  }

  counts() {
    return countCommands(this.devices.map((state) => ({ state })))
  }

  /** Does what the machine says and returns how many devices that addressed. */
  step(): number {
    const { state, send } = next(this.state, this.counts(), this.now)
    this.state = state
    for (let sent = 0; sent < send; sent++) {
      const index = this.devices.indexOf('approved')
      if (index === -1) throw new Error('no device is left to be addressed')
      this.devices[index] = 'sent'
      this.sendings[index] = (this.sendings[index] ?? 0) + 1
    }
    if (state.phase === 'stopped') this.replace('approved', () => 'withheld')
    return send
  }

  answer(outcome: () => CommandState): void {
    this.replace('sent', outcome)
  }

  /** Steps and answers until nothing but a person can change anything. */
  finish(outcome: () => CommandState): void {
    for (let round = 0; round < 500 && this.state.phase === 'running'; round++) {
      this.step()
      this.answer(outcome)
      this.now += 60_000
    }
  }

  private replace(from: CommandState, to: () => CommandState): void {
    for (const [index, state] of this.devices.entries()) if (state === from) this.devices[index] = to()
  }
}

const plan = (change: Partial<RolloutPlan> = {}): RolloutPlan => ({
  canary: { count: 2, proceed: { goOnAfterS: 5 } },
  waves: { size: { unit: 'devices', amount: 3 }, pauseS: 10 },
  stopAt: null,
  ...change,
})

describe('next', () => {
  it('addresses the canary, waits for its end and its time, and goes on in waves', () => {
    const run = new PlayedRun(plan(), 7)
    expect([run.step(), run.step()]).toEqual([2, 0])
    run.answer(() => 'succeeded')
    expect(run.step()).toBe(0)
    run.now = 4_999
    expect(run.step()).toBe(0)
    run.now = 5_000
    expect([run.step(), run.step()]).toEqual([3, 0])
    run.answer(() => 'failed')
    run.step()
    run.now = 15_000
    expect(run.step()).toBe(2)
    run.answer(() => 'succeeded')
    run.step()
    expect(run.state.phase).toBe('done')
  })

  it('waits for the operator after a canary that asks', () => {
    const run = new PlayedRun(plan({ canary: { count: 2, proceed: 'ask' }, waves: null }), 7)
    run.finish(() => 'succeeded')
    expect([run.state.phase, run.counts().open]).toEqual(['looking', 5])
    run.state = goneOn(run.state)
    expect(run.step()).toBe(5)
  })

  it.each(FAILURES)('counts %s as a failure', (state) => {
    const run = new PlayedRun(
      plan({ canary: { count: 0, proceed: 'ask' }, stopAt: { unit: 'percent', amount: 100 } }),
      7,
    )
    run.finish(() => state)
    expect(run.state).toMatchObject({ phase: 'stopped', reason: 'failures' })
    expect(run.counts().open).toBe(0)
    expect(run.devices.filter((device) => device === 'withheld')).toHaveLength(4)
  })

  it('sends nothing after a failing canary, in 100 random runs', () => {
    const property = fc.property(
      PLAN.filter(({ canary }) => canary.count > 0),
      fc.constantFrom(...FAILURES),
      fc.integer({ min: 11, max: 200 }),
      (of, outcome, total) => {
        const run = new PlayedRun(of, total)
        run.finish(() => outcome)
        expect(run.sendings.filter((count) => count > 0)).toHaveLength(of.canary.count)
        expect(['stopped', 'looking']).toContain(run.state.phase)
      },
    )
    fc.assert(property, { numRuns: 100 })
  })

  it('never addresses a device twice, nothing unless running, and ends each in one of sent or withheld', () => {
    const action = fc.constantFrom('step', 'step', 'answer', 'fail', 'wait', 'pause', 'lose', 'resume', 'go on', 'stop')
    const property = fc.property(PLAN, fc.integer({ min: 1, max: 120 }), fc.array(action), (of, total, actions) => {
      const run = new PlayedRun(of, total)
      for (const each of actions) {
        const wasRunning = run.state.phase === 'running'
        const wasFinal = isFinal(run.state)
        if (each === 'step' && run.step() > 0) expect(wasRunning).toBe(true)
        if (each === 'answer') run.answer(() => 'succeeded')
        if (each === 'fail') run.answer(() => 'failed')
        if (each === 'wait') run.now += 30_000
        if (each === 'pause') run.state = paused(run.state, 'operator')
        if (each === 'lose') {
          run.state = paused(run.state, 'connection')
          run.answer(() => 'unknown')
        }
        if (each === 'resume') run.state = resumed(run.state, run.counts())
        if (each === 'go on') run.state = goneOn(run.state)
        if (each === 'stop') run.state = stopped(run.state, 'operator')
        if (wasFinal) expect(isFinal(run.state)).toBe(true)
      }
      run.state = resumed(run.state, run.counts())
      run.finish(() => 'succeeded')
      run.state = stopped(run.state, 'operator')
      const open = run.counts().open
      for (const [index, state] of run.devices.entries()) {
        expect(run.sendings[index]).toBeLessThanOrEqual(1)
        if (state === 'withheld' || state === 'approved') expect(run.sendings[index]).toBe(0)
        else expect(run.sendings[index]).toBe(1)
      }
      if (run.state.phase === 'done') expect(open).toBe(0)
    })
    fc.assert(property)
  })

  it('takes no more than the wave, whatever was cancelled meanwhile', () => {
    const run = new PlayedRun(plan(), 7)
    run.devices[0] = 'cancelled'
    expect(run.step()).toBe(1)
  })
})

describe('resumed', () => {
  it('excuses what an interruption left unknown, but asks a person after an interrupted canary', () => {
    const run = new PlayedRun(plan({ stopAt: { unit: 'devices', amount: 1 } }), 7)
    run.step()
    run.state = paused(run.state, 'connection')
    run.answer(() => 'unknown')
    run.state = resumed(run.state, run.counts())
    expect(run.step()).toBe(0)
    expect(run.state.phase).toBe('looking')
    run.state = goneOn(run.state)
    expect(run.step()).toBe(3)
  })

  it('excuses no failures after a pause of the operator', () => {
    const run = new PlayedRun(plan({ stopAt: { unit: 'devices', amount: 1 } }), 7)
    run.step()
    run.state = paused(run.state, 'operator')
    run.answer(() => 'failed')
    run.state = resumed(run.state, run.counts())
    expect(run.step()).toBe(0)
    expect(run.state).toMatchObject({ phase: 'stopped', reason: 'failures' })
  })
})

describe('runForMs', () => {
  it('is longer than the plan takes, and at most a day', () => {
    expect(plannedTime(plan(), 7, 30)).toEqual({ waves: [2, 3, 2], leastS: 15, mostS: 40 + 5 + 40 + 10 + 40 })
    expect(runForMs(plan(), 7, 30)).toBeGreaterThan(135_000)
    const long = plan({ waves: { size: { unit: 'devices', amount: 1 }, pauseS: 3600 } })
    expect(runForMs(long, 20, 30)).toBe(86_400_000)
  })

  it('is null for a plan that takes more than a day', () => {
    expect(runForMs(plan({ waves: { size: { unit: 'devices', amount: 1 }, pauseS: 3600 } }), 10_000, 30)).toBeNull()
  })
})
