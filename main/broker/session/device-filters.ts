import { NEEDED_MESSAGES, OPTIONAL_MESSAGES } from '../../../preload/contract/models/broker/connection.ts'

/** Topics that the console listens to on every device; those that it cannot work without come first. */
export const DEVICE_FILTERS: readonly string[] = [...NEEDED_MESSAGES, ...OPTIONAL_MESSAGES].map(
  (leaf) => `device/+/${leaf}`,
)

/** True if the console can work without the messages of this filter. */
export function isOptionalFilter(filter: string): boolean {
  return OPTIONAL_MESSAGES.some((leaf) => filter.endsWith(`/${leaf}`))
}
