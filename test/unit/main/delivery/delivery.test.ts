import { describe, expect, it } from 'vitest'
import type { KeptMessages } from '../../../../main/delivery/kept-messages.ts'
import { noticeText } from '../../../../main/delivery/notice-text.ts'
import { noticeOf, notificationWords } from '../../../../main/devices/alerts/alert-words.ts'
import type { DeliveryChannel, EmailSettings } from '../../../../preload/contract/models/app/delivery.ts'
import { newDelivery } from '../../../support/delivery/new-delivery.ts'
import { OFF, offlineAlert } from '../../../support/delivery/samples.ts'
import { FakeTime, START } from '../devices/scene.ts'

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
  const posted: { title: string; groups: { count: number }[] }[] = []
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

describe('the words of a message', () => {
  const named = () => ({ name: 'Pump\u202e\r\nBcc: eve', tags: ['a'] })

  it('keep what a device is called on one line, without anything hidden in it', () => {
    const { subject, text } = noticeText(noticeOf([offlineAlert('p-1', START)], named), 'en', (words) => words)
    expect(subject).not.toMatch(/[\r\n\u202e]/u)
    expect(text).toContain('waypost://device/p-1')
    expect(text).not.toContain('\u202e')
  })

  it('are in the language of the operator, redacted', () => {
    const alerts = ['a', 'b'].map((id) => offlineAlert(id, START))
    const notice = noticeOf(alerts, () => ({ name: '', tags: ['屋顶'] }))
    expect(noticeText(notice, 'zh-CN', (words) => words.replaceAll('屋顶', '•••')).subject).toBe(
      '[Waypost] 严重：1 秒内 2 台设备（tag:•••）：离线或失联',
    )
    expect(notificationWords(notice)).toMatchObject({ body: { en: 'a, b', zh: 'a, b' } })
  })

  it('say on the desktop of one device by which rule of the operator, and repeat nothing of the title', () => {
    const bodyOf = (ruleName: string) => {
      const alert = { ...offlineAlert('a', START), ruleName }
      return notificationWords(noticeOf([alert], () => ({ name: '', tags: [] }))).body
    }
    expect(bodyOf('Pumps out')).toEqual({ en: 'Pumps out', zh: 'Pumps out' })
    expect(bodyOf('default-offline')).toEqual({ en: '', zh: '' })
  })

  it('say how long it took until alerts were over, behind what is not over', () => {
    const over = { state: 'resolved', told: 'over' } as const
    const disk = {
      ...over,
      ruleId: 'disk',
      watches: { kind: 'metric', metric: 'diskPercent' },
      threshold: 90,
      severity: 'warning',
    } as const
    const full = offlineAlert('kitchen', START, { ...disk, value: 97, resolvedAt: START + 12 * 60 * S })
    const notice = noticeOf([full], () => ({ name: '', tags: [] }))
    expect(noticeText(notice, 'en', (words) => words).subject).toBe(
      '[Waypost] Resolved: kitchen: Disk in use above 90 %, resolved after 12 min',
    )
    expect(noticeText(notice, 'zh-CN', (words) => words).subject).toBe(
      '[Waypost] 已恢复：kitchen：磁盘使用率高于 90 %，12 分钟后恢复',
    )
    const back = ['a', 'b'].map((id, n) => offlineAlert(id, START, { ...over, resolvedAt: START + (n + 1) * 40 * S }))
    const mixed = noticeOf([full, ...back, offlineAlert('c', START)], () => ({ name: '', tags: ['roof'] }))
    expect(mixed.groups.map(({ title }) => title.en)).toEqual([
      'c: offline or lost',
      '2 devices of tag:roof: offline or lost, resolved after 80 s at most',
      'kitchen: Disk in use above 90 %, resolved after 12 min',
    ])
    expect(mixed).toMatchObject({ isOver: false, severity: 'critical' })
  })

  it('name several causes, the gravest first', () => {
    const hot = { ruleId: 'hot', severity: 'warning', watches: { kind: 'metric', metric: 'cpuTemperatureC' } } as const
    const alerts = [offlineAlert('a', START, { ...hot, threshold: 80, value: 91.24 }), offlineAlert('b', START)]
    const notice = noticeOf(alerts, () => ({ name: '', tags: [] }))
    expect(notice.title.en).toBe('b: offline or lost, and 1 more cause')
    expect(notice.groups[1]?.title.en).toBe('a: CPU temperature 91.2 °C (above 80 °C)')
  })
})
