import { expect, it } from 'vitest'
import { createBrokerPage } from '../../../../../main/broker/page/create-broker-page.ts'
import { NO_READING } from '../../../../../main/broker/page/sys-topics.ts'
import { Profiles } from '../../../../../main/broker/profiles/profiles.ts'
import { sanitise, sanitiseLine } from '../../../../../main/safety/text/sanitiser.ts'
import type { Timers } from '../../../../../main/shared/timers.ts'
import type { ConnectionStatus } from '../../../../../preload/contract/models/broker/connection.ts'
import { connection } from '../../../renderer/support/connection.ts'

/** A clock that a test moves. */
class Clock implements Timers {
  now = 1_000_000
  #due: { readonly at: number; readonly run: () => void }[] = []

  readonly after = (delayMs: number, run: () => void) => {
    const timer = { at: this.now + delayMs, run }
    this.#due.push(timer)
    return () => {
      this.#due = this.#due.filter((other) => other !== timer)
    }
  }

  readonly every = () => () => undefined

  advance(ms: number): void {
    const end = this.now + ms
    for (;;) {
      const [next] = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      this.now = next.at
      this.#due = this.#due.filter((other) => other !== next)
      next.run()
    }
    this.now = end
  }
}

const SECRETS = {
  has: () => false,
  isLost: () => false,
  get: async () => null,
  set: async () => undefined,
  delete: async () => undefined,
}

// It began when the page was first opened, so that the hour before a failure was never there.
it('the health of the broker is gathered from the connection on, before anybody opens its page', async () => {
  const clock = new Clock()
  const status: ConnectionStatus = connection()
  const { page, follow, dispose } = createBrokerPage({
    store: { read: () => null, write: () => undefined },
    secrets: SECRETS,
    profiles: new Profiles({
      secrets: SECRETS,
      repository: { profiles: () => [], saveProfile: () => undefined, removeProfile: () => undefined },
    }),
    status: () => status,
    builtInName: () => '',
    demoReading: () => ({ ...NO_READING, clients: 4 }),
    keepsSecrets: () => true,
    sanitise,
    sanitiseLine,
    onSys: () => {},
    now: () => clock.now,
    timers: clock,
    onBuiltInAbsent: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    emit: { health: () => undefined, tester: () => undefined, log: () => undefined, builtIn: () => undefined },
  })
  follow()
  clock.advance(60_000)
  const { series } = await page.watch(true)
  expect(series.length).toBeGreaterThan(8)
  expect(series[0]?.clients).toBe(4)
  await dispose()
})
