/** Failures that an operator can act on. The window has a sentence and a next step for each, in both languages. */
export const ERROR_CODES = [
  'INTERNAL',
  'INVALID_INPUT',
  'UNTRUSTED_SENDER',
  'NOT_FOUND',
  'NOT_CONNECTED',
  'CONNECTION_SWITCHED',
  'COMMAND_REFUSED',
  'COMMAND_FORBIDDEN',
  'COMMAND_ENDLESS',
  'CONFIRMATION_MISMATCH',
  'MIXED_SYSTEMS',
  'APPROVAL_INVALID',
  'APPROVAL_EXPIRED',
  'APPROVAL_USED',
  'PROPOSAL_CLOSED',
  'AUDIT_FAILED',
  'SECRET_STORE_LOCKED',
  'SECRET_STORE_CHANGED',
  'SECRET_MISSING',
  'CREDENTIAL_FILE_INVALID',
  'TOPIC_INVALID',
  'TOPIC_RESERVED',
  'TEST_UNAVAILABLE',
  'BUILT_IN_ANONYMOUS_LAN',
  'BUILT_IN_ACCOUNT',
  'BUILT_IN_KEY_MISSING',
  'BUILT_IN_NONE',
  'PORT_IN_USE',
  'PORT_FORBIDDEN',
  'ADDRESS_NOT_HERE',
  'PROFILE_FILE_INVALID',
  'ASSISTANT_UNREACHABLE',
  'ASSISTANT_KEY_MISSING',
  'ASSISTANT_KEY_REFUSED',
  'ASSISTANT_RATE_LIMITED',
  'ASSISTANT_MODEL_UNKNOWN',
  'ASSISTANT_BAD_ANSWER',
  'ASSISTANT_TIMEOUT',
  'ASSISTANT_CANCELLED',
  'FILTER_INVALID',
  'MAINTENANCE_LIMIT',
  'DEVICE_EXISTS',
  'IMPORT_INVALID',
  'RULE_LIMIT',
  'DATABASE_TOO_NEW',
  'DISK_FAILED',
  'FILES_EXIST',
  'CA_KEY_UNUSABLE',
  'CA_KEY_UNSAVED',
  'CA_KEY_MISSING',
  'OPERATOR_KEY_UNUSABLE',
  'CHALLENGE_MISSING',
  'DELIVERY_UNREACHABLE',
  'DELIVERY_TIMEOUT',
  'DELIVERY_CERTIFICATE',
  'DELIVERY_NO_TLS',
  'DELIVERY_LOGIN_REFUSED',
  'DELIVERY_REFUSED',
  'DELIVERY_SECRET_MISSING',
  'KIT_IMPOSSIBLE',
  'ACCOUNTS_FORBIDDEN',
  'ACCOUNTS_SILENT',
  'ACCOUNTS_UNREADABLE',
  'ACCOUNTS_EXISTS',
  'ACCOUNTS_NOTHING',
  'ACCOUNTS_CHANGED',
  'ACCOUNTS_LOCK_OUT',
  'ACCOUNTS_ANONYMOUS_GROUP',
  'ACCOUNTS_REFUSED',
  'ACCOUNTS_UNKNOWN',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Plain facts for the sentence shown (a path, a field, a limit); never a secret. */
export type ErrorData = Readonly<Record<string, string | number | boolean | null>>

/** A failure that the operator can act on. Thrown on both sides of the bridge; `code` decides what is shown. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly data: ErrorData

  constructor(code: ErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}

/** A failure as plain data, because Electron rebuilds errors from their message alone. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly data: ErrorData
}

/** The answer to every request over the bridge. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }
