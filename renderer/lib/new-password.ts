import { drawPassword } from '../../preload/contract/models/safety/password.ts'

/** Makes a password of 121.95 bits from the browser's randomness (see `drawPassword`). */
export function newPassword(): string {
  return drawPassword((count) => crypto.getRandomValues(new Uint8Array(count)))
}
