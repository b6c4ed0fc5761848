import type { AclType, DefaultType } from '../../../preload/contract/models/broker/accounts.ts'

/** Where the plugin takes commands, and where it answers. */
export const CONTROL_TOPIC = '$CONTROL/dynamic-security/v1'
export const RESPONSE_TOPIC = `${CONTROL_TOPIC}/response`

interface Texts {
  readonly textname?: string
  readonly textdescription?: string
}
interface RoleRef {
  readonly rolename: string
  readonly priority?: number
}
interface GroupRef {
  readonly groupname: string
  readonly priority?: number
}
interface ClientRef {
  readonly username: string
  readonly priority?: number
}
export interface WireAcl {
  readonly acltype: AclType
  readonly topic: string
  readonly priority?: number
  readonly allow: boolean
}
interface Page {
  readonly verbose?: boolean
  readonly count?: number
  readonly offset?: number
}
interface ClientTexts extends Texts {
  readonly clientid?: string
  readonly password?: string
  readonly roles?: readonly RoleRef[]
  readonly groups?: readonly GroupRef[]
}
interface Lists extends Texts {
  readonly roles?: readonly RoleRef[]
  readonly clients?: readonly ClientRef[]
}

/**
 * What each command of the plugin takes (Mosquitto 2.0, plugins/dynamic-security/plugin.c and the files beside it). `Held` is
 * a role or group in a list; its priority is -1 where it is left out.
 */
interface ControlFields {
  readonly setDefaultACLAccess: { readonly acls: readonly { readonly acltype: DefaultType; readonly allow: boolean }[] }
  readonly getDefaultACLAccess: object
  readonly createClient: { readonly username: string } & ClientTexts
  readonly modifyClient: { readonly username: string } & ClientTexts
  readonly deleteClient: { readonly username: string }
  readonly getClient: { readonly username: string }
  readonly listClients: Page
  readonly enableClient: { readonly username: string }
  readonly disableClient: { readonly username: string }
  readonly setClientId: { readonly username: string; readonly clientid: string }
  readonly setClientPassword: { readonly username: string; readonly password: string }
  readonly addClientRole: { readonly username: string } & RoleRef
  readonly removeClientRole: { readonly username: string; readonly rolename: string }
  readonly addGroupClient: { readonly username: string } & GroupRef
  readonly removeGroupClient: { readonly username: string; readonly groupname: string }
  readonly createGroup: { readonly groupname: string } & Texts & { readonly roles?: readonly RoleRef[] }
  readonly modifyGroup: { readonly groupname: string } & Lists
  readonly deleteGroup: { readonly groupname: string }
  readonly getGroup: { readonly groupname: string }
  readonly listGroups: Page
  readonly addGroupRole: { readonly groupname: string } & RoleRef
  readonly removeGroupRole: { readonly groupname: string; readonly rolename: string }
  readonly setAnonymousGroup: { readonly groupname: string }
  readonly getAnonymousGroup: object
  readonly createRole: { readonly rolename: string } & Texts & { readonly acls?: readonly WireAcl[] }
  readonly modifyRole: { readonly rolename: string } & Texts & { readonly acls?: readonly WireAcl[] }
  readonly deleteRole: { readonly rolename: string }
  readonly getRole: { readonly rolename: string }
  readonly listRoles: Page
  readonly addRoleACL: { readonly rolename: string } & WireAcl
  readonly removeRoleACL: { readonly rolename: string; readonly acltype: AclType; readonly topic: string }
}

export type ControlName = keyof ControlFields

/** One command, with what it takes. */
export type ControlCommand = { [Name in ControlName]: { readonly command: Name } & ControlFields[Name] }[ControlName]

/** Writes commands of one message; each carries its own correlation data. */
export function encodeCommands(commands: readonly ControlCommand[], correlationOf: (index: number) => string): string {
  return JSON.stringify({
    commands: commands.map((command, index) => ({ ...command, correlationData: correlationOf(index) })),
  })
}

/** Puts passwords in, by account: into what makes an account, and into what sets its password. */
export function withPasswords(
  commands: readonly ControlCommand[],
  passwordOf: (username: string) => string,
): readonly ControlCommand[] {
  return commands.map((command) =>
    command.command === 'createClient' || command.command === 'setClientPassword'
      ? { ...command, password: passwordOf(command.username) }
      : command,
  )
}

/** Commands to show and to record, with dots for each password. */
export function maskedCommands(commands: readonly ControlCommand[]): readonly string[] {
  return withPasswords(commands, () => '••••••••').map((command) => JSON.stringify(command))
}
