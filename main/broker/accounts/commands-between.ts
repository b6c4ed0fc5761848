import {
  type AccountAcl,
  type AccountClient,
  type AccountRole,
  type AccountsSnapshot,
  DEFAULT_TYPES,
  type HeldName,
} from '../../../preload/contract/models/broker/accounts.ts'
import type { ControlCommand, WireAcl } from './control-commands.ts'
import { rulesInTurn } from './order.ts'

/**
 * The commands that lead from one state to another, in an order in which each is possible. Roles of accounts and groups are
 * added and removed one by one, because Mosquitto before 2.0.12 loses track of those that come in a list and crashes when
 * the role is deleted. Not possible for the plugin: no anonymous group, where there was one.
 */
export function commandsBetween(from: AccountsSnapshot, to: AccountsSnapshot): readonly ControlCommand[] {
  const roles = pairs(from.roles, to.roles, ({ name }) => name)
  const groups = pairs(from.groups, to.groups, ({ name }) => name)
  const clients = pairs(from.clients, to.clients, ({ username }) => username)
  return [
    ...roles.flatMap(({ before, after }) => (after === null ? [] : roleCommands(before, after))),
    ...groups.flatMap(({ before, after }) => (after === null ? [] : groupTexts(before, after))),
    ...clients.flatMap(({ before, after }) => (after === null ? [] : clientTexts(before, after))),
    ...(to.anonymousGroup !== from.anonymousGroup && to.anonymousGroup !== ''
      ? [{ command: 'setAnonymousGroup' as const, groupname: to.anonymousGroup }]
      : []),
    ...groups.flatMap(({ before, after }) => groupRoles(before, after)),
    ...clients.flatMap(({ before, after }) => clientHeld(before, after)),
    ...defaultCommands(from, to),
    ...clients.flatMap(({ before, after }) => enabling(before, after)),
    ...clients.flatMap(({ name, after }) =>
      after === null ? [{ command: 'deleteClient' as const, username: name }] : [],
    ),
    ...groups.flatMap(({ name, after }) =>
      after === null ? [{ command: 'deleteGroup' as const, groupname: name }] : [],
    ),
    ...roles.flatMap(({ name, after }) => (after === null ? [{ command: 'deleteRole' as const, rolename: name }] : [])),
  ]
}

interface Pair<T> {
  readonly name: string
  readonly before: T | null
  readonly after: T | null
}

/** Items that are not the same before and after. */
function pairs<T>(from: readonly T[], to: readonly T[], nameOf: (item: T) => string): readonly Pair<T>[] {
  const [before, after] = [from, to].map((list) => new Map(list.map((item) => [nameOf(item), item])))
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])
  return [...names]
    .map((name) => ({ name, before: before?.get(name) ?? null, after: after?.get(name) ?? null }))
    .filter((pair) => JSON.stringify(pair.before) !== JSON.stringify(pair.after))
}

interface Texts {
  readonly textName: string
  readonly textDescription: string
}

/** Texts that differ; a new item names only those that it has. */
function textsOf(before: Texts | null, after: Texts) {
  return {
    ...((before?.textName ?? '') !== after.textName && { textname: after.textName }),
    ...((before?.textDescription ?? '') !== after.textDescription && { textdescription: after.textDescription }),
  }
}

const wireAcl = ({ type, topic, priority, isAllowed }: AccountAcl): WireAcl => ({
  acltype: type,
  topic,
  priority,
  allow: isAllowed,
})

function roleCommands(before: AccountRole | null, after: AccountRole): readonly ControlCommand[] {
  const rolename = after.name
  const texts = textsOf(before, after)
  if (before === null) {
    return [{ command: 'createRole', rolename, ...texts, acls: after.acls.map(wireAcl) }]
  }
  const spelled = (acl: AccountAcl) => JSON.stringify(wireAcl(acl))
  const [had, has] = [new Set(before.acls.map(spelled)), new Set(after.acls.map(spelled))]
  const gone = before.acls.filter((acl) => !has.has(spelled(acl)))
  const fresh = after.acls.filter((acl) => !had.has(spelled(acl)))
  const kept = before.acls.filter((acl) => has.has(spelled(acl)))
  const reached = rulesInTurn([...kept, ...fresh])
  // One by one reaches every account at once; only a list can restore the order of rules of equal priority.
  const isInOrder = JSON.stringify(reached.map(wireAcl)) === JSON.stringify(after.acls.map(wireAcl))
  const modified = { ...texts, ...(!isInOrder && { acls: after.acls.map(wireAcl) }) }
  return [
    ...(Object.keys(modified).length === 0 ? [] : [{ command: 'modifyRole' as const, rolename, ...modified }]),
    ...(isInOrder
      ? [
          ...gone.map(({ type, topic }) => ({ command: 'removeRoleACL' as const, rolename, acltype: type, topic })),
          ...fresh.map((acl) => ({ command: 'addRoleACL' as const, rolename, ...wireAcl(acl) })),
        ]
      : []),
  ]
}

function groupTexts(
  before: AccountsSnapshot['groups'][number] | null,
  after: AccountsSnapshot['groups'][number],
): readonly ControlCommand[] {
  const texts = textsOf(before, after)
  if (before === null) return [{ command: 'createGroup', groupname: after.name, ...texts }]
  return Object.keys(texts).length === 0 ? [] : [{ command: 'modifyGroup', groupname: after.name, ...texts }]
}

/** Makes a new account without its password; `withPasswords` puts it in. */
function clientTexts(before: AccountClient | null, after: AccountClient): readonly ControlCommand[] {
  const { username, clientId } = after
  const texts = textsOf(before, after)
  if (before === null) {
    return [{ command: 'createClient', username, ...texts, ...(clientId !== '' && { clientid: clientId }) }]
  }
  return [
    ...(Object.keys(texts).length === 0 ? [] : [{ command: 'modifyClient' as const, username, ...texts }]),
    ...(before.clientId === clientId ? [] : [{ command: 'setClientId' as const, username, clientid: clientId }]),
  ]
}

/** What is no longer held as it was, and what is held now: another priority is removed and added. */
function heldBetween(before: readonly HeldName[], after: readonly HeldName[]) {
  const isIn = (list: readonly HeldName[], { name, priority }: HeldName) =>
    list.some((one) => one.name === name && one.priority === priority)
  return {
    gone: before.filter((one) => !isIn(after, one)),
    fresh: after.filter((one) => !isIn(before, one)),
  }
}

const rank = (priority: number) => (priority === -1 ? {} : { priority })

function groupRoles(
  before: AccountsSnapshot['groups'][number] | null,
  after: AccountsSnapshot['groups'][number] | null,
): readonly ControlCommand[] {
  const groupname = after?.name ?? before?.name ?? ''
  const { gone, fresh } = heldBetween(before?.roles ?? [], after?.roles ?? [])
  return [
    ...gone.map(({ name }) => ({ command: 'removeGroupRole' as const, groupname, rolename: name })),
    ...fresh.map(({ name, priority }) => ({
      command: 'addGroupRole' as const,
      groupname,
      rolename: name,
      ...rank(priority),
    })),
  ]
}

function clientHeld(before: AccountClient | null, after: AccountClient | null): readonly ControlCommand[] {
  if (after === null) return []
  const { username } = after
  const roles = heldBetween(before?.roles ?? [], after.roles)
  const groups = heldBetween(before?.groups ?? [], after.groups)
  return [
    ...roles.gone.map(({ name }) => ({ command: 'removeClientRole' as const, username, rolename: name })),
    ...roles.fresh.map(({ name, priority }) => ({
      command: 'addClientRole' as const,
      username,
      rolename: name,
      ...rank(priority),
    })),
    ...groups.gone.map(({ name }) => ({ command: 'removeGroupClient' as const, username, groupname: name })),
    ...groups.fresh.map(({ name, priority }) => ({
      command: 'addGroupClient' as const,
      username,
      groupname: name,
      ...rank(priority),
    })),
  ]
}

function defaultCommands(from: AccountsSnapshot, to: AccountsSnapshot): readonly ControlCommand[] {
  const changed = DEFAULT_TYPES.filter((type) => from.defaults[type] !== to.defaults[type])
  if (changed.length === 0) return []
  return [
    {
      command: 'setDefaultACLAccess',
      acls: changed.map((type) => ({ acltype: type, allow: to.defaults[type] })),
    },
  ]
}

function enabling(before: AccountClient | null, after: AccountClient | null): readonly ControlCommand[] {
  if (after === null || (before?.isDisabled ?? false) === after.isDisabled) return []
  return [{ command: after.isDisabled ? 'disableClient' : 'enableClient', username: after.username }]
}
