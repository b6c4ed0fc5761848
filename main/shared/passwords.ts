import { randomBytes } from 'node:crypto'
import { drawPassword } from '../../preload/contract/models/safety/password.ts'

/** Makes a password of 121.95 bits from the system's randomness (see `drawPassword`). */
export function newPassword(): string {
  return drawPassword(randomBytes)
}
