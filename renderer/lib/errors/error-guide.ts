import type { ErrorCode } from '../../../preload/contract/errors.ts'
import type { GuideLink } from '../../../preload/contract/models/app/guide.ts'

/** Where the guide says more about an error. */
export const ERROR_GUIDE: Readonly<Record<ErrorCode, GuideLink>> = {
  INTERNAL: 'troubleshooting#app',
  INVALID_INPUT: 'troubleshooting#lists',
  UNTRUSTED_SENDER: 'troubleshooting#app',
  NOT_FOUND: 'troubleshooting#lists',
  NOT_CONNECTED: 'troubleshooting#connection',
  CONNECTION_SWITCHED: 'troubleshooting#connection',
  COMMAND_REFUSED: 'troubleshooting#command',
  COMMAND_FORBIDDEN: 'troubleshooting#command',
  COMMAND_ENDLESS: 'troubleshooting#command',
  CONFIRMATION_MISMATCH: 'troubleshooting#command',
  MIXED_SYSTEMS: 'troubleshooting#command',
  APPROVAL_INVALID: 'troubleshooting#command',
  APPROVAL_EXPIRED: 'troubleshooting#command',
  APPROVAL_USED: 'troubleshooting#command',
  PROPOSAL_CLOSED: 'troubleshooting#command',
  AUDIT_FAILED: 'troubleshooting#command',
  SECRET_STORE_LOCKED: 'troubleshooting#keyring',
  SECRET_STORE_CHANGED: 'troubleshooting#keyring',
  SECRET_MISSING: 'troubleshooting#login',
  CREDENTIAL_FILE_INVALID: 'troubleshooting#tls',
  TOPIC_INVALID: 'troubleshooting#rights',
  TOPIC_RESERVED: 'troubleshooting#rights',
  TEST_UNAVAILABLE: 'troubleshooting#rights',
  BUILT_IN_ANONYMOUS_LAN: 'troubleshooting#built-in',
  BUILT_IN_ACCOUNT: 'troubleshooting#built-in',
  BUILT_IN_KEY_MISSING: 'troubleshooting#built-in',
  BUILT_IN_NONE: 'troubleshooting#built-in',
  PORT_IN_USE: 'troubleshooting#built-in',
  PORT_FORBIDDEN: 'troubleshooting#built-in',
  ADDRESS_NOT_HERE: 'troubleshooting#built-in',
  PROFILE_FILE_INVALID: 'troubleshooting#lists',
  ASSISTANT_UNREACHABLE: 'troubleshooting#assistant',
  ASSISTANT_KEY_MISSING: 'troubleshooting#assistant',
  ASSISTANT_KEY_REFUSED: 'troubleshooting#assistant',
  ASSISTANT_RATE_LIMITED: 'troubleshooting#assistant',
  ASSISTANT_MODEL_UNKNOWN: 'troubleshooting#assistant',
  ASSISTANT_BAD_ANSWER: 'troubleshooting#assistant',
  ASSISTANT_TIMEOUT: 'troubleshooting#assistant',
  ASSISTANT_CANCELLED: 'troubleshooting#assistant',
  FILTER_INVALID: 'troubleshooting#lists',
  MAINTENANCE_LIMIT: 'troubleshooting#lists',
  DEVICE_EXISTS: 'troubleshooting#lists',
  IMPORT_INVALID: 'troubleshooting#lists',
  RULE_LIMIT: 'troubleshooting#lists',
  DATABASE_TOO_NEW: 'troubleshooting#app',
  DISK_FAILED: 'troubleshooting#app',
  FILES_EXIST: 'troubleshooting#authority',
  CA_KEY_UNUSABLE: 'troubleshooting#authority',
  CA_KEY_UNSAVED: 'troubleshooting#authority',
  CA_KEY_MISSING: 'troubleshooting#authority',
  DELIVERY_UNREACHABLE: 'alerts#messages',
  DELIVERY_TIMEOUT: 'alerts#messages',
  DELIVERY_CERTIFICATE: 'alerts#messages',
  DELIVERY_NO_TLS: 'alerts#messages',
  DELIVERY_LOGIN_REFUSED: 'alerts#messages',
  DELIVERY_REFUSED: 'alerts#messages',
  DELIVERY_SECRET_MISSING: 'alerts#messages',
  KIT_IMPOSSIBLE: 'agent#install',
  OPERATOR_KEY_UNUSABLE: 'troubleshooting#command',
  CHALLENGE_MISSING: 'troubleshooting#command',
  ACCOUNTS_FORBIDDEN: 'broker#accounts',
  ACCOUNTS_SILENT: 'broker#accounts',
  ACCOUNTS_UNREADABLE: 'broker#accounts',
  ACCOUNTS_EXISTS: 'broker#accounts',
  ACCOUNTS_NOTHING: 'broker#accounts',
  ACCOUNTS_CHANGED: 'broker#accounts',
  ACCOUNTS_LOCK_OUT: 'broker#accounts',
  ACCOUNTS_ANONYMOUS_GROUP: 'broker#accounts',
  ACCOUNTS_REFUSED: 'broker#accounts',
  ACCOUNTS_UNKNOWN: 'broker#accounts',
}

const LOGIN_CAUSES: ReadonlySet<string> = new Set([
  'credentials',
  'closed-login',
  'client-id',
  'taken-over',
  'banned',
  'auth-method',
])
const SILENT_CAUSES: ReadonlySet<string> = new Set([
  'refused',
  'refused-all-addresses',
  'unreachable',
  'connect-timeout',
])

/** Where the guide says more about the cause of a failed connection, by the names of causes that `diagnose` gives. */
export function causeGuide(cause: string): GuideLink {
  if (cause === 'input-password-lost') return 'offline#secrets'
  if (LOGIN_CAUSES.has(cause)) return 'troubleshooting#login'
  if (/^proxy-(?!protocol)/.test(cause)) return 'connect#proxy'
  if (SILENT_CAUSES.has(cause)) return 'troubleshooting#network'
  if (cause.startsWith('acl-')) return 'troubleshooting#rights'
  if (cause === 'tls-timeout' || !/^(?:tls-|input-(?:ca|pin|certificate|key)-)/.test(cause)) {
    return cause === 'built-in-stopped' ? 'broker#built-in' : 'troubleshooting#connection'
  }
  return 'troubleshooting#tls'
}
