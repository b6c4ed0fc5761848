import type { Clock } from '../../shared/clock.ts'
import { type After, SLEPT_AFTER_MS } from '../../shared/timers.ts'
import type { LiveCommand } from '../models.ts'
import { isWaiting } from './state-machine.ts'

/** Ms after a command's own timeout in which its answer may still arrive. */
const GRACE_MS = 10_000

interface Waiting {
  readonly commandId: string
  readonly timeoutMs: number
  /** From when its timeout can have begun to run. */
  startsAt: number
  dueAt: number
  callOff: () => void
}

interface DeadlineDeps {
  readonly now: Clock
  readonly after: After
  readonly onDeadline: (commandId: string) => void
}

/**
 * Decides when to stop expecting an answer. A device works on one command at a time, so the timeout of a command behind
 * another begins when that one ends.
 */
export class AnswerDeadlines {
  readonly #deps: DeadlineDeps
  readonly #queues = new Map<string, Waiting[]>()

  constructor(deps: DeadlineDeps) {
    this.#deps = deps
  }

  /** Starts the timeout of a command that is being published. */
  start(command: LiveCommand): void {
    const device = deviceKey(command)
    const { commandId } = command.stored.record
    const queue = this.#queues.get(device) ?? []
    this.#queues.set(device, queue)
    const timeoutMs = command.run.timeoutS * 1000
    queue.push({ commandId, timeoutMs, startsAt: this.#deps.now(), dueAt: 0, callOff: () => undefined })
    this.#arm(queue, queue.length - 1)
  }

  /** Counts again from now, because the broker has it, or the device says that it runs. */
  restart(command: LiveCommand): void {
    const queue = this.#queues.get(deviceKey(command)) ?? []
    const index = indexOf(queue, command)
    const waiting = queue[index]
    if (waiting === undefined) return
    waiting.startsAt = this.#deps.now()
    this.#arm(queue, index)
  }

  /** Ends the wait for a command unless the device may still be at work on it; those behind it begin now at the latest. */
  settle(command: LiveCommand): void {
    if (isWaiting(command.stored.record.state)) return
    const device = deviceKey(command)
    const queue = this.#queues.get(device) ?? []
    const index = indexOf(queue, command)
    const [ended] = index === -1 ? [] : queue.splice(index, 1)
    if (ended === undefined) return
    ended.callOff()
    if (queue.length === 0) this.#queues.delete(device)
    const next = index === 0 ? queue[0] : undefined
    if (next !== undefined) next.startsAt = this.#deps.now()
    this.#arm(queue, index)
  }

  dispose(): void {
    for (const queue of this.#queues.values()) for (const waiting of queue) waiting.callOff()
    this.#queues.clear()
  }

  #arm(queue: readonly Waiting[], from: number): void {
    for (let index = from; index < queue.length; index++) {
      const waiting = queue[index]
      if (waiting === undefined) return
      const freeAt = (queue[index - 1]?.dueAt ?? 0) - GRACE_MS
      const dueAt = Math.max(waiting.startsAt, freeAt) + waiting.timeoutMs + GRACE_MS
      if (dueAt === waiting.dueAt) return
      waiting.callOff()
      waiting.dueAt = dueAt
      waiting.callOff = this.#deps.after(dueAt - this.#deps.now(), () => this.#due(queue, waiting))
    }
  }

  /** Gives an answer its grace again where nobody could hear it, because the computer slept. */
  #due(queue: readonly Waiting[], waiting: Waiting): void {
    const now = this.#deps.now()
    if (now - waiting.dueAt <= SLEPT_AFTER_MS) {
      this.#deps.onDeadline(waiting.commandId)
      return
    }
    waiting.startsAt = now - waiting.timeoutMs
    this.#arm(queue, queue.indexOf(waiting))
  }
}

function indexOf(queue: readonly Waiting[], { stored }: LiveCommand): number {
  return queue.findIndex((waiting) => waiting.commandId === stored.record.commandId)
}

/** One key per device and connection; ids hold no line feed. */
function deviceKey({ stored: { connectionId, record } }: LiveCommand): string {
  return `${connectionId}\n${record.deviceId}`
}
