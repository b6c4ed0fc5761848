import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ProofsCheck, type ProofsReport, readDeviceKeys } from '../../main/agent/audit-proofs.ts'
import type { PublicKey } from '../../main/agent/keys.ts'
import { listAuditFiles } from '../../main/safety/audit/audit-file.ts'
import { type AuditKey, decodeAuditKey } from '../../main/safety/audit/audit-key.ts'
import { readLines } from '../../main/safety/audit/audit-lines.ts'
import { verifyAuditFile, verifyChain } from '../../main/safety/audit/audit-verify.ts'

const USAGE = 'usage: audit-verify FILE|FOLDER [--head HASH] [--key-file FILE]… [--devices FILE]'
const HASH = /^[0-9a-f]{64}$/
const MAX_KEY_FILE_BYTES = 64_000

/**
 * Reads one audit file, or all of a folder as one chain, and prints the proof by the keys and by the devices' signatures; 0: all holds, 1: it does
 * not, 2: bad usage or no such file.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { head: { type: 'string' }, 'key-file': { type: 'string', multiple: true }, devices: { type: 'string' } },
    allowPositionals: true,
  })
  const [path, ...others] = positionals
  const expectedHead = values.head?.toLowerCase()
  if (path === undefined || others.length > 0) return refuse(USAGE)
  if (expectedHead !== undefined && !HASH.test(expectedHead)) return refuse(`not a SHA-256 in hex: ${values.head}`)
  const keys = await Promise.all((values['key-file'] ?? []).map(readKey))
  const options = { keys, ...(expectedHead !== undefined && { expectedHead }) }
  const deviceKeys = values.devices === undefined ? null : await readDevices(values.devices)
  const isFolder = (await stat(path)).isDirectory()
  const report = await (isFolder ? verifyChain(await listAuditFiles(path), options) : verifyAuditFile(path, options))
  const { count, head, firstBrokenLine, brokenFile, tornLines, proof: keyed } = report
  const devices = deviceKeys && (await checkProofs(isFolder ? await listAuditFiles(path) : [path], deviceKeys))
  const ok = report.ok && keyed?.ok !== false && devices?.ok !== false
  const chain = { ok: report.ok, firstBrokenLine, brokenFile }
  process.stdout.write(`${JSON.stringify({ ok, count, head, firstBrokenLine, chain, keyed, devices })}\n`)
  for (const line of tornLines) {
    process.stderr.write(`line ${line} was left unfinished by a crash; the record after it vouches for it\n`)
  }
  if (keyed === null && report.lastSealed !== null) {
    process.stderr.write(`the records name the key ${report.lastSealed.keyId}; without it only the chain was checked\n`)
  }
  return ok ? 0 : 1
}

/** Reads the keys of devices as the console exports them. */
async function readDevices(file: string): Promise<ReadonlyMap<string, PublicKey>> {
  const keys = readDeviceKeys(await readFile(file, 'utf8'))
  if (keys === null) throw new Error(`not a file of device keys: ${file}`)
  return keys
}

/** Checks what devices signed; the chain itself is checked apart. */
async function checkProofs(files: readonly string[], keys: ReadonlyMap<string, PublicKey>): Promise<ProofsReport> {
  const check = new ProofsCheck(keys)
  for (const file of files) {
    for await (const line of readLines(file)) if (line !== null) check.read(line.toString('utf8'))
  }
  return check.report()
}

async function readKey(file: string): Promise<AuditKey> {
  const { size } = await stat(file)
  const key = size > MAX_KEY_FILE_BYTES ? null : decodeAuditKey(await readFile(file, 'utf8'))
  if (key === null) throw new Error(`not a key of an audit: ${file}`)
  return key
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
