import { describe, expect, it } from 'vitest'
import type { KeptMessages } from '../../../../main/delivery/kept-messages.ts'
import type { DeliveryChannel, EmailSettings } from '../../../../preload/contract/models/app/delivery.ts'
import { newDelivery } from '../../../support/delivery/new-delivery.ts'
import { OFF, offlineAlert } from '../../../support/delivery/samples.ts'
import { FakeTime } from '../devices/scene.ts'

const HOOK = { isOn: true, format: 'json', minSeverity: 'warning' } as const
const MAIL: EmailSettings = {
  ...OFF.email,
  isOn: true,
  host: 'mail.example',
  user: 'ops',
  from: 'a@b.c',
  to: ['d@e.f'],
}
const S = 1_000
const MIN = 60_000

/** A delivery by webhook whose receiver answers what is asked of it, in a time moved by hand. */
async function hookScene(kept: Partial<Record<DeliveryChannel, KeptMessages>> = {}, time = new FakeTime()) {
  const posted: { id: string; title: string; groups: { count: number }[] }[] = []
  const state = { status: 200, attempts: 0 }
  const scene = newDelivery(
    {
      clock: time.clock,
      timers: time,
      fetchFor: async () => async (_url, init) => {
        state.attempts += 1
        if (state.status === 200) posted.push(JSON.parse(String(init?.body)))
        return new Response('', { status: state.status })
      },
    },
    kept,
  )
  await scene.delivery.saveWebhook(HOOK, { url: 'https://hooks.example/x' })
  const advance = async (ms: number) => {
    time.advance(ms)
    // Lets every promise of an attempt end.
    for (let n = 0; n < 50; n++) await Promise.resolve()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const status = () => scene.delivery.view().status.webhook
  return { ...scene, time, posted, state, advance, status }
}

describe('messages about alerts', () => {
  it('wait until no further alert comes, and are one for 200 devices', async () => {
    const { delivery, posted, time, advance } = await hookScene()
    for (let n = 0; n < 10; n++) {
      delivery.tell(Array.from({ length: 20 }, (_, i) => offlineAlert(`d-${n}-${i}`, time.now)))
      await advance(4 * S)
    }
    expect(posted).toEqual([])
    await advance(15 * S)
    expect(posted.map(({ title }) => title)).toEqual(['200 devices of tag:roof: offline or lost, within 36 s'])
  })

  it('go out at most once a minute, however many alerts come', async () => {
    const { delivery, posted, time, advance } = await hookScene()
    for (let n = 0; n < 30; n++) {
      delivery.tell([offlineAlert(`d-${n}`, time.now)])
      await advance(20 * S)
    }
    expect(posted.length).toBeLessThanOrEqual(10)
    await advance(2 * MIN)
    expect(posted.flatMap(({ groups }) => groups).reduce((sum, { count }) => sum + count, 0)).toBe(30)
  })

  it('are not made for alerts of the demo, below the severity, or while both ways are off', async () => {
    const { delivery, state, time, advance } = await hookScene()
    delivery.tell([
      offlineAlert('simulated', time.now, { connectionId: 'demo' }),
      offlineAlert('minor', time.now, { severity: 'info' }),
    ])
    await advance(5 * MIN)
    await delivery.saveWebhook({ ...HOOK, isOn: false }, {})
    delivery.tell([offlineAlert('pump', time.now)])
    await advance(5 * MIN)
    expect(state.attempts).toBe(0)
  })

  it('are tried again with growing pauses, and go out once the receiver is back', async () => {
    const { delivery, posted, state, time, advance, status } = await hookScene()
    state.status = 503
    delivery.tell([offlineAlert('pump', time.now)])
    await advance(15 * S)
    expect([state.attempts, status().failure?.code, status().waiting.length]).toEqual([1, 'DELIVERY_UNREACHABLE', 1])
    await advance(15 * S)
    expect(state.attempts).toBe(2)
    await advance(59 * S)
    expect(state.attempts).toBe(2)
    state.status = 200
    await advance(1 * S)
    expect([posted.length, status().failure, status().waiting, status().retryAt]).toEqual([1, null, [], null])
  })

  it('are tried at once after the computer woke', async () => {
    const { delivery, posted, state, time, advance } = await hookScene()
    state.status = 503
    delivery.tell([offlineAlert('pump', time.now)])
    await advance(15 * S)
    state.status = 200
    delivery.resumed()
    await advance(0)
    expect(posted).toHaveLength(1)
  })

  it('stop where another attempt cannot help, until a test goes out', async () => {
    const { delivery, posted, state, time, advance, status } = await hookScene()
    state.status = 401
    delivery.tell([offlineAlert('pump', time.now)])
    await advance(15 * S)
    expect(status()).toMatchObject({ isStopped: true, unsent: [{ at: time.now }], waiting: [] })
    delivery.tell([offlineAlert('fan', time.now)])
    await advance(10 * MIN)
    expect([state.attempts, status().unsent.length]).toEqual([1, 2])
    state.status = 200
    await delivery.testWebhook(HOOK, {})
    expect(status()).toMatchObject({ isStopped: false, failure: null })
    delivery.tell([offlineAlert('valve', time.now)])
    await advance(2 * MIN)
    expect(posted.at(-1)?.title).toBe('Name of valve (valve): offline or lost')
  })

  it('of many hours ago are given up and counted', async () => {
    const { delivery, state, time, advance, status } = await hookScene()
    state.status = 503
    delivery.tell([offlineAlert('pump', time.now)])
    for (let n = 0; n < 16; n++) await advance(30 * MIN)
    expect(status()).toMatchObject({ waiting: [], unsent: [{ title: { en: 'Name of pump (pump): offline or lost' } }] })
  })

  it('that wait when the app ends go out after the next start, those that were still gathered too', async () => {
    const first = await hookScene()
    first.state.status = 503
    first.delivery.tell([offlineAlert('pump', first.time.now)])
    await first.advance(MIN)
    first.delivery.tell([offlineAlert('fan', first.time.now)])
    await first.delivery.dispose()
    expect(JSON.stringify(first.kept)).not.toContain('hooks.example/x')

    const second = await hookScene(first.kept, new FakeTime(first.time.now + 30 * MIN))
    expect(second.status().waiting.map(({ title }) => title.en)).toEqual([
      'Name of pump (pump): offline or lost',
      'Name of fan (fan): offline or lost',
    ])
    second.delivery.start()
    await second.advance(0)
    expect(second.posted.map(({ title }) => title)).toEqual([
      'Name of pump (pump): offline or lost',
      'Name of fan (fan): offline or lost',
    ])
    expect(second.kept.webhook).toEqual({ waiting: [], unsent: [] })
    await second.delivery.dispose()
  })

  it('are on disk while their alerts are still gathered, so that a crash loses none of them', async () => {
    const first = await hookScene()
    first.delivery.tell([offlineAlert('pump', first.time.now)])
    await first.advance(5 * S)
    first.delivery.tell([offlineAlert('fan', first.time.now)])
    // The process is gone here: nothing of it is told to end.
    expect(first.posted).toEqual([])
    expect(first.kept.webhook?.waiting).toHaveLength(1)
    const second = await hookScene(structuredClone(first.kept), new FakeTime(first.time.now + 1 * MIN))
    second.delivery.start()
    await second.advance(0)
    expect(second.posted.map(({ title }) => title)).toEqual(['2 devices of tag:roof: offline or lost, within 5 s'])
    expect(second.kept.webhook?.waiting).toEqual([])
  })

  it('go out again with the same id where the app died before it noted that the receiver took one', async () => {
    const first = await hookScene()
    first.delivery.tell([offlineAlert('pump', first.time.now)])
    const asOfTheCrash = structuredClone(first.kept)
    await first.advance(15 * S)
    const second = await hookScene(asOfTheCrash, new FakeTime(first.time.now))
    second.delivery.start()
    await second.advance(0)
    expect([...first.posted, ...second.posted].map(({ id }) => id)).toEqual([first.posted[0]?.id, first.posted[0]?.id])
    expect(first.kept.webhook?.waiting).toEqual([])
  })

  it('of alerts that are gathered do not outlive a way that is turned off, nor show as waiting', async () => {
    const { delivery, kept, time, status } = await hookScene()
    delivery.tell([offlineAlert('pump', time.now)])
    expect([kept.webhook?.waiting.length, status().waiting]).toEqual([1, []])
    await delivery.saveWebhook({ ...HOOK, isOn: false }, {})
    expect(kept.webhook?.waiting).toEqual([])
  })

  it('that are too old at the next start are told as not sent, for a week', async () => {
    const first = await hookScene()
    first.state.status = 503
    first.delivery.tell([offlineAlert('pump', first.time.now)])
    await first.advance(MIN)
    await first.delivery.dispose()
    const second = await hookScene(first.kept, new FakeTime(first.time.now + 7 * 60 * MIN))
    second.delivery.start()
    await second.advance(0)
    expect(second.posted).toEqual([])
    expect(second.status()).toMatchObject({
      waiting: [],
      unsent: [{ title: { en: 'Name of pump (pump): offline or lost' } }],
    })
    await second.delivery.dispose()
    const third = await hookScene(second.kept, new FakeTime(second.time.now + 8 * 24 * 60 * MIN))
    third.delivery.start()
    expect(third.status().unsent).toEqual([])
  })

  it('wait for a password that was not kept, and go out once it is entered', async () => {
    const { delivery, secrets, time, advance, status, posted } = await hookScene()
    secrets.kept.clear()
    delivery.tell([offlineAlert('pump', time.now)])
    await advance(15 * S)
    delivery.tell([offlineAlert('fan', time.now)])
    await advance(2 * MIN)
    expect([status().waiting.length, status().unsent]).toEqual([2, []])
    await delivery.saveWebhook(HOOK, { url: 'https://hooks.example/x' })
    await advance(0)
    expect([posted.length, status().waiting]).toEqual([2, []])
  })

  it('ask for an address that was not kept after a restart', async () => {
    const { delivery, secrets, time, advance, status } = await hookScene()
    secrets.kept.clear()
    delivery.tell([offlineAlert('pump', time.now)])
    await advance(15 * S)
    expect(status()).toMatchObject({ isStopped: true, failure: { code: 'DELIVERY_SECRET_MISSING' } })
  })
})

describe('the secrets of both ways', () => {
  it('never go to another place than the one they were stored for', async () => {
    const { delivery, secrets } = newDelivery()
    for (const change of [{ host: 'evil.example' }, { port: 25 }, { security: 'tls' }, { user: 'eve' }] as const) {
      await delivery.saveEmail(MAIL, 'pass')
      expect((await delivery.saveEmail({ ...MAIL, minSeverity: 'critical' }, undefined)).hasPassword).toBe(true)
      expect((await delivery.saveEmail({ ...MAIL, ...change }, undefined)).hasPassword).toBe(false)
    }
    await delivery.saveWebhook(HOOK, { url: 'https://one.example/a', authorization: 'Bearer x' })
    const moved = await delivery.saveWebhook(HOOK, { url: 'https://two.example/b' })
    expect([moved.hasAuthorization, moved.webhook.host]).toEqual([false, 'two.example'])
    expect([...secrets.kept.values()]).toEqual(['https://two.example/b'])
  })

  it('are required before a way is turned on', async () => {
    const { delivery } = newDelivery()
    await expect(delivery.saveWebhook(HOOK, {})).rejects.toMatchObject({ data: { field: 'url' } })
    for (const field of ['host', 'from', 'to'] as const) {
      const missing = { ...MAIL, [field]: field === 'to' ? [] : '' }
      await expect(delivery.saveEmail(missing, 'x')).rejects.toMatchObject({ data: { field } })
    }
  })
})
