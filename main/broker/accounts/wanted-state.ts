import { AppError } from '../../../preload/contract/errors.ts'
import type {
  AccountAcl,
  AccountClient,
  AccountGroup,
  AccountRole,
  AccountsChange,
  AccountsSnapshot,
  HeldName,
} from '../../../preload/contract/models/broker/accounts.ts'
import { checkFilter } from '../page/tester-topics.ts'
import { inTurn, rulesInTurn, withNamed } from './order.ts'

type Wish = Exclude<AccountsChange, { kind: 'undo' | 'set-password' }>

/**
 * The state that a change asks for. Throws `NOT_FOUND`, `ACCOUNTS_EXISTS` for a name that is taken, `INVALID_INPUT` with the
 * field, `TOPIC_INVALID`, or `ACCOUNTS_ANONYMOUS_GROUP` for deleting the group that decides for clients without a name.
 */
export function wantedState(before: AccountsSnapshot, wish: Wish): AccountsSnapshot {
  switch (wish.kind) {
    case 'create-client':
    case 'change-client':
      return withClient(before, wish)
    case 'delete-client':
      known(before.clients, wish.username, ({ username }) => username)
      return { ...before, clients: before.clients.filter(({ username }) => username !== wish.username) }
    case 'create-group':
    case 'change-group':
      return withGroup(before, wish)
    case 'delete-group':
      return withoutGroup(before, wish.name)
    case 'create-role':
    case 'change-role':
      return withRole(before, wish)
    case 'delete-role':
      return withoutRole(before, wish.name)
    case 'set-anonymous-group':
      known(before.groups, wish.name, ({ name }) => name)
      return { ...before, anonymousGroup: wish.name }
    case 'set-defaults':
      return { ...before, defaults: { ...wish.defaults } }
    default:
      throw new Error(`no such change: ${JSON.stringify(wish satisfies never)}`)
  }
}

function withClient(before: AccountsSnapshot, wish: AccountClient & { readonly kind: string }): AccountsSnapshot {
  const { kind, username, clientId, textName, textDescription, isDisabled } = wish
  checkName(username, 'username')
  const others = before.clients.filter((client) => client.username !== username)
  if (kind === 'create-client') checkFree(others.length < before.clients.length, username)
  else known(before.clients, username, (client) => client.username)
  const client: AccountClient = {
    username,
    clientId,
    textName,
    textDescription,
    isDisabled,
    roles: heldAmong(wish.roles, before.roles, 'roles'),
    groups: heldAmong(wish.groups, before.groups, 'groups'),
  }
  return { ...before, clients: withNamed(others, client, (one) => one.username) }
}

function withGroup(before: AccountsSnapshot, wish: AccountGroup & { readonly kind: string }): AccountsSnapshot {
  const { kind, name, textName, textDescription } = wish
  checkName(name, 'name')
  const others = before.groups.filter((group) => group.name !== name)
  if (kind === 'create-group') checkFree(others.length < before.groups.length, name)
  else known(before.groups, name, (group) => group.name)
  const group: AccountGroup = { name, textName, textDescription, roles: heldAmong(wish.roles, before.roles, 'roles') }
  return { ...before, groups: withNamed(others, group, (one) => one.name) }
}

function withoutGroup(before: AccountsSnapshot, gone: string): AccountsSnapshot {
  known(before.groups, gone, ({ name }) => name)
  // Mosquitto before 2.0.16 keeps a pointer to it, and crashes.
  if (before.anonymousGroup === gone) throw new AppError('ACCOUNTS_ANONYMOUS_GROUP', { name: gone })
  return {
    ...before,
    groups: before.groups.filter(({ name }) => name !== gone),
    clients: before.clients.map((client) => ({ ...client, groups: client.groups.filter(({ name }) => name !== gone) })),
  }
}

function withRole(before: AccountsSnapshot, wish: AccountRole & { readonly kind: string }): AccountsSnapshot {
  const { kind, name, textName, textDescription } = wish
  checkName(name, 'name')
  const others = before.roles.filter((role) => role.name !== name)
  if (kind === 'create-role') checkFree(others.length < before.roles.length, name)
  else known(before.roles, name, (role) => role.name)
  for (const { topic } of wish.acls) checkFilter(topic)
  const pairs = wish.acls.map(({ type, topic }) => `${type} ${topic}`)
  if (new Set(pairs).size < pairs.length) throw new AppError('INVALID_INPUT', { field: 'acls', reason: 'acl-twice' })
  const acls: readonly AccountAcl[] = rulesInTurn(wish.acls)
  return { ...before, roles: withNamed(others, { name, textName, textDescription, acls }, (one) => one.name) }
}

function withoutRole(before: AccountsSnapshot, gone: string): AccountsSnapshot {
  known(before.roles, gone, ({ name }) => name)
  const without = <T extends { readonly roles: readonly HeldName[] }>(holder: T): T => ({
    ...holder,
    roles: holder.roles.filter(({ name }) => name !== gone),
  })
  return {
    ...before,
    roles: before.roles.filter(({ name }) => name !== gone),
    groups: before.groups.map(without),
    clients: before.clients.map(without),
  }
}

/** Roles or groups that are there, each once, in the plugin's order. */
function heldAmong(
  held: readonly HeldName[],
  there: readonly { readonly name: string }[],
  field: string,
): readonly HeldName[] {
  const names = held.map(({ name }) => name)
  if (new Set(names).size < names.length) throw new AppError('INVALID_INPUT', { field, reason: 'held-twice' })
  for (const name of names) known(there, name, (one) => one.name)
  return inTurn(held)
}

function known<T>(list: readonly T[], wanted: string, nameOf: (item: T) => string): void {
  if (!list.some((item) => nameOf(item) === wanted)) throw new AppError('NOT_FOUND', { name: wanted })
}

function checkFree(isTaken: boolean, name: string): void {
  if (isTaken) throw new AppError('ACCOUNTS_EXISTS', { name })
}

/** The plugin takes any UTF-8; control and invisible characters would make two names look like one. */
function checkName(name: string, field: string): void {
  if (name.trim() === '' || /[\p{Cc}\p{Cf}\p{Surrogate}]/u.test(name)) throw new AppError('INVALID_INPUT', { field })
}
