import type { DeviceResult } from '../../../../../main/shared/exchange.ts'
import type { CommandRecord, CommandState, Run } from '../../../../../preload/contract/models/commands/command.ts'
import type { RolloutPlan, RunChoice } from '../../../../../preload/contract/models/commands/rollout.ts'
import { ConsoleScene, SITE, TYPED } from '../scene.ts'

/** Ms after which a rollout has looked at all answers so far, and begun what follows. */
const LOOK_MS = 50

export function planOf(change: Partial<RolloutPlan> = {}): RolloutPlan {
  return {
    canary: { count: 2, proceed: { goOnAfterS: 5 } },
    waves: { size: { unit: 'devices', amount: 3 }, pauseS: 10 },
    stopAt: null,
    ...change,
  }
}

/** A scene with a fleet, whose answers and broker are played by the test. */
export class RolloutScene extends ConsoleScene {
  readonly ids: readonly string[]

  constructor(devices: number) {
    super()
    this.ids = Array.from({ length: devices }, (_, index) => `gw_${String(index).padStart(4, '0')}`)
    for (const id of this.ids) this.addDevice(id)
  }

  /** Approves a typed command with a choice; its first wave is sent when this resolves. */
  async roll(choice: Partial<RunChoice>, deviceIds = this.ids): Promise<Run> {
    const turn = this.console.type(deviceIds, 'df', 30, TYPED)
    const { id = '', confirmation = null } = turn.proposal ?? {}
    const run = await this.console.approve(id, confirmation, { plan: null, absent: null, ...choice })
    await this.look()
    return run
  }

  /** Lets the rollout look at what came, and the broker answer. */
  async look(ms = LOOK_MS): Promise<void> {
    await this.settle()
    this.time.advance(ms)
    await this.settle()
  }

  now(run: Run): Run {
    const { run: now } = this.turn(run.turnId)
    if (now === null) throw new Error('the run is gone')
    return now
  }

  rollout(run: Run) {
    return this.now(run).rollout
  }

  /** Ids whose command is in one of these states. */
  those(run: Run, ...states: readonly CommandState[]): readonly CommandRecord[] {
    return this.console.commandsOf(run.turnId).filter(({ state }) => states.includes(state))
  }

  /** Has all devices that wait answer. */
  async answerAll(run: Run, change: Partial<DeviceResult> = {}): Promise<void> {
    for (const record of this.those(run, 'sent', 'queued')) this.console.onResult(SITE, this.result(record, change))
    await this.look()
  }

  /** How often each device was sent a command. */
  sendings(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const { topic } of this.commandsSent()) {
      const id = topic.split('/')[1] ?? ''
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return counts
  }
}
