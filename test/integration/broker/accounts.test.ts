import fc from 'fast-check'
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportText } from '../../../main/broker/accounts/export-text.ts'
import { AppError } from '../../../preload/contract/errors.ts'
import {
  ACL_TYPES,
  type AccountsChange,
  type AccountsSnapshot,
  type AccountsView,
  type HeldName,
} from '../../../preload/contract/models/broker/accounts.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { snapshotArb } from '../../unit/main/broker/accounts/samples.ts'
import { type AccountsScene, accountsOf, PASSWORD, startAccounts } from './accounts-scene.ts'

let scene: AccountsScene
let start: AccountsSnapshot
const asAdmin = () => scene.asAdmin()

beforeAll(async () => {
  scene = await startAccounts()
  start = scene.start
})
afterAll(() => scene.stop())

const states = (count: number, size: number) =>
  fc.sample(snapshotArb(size, scene.administrator()), { numRuns: count, seed: 7 })

describe('the accounts of a Mosquitto with dynamic security', () => {
  it('reads what mosquitto_ctrl set up', async () => {
    const { snapshot, ownNames, undos } = await asAdmin().read()
    expect(snapshot.clients.map(({ username, roles }) => [username, roles])).toEqual([
      ['admin', [{ name: 'admin', priority: -1 }]],
    ])
    expect(snapshot.roles[0]?.acls).toHaveLength(9)
    expect(snapshot.defaults).toEqual({
      publishClientSend: false,
      publishClientReceive: true,
      subscribe: false,
      unsubscribe: true,
    })
    expect([ownNames, undos]).toEqual([['admin'], []])
  })

  it('takes back each of some 20 random changes, so that the export is byte for byte the one before', async () => {
    const admin = asAdmin()
    for (const [before, after] of pairs(states(3, 4))) {
      const text = exportText(await admin.reach(before))
      for (const change of changesTowards(before, after).slice(0, 10)) {
        const made = await admin.make(change).catch((error: unknown) => error)
        if (made instanceof AppError && made.code === 'ACCOUNTS_NOTHING') continue
        if (!isReady(made)) throw made
        const [undo] = made.undos
        const undone = await admin.make({ kind: 'undo', undoId: undo?.id ?? '' })
        if (!isReady(undone)) throw new Error('not ready')
        expect(exportText(undone.snapshot)).toBe(text)
      }
    }
    await admin.reach(start)
  }, 60_000)
})

describe('an administrator', () => {
  it('cannot be locked out by 100 changes that try', async () => {
    const admin = asAdmin()
    let refused = 0
    for (const attempt of fc.sample(attemptArb(), { numRuns: 100, seed: 11 })) {
      const outcome = await admin.make(attempt).catch((error: unknown) => error)
      if (outcome instanceof AppError && outcome.code === 'ACCOUNTS_LOCK_OUT') refused += 1
      else if (outcome instanceof AppError && outcome.code !== 'ACCOUNTS_NOTHING') throw outcome
      if (!isReady(outcome)) continue
      const { undos } = await admin.read()
      await admin.make({ kind: 'undo', undoId: undos[0]?.id ?? '' })
    }
    expect(refused).toBeGreaterThan(50)
    expect((await admin.read()).snapshot).toEqual(start)
  }, 60_000)

  it('hears of a change that ends the own connection', async () => {
    const admin = asAdmin()
    const { client } = scene.administrator()
    await admin.make({ kind: 'create-role', name: 'harmless', textName: '', textDescription: '', acls: [] })
    const change = {
      kind: 'change-client',
      ...client,
      roles: [...client.roles, { name: 'harmless', priority: 3 }],
    } as const
    const { id, warnings } = await admin.accounts.review(change)
    expect(warnings).toEqual(['ends-own-connection'])
    const view = await admin.accounts.apply(id, new Map())
    expect(isReady(view) && view.snapshot.clients[0]?.roles.map(({ name }) => name)).toEqual(['harmless', 'admin'])
    expect(admin.records.slice(-2).map(({ state }) => state)).toEqual(['approved', 'applied'])
    await admin.reach(start).catch(() => undefined)
    expect((await admin.read()).snapshot).toEqual(start)
  })

  it('is refused what somebody else has changed since the review', async () => {
    const admin = asAdmin()
    const role = { name: 'sensor', textName: '', textDescription: '', acls: [] }
    const { id } = await admin.accounts.review({ kind: 'create-role', ...role })
    await asAdmin().make({ kind: 'create-group', name: 'others', textName: '', textDescription: '', roles: [] })
    await expect(admin.accounts.apply(id, new Map())).rejects.toMatchObject({ code: 'ACCOUNTS_CHANGED' })
    await expect(admin.accounts.apply(id, new Map())).rejects.toMatchObject({ code: 'APPROVAL_USED' })
    expect(admin.records).toEqual([])
    await admin.reach(start)
  })

  it('sets a password that works, and keeps it out of review, record and export', async () => {
    const admin = asAdmin()
    const client = { username: 'meter', clientId: '', textName: '', textDescription: '', isDisabled: false }
    await admin.make({ kind: 'create-client', ...client, roles: [], groups: [] })
    const review = await admin.accounts.review({ kind: 'set-password', username: 'meter' })
    await expect(admin.accounts.apply(review.id, new Map())).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await admin.accounts.apply(review.id, new Map([['meter', 'another-password']]))
    const login = { protocolVersion: 5, host: '127.0.0.1', port: scene.port, reconnectPeriod: 0 } as const
    await expect(connectAsync({ ...login, username: 'meter', password: PASSWORD })).rejects.toThrow()
    await (await connectAsync({ ...login, username: 'meter', password: 'another-password' })).endAsync()
    const told = JSON.stringify([review, admin.records, await admin.accounts.exportText()])
    expect(told).not.toContain('another-password')
    expect(told).not.toContain(PASSWORD)
    await admin.reach(start)
  })
})

describe('a broker', () => {
  it('without the plugin is told from one that refuses the account, within a moment', async () => {
    const plain = await startMosquitto({ mode: 'anonymous' })
    const user = { username: 'guest', clientId: '', textName: '', textDescription: '', isDisabled: false }
    const admin = asAdmin()
    await admin.make({ kind: 'create-client', ...user, roles: [], groups: [] })
    const [absent, forbidden] = await Promise.all([
      accountsOf({ port: plain.port, username: null, password: null, patienceMs: 500 }).accounts.read(),
      accountsOf({ port: scene.port, username: 'guest', password: PASSWORD }).accounts.read(),
    ])
    expect([absent, forbidden]).toEqual([{ state: 'absent' }, { state: 'forbidden' }])
    await plain.stop()
    await admin.reach(start)
  })

  it('lists 1,000 accounts and 100 roles without a request for each', async () => {
    const name = (index: number) => `role-${String(index % 100).padStart(3, '0')}`
    const large = await startAccounts({
      roles: Array.from({ length: 100 }, (_, index) => ({
        rolename: name(index),
        textname: 'Sensors',
        acls: ['publishClientSend', 'publishClientReceive', 'subscribeLiteral'].map((acltype) => ({
          acltype,
          topic: `device/${index}/command`,
          allow: true,
        })),
      })),
      clients: Array.from({ length: 1_000 }, (_, index) => ({
        username: `device-${index}`,
        textname: `Device ${index}`,
        roles: [{ rolename: name(index) }],
      })),
    })
    const times: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const startedAt = performance.now()
      const { snapshot } = await large.asAdmin().read()
      times.push(Math.round(performance.now() - startedAt))
      expect([snapshot.clients.length, snapshot.roles.length]).toEqual([1_001, 101])
    }
    await large.stop()
    console.info(`1,001 accounts and 101 roles: ${times.join(', ')} ms`)
    // Ten times what a quiet machine takes: one request for each account would be a thousand of them.
    expect(Math.min(...times)).toBeLessThan(1_000)
  })
})

/** Changes to the administrator's own account, role and defaults, and rules that deny it what it needs. */
function attemptArb(): fc.Arbitrary<AccountsChange> {
  const { client, role } = scene.administrator()
  const control = fc.constantFrom(
    '#',
    '$CONTROL/#',
    '$CONTROL/dynamic-security/#',
    '$CONTROL/dynamic-security/v1/response',
  )
  const denial = fc.record({
    type: fc.constantFrom(...ACL_TYPES),
    topic: control,
    priority: fc.constantFrom(1, 9),
    isAllowed: fc.constant(false),
  })
  return fc.oneof(
    fc.constant<AccountsChange>({ kind: 'delete-client', username: 'admin' }),
    fc.constant<AccountsChange>({ kind: 'set-password', username: 'admin' }),
    fc.constant<AccountsChange>({ kind: 'delete-role', name: 'admin' }),
    fc.constant<AccountsChange>({ kind: 'change-client', ...client, isDisabled: true }),
    fc.constant<AccountsChange>({ kind: 'change-client', ...client, clientId: 'only-this' }),
    fc.constant<AccountsChange>({ kind: 'change-client', ...client, roles: [] }),
    fc
      .subarray([...role.acls], { maxLength: role.acls.length - 1 })
      .map((acls): AccountsChange => ({ kind: 'change-role', ...role, acls })),
    fc
      .uniqueArray(denial, { minLength: 1, maxLength: 4, selector: ({ type, topic }) => `${type} ${topic}` })
      .map((denials): AccountsChange => {
        const kept = role.acls.filter(
          (acl) => !denials.some(({ type, topic }) => acl.type === type && acl.topic === topic),
        )
        return { kind: 'change-role', ...role, acls: [...denials, ...kept] }
      }),
    fc
      .record({
        publishClientSend: fc.boolean(),
        publishClientReceive: fc.boolean(),
        subscribe: fc.boolean(),
        unsubscribe: fc.boolean(),
      })
      .map((defaults): AccountsChange => ({ kind: 'set-defaults', defaults })),
  )
}

const isReady = (view: unknown): view is Extract<AccountsView, { state: 'ready' }> =>
  (view as { readonly state?: unknown }).state === 'ready'

function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((one, index) => {
    const next = list[index + 1]
    return next === undefined ? [] : [[one, next] as const]
  })
}

/** One change for each account, group and role that differs, and for the defaults. */
function changesTowards(before: AccountsSnapshot, after: AccountsSnapshot): readonly AccountsChange[] {
  const has = (list: readonly { readonly name: string }[], name: string) => list.some((one) => one.name === name)
  const known = <T extends { readonly roles: readonly HeldName[] }>(holder: T): T => ({
    ...holder,
    roles: holder.roles.filter(({ name }) => has(before.roles, name)),
  })
  const [users, wanted] = [before, after].map(({ clients }) => clients.map(({ username }) => username))
  return [
    { kind: 'set-defaults', defaults: after.defaults },
    ...before.roles
      .filter(({ name }) => !has(after.roles, name))
      .map(({ name }) => ({ kind: 'delete-role' as const, name })),
    ...before.groups
      .filter(({ name }) => !has(after.groups, name))
      .map(({ name }) => ({ kind: 'delete-group' as const, name })),
    ...(users ?? [])
      .filter((username) => wanted?.includes(username) === false)
      .map((username) => ({ kind: 'delete-client' as const, username })),
    ...after.roles.map((role) => ({
      kind: has(before.roles, role.name) ? ('change-role' as const) : ('create-role' as const),
      ...role,
    })),
    ...after.groups.map((group) => ({
      kind: has(before.groups, group.name) ? ('change-group' as const) : ('create-group' as const),
      ...known(group),
    })),
    ...after.clients.map((client) => ({
      kind: users?.includes(client.username) === true ? ('change-client' as const) : ('create-client' as const),
      ...known(client),
      groups: client.groups.filter(({ name }) => has(before.groups, name)),
    })),
  ]
}
