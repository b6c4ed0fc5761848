import { expect, it } from 'vitest'
import { AlertTelling } from '../../../../../main/devices/alerts/alert-telling.ts'
import { offlineAlert } from '../../../../support/delivery/samples.ts'

function makeTelling() {
  const told: string[][] = []
  const notified: string[][] = []
  const idsInto =
    (list: string[][]) =>
    (alerts: readonly { readonly deviceId: string }[]): void =>
      void list.push(alerts.map(({ deviceId }) => deviceId))
  const telling = new AlertTelling({ tell: idsInto(told), notify: idsInto(notified) })
  return { telling, told, notified }
}

it('hands on at each call what is sent, and gathers what interrupts the operator for ten seconds', () => {
  const { telling, told, notified } = makeTelling()
  const start = 100_000
  for (const [second, id] of ['a', 'b', 'c'].entries()) {
    telling.add(offlineAlert(id, start))
    telling.handOn(start + second * 1_000)
  }
  expect(told).toEqual([['a'], ['b'], ['c']])
  expect(notified).toEqual([['a']])
  telling.handOn(start + 9_999)
  expect(notified).toHaveLength(1)
  telling.handOn(start + 10_000)
  expect([told.length, notified]).toEqual([3, [['a'], ['b', 'c']]])
})

it('hands on what came since the last call when the app ends, and interrupts nobody then', () => {
  const { telling, told, notified } = makeTelling()
  telling.add(offlineAlert('a', 1))
  telling.tellNow()
  telling.tellNow()
  expect([told, notified]).toEqual([[['a']], []])
})
