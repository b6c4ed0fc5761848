import type {
  AccessAction,
  AccessAnswer,
  AccountAcl,
  AccountClient,
  AccountRole,
  AccountsSnapshot,
  AclType,
  DefaultType,
  HeldName,
} from '../../../preload/contract/models/broker/accounts.ts'
import { isFilterIn, isTopicIn } from './topic-match.ts'

interface Rules {
  /** Literal rules are asked before patterns, role by role. */
  readonly literal: AclType | null
  readonly pattern: AclType
  readonly fallback: DefaultType
  readonly isIn: (rule: string, topic: string) => boolean
}

const RULES: Readonly<Record<AccessAction, Rules>> = {
  publish: { literal: null, pattern: 'publishClientSend', fallback: 'publishClientSend', isIn: isTopicIn },
  receive: { literal: null, pattern: 'publishClientReceive', fallback: 'publishClientReceive', isIn: isTopicIn },
  subscribe: { literal: 'subscribeLiteral', pattern: 'subscribePattern', fallback: 'subscribe', isIn: isFilterIn },
  unsubscribe: {
    literal: 'unsubscribeLiteral',
    pattern: 'unsubscribePattern',
    fallback: 'unsubscribe',
    isIn: isFilterIn,
  },
}

/**
 * Decides what an account may do as Mosquitto 2.0 with its plugin does (src/security.c, plugins/dynamic-security/acl.c): its
 * roles, then the roles of its groups, each by priority; the first rule that fits decides, then the default. `username` is
 * null for a client without one; `topic` is a filter where the action subscribes. Other plugins and files are not known here.
 */
export function accessOf(
  snapshot: AccountsSnapshot,
  username: string | null,
  action: AccessAction,
  topic: string,
): AccessAnswer {
  const client = snapshot.clients.find((one) => one.username === username)
  if (username !== null && client === undefined) return denied('no-account')
  if (client?.isDisabled === true) return denied('disabled')
  if (isKeptByBroker(action, topic)) return denied('system-topic')
  const found =
    client === undefined ? anonymousRule(snapshot, action, topic) : clientRule(snapshot, client, action, topic)
  if (found !== null) return found
  if (!snapshot.defaults[RULES[action].fallback]) return denied('default')
  return topic.startsWith('$CONTROL') ? denied('control') : { isAllowed: true, because: { kind: 'default' } }
}

function clientRule(
  snapshot: AccountsSnapshot,
  client: AccountClient,
  action: AccessAction,
  topic: string,
): AccessAnswer | null {
  const own = ruleIn(snapshot, client.roles, null, action, topic)
  if (own !== null) return own
  for (const { name } of client.groups) {
    const found = groupRule(snapshot, name, action, topic)
    if (found !== null) return found
  }
  return null
}

function anonymousRule(snapshot: AccountsSnapshot, action: AccessAction, topic: string): AccessAnswer | null {
  return groupRule(snapshot, snapshot.anonymousGroup, action, topic)
}

function groupRule(snapshot: AccountsSnapshot, name: string, action: AccessAction, topic: string): AccessAnswer | null {
  const group = snapshot.groups.find((one) => one.name === name)
  return group === undefined ? null : ruleIn(snapshot, group.roles, name, action, topic)
}

/** Topics on which the broker lets no client publish, whatever the rules say. */
function isKeptByBroker(action: AccessAction, topic: string): boolean {
  if (topic.startsWith('$SYS')) return action === 'publish' && !isTopicIn('$SYS/broker/connection/+/state', topic)
  return topic.startsWith('$share') && (action === 'publish' || action === 'receive')
}

function denied(kind: Exclude<AccessAnswer['because'], { kind: 'rule' }>['kind']): AccessAnswer {
  return { isAllowed: false, because: { kind } }
}

function ruleIn(
  { roles }: AccountsSnapshot,
  held: readonly HeldName[],
  group: string | null,
  action: AccessAction,
  topic: string,
): AccessAnswer | null {
  for (const { name } of held) {
    const role = roles.find((one) => one.name === name)
    const acl = role === undefined ? undefined : fittingRule(role, action, topic)
    if (acl !== undefined) return { isAllowed: acl.isAllowed, because: { kind: 'rule', role: name, group, acl } }
  }
  return null
}

function fittingRule({ acls }: AccountRole, action: AccessAction, topic: string): AccountAcl | undefined {
  const { literal, pattern, isIn } = RULES[action]
  return (
    acls.find((acl) => acl.type === literal && acl.topic === topic) ??
    acls.find((acl) => acl.type === pattern && isIn(acl.topic, topic))
  )
}
