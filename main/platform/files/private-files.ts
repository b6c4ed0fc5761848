import { chmodSync } from 'node:fs'

/** For the operator's account alone. */
export const PRIVATE_MODE = 0o600

/**
 * Takes the right to read from others, for files that an earlier version left open. A file that is not there, or belongs to
 * somebody else, is passed over: the app must start.
 */
export function makePrivate(...files: readonly string[]): void {
  for (const file of files) {
    try {
      chmodSync(file, PRIVATE_MODE)
    } catch {
      // Nothing to take back.
    }
  }
}
