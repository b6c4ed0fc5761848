import { DEVICE_ID } from '../../../preload/contract/models/limits.ts'
import type { Found } from './read-look.ts'

interface Known {
  /** Address under which the device was reached. */
  readonly host: string
  /** User name of the device at the broker; null where none was typed. */
  readonly account: string | null
  readonly isTaken: (deviceId: string) => boolean
}

/**
 * The id of its old executor, else its user name at the broker, because rules for topics go by that, else its name in the
 * network, made to fit.
 */
export function suggestedId({ executor, look }: Found, { host, account, isTaken }: Known): string {
  if (executor?.deviceId != null) return executor.deviceId
  if (account !== null && DEVICE_ID.test(account) && !isTaken(account)) return account
  const name = look.hostName?.split('.')[0] ?? host
  const base =
    name
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 58) || 'device'
  // Fresh cards of one image all have one name.
  for (let number = 2, id = base; ; number += 1) {
    if (!isTaken(id)) return id
    id = `${base}-${number}`
  }
}
