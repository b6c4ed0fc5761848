import { z } from 'zod'
import {
  ACL_TYPES,
  type AccountAcl,
  type AccountClient,
  type AccountGroup,
  type AccountRole,
  DEFAULT_TYPES,
  type DefaultType,
} from '../../../preload/contract/models/broker/accounts.ts'

// What the plugin answers is hostile until it has passed these schemas: each list and text has a bound.

const MAX_RESPONSES = 2_000
const MAX_LIST = 20_000
const name = z.string().min(1).max(65_535)
const text = z.string().max(65_535).default('')
const priority = z.int().min(-2_147_483_648).max(2_147_483_647)
const total = z.int().min(0).max(1_000_000)

const heldRole = z
  .object({ rolename: name, priority: priority.default(-1) })
  .transform((held) => ({ name: held.rolename, priority: held.priority }))
const heldGroup = z
  .object({ groupname: name, priority: priority.default(-1) })
  .transform((held) => ({ name: held.groupname, priority: held.priority }))
const texts = { textname: text, textdescription: text }

const client = z
  .object({
    username: z.string().max(65_535),
    clientid: text,
    ...texts,
    disabled: z.boolean().default(false),
    roles: z.array(heldRole).max(MAX_LIST).default([]),
    groups: z.array(heldGroup).max(MAX_LIST).default([]),
  })
  .transform(
    (raw): AccountClient => ({
      username: raw.username,
      clientId: raw.clientid,
      textName: raw.textname,
      textDescription: raw.textdescription,
      isDisabled: raw.disabled,
      roles: raw.roles,
      groups: raw.groups,
    }),
  )

const group = z.object({ groupname: name, ...texts, roles: z.array(heldRole).max(MAX_LIST).default([]) }).transform(
  (raw): AccountGroup => ({
    name: raw.groupname,
    textName: raw.textname,
    textDescription: raw.textdescription,
    roles: raw.roles,
  }),
)

const acl = z
  .object({ acltype: z.enum(ACL_TYPES), topic: name, priority: priority.default(0), allow: z.boolean().default(false) })
  .transform(
    (raw): AccountAcl => ({
      type: raw.acltype,
      topic: raw.topic,
      priority: raw.priority,
      isAllowed: raw.allow,
    }),
  )

const role = z.object({ rolename: name, ...texts, acls: z.array(acl).max(MAX_LIST).default([]) }).transform(
  (raw): AccountRole => ({
    name: raw.rolename,
    textName: raw.textname,
    textDescription: raw.textdescription,
    acls: raw.acls,
  }),
)

/** What the commands that ask something answer, by command. */
export const ANSWER_SCHEMAS = {
  listClients: z.object({ totalCount: total, clients: z.array(client).max(MAX_LIST) }),
  listGroups: z.object({ totalCount: total, groups: z.array(group).max(MAX_LIST) }),
  listRoles: z.object({ totalCount: total, roles: z.array(role).max(MAX_LIST) }),
  getClient: z.object({ client }),
  getGroup: z.object({ group }),
  getRole: z.object({ role }),
  getAnonymousGroup: z.object({ group: z.object({ groupname: z.string().max(65_535) }) }),
  getDefaultACLAccess: z
    .object({ acls: z.array(z.object({ acltype: z.enum(DEFAULT_TYPES), allow: z.boolean() })).max(16) })
    .transform(({ acls }): Readonly<Record<DefaultType, boolean>> => {
      const isAllowed = (type: DefaultType) => acls.findLast(({ acltype }) => acltype === type)?.allow ?? false
      return {
        publishClientSend: isAllowed('publishClientSend'),
        publishClientReceive: isAllowed('publishClientReceive'),
        subscribe: isAllowed('subscribe'),
        unsubscribe: isAllowed('unsubscribe'),
      }
    }),
} as const
export type AskedName = keyof typeof ANSWER_SCHEMAS

/** One answer. `error` is the plugin's own English sentence, null where it did what was asked. */
export interface ControlAnswer {
  readonly command: string
  readonly correlation: string
  readonly error: string | null
  readonly data: unknown
}

const response = z.object({
  responses: z
    .array(
      z.object({
        command: z.string().max(256),
        correlationData: z.string().max(1_024).optional(),
        error: z.string().max(4_096).optional(),
        data: z.unknown().optional(),
      }),
    )
    .max(MAX_RESPONSES),
})

/** Reads one message of the response topic. Null for what is none of the plugin's. */
export function decodeAnswers(payload: Buffer): readonly ControlAnswer[] | null {
  try {
    const found = response.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)))
    if (!found.success) return null
    return found.data.responses.map(({ command, correlationData, error, data }) => ({
      command,
      correlation: correlationData ?? '',
      error: error ?? null,
      data,
    }))
  } catch {
    // Neither UTF-8 nor JSON.
    return null
  }
}

/** What an asking command answered; null where it is not of the shape that the plugin gives it. */
export function answerOf<Name extends AskedName>(
  command: Name,
  answer: ControlAnswer | undefined,
): z.output<(typeof ANSWER_SCHEMAS)[Name]> | null {
  if (answer === undefined || answer.error !== null || answer.command !== command) return null
  const found = ANSWER_SCHEMAS[command].safeParse(answer.data)
  return found.success ? (found.data as z.output<(typeof ANSWER_SCHEMAS)[Name]>) : null
}
