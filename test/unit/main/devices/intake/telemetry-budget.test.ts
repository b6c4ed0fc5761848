import { expect, it } from 'vitest'
import { TELEMETRY_LIMITS, TelemetryBudget } from '../../../../../main/devices/intake/telemetry-budget.ts'

const TENTHS = 8
const A_TENTH = 2

it.each(['device/dev_%s/heartbeat', 'device/gw-%s/heartbeat', 'device/%s/data'])(
  'hands on all of 10,000 devices that send sixteen times in a second to %s, as none pays for its neighbours in the table',
  (form) => {
    const budget = new TelemetryBudget(TELEMETRY_LIMITS, () => undefined)
    const topics = Array.from({ length: 10_000 }, (_one, index) => form.replace('%s', String(index).padStart(6, '0')))
    let waiting = 0
    for (let tenth = 0; tenth < TENTHS; tenth += 1) {
      for (const topic of topics) {
        const message = { connectionId: 'site', topic, payload: Buffer.from('{}'), isRetained: false, receivedAt: 0 }
        for (let count = 0; count < A_TENTH; count += 1) if (!budget.admit(message)) waiting += 1
      }
      budget.next()
    }
    expect(waiting).toBe(0)
  },
)
