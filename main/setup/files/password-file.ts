import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Mosquitto works a login out on its only thread: this many rounds take some milliseconds on a Raspberry Pi, so that a
 * fleet which comes back at once is let in within seconds. Its own tool takes 101.
 */
const ITERATIONS = 10_000
/** Of the tool: enough where nobody chose the password, as there are too many of those to try. */
const ITERATIONS_GENERATED = 101
/** Mosquitto 2.0 refuses any other length. */
const SALT_BYTES = 12
const KEY_BYTES = 64

const derive = promisify(pbkdf2)

/**
 * Hashes a password for Mosquitto's password file, `$7$…` (PBKDF2 with SHA-512), because 2.0 and 2.1 both load this form
 * alone.
 */
export function hashPassword(password: string): Promise<string> {
  return hashWith(password, ITERATIONS)
}

/** Hashes a password that `newPassword` made, in fewer rounds because nobody can try that many. */
export function hashGenerated(password: string): Promise<string> {
  return hashWith(password, ITERATIONS_GENERATED)
}

async function hashWith(password: string, iterations: number): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(Buffer.from(password, 'utf8'), salt, iterations, KEY_BYTES, 'sha512')
  return `$7$${iterations}$${salt.toString('base64')}$${key.toString('base64')}`
}

/** Writes the password file, a line an account. */
export function passwordFile(accounts: readonly string[], hashes: ReadonlyMap<string, string>): string {
  return accounts.map((account) => `${account}:${hashes.get(account) ?? ''}\n`).join('')
}
