import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { AUDIT_FORMATS, exportAudit } from '../../main/safety/audit/audit-export.ts'
import { listAuditFiles } from '../../main/safety/audit/audit-file.ts'
import { Redactor } from '../../main/safety/redaction/redactor.ts'

const USAGE = `usage: audit-export FILE|FOLDER --format ${AUDIT_FORMATS.join('|')}`

/** Writes one audit file, or all of a folder as one chain, to stdout; 2: bad usage or no such file. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { format: { type: 'string' } }, allowPositionals: true })
  const [path, ...others] = positionals
  const format = AUDIT_FORMATS.find((name) => name === values.format)
  if (path === undefined || others.length > 0 || format === undefined) return refuse(USAGE)
  const files = (await stat(path)).isDirectory() ? await listAuditFiles(path) : [path]
  const redactor = new Redactor({ secrets: () => [] })
  process.stdout.write(await exportAudit(files, format, { redact: (text) => redactor.redact(text) }))
  return 0
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
