import { BYTE_ORDER_MARK } from '../../shared/csv.ts'
import type { AuditKey } from './audit-key.ts'
import { readLines } from './audit-lines.ts'
import { bareContext, type ReportContext, reportOf } from './audit-report.ts'
import { type ChainReport, verifyChain } from './audit-verify.ts'
import { type AuditRow, devicesOf, fieldOf, isWhole, textOf } from './report-rows.ts'

export const AUDIT_FORMATS = ['csv', 'json', 'report'] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

/** Columns of the table, with the fields of a record that each is made from. */
const COLUMNS: readonly (readonly [name: string, read: (row: AuditRow, context: ReportContext) => unknown])[] = [
  ['seq', (row) => row.seq],
  ['time', (row) => isoTime(row.at)],
  ['kind', (row) => row.kind],
  ['operator', (row) => row.operator],
  ['connection', (row) => row.connectionId],
  ['run', (row) => row.runId],
  ['approval', (row) => row.approvalId],
  ['basis', (row) => fieldOf(row.basis, 'kind')],
  ['devices', (row) => devicesOf(row).map(({ deviceId }) => deviceId)],
  ['command_ids', (row) => devicesOf(row).map(({ commandId }) => commandId)],
  ['class', (row) => row.class],
  ['rules', (row) => row.rules],
  ['source', (row) => [fieldOf(row.source, 'kind'), fieldOf(row.source, 'name')].filter((part) => part !== '')],
  ['proposed', (row) => row.proposed],
  ['sent', (row) => row.sent],
  ['sha256', (row) => row.sha256],
  ['puback', (row) => row.puback],
  ['outcome', (row) => (row.kind === 'accounts' ? `${textOf(row.change)} ${textOf(row.state)}` : row.outcome)],
  ['late', (row) => row.isLate],
  ['output_bytes', (row) => row.outputBytes],
  ['output_sha256', (row) => row.outputSha256],
  ['reason', (row) => row.reason ?? row.cause],
  ['switch', (row) => (row.kind === 'switch' ? `${textOf(row.name)} ${row.isOn === true ? 'on' : 'off'}` : '')],
  ['hash', (row) => row.hash],
  ['key_id', (row) => row.keyId],
  ['mac', (row) => row.mac],
  ['connection_name', (row, { connectionName }) => connectionName(textOf(row.connectionId))],
  ['plan', (row) => planOf(row.plan)],
]

/** All records of the files in one text, with where the chain ends and whether it holds. `redact` sees every text. */
export async function exportAudit(
  files: readonly string[],
  format: AuditFormat,
  options: {
    readonly redact: (text: string) => string
    readonly expectedHead?: string
    readonly keys?: readonly AuditKey[]
    /** Names and language of the printed report. */
    readonly context?: ReportContext
  },
): Promise<string> {
  const { redact, context = bareContext(Date.now()), ...expected } = options
  const report = await verifyChain(files, expected)
  const rows: AuditRow[] = []
  for (const file of files) {
    for await (const line of readLines(file)) {
      const row = line === null ? null : rowOf(line.toString('utf8'), redact)
      if (row !== null) rows.push(row)
    }
  }
  if (format === 'csv') return csvOf(rows, context)
  return format === 'json' ? jsonOf(rows, report) : reportOf(rows, report, context)
}

/** Texts are redacted one by one: what looks like a secret in one of them must not take the next field along. */
function rowOf(line: string, redact: (text: string) => string): AuditRow | null {
  try {
    const row: unknown = JSON.parse(line, (_key, value: unknown) => (typeof value === 'string' ? redact(value) : value))
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as AuditRow) : null
  } catch {
    // A line left unfinished by a crash: the verification names it.
    return null
  }
}

function jsonOf(rows: readonly AuditRow[], report: ChainReport): string {
  const { count, head, firstBrokenLine, proof: keyed, lastSealed } = report
  const verification = { ok: isWhole(report), count, head, firstBrokenLine, keyId: lastSealed?.keyId ?? null, keyed }
  return `${JSON.stringify({ verification, records: rows }, null, 2)}\n`
}

function csvOf(rows: readonly AuditRow[], context: ReportContext): string {
  const lines = [COLUMNS.map(([name]) => name).join(',')]
  for (const row of rows) lines.push(COLUMNS.map(([, read]) => csvCell(textOf(read(row, context)))).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

/** RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Says a rollout's plan in one cell: its parts by name, amounts with their unit, `ask` where it went on at a person's word. */
function planOf(plan: unknown): readonly string[] {
  const { canary, waves, stopAt } = (plan ?? {}) as Partial<Record<string, unknown>>
  const proceed = (canary as { readonly proceed?: unknown } | undefined)?.proceed
  const goOnAfterS = fieldOf(proceed, 'goOnAfterS')
  const parts = [
    ['canary', fieldOf(canary, 'count')],
    ['go-on', goOnAfterS === '' ? textOf(proceed) : `${goOnAfterS}s`],
    ['waves', shareOf((waves as { readonly size?: unknown } | null | undefined)?.size)],
    ['stop-at', shareOf(stopAt)],
  ]
  return parts.flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`]))
}

function shareOf(share: unknown): string {
  return `${fieldOf(share, 'amount')}${fieldOf(share, 'unit') === 'percent' ? '%' : ''}`
}

function isoTime(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? new Date(value).toISOString() : ''
}
