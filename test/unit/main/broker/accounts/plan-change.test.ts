import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandsBetween } from '../../../../../main/broker/accounts/commands-between.ts'
import { digestOf, exportText, parseExport } from '../../../../../main/broker/accounts/export-text.ts'
import { type KeptChange, undosOf, withChange } from '../../../../../main/broker/accounts/kept-changes.ts'
import { planChange, reviewOf } from '../../../../../main/broker/accounts/plan-change.ts'
import { isFilterIn, isTopicIn } from '../../../../../main/broker/accounts/topic-match.ts'
import type {
  AccountClient,
  AccountRole,
  AccountsChange,
} from '../../../../../preload/contract/models/broker/accounts.ts'
import { snapshotArb } from './samples.ts'

const client: AccountClient = {
  username: 'admin',
  clientId: '',
  textName: '',
  textDescription: '',
  isDisabled: false,
  roles: [{ name: 'admin', priority: -1 }],
  groups: [],
}
const role: AccountRole = {
  name: 'admin',
  textName: '',
  textDescription: '',
  acls: (['publishClientSend', 'publishClientReceive', 'subscribePattern'] as const).map((type) => ({
    type,
    topic: '$CONTROL/dynamic-security/#',
    priority: 0,
    isAllowed: true,
  })),
}
const [before] = fc.sample(snapshotArb(4, { client, role }), { numRuns: 1, seed: 5 })
if (before === undefined) throw new Error('no sample')
const context = { connectionId: 'site-a', before, ownNames: ['admin'], kept: [] as readonly KeptChange[] }
const codeOf = (change: AccountsChange, more: Partial<typeof context> = {}): string => {
  try {
    planChange(change, { ...context, ...more })
    return 'planned'
  } catch (error) {
    return (error as { readonly code: string }).code
  }
}
const texts = { textName: '', textDescription: '' }

describe('a change to accounts', () => {
  it('leads nowhere from a state to itself, and is the same in both directions through its export', () => {
    fc.assert(
      fc.property(snapshotArb(4, { client, role }), (state) => {
        expect(commandsBetween(state, state)).toEqual([])
        expect(parseExport(exportText(state))).toEqual(state)
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['an account that is there', { kind: 'create-client', ...client }, 'ACCOUNTS_EXISTS'],
    ['an account that is not there', { kind: 'delete-client', username: 'nobody' }, 'NOT_FOUND'],
    ['a name that cannot be seen', { kind: 'create-group', name: 'a\u200Bb', ...texts, roles: [] }, 'INVALID_INPUT'],
    [
      'a role that is not there',
      { kind: 'create-group', name: 'g', ...texts, roles: [{ name: 'none', priority: 1 }] },
      'NOT_FOUND',
    ],
    [
      'a filter that is none',
      {
        kind: 'create-role',
        name: 'r',
        ...texts,
        acls: [{ type: 'publishClientSend', topic: 'a/#/b', priority: 0, isAllowed: true }],
      },
      'TOPIC_INVALID',
    ],
    [
      'one rule twice',
      { kind: 'create-role', name: 'r', ...texts, acls: [...role.acls, ...role.acls] },
      'INVALID_INPUT',
    ],
    ['nothing', { kind: 'set-defaults', defaults: before.defaults }, 'ACCOUNTS_NOTHING'],
    ['what was never changed', { kind: 'undo', undoId: 'none' }, 'NOT_FOUND'],
    ['the own password', { kind: 'set-password', username: 'admin' }, 'ACCOUNTS_LOCK_OUT'],
    ['the own account', { kind: 'delete-client', username: 'admin' }, 'ACCOUNTS_LOCK_OUT'],
    ['the own role', { kind: 'delete-role', name: 'admin' }, 'ACCOUNTS_LOCK_OUT'],
  ] as const)('is refused for %s', (_what, change, code) => {
    expect(codeOf(change)).toBe(code)
  })

  it('never deletes the group of clients without a user name, because Mosquitto crashes then', () => {
    const [group] = before.groups
    const state = { ...before, anonymousGroup: group?.name ?? '' }
    expect(codeOf({ kind: 'delete-group', name: group?.name ?? '' }, { before: state })).toBe(
      'ACCOUNTS_ANONYMOUS_GROUP',
    )
  })

  it('locks a console without a user name out no more than one with a name', () => {
    const group = { name: 'anyone', ...texts, roles: [{ name: 'admin', priority: -1 }] }
    const state = { ...before, groups: [...before.groups, group], anonymousGroup: 'anyone' }
    const change = { kind: 'change-group', ...group, roles: [] } as const
    expect(codeOf(change, { before: state, ownNames: [] })).toBe('ACCOUNTS_LOCK_OUT')
    expect(codeOf(change, { before: state })).toBe('planned')
  })

  it('warns where it ends the own connection, and where others changed something since', () => {
    const kept = { id: 'u', at: 1, kind: 'create-role', name: 'r', connectionId: 'site-a', operator: 'Ada' } as const
    const state = {
      ...before,
      roles: before.roles.filter(({ name }) => name === 'admin'),
      clients: [client],
      groups: [],
    }
    const after = { ...context, kept: [{ ...kept, before: exportText(state), after: digestOf(state) }] }
    const planned = planChange({ kind: 'undo', undoId: 'u' }, after)
    expect(reviewOf('id', planned, after).warnings).toContain('others-changed')
    const own = planChange({ kind: 'change-client', ...client, textName: 'Me' }, context)
    expect(reviewOf('id', own, context)).toMatchObject({ warnings: ['ends-own-connection'], passwordsFor: [] })
    const other = planChange({ kind: 'create-client', ...client, username: 'ada' }, context)
    expect(reviewOf('id', other, context)).toMatchObject({ warnings: [], passwordsFor: ['ada'] })
  })
})

describe('kept changes', () => {
  it('are the last ten of each connection, newest first', () => {
    const change = (id: number, connectionId: string): KeptChange => ({
      id: String(id),
      at: id,
      kind: 'delete-role',
      name: 'r',
      connectionId,
      operator: 'Ada',
      before: '',
      after: '',
    })
    let changes: readonly KeptChange[] = [change(0, 'b')]
    for (let id = 1; id <= 12; id += 1) changes = withChange(changes, change(id, 'a'))
    expect(undosOf(changes, 'a').map(({ at }) => at)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
    expect(undosOf(changes, 'b')).toHaveLength(1)
  })
})

describe('topics and filters', () => {
  it.each([
    ['a/#', 'a', true],
    ['+/#', '$SYS/a', false],
    ['#', '$SYS', false],
    ['$SYS/+', '$SYS/a', true],
    ['a/+', 'a/', true],
    ['a/+', 'a', false],
    ['a/#/b', 'a/x/b', false],
  ])('a rule on %s meets the topic %s: %s', (rule, topic, expected) => {
    expect(isTopicIn(rule, topic)).toBe(expected)
  })

  it.each([
    ['#', '$SYS/#', true],
    ['a/#', 'a', true],
    ['a/+', 'a/#', false],
    ['+/#', '#', true],
    ['a/+/c', 'a/+/c', true],
    ['a/b', 'a/+', false],
  ])('a rule within %s covers the filter %s: %s', (rule, filter, expected) => {
    expect(isFilterIn(rule, filter)).toBe(expected)
  })
})
