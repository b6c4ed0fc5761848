import { describe, expect, it } from 'vitest'
import { KEPT_MAX, keptNotice } from '../../../../main/delivery/kept-messages.ts'
import { noticeOf } from '../../../../main/devices/alerts/alert-words.ts'
import { type MessageFile, messagesIn } from '../../../../main/platform/files/message-store.ts'
import { offlineAlert } from '../../../support/delivery/samples.ts'

/** Messages on a file in memory, as JSON keeps it. */
function storeOn(content: MessageFile) {
  const saved: Record<string, unknown> = { ...content }
  const store = messagesIn({
    get: (key) => saved[key],
    set: (key, value) => {
      saved[key] = JSON.parse(JSON.stringify(value))
    },
  })
  return { store, saved }
}

const ID = '6f9f2d8e-3c43-4a0e-8a55-0d2f6f0f7d11'
const EMPTY = { waiting: [], unsent: [] }
const alerts = (count: number) =>
  Array.from({ length: count }, (_, n) => offlineAlert(`d-${n}`, n, { ruleId: `rule-${n}`, ruleName: 'hunter2' }))
const notice = (count = 1) => noticeOf(alerts(count), () => ({ name: 'pump hunter2', tags: ['hunter2'] }))
const clean = (text: string) => text.replaceAll('hunter2', '•••')

describe('the messages that wait on disk', () => {
  it('come back as they were kept, for each way by itself', () => {
    const { store } = storeOn({ email: EMPTY, webhook: EMPTY })
    const kept = { waiting: [{ id: ID, notice: notice(3), at: 5 }], unsent: [{ at: 1, title: { en: 'a', zh: 'b' } }] }
    store.save('email', kept)
    expect(store.read('email')).toEqual(kept)
    expect(store.read('webhook')).toEqual(EMPTY)
  })

  it('hold no secret, and no more causes than a message names', () => {
    const many = keptNotice(notice(40), clean)
    expect(JSON.stringify(many)).not.toContain('hunter2')
    expect([many.groups.length, many.groupCount]).toEqual([KEPT_MAX.groups, 40])
  })

  it('leave out what is of another shape, and are never more than so many', () => {
    const good = { id: ID, notice: notice(), at: 5 }
    const bad = [
      null,
      5,
      { at: 'x' },
      { ...good, notice: { ...good.notice, groups: 'x' } },
      { ...good, id: 'a\r\nX: y' },
    ]
    const many = Array.from({ length: 500 }, (_, at) => ({ ...good, at }))
    const { store } = storeOn({
      email: { waiting: [...bad, good], unsent: [{ at: 1 }] },
      webhook: { waiting: many, unsent: [] },
    })
    expect(store.read('email')).toEqual({ waiting: [good], unsent: [] })
    // One more than waits may be of alerts that were still gathered.
    const last = many.slice(-KEPT_MAX.waiting - 1).map(({ at }) => at)
    expect(store.read('webhook').waiting.map(({ at }) => at)).toEqual(last)
  })

  it('get an id where an earlier version of the app kept them without one', () => {
    const waiting = [{ notice: notice(), at: 5 }]
    const { store } = storeOn({ email: { waiting, unsent: [] }, webhook: EMPTY })
    const [first] = store.read('email').waiting
    expect(first).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/u), at: 5 })
  })
})
