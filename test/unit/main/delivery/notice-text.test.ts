import { describe, expect, it } from 'vitest'
import { noticeText } from '../../../../main/delivery/notice-text.ts'
import { noticeOf, notificationWords } from '../../../../main/devices/alerts/alert-words.ts'
import { offlineAlert } from '../../../support/delivery/samples.ts'
import { START } from '../devices/scene.ts'

const S = 1_000

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
