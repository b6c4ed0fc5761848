import fc from 'fast-check'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOf } from '../../../main/broker/accounts/access.ts'
import type { ControlCommand, WireAcl } from '../../../main/broker/accounts/control-commands.ts'
import { exportText } from '../../../main/broker/accounts/export-text.ts'
import { withNamed } from '../../../main/broker/accounts/order.ts'
import { AppError } from '../../../preload/contract/errors.ts'
import {
  ACCESS_ACTIONS,
  type AccessAction,
  type AccountClient,
  type AccountRole,
  type AccountsChange,
  type AccountsSnapshot,
  type AccountsView,
  DEFAULT_TYPES,
  type HeldName,
} from '../../../preload/contract/models/accounts.ts'
import { type DynamicSecurityBroker, startDynamicSecurity } from '../../support/brokers/dynamic-security.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { filterArb, snapshotArb, topicArb } from '../../unit/main/broker/accounts/samples.ts'
import { accountsOf, PASSWORD } from './accounts-scene.ts'

let scene: DynamicSecurityBroker
let start: AccountsSnapshot
const asAdmin = () => accountsOf({ port: scene.broker.port, ...scene.admin })

beforeAll(async () => {
  scene = await startDynamicSecurity()
  start = await asAdmin().send(({ roles }) => [
    { command: 'modifyRole', rolename: 'admin', acls: [...wireAcls(roles[0]), EVERYWHERE] },
  ])
})
afterAll(() => scene.stop())

/** Lets the administrator publish for others to receive. */
const EVERYWHERE: WireAcl = { acltype: 'publishClientSend', topic: '#', priority: 0, allow: true }

function wireAcls(role: AccountRole | undefined): readonly WireAcl[] {
  return (role?.acls ?? []).map(({ type, topic, priority, isAllowed }) => ({
    acltype: type,
    topic,
    priority,
    allow: isAllowed,
  }))
}

function administrator(): { readonly client: AccountClient; readonly role: AccountRole } {
  const [client, role] = [start.clients[0], start.roles[0]]
  if (client === undefined || role === undefined) throw new Error('no administrator')
  return { client, role }
}

const states = (count: number, size: number) =>
  fc.sample(snapshotArb(size, administrator()), { numRuns: count, seed: 7 })

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

  it('decides 500 random questions about account, action and topic as the broker does', async () => {
    const admin = asAdmin()
    const wrong: unknown[] = []
    let asked = 0
    for (const state of states(5, 9)) {
      expect(await admin.reach(state)).toEqual(state)
      const clients = await connectAll(admin, state)
      expect(await admin.send(() => inLists(state))).toEqual(state)
      const questions = fc.sample(questionArb(state), { numRuns: 100, seed: asked })
      for (const question of questions.toSorted((a, b) => turn(a) - turn(b))) {
        const { username, action, topic } = question
        const client = clients.get(username)
        const broker = client === undefined ? false : await answerOf(client, clients.get('admin'), action, topic)
        const ours = accessOf(state, username, action, topic)
        if (ours.isAllowed !== broker) wrong.push(JSON.stringify({ question, ours, broker }))
        asked += 1
      }
      await Promise.all([...clients.values()].map((client) => client.endAsync()))
    }
    expect(asked).toBe(500)
    expect(wrong).toEqual([])
    await admin.reach(start)
  }, 40_000)

  it('takes back each of 60 random changes, so that the export is byte for byte the one before', async () => {
    const admin = asAdmin()
    for (const [before, after] of pairs(states(6, 4))) {
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

/** Sets all rules as lists, for which Mosquitto 2.0 ends no connection. */
function inLists({ roles, defaults }: AccountsSnapshot): readonly ControlCommand[] {
  return [
    ...roles.map((role) => ({ command: 'modifyRole' as const, rolename: role.name, acls: wireAcls(role) })),
    {
      command: 'setDefaultACLAccess',
      acls: DEFAULT_TYPES.map((type) => ({ acltype: type, allow: defaults[type] })),
    },
  ]
}

type Question = { readonly username: string | null; readonly action: AccessAction; readonly topic: string }

function questionArb({ clients }: AccountsSnapshot): fc.Arbitrary<Question> {
  const username = fc.constantFrom(null, ...clients.map((client) => client.username).filter((name) => name !== 'admin'))
  return fc.tuple(username, fc.constantFrom(...ACCESS_ACTIONS)).chain(([name, action]) => {
    const isFilter = action === 'subscribe' || action === 'unsubscribe'
    // No client can publish below `$` for others to receive.
    const topics = action === 'receive' ? topicArb.filter((topic) => !topic.startsWith('$')) : topicArb
    return (isFilter ? filterArb : topics).map((topic) => ({ username: name, action, topic }))
  })
}

/** Receiving is asked first, while the subscription to everything is untouched. */
const turn = ({ action }: Question) => (action === 'receive' ? 0 : 1)

/**
 * Connects every account that may log in, and a client without a name, under rules that let each subscribe to everything:
 * Mosquitto 2.0 asks for the right to receive at each message.
 */
async function connectAll(
  admin: ReturnType<typeof accountsOf>,
  state: AccountsSnapshot,
): Promise<Map<string | null, MqttClient>> {
  await admin.reach({
    ...state,
    defaults: { ...state.defaults, subscribe: true },
    roles: withNamed(
      state.roles.filter(({ name }) => name !== 'admin').map((role) => ({ ...role, acls: [] })),
      administrator().role,
      ({ name }) => name,
    ),
  })
  const names = [null, ...state.clients.filter(({ isDisabled }) => !isDisabled).map(({ username }) => username)]
  const connected = names.map(async (username) => {
    const password = username === 'admin' ? scene.admin.password : PASSWORD
    const client = await connectAsync({
      protocolVersion: 5,
      host: '127.0.0.1',
      port: scene.broker.port,
      reconnectPeriod: 0,
      ...(username !== null && { username, password }),
    })
    if (username !== 'admin') await client.subscribeAsync('#')
    return [username, client] as const
  })
  return new Map(await Promise.all(connected))
}

const NOT_AUTHORIZED = 0x87

async function answerOf(
  client: MqttClient,
  publisher: MqttClient | undefined,
  action: AccessAction,
  topic: string,
): Promise<boolean> {
  switch (action) {
    case 'publish':
      return client.publishAsync(topic, 'x', { qos: 1 }).then(
        () => true,
        (error: { readonly code?: unknown }) => {
          if (error.code !== NOT_AUTHORIZED) throw error
          return false
        },
      )
    case 'subscribe':
      return (await suback(client, topic)) !== NOT_AUTHORIZED
    case 'unsubscribe': {
      const codes = await new Promise<unknown>((resolve) => {
        client.unsubscribe(topic, (_error, packet) => resolve((packet as { granted?: unknown } | undefined)?.granted))
      })
      return !(Array.isArray(codes) && codes[0] === NOT_AUTHORIZED)
    }
    case 'receive': {
      let hasCome = false
      const hear = (heard: string) => {
        hasCome ||= heard === topic
      }
      client.on('message', hear)
      await publisher?.publishAsync(topic, 'x', { qos: 1 })
      // Comes behind the message on the same connection.
      await suback(client, '$fence')
      client.off('message', hear)
      return hasCome
    }
  }
}

async function suback(client: MqttClient, filter: string): Promise<number> {
  return new Promise((resolve) => {
    client.subscribe(filter, (_error, _granted, packet) => resolve(Number(packet?.granted?.[0])))
  })
}
