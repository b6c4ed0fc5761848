import { beforeEach, describe, expect, it } from 'vitest'
import { Announcements } from '../../../../../main/broker/character/announcements.ts'
import { characterOf } from '../../../../../main/broker/character/traits.ts'
import type { AnnouncementCount, BrokerKind } from '../../../../../preload/contract/models/broker/broker-character.ts'
import { PlayedTimers } from './played-timers.ts'

let timers: PlayedTimers
let asked: string[][]
let openNow: number
let openMost: number
let counts: (AnnouncementCount | null)[]

beforeEach(() => {
  timers = new PlayedTimers()
  asked = []
  openNow = 0
  openMost = 0
  counts = []
})

function start(kind: BrokerKind, ids: readonly string[], answers: (filter: string) => boolean = () => true) {
  const announcements: Announcements = new Announcements({
    ...timers,
    now: timers.now,
    known: () => ids,
    traits: () => characterOf({ kind, by: 'operator', since: 0, changes: {} }).traits,
    isSilent: () => kind === 'rabbitmq',
    ask: async (filters) => {
      asked.push([...filters])
      openNow += filters.length
      openMost = Math.max(openMost, openNow)
      timers.after(1, () => {
        for (const filter of filters) if (answers(filter)) announcements.heard(filter)
      })
      return () => {
        openNow -= filters.length
      }
    },
    room: () => null,
    missed: () => {},
    onCount: (count) => counts.push(count),
  })
  return announcements
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`)

describe('announcements', () => {
  it('asks nothing where the wildcard brought everything, before or after the answer to the subscription', async () => {
    const announcements = start('mosquitto', ids(3))
    announcements.heard('device/d0/status')
    announcements.up('c')
    announcements.heard('device/d1/status')
    announcements.heard('device/d2/heartbeat')
    await timers.pass(3_000)
    expect(asked).toEqual([])
    expect(counts.at(-1)).toEqual({ known: 3, came: 3, isAsking: false })
  })

  it('asks the devices that a wildcard did not bring by their exact topics, eight at a time', async () => {
    const announcements = start('ejabberd', ids(20))
    announcements.up('c')
    announcements.heard('device/d0/status')
    await timers.pass(4_000)
    expect(asked.every((filters) => filters.length <= 8)).toBe(true)
    expect(asked.flat().sort()).toEqual(
      ids(20)
        .slice(1)
        .map((id) => `device/${id}/status`)
        .sort(),
    )
    expect(openNow).toBe(0)
    expect(counts.at(-1)).toEqual({ known: 20, came: 20, isAsking: false })
  })

  it('waits for nothing on a broker whose wildcard brings nothing', async () => {
    const announcements = start('rabbitmq', ids(5_000))
    announcements.up('c')
    await timers.pass(2_000)
    expect(counts.at(-1)).toEqual({ known: 5_000, came: 5_000, isAsking: false })
  })

  it('says how many did not come', async () => {
    const announcements = start('rabbitmq', ids(10), (filter) => filter !== 'device/d3/status')
    announcements.up('c')
    await timers.pass(2_000)
    expect(counts.at(-1)).toEqual({ known: 10, came: 9, isAsking: false })
    announcements.heard('device/d3/status')
    await timers.pass(600)
    expect(counts.at(-1)).toEqual({ known: 10, came: 10, isAsking: false })
  })

  it('keeps within the filters that a connection may have, also where devices are silent', async () => {
    const announcements = start('aws-iot', ids(200), () => false)
    announcements.up('c')
    await timers.pass(4_000)
    expect(asked.flat()).toHaveLength(200)
    expect(openMost).toBeLessThanOrEqual(44)
  })

  it('never asks for an id with a dot where a dot divides the topic or ends the connection', async () => {
    const announcements = start('nats', ['a.b', 'c'])
    announcements.up('c')
    await timers.pass(3_000)
    expect(asked).toEqual([['device/c/status']])
  })

  it('asks nobody else once the broker refused, or the connection ended', async () => {
    const refused: string[][] = []
    const announcements = new Announcements({
      ...timers,
      now: timers.now,
      known: () => ids(2_000),
      traits: () => characterOf({ kind: 'aws-iot', by: 'operator', since: 0, changes: {} }).traits,
      isSilent: () => true,
      ask: async (filters) => {
        refused.push([...filters])
        return null
      },
      room: () => null,
      missed: () => {},
      onCount: () => {},
    })
    announcements.up('c')
    await timers.pass(2_000)
    expect(refused.length).toBeLessThanOrEqual(5)
    announcements.down()
  })
})
