import { z } from 'zod'
import {
  ACL_TYPES,
  type AccountAcl,
  type AccountsSnapshot,
  DEFAULT_TYPES,
  type HeldName,
} from '../../../preload/contract/models/broker/accounts.ts'
import { sha256 } from '../../safety/audit/audit-record.ts'

const FORMAT = 'waypost-accounts'

/** Writes all accounts, groups and roles as one file: the same state gives the same bytes. It holds no password and no hash. */
export function exportText(snapshot: AccountsSnapshot): string {
  const { defaults, anonymousGroup, clients, groups, roles } = snapshot
  const content = {
    format: FORMAT,
    version: 1,
    defaults: Object.fromEntries(DEFAULT_TYPES.map((type) => [type, defaults[type]])),
    anonymousGroup,
    clients: clients.map((client) => ({
      username: client.username,
      clientId: client.clientId,
      textName: client.textName,
      textDescription: client.textDescription,
      isDisabled: client.isDisabled,
      roles: client.roles.map(heldOf),
      groups: client.groups.map(heldOf),
    })),
    groups: groups.map((group) => ({
      name: group.name,
      textName: group.textName,
      textDescription: group.textDescription,
      roles: group.roles.map(heldOf),
    })),
    roles: roles.map((role) => ({
      name: role.name,
      textName: role.textName,
      textDescription: role.textDescription,
      acls: role.acls.map(aclOf),
    })),
  }
  return `${JSON.stringify(content, null, 1)}\n`
}

const heldOf = ({ name, priority }: HeldName): HeldName => ({ name, priority })
const aclOf = ({ type, topic, priority, isAllowed }: AccountAcl): AccountAcl => ({ type, topic, priority, isAllowed })

const held = z.array(z.strictObject({ name: z.string(), priority: z.int() }))
const texts = { textName: z.string(), textDescription: z.string() }
const file = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  defaults: z.strictObject({
    publishClientSend: z.boolean(),
    publishClientReceive: z.boolean(),
    subscribe: z.boolean(),
    unsubscribe: z.boolean(),
  }),
  anonymousGroup: z.string(),
  clients: z.array(
    z.strictObject({
      username: z.string(),
      clientId: z.string(),
      ...texts,
      isDisabled: z.boolean(),
      roles: held,
      groups: held,
    }),
  ),
  groups: z.array(z.strictObject({ name: z.string(), ...texts, roles: held })),
  roles: z.array(
    z.strictObject({
      name: z.string(),
      ...texts,
      acls: z.array(
        z.strictObject({ type: z.enum(ACL_TYPES), topic: z.string(), priority: z.int(), isAllowed: z.boolean() }),
      ),
    }),
  ),
})

/** Reads what `exportText` wrote; null for anything else. */
export function parseExport(text: string): AccountsSnapshot | null {
  try {
    const found = file.safeParse(JSON.parse(text))
    if (!found.success) return null
    const { format: _format, version: _version, ...snapshot } = found.data
    return snapshot
  } catch {
    // No JSON.
    return null
  }
}

/** SHA-256 of the export, hexadecimal: two states with the same one are the same. */
export function digestOf(snapshot: AccountsSnapshot): string {
  return sha256(exportText(snapshot))
}
