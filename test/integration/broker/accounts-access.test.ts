import fc from 'fast-check'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOf } from '../../../main/broker/accounts/access.ts'
import type { ControlCommand } from '../../../main/broker/accounts/control-commands.ts'
import { withNamed } from '../../../main/broker/accounts/order.ts'
import {
  ACCESS_ACTIONS,
  type AccessAction,
  type AccountsSnapshot,
  DEFAULT_TYPES,
} from '../../../preload/contract/models/broker/accounts.ts'
import { filterArb, snapshotArb, topicArb } from '../../unit/main/broker/accounts/samples.ts'
import { type AccountsScene, PASSWORD, startAccounts, wireAcls } from './accounts-scene.ts'

let scene: AccountsScene

beforeAll(async () => {
  scene = await startAccounts()
})
afterAll(() => scene.stop())

describe('access of an account', () => {
  it('decides 500 random questions about account, action and topic as the broker does', async () => {
    const admin = scene.asAdmin()
    const wrong: unknown[] = []
    let asked = 0
    for (const state of fc.sample(snapshotArb(9, scene.administrator()), { numRuns: 5, seed: 7 })) {
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
  }, 40_000)
})

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
  admin: ReturnType<AccountsScene['asAdmin']>,
  state: AccountsSnapshot,
): Promise<Map<string | null, MqttClient>> {
  await admin.reach({
    ...state,
    defaults: { ...state.defaults, subscribe: true },
    roles: withNamed(
      state.roles.filter(({ name }) => name !== 'admin').map((role) => ({ ...role, acls: [] })),
      scene.administrator().role,
      ({ name }) => name,
    ),
  })
  const names = [null, ...state.clients.filter(({ isDisabled }) => !isDisabled).map(({ username }) => username)]
  const connected = names.map(async (username) => {
    const password = username === 'admin' ? scene.admin.password : PASSWORD
    const client = await connectAsync({
      protocolVersion: 5,
      host: '127.0.0.1',
      port: scene.port,
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
