import type { ErrorCode } from '../../../preload/contract/errors.ts'
import type { SettingsSection } from '../../../preload/contract/models/app/settings.ts'

/** Section of the settings in which the cause of an error is set. */
export const ERROR_SETTINGS: Readonly<Partial<Record<ErrorCode, SettingsSection>>> = {
  SECRET_STORE_LOCKED: 'secrets',
  SECRET_STORE_CHANGED: 'secrets',
  ASSISTANT_UNREACHABLE: 'assistant',
  ASSISTANT_KEY_MISSING: 'assistant',
  ASSISTANT_KEY_REFUSED: 'assistant',
  ASSISTANT_RATE_LIMITED: 'assistant',
  ASSISTANT_MODEL_UNKNOWN: 'assistant',
  ASSISTANT_BAD_ANSWER: 'assistant',
  ASSISTANT_TIMEOUT: 'assistant',
  AUDIT_FAILED: 'audit',
  DELIVERY_UNREACHABLE: 'delivery',
  DELIVERY_TIMEOUT: 'delivery',
  DELIVERY_CERTIFICATE: 'delivery',
  DELIVERY_NO_TLS: 'delivery',
  DELIVERY_LOGIN_REFUSED: 'delivery',
  DELIVERY_REFUSED: 'delivery',
  DELIVERY_SECRET_MISSING: 'delivery',
  OPERATOR_KEY_UNUSABLE: 'signing',
}
