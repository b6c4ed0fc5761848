import { randomBytes } from 'node:crypto'
import type { ConnectionTarget } from '../session/target.ts'

/** Makes an id that nobody else has, unless somebody copies it. */
export function newClientId({ profile }: ConnectionTarget): string {
  return `${profile.clientIdPrefix}${randomBytes(5).toString('hex')}`
}
