import { createServer } from 'node:net'
import { AppError } from '../../../preload/contract/errors.ts'
import type { BuiltInFailure, BuiltInFailureCode } from '../../../preload/contract/models/broker/broker.ts'
import { errorCode } from '../diagnosis/detail.ts'

const PORTS_TRIED = 20

/** Why the built-in broker could not start; null for what nobody foresaw. */
export async function startFailure(error: unknown, host: string, port: number): Promise<BuiltInFailure | null> {
  if (error instanceof AppError) return isFailureCode(error.code) ? { code: error.code, data: error.data } : null
  const code = errorCode(error)
  if (code === 'EADDRINUSE') return { code: 'PORT_IN_USE', data: { port, freePort: await freePortAfter(port, host) } }
  if (code === 'EACCES') return { code: 'PORT_FORBIDDEN', data: { port } }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return { code: 'ADDRESS_NOT_HERE', data: { address: host } }
  if (code?.startsWith('ERR_OSSL')) return { code: 'CREDENTIAL_FILE_INVALID', data: { reason: 'no-key' } }
  return null
}

function isFailureCode(code: string): code is BuiltInFailureCode {
  return FAILURE_CODES.has(code)
}

const FAILURE_CODES: ReadonlySet<string> = new Set<BuiltInFailureCode>([
  'BUILT_IN_KEY_MISSING',
  'CA_KEY_MISSING',
  'CA_KEY_UNSAVED',
  'CREDENTIAL_FILE_INVALID',
  'SECRET_STORE_LOCKED',
  'SECRET_STORE_CHANGED',
])

/** The next port that can be had on this address; null when none of the next few can. */
async function freePortAfter(port: number, host: string): Promise<number | null> {
  for (let candidate = port + 1; candidate <= Math.min(65_535, port + PORTS_TRIED); candidate++) {
    if (await canListen(candidate, host)) return candidate
  }
  return null
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
