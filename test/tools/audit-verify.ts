import { parseArgs } from 'node:util'
import { verifyAuditFile } from '../../main/safety/audit-verify.ts'

const USAGE = 'usage: audit-verify FILE [--head HASH]'
const HASH = /^[0-9a-f]{64}$/

/** Reads one audit file; 0: the chain holds, 1: it does not, 2: bad usage or no such file. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { head: { type: 'string' } }, allowPositionals: true })
  const [file, ...others] = positionals
  const expectedHead = values.head?.toLowerCase() ?? null
  if (file === undefined || others.length > 0) return refuse(USAGE)
  if (expectedHead !== null && !HASH.test(expectedHead)) return refuse(`not a SHA-256 in hex: ${values.head}`)
  const { ok, count, head, firstBrokenLine, tornLines } = await verifyAuditFile(file, expectedHead)
  process.stdout.write(`${JSON.stringify({ ok, count, head, firstBrokenLine })}\n`)
  for (const line of tornLines) {
    process.stderr.write(`line ${line} was left unfinished by a crash; the record after it vouches for it\n`)
  }
  return ok ? 0 : 1
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 2
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = refuse(error instanceof Error ? error.message : String(error))
}
