import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANSWER_SCHEMAS, type AskedName, answerOf } from '../../../main/broker/accounts/control-answers.ts'
import type { ControlCommand, ControlName } from '../../../main/broker/accounts/control-commands.ts'
import { refusalReason } from '../../../main/broker/accounts/refusal-reason.ts'
import { type AccountsScene, PASSWORD, startAccounts } from './accounts-scene.ts'

let scene: AccountsScene

beforeAll(async () => {
  scene = await startAccounts()
})
afterAll(() => scene.stop())

const [rolename, groupname, username] = ['role', 'group', 'user']
const acl = { acltype: 'publishClientSend', topic: 'a/#', priority: 1, allow: true } as const

/** Each command once, in an order in which each is possible. */
const EACH: { readonly [Name in ControlName]: Extract<ControlCommand, { command: Name }> } = {
  createRole: { command: 'createRole', rolename, textname: 'Role', acls: [] },
  addRoleACL: { command: 'addRoleACL', rolename, ...acl },
  removeRoleACL: { command: 'removeRoleACL', rolename, acltype: acl.acltype, topic: acl.topic },
  modifyRole: { command: 'modifyRole', rolename, textdescription: 'changed', acls: [acl] },
  createGroup: { command: 'createGroup', groupname },
  modifyGroup: { command: 'modifyGroup', groupname, textname: 'Group' },
  addGroupRole: { command: 'addGroupRole', groupname, rolename, priority: 2 },
  createClient: { command: 'createClient', username, password: PASSWORD, textname: 'User' },
  modifyClient: { command: 'modifyClient', username, textdescription: 'changed' },
  setClientId: { command: 'setClientId', username, clientid: 'only-this' },
  setClientPassword: { command: 'setClientPassword', username, password: 'another-password' },
  addClientRole: { command: 'addClientRole', username, rolename, priority: 3 },
  addGroupClient: { command: 'addGroupClient', username, groupname },
  disableClient: { command: 'disableClient', username },
  getClient: { command: 'getClient', username },
  enableClient: { command: 'enableClient', username },
  getGroup: { command: 'getGroup', groupname },
  getRole: { command: 'getRole', rolename },
  listClients: { command: 'listClients', verbose: true },
  listGroups: { command: 'listGroups', verbose: true },
  listRoles: { command: 'listRoles', verbose: true, count: 1, offset: 1 },
  setAnonymousGroup: { command: 'setAnonymousGroup', groupname },
  getAnonymousGroup: { command: 'getAnonymousGroup' },
  setDefaultACLAccess: { command: 'setDefaultACLAccess', acls: [{ acltype: 'subscribe', allow: true }] },
  getDefaultACLAccess: { command: 'getDefaultACLAccess' },
  removeGroupClient: { command: 'removeGroupClient', username, groupname },
  removeClientRole: { command: 'removeClientRole', username, rolename },
  removeGroupRole: { command: 'removeGroupRole', groupname, rolename },
  deleteClient: { command: 'deleteClient', username },
  deleteRole: { command: 'deleteRole', rolename },
  deleteGroup: { command: 'deleteGroup', groupname: 'other' },
}

describe('every command of the plugin', () => {
  it('is taken by a real Mosquitto, and what it answers passes the schema', async () => {
    const commands = [{ command: 'createGroup', groupname: 'other' } as const, ...Object.values(EACH)]
    const answers = await scene.asAdmin().ask(commands)
    expect(answers.map((answer) => answer?.error)).toEqual(commands.map(() => null))
    const read = <Name extends AskedName>(name: Name) =>
      answerOf(name, answers[commands.findIndex(({ command }) => command === name)])
    for (const name of Object.keys(ANSWER_SCHEMAS) as AskedName[]) expect(read(name), name).not.toBeNull()
    expect(read('getClient')?.client).toEqual({
      username,
      clientId: 'only-this',
      textName: 'User',
      textDescription: 'changed',
      isDisabled: true,
      roles: [{ name: rolename, priority: 3 }],
      groups: [{ name: groupname, priority: -1 }],
    })
    expect(read('getRole')?.role.acls).toEqual([
      { type: 'publishClientSend', topic: 'a/#', priority: 1, isAllowed: true },
    ])
    expect(read('listRoles')).toMatchObject({ totalCount: 2, roles: [{ name: rolename }] })
    expect(read('getAnonymousGroup')?.group.groupname).toBe(groupname)
    expect(read('getDefaultACLAccess')?.subscribe).toBe(true)
  })

  it('that is refused is refused for a reason that has words', async () => {
    const refused: readonly ControlCommand[] = [
      { command: 'deleteClient', username: 'nobody' },
      { command: 'createClient', username: 'admin', password: PASSWORD },
      { command: 'addClientRole', username: 'admin', rolename: 'none' },
      { command: 'deleteGroup', groupname: 'none' },
      { command: 'createGroup', groupname },
      { command: 'createRole', rolename: 'admin' },
      { command: 'removeRoleACL', rolename: 'admin', acltype: 'subscribeLiteral', topic: 'none' },
      { command: 'addRoleACL', rolename: 'admin', acltype: 'subscribePattern', topic: '#', allow: true },
      { command: 'modifyRole', rolename: 'none' },
    ]
    const answers = await scene.asAdmin().ask(refused)
    expect(answers.map((answer) => refusalReason(answer?.error ?? ''))).toEqual([
      'client-not-found',
      'client-exists',
      'role-not-found',
      'group-not-found',
      'group-exists',
      'role-exists',
      'acl-not-found',
      'acl-twice',
      'role-not-found',
    ])
  })
})
