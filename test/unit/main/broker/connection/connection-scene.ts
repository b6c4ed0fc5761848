import { vi } from 'vitest'
import { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
import type { SessionOptions } from '../../../../../main/broker/session/broker-session.ts'
import type { ConnectionTarget } from '../../../../../main/broker/session/target.ts'
import { newTarget } from '../new-target.ts'
import { FakeSession } from './fake-session.ts'

/** A connection over sessions that the test plays; needs fake timers. */
export class ConnectionScene {
  readonly sessions: FakeSession[] = []
  /** What was logged as an error. */
  readonly errors: unknown[] = []
  readonly connection = new BrokerConnection({
    now: Date.now,
    log: { info() {}, warn() {}, error: (_message, error) => this.errors.push(error) },
    random: () => 0.5,
    openSession: (options: SessionOptions) => {
      const session = new FakeSession(options)
      this.sessions.push(session)
      return Promise.resolve(session)
    },
  })

  /** Lets what waits for promises alone get on. */
  settle(): Promise<unknown> {
    return vi.advanceTimersByTimeAsync(0)
  }

  session(index: number): FakeSession {
    const found = this.sessions.at(index)
    if (found === undefined) throw new Error(`no session ${index}`)
    return found
  }

  /** Connects; the broker grants everything. */
  async open(target: ConnectionTarget = newTarget()): Promise<FakeSession> {
    await this.connection.connect(target)
    await this.settle()
    this.session(-1).options.events.onOpen()
    await this.settle()
    return this.session(-1)
  }
}
