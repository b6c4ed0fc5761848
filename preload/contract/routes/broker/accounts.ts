import { z } from 'zod'
import {
  ACCESS_ACTIONS,
  ACCOUNT_LIMITS,
  ACL_TYPES,
  type AccessAnswer,
  type AccountsReview,
  type AccountsView,
} from '../../models/broker/accounts.ts'
import { route } from '../../route.ts'

const nothing = z.strictObject({})
const name = z.string().min(1).max(ACCOUNT_LIMITS.name)
const texts = {
  textName: z.string().max(ACCOUNT_LIMITS.text),
  textDescription: z.string().max(ACCOUNT_LIMITS.text),
}
const topic = z.string().min(1).max(ACCOUNT_LIMITS.topic)
const priority = z.int().min(-ACCOUNT_LIMITS.priority).max(ACCOUNT_LIMITS.priority)
const held = z.array(z.strictObject({ name, priority })).max(ACCOUNT_LIMITS.held).readonly()
const client = {
  username: name,
  clientId: z.string().max(ACCOUNT_LIMITS.name),
  ...texts,
  isDisabled: z.boolean(),
  roles: held,
  groups: held,
}
const group = { name, ...texts, roles: held }
const role = {
  name,
  ...texts,
  acls: z
    .array(z.strictObject({ type: z.enum(ACL_TYPES), topic, priority, isAllowed: z.boolean() }))
    .max(ACCOUNT_LIMITS.acls)
    .readonly(),
}
const defaults = z.strictObject({
  publishClientSend: z.boolean(),
  publishClientReceive: z.boolean(),
  subscribe: z.boolean(),
  unsubscribe: z.boolean(),
})

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create-client'), ...client }),
  z.strictObject({ kind: z.literal('change-client'), ...client }),
  z.strictObject({ kind: z.literal('delete-client'), username: name }),
  z.strictObject({ kind: z.literal('set-password'), username: name }),
  z.strictObject({ kind: z.literal('create-group'), ...group }),
  z.strictObject({ kind: z.literal('change-group'), ...group }),
  z.strictObject({ kind: z.literal('delete-group'), name }),
  z.strictObject({ kind: z.literal('create-role'), ...role }),
  z.strictObject({ kind: z.literal('change-role'), ...role }),
  z.strictObject({ kind: z.literal('delete-role'), name }),
  z.strictObject({ kind: z.literal('set-anonymous-group'), name }),
  z.strictObject({ kind: z.literal('set-defaults'), defaults }),
  z.strictObject({ kind: z.literal('undo'), undoId: z.string().min(1).max(64) }),
])

/** Accounts, groups and roles of a Mosquitto with its dynamic security plugin. */
export const accountsRoutes = {
  /** Asks the broker behind the active connection for everything. */
  'accounts.read': route<AccountsView>()(nothing),
  /** Works out what a change would send; nothing is sent. */
  'accounts.review': route<AccountsReview>()(z.strictObject({ change })),
  /** Sends what was reviewed last, with the passwords that it needs. */
  'accounts.apply': route<AccountsView>()(
    z.strictObject({
      reviewId: z.string().min(1).max(64),
      passwords: z.array(z.strictObject({ username: name, password: z.string().min(1).max(256) })).max(10_000),
    }),
  ),
  /** What an account may do; null is a client without a name. */
  'accounts.may': route<AccessAnswer>()(
    z.strictObject({ username: name.nullable(), action: z.enum(ACCESS_ACTIONS), topic }),
  ),
  /** Saves everything as one file where a dialog says, without passwords; null when cancelled. */
  'accounts.export': route<{ readonly path: string } | null>()(nothing),
}
