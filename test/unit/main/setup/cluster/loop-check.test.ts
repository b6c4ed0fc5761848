import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBridges } from '../../../../../main/setup/bridges/bridge-rules.ts'
import { checkBridges } from '../../../../../main/setup/bridges/check-bridges.ts'
import { findEchoes } from '../../../../../main/setup/bridges/loop-check.ts'
import { bridgedPlan } from './build-cluster.ts'

/** Reads `broker: lines` as the configuration of each broker. */
const echoes = (brokers: Readonly<Record<string, string>>) =>
  findEchoes(Object.entries(brokers).flatMap(([on, text]) => readBridges(text, on).bridges))

const to = (host: string, ...lines: readonly string[]) =>
  [`connection to-${host}`, `address ${host}:1883`, ...lines].join('\n')

describe('bridges carry a message back', () => {
  it.each([
    ['two connections between the same two', { a: to('b', 'topic # out'), b: to('a', 'topic # out') }, ['a', 'b', 'a']],
    [
      'the same where one takes in',
      { a: `${to('b', 'topic x/# out')}\n${to('b', 'topic x/# in').replace('to-b', 'other')}` },
      ['a', 'b', 'a'],
    ],
    [
      'a ring of three',
      { a: to('b', 'topic t out'), b: to('c', 'topic t out'), c: to('a', 'topic t out') },
      ['a', 'b', 'c', 'a'],
    ],
    [
      'only some of the topics',
      { a: to('b', 'topic device/+/status both'), b: to('c', 'topic device/# both'), c: to('a', 'topic # both') },
      ['a', 'b', 'c', 'a'],
    ],
    [
      'a prefix that the way back takes off',
      { a: to('b', 'topic # out 0 "" up/'), b: to('a', 'topic # out 0 up/ ""') },
      ['a', 'b', 'a'],
    ],
    [
      'a prefix that grows at each turn',
      { a: to('b', 'topic # out 0 "" up/'), b: to('a', 'topic # out') },
      ['a', 'b', 'a'],
    ],
  ])('%s', (_name, brokers, way) => {
    const [first, ...others] = echoes(brokers)
    expect(first).toMatchObject({ kind: 'ring', brokers: way })
    expect(others).toEqual([])
  })

  it('over the same bridge where the other broker does not know that it is one', () => {
    expect(echoes({ a: to('b', 'topic # both', 'try_private false') })).toMatchObject([
      { kind: 'not-private', brokers: ['a', 'b', 'a'], filter: '#' },
    ])
  })
})

describe('bridges carry nothing back', () => {
  it.each([
    ['one that goes both ways', { a: to('b', 'topic # both') }],
    ['a star', { a: to('c', 'topic # both'), b: to('c', 'topic # both') }],
    ['a line', { a: to('b', 'topic # both'), b: to('c', 'topic # both') }],
    ['two of other topics', { a: to('b', 'topic up/# out'), b: to('a', 'topic down/# out') }],
    [
      'levels that differ',
      { a: to('b', 'topic device/+/status out'), b: to('a', 'topic device/+/status/# out 0 x/ y/') },
    ],
    ['a prefix that stays on', { a: to('b', 'topic t out 0 "" up/'), b: to('a', 'topic # out 0 up/ back/') }],
    [
      'a ring that takes only one way',
      { a: to('b', 'topic t out'), b: to('c', 'topic t out'), c: to('a', 'topic t in') },
    ],
  ])('%s', (_name, brokers) => {
    expect(echoes(brokers)).toEqual([])
  })
})

describe('the operator is told', () => {
  it('cause and fix in both languages where a bridge of theirs meets those of the plan', () => {
    const { bridges, findings } = checkBridges(bridgedPlan(), [
      {
        on: 'centre.site.local',
        text: `remote_password secret-word\n${to('north.site.local', 'remote_password secret-word', 'topic device/# in')}`,
      },
    ])
    expect(bridges).toBe(1)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.cause.en).toMatch(
      /^What fits device\/.* goes round without end: .*centre\.site\.local.*"to-north\.site\.local"/,
    )
    expect(findings[0]?.fix.zh).toMatch(/topic/)
    expect(JSON.stringify(findings)).not.toContain('secret-word')
  })

  it('nothing of the plan alone, or of a bridge for other topics', () => {
    expect(checkBridges(bridgedPlan(), [])).toEqual({ bridges: 0, findings: [] })
    const other = [{ on: 'centre.site.local', text: to('elsewhere.local', 'topic weather/# both') }]
    expect(checkBridges(bridgedPlan(), other)).toEqual({ bridges: 1, findings: [] })
  })

  it('of a line that cannot be read, and of a connection that leads nowhere', () => {
    const text = 'connection nowhere\ntopic a/# sideways 0\ntopic b/# out 7'
    const { findings } = checkBridges(bridgedPlan(), [{ on: 'centre.site.local', text }])
    expect(findings.map(({ cause }) => cause.en)).toEqual([
      'Line 2 of centre.site.local could not be read: topic a/# sideways 0',
      'Line 3 of centre.site.local could not be read: topic b/# out 7',
      'The connection "nowhere" has no address.',
    ])
  })

  it('in the end, whatever the text', () => {
    const word = fc.constantFrom(
      'connection',
      'address',
      'topic',
      'try_private',
      'a',
      'b',
      '#',
      '+/x',
      'in',
      'out',
      'both',
      '0',
      '1',
      '""',
      'p/',
      '\n',
    )
    const texts = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(texts, (given) => {
        checkBridges(
          bridgedPlan(),
          given.map(([on, text]) => ({ on, text })),
        )
      }),
    )
    const many = Array.from({ length: 2_500 }, (_, index) => `topic +/${index % 7}/# both`)
    const startedAt = performance.now()
    checkBridges(
      bridgedPlan(),
      ['a', 'b', 'c'].map((on, at) => ({ on, text: to(['b', 'c', 'a'][at] ?? '', ...many) })),
    )
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
