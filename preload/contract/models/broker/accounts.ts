import type { ConnectionFailure } from './connection.ts'

/** Kinds of rules in a role of Mosquitto's dynamic security plugin, in the order in which it lists them. */
export const ACL_TYPES = [
  'publishClientSend',
  'publishClientReceive',
  'subscribeLiteral',
  'subscribePattern',
  'unsubscribeLiteral',
  'unsubscribePattern',
] as const
export type AclType = (typeof ACL_TYPES)[number]

/** What is allowed where no rule fits. */
export const DEFAULT_TYPES = ['publishClientSend', 'publishClientReceive', 'subscribe', 'unsubscribe'] as const
export type DefaultType = (typeof DEFAULT_TYPES)[number]

/** Bounds of what the window sends; the plugin itself has none. */
export const ACCOUNT_LIMITS = {
  name: 256,
  text: 1_024,
  topic: 1_024,
  held: 200,
  acls: 1_000,
  priority: 1_000_000,
} as const

export interface AccountAcl {
  readonly type: AclType
  /** Topic filter. */
  readonly topic: string
  /** The highest decides; 0 where nobody set one. */
  readonly priority: number
  readonly isAllowed: boolean
}

/** A role or group by name; -1 is the priority where nobody set one. */
export interface HeldName {
  readonly name: string
  readonly priority: number
}

/** An account: one user name. Empty texts are unset. */
export interface AccountClient {
  readonly username: string
  /** Client id that it must use; empty for any. */
  readonly clientId: string
  readonly textName: string
  readonly textDescription: string
  readonly isDisabled: boolean
  /** In the order in which the plugin asks them. */
  readonly roles: readonly HeldName[]
  readonly groups: readonly HeldName[]
}

export interface AccountGroup {
  readonly name: string
  readonly textName: string
  readonly textDescription: string
  readonly roles: readonly HeldName[]
}

export interface AccountRole {
  readonly name: string
  readonly textName: string
  readonly textDescription: string
  /** By type, then in the order in which the plugin asks them. */
  readonly acls: readonly AccountAcl[]
}

/** All that the plugin tells: no password and no hash is among it. Lists are in byte order of their names. */
export interface AccountsSnapshot {
  readonly defaults: Readonly<Record<DefaultType, boolean>>
  /** Group that decides for clients without a user name; empty for none. */
  readonly anonymousGroup: string
  readonly clients: readonly AccountClient[]
  readonly groups: readonly AccountGroup[]
  readonly roles: readonly AccountRole[]
}

/** One wish of the operator. A password never stands here: it is sent with the approval. */
export type AccountsChange =
  | ({ readonly kind: 'create-client' } & AccountClient)
  | ({ readonly kind: 'change-client' } & AccountClient)
  | { readonly kind: 'delete-client'; readonly username: string }
  | { readonly kind: 'set-password'; readonly username: string }
  | ({ readonly kind: 'create-group' | 'change-group' } & AccountGroup)
  | ({ readonly kind: 'create-role' | 'change-role' } & AccountRole)
  | { readonly kind: 'delete-group' | 'delete-role' | 'set-anonymous-group'; readonly name: string }
  | { readonly kind: 'set-defaults'; readonly defaults: Readonly<Record<DefaultType, boolean>> }
  | { readonly kind: 'undo'; readonly undoId: string }
export type AccountsChangeKind = AccountsChange['kind']

/** A change that was made from here and can be taken back. */
export interface AccountsUndo {
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  readonly kind: AccountsChangeKind
  /** Account, group or role; empty for the defaults. */
  readonly name: string
}

/**
 * `absent`: the broker did not answer within 3 s, or is none with this plugin. `forbidden`: it refused this account.
 * `failed`: the connection for it could not be opened, or what came back was no answer of the plugin.
 */
export type AccountsView =
  | { readonly state: 'not-connected' | 'absent' | 'forbidden' | 'unreadable' }
  | { readonly state: 'failed'; readonly failure: ConnectionFailure }
  | {
      readonly state: 'ready'
      readonly snapshot: AccountsSnapshot
      /** Accounts that this console may be known by at the broker; empty where it comes without a name. */
      readonly ownNames: readonly string[]
      /** Newest first. */
      readonly undos: readonly AccountsUndo[]
    }

export type AccountsWarning =
  | 'ends-own-connection'
  | 'others-changed'
  | 'password-not-restored'
  | 'password-not-undone'
  | 'anonymous-stays'

/** What will be sent, before it is. */
export interface AccountsReview {
  readonly id: string
  readonly kind: AccountsChangeKind
  readonly name: string
  /** Each command as JSON, with dots for a password. */
  readonly commands: readonly string[]
  /** Accounts that need a password with the approval. */
  readonly passwordsFor: readonly string[]
  readonly warnings: readonly AccountsWarning[]
}

export const ACCESS_ACTIONS = ['publish', 'receive', 'subscribe', 'unsubscribe'] as const
export type AccessAction = (typeof ACCESS_ACTIONS)[number]

/** The decision on one account, action and topic, and what made it. */
export interface AccessAnswer {
  readonly isAllowed: boolean
  readonly because:
    | { readonly kind: 'no-account' | 'disabled' | 'default' | 'control' | 'system-topic' }
    | { readonly kind: 'rule'; readonly role: string; readonly group: string | null; readonly acl: AccountAcl }
}
