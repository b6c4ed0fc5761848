import { AppError } from '../../../preload/contract/errors.ts'
import type {
  AccountsChange,
  AccountsReview,
  AccountsSnapshot,
  AccountsWarning,
} from '../../../preload/contract/models/broker/accounts.ts'
import { commandsBetween } from './commands-between.ts'
import { type ControlCommand, type ControlName, maskedCommands } from './control-commands.ts'
import { digestOf, parseExport } from './export-text.ts'
import type { KeptChange } from './kept-changes.ts'
import { lockOutOf } from './own-access.ts'
import { wantedState } from './wanted-state.ts'

/** A change worked out on one state of the broker. Passwords are not in it yet. */
export interface PlannedChange {
  readonly change: AccountsChange
  readonly connectionId: string
  readonly name: string
  readonly before: AccountsSnapshot
  readonly after: AccountsSnapshot
  readonly commands: readonly ControlCommand[]
}

export interface PlanContext {
  readonly connectionId: string
  readonly before: AccountsSnapshot
  readonly ownNames: readonly string[]
  readonly kept: readonly KeptChange[]
}

/**
 * Works out the commands of a change. Throws what `wantedState` throws, `ACCOUNTS_NOTHING` where there is nothing to do, and
 * `ACCOUNTS_LOCK_OUT` where this console would lose the plugin.
 */
export function planChange(change: AccountsChange, context: PlanContext): PlannedChange {
  const { before, connectionId } = context
  const planned = { change, connectionId, name: nameOf(change, context.kept), before }
  if (change.kind === 'set-password') {
    const { username } = change
    if (!before.clients.some((client) => client.username === username))
      throw new AppError('NOT_FOUND', { name: username })
    // The console would come back with the old one.
    if (context.ownNames.includes(username)) throw new AppError('ACCOUNTS_LOCK_OUT', { reason: 'own-password' })
    return { ...planned, after: before, commands: [{ command: 'setClientPassword', username, password: '' }] }
  }
  const wanted = change.kind === 'undo' ? stateBefore(change.undoId, context) : wantedState(before, change)
  const reason = lockOutOf(before, wanted, context.ownNames)
  if (reason !== null) throw new AppError('ACCOUNTS_LOCK_OUT', { reason })
  // The plugin has no command that takes the anonymous group away.
  const after = wanted.anonymousGroup === '' ? { ...wanted, anonymousGroup: before.anonymousGroup } : wanted
  if (!after.groups.some(({ name }) => name === after.anonymousGroup) && after.anonymousGroup !== '') {
    throw new AppError('ACCOUNTS_ANONYMOUS_GROUP', { name: after.anonymousGroup })
  }
  const commands = commandsBetween(before, after)
  if (commands.length === 0) throw new AppError('ACCOUNTS_NOTHING')
  return { ...planned, after, commands }
}

/** What the operator is shown of it before it is sent. */
export function reviewOf(id: string, planned: PlannedChange, { ownNames, kept }: PlanContext): AccountsReview {
  const { change, name, commands } = planned
  return {
    id,
    kind: change.kind,
    name,
    commands: maskedCommands(commands),
    passwordsFor: passwordsFor(planned),
    warnings: warningsOf(planned, ownNames, kept),
  }
}

/** Accounts whose password is sent with the change. */
export function passwordsFor({ commands }: PlannedChange): readonly string[] {
  return commands.flatMap((command) =>
    command.command === 'createClient' || command.command === 'setClientPassword' ? [command.username] : [],
  )
}

function stateBefore(undoId: string, { kept, connectionId }: PlanContext): AccountsSnapshot {
  const change = kept.find((one) => one.id === undoId && one.connectionId === connectionId)
  const before = change === undefined ? null : parseExport(change.before)
  if (before === null) throw new AppError('NOT_FOUND')
  return before
}

function nameOf(change: AccountsChange, kept: readonly KeptChange[]): string {
  if ('username' in change) return change.username
  if ('name' in change) return change.name
  return change.kind === 'undo' ? (kept.find(({ id }) => id === change.undoId)?.name ?? '') : ''
}

function warningsOf(
  { change, before, after, commands }: PlannedChange,
  ownNames: readonly string[],
  kept: readonly KeptChange[],
): readonly AccountsWarning[] {
  const undone = change.kind === 'undo' ? kept.find(({ id }) => id === change.undoId) : undefined
  const isFirstAnonymous = before.anonymousGroup === '' && after.anonymousGroup !== ''
  const staysAnonymous =
    undone !== undefined && parseExport(undone.before)?.anonymousGroup === '' && after.anonymousGroup !== ''
  const warnings: readonly (AccountsWarning | false)[] = [
    undone !== undefined && undone.after !== digestOf(before) && 'others-changed',
    endsOwnConnection(before, commands, ownNames) && 'ends-own-connection',
    change.kind === 'undo' && commands.some(({ command }) => command === 'createClient') && 'password-not-restored',
    (change.kind === 'set-password' || change.kind === 'delete-client') && 'password-not-undone',
    (isFirstAnonymous || staysAnonymous) && 'anonymous-stays',
  ]
  return warnings.filter((warning) => warning !== false)
}

/** Commands that end the connections of every account of a group, or with a role. */
const GROUP_ENFORCED: ReadonlySet<ControlName> = new Set([
  'modifyGroup',
  'deleteGroup',
  'addGroupRole',
  'removeGroupRole',
])
const ROLE_ENFORCED: ReadonlySet<ControlName> = new Set(['deleteRole', 'addRoleACL', 'removeRoleACL'])

/** True where the plugin closes connections of this console's account to enforce a command. */
function endsOwnConnection(
  { clients, groups }: AccountsSnapshot,
  commands: readonly ControlCommand[],
  ownNames: readonly string[],
): boolean {
  const own = clients.filter(({ username }) => ownNames.includes(username))
  const ownGroups = new Set(own.flatMap((client) => client.groups.map(({ name }) => name)))
  const ownRoles = new Set([
    ...own.flatMap((client) => client.roles.map(({ name }) => name)),
    ...groups.filter(({ name }) => ownGroups.has(name)).flatMap((group) => group.roles.map(({ name }) => name)),
  ])
  return commands.some((command) => {
    if ('username' in command && ownNames.includes(command.username)) return true
    if ('groupname' in command && GROUP_ENFORCED.has(command.command)) return ownGroups.has(command.groupname)
    return 'rolename' in command && ROLE_ENFORCED.has(command.command) && ownRoles.has(command.rolename)
  })
}
