/** Sentences of the plugin that an operator can act on, and the name by which the window words each. */
const REASONS: Readonly<Record<string, string>> = {
  'client not found': 'client-not-found',
  'client already exists': 'client-exists',
  'client is already in this group': 'client-in-group',
  'group not found': 'group-not-found',
  'group already exists': 'group-exists',
  'group is already in this role': 'group-in-role',
  'deleting the anonymous group is forbidden': 'anonymous-group',
  'role not found': 'role-not-found',
  'role does not exist': 'role-not-found',
  'role already exists': 'role-exists',
  'acl not found': 'acl-not-found',
  'acl with this topic already exists': 'acl-twice',
  'invalid acl topic': 'acl-topic',
  'unknown acltype': 'plugin-other',
  'unknown command': 'command-unknown',
  'empty password is not allowed': 'password-empty',
  'internal error': 'plugin-internal',
}

/** Names the plugin's refusal; `plugin-other` for a sentence that is not known. */
export function refusalReason(sentence: string): string {
  const key = sentence.trim().toLowerCase()
  return Object.hasOwn(REASONS, key) ? (REASONS[key] ?? 'plugin-other') : 'plugin-other'
}
