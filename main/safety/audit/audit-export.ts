import type { ApprovalBasis } from '../../../preload/contract/models/safety.ts'
import { BYTE_ORDER_MARK } from '../../shared/csv.ts'
import type { AuditKey } from './audit-key.ts'
import { readLines } from './audit-lines.ts'
import { type ChainReport, verifyChain } from './audit-verify.ts'

export const AUDIT_FORMATS = ['csv', 'json', 'report'] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

type AuditRow = Readonly<Record<string, unknown>>

/** Columns of the table, with the fields of a record that each is made from. */
const COLUMNS: readonly (readonly [name: string, read: (row: AuditRow) => unknown])[] = [
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
  ['outcome', (row) => row.outcome],
  ['late', (row) => row.isLate],
  ['output_bytes', (row) => row.outputBytes],
  ['output_sha256', (row) => row.outputSha256],
  ['reason', (row) => row.reason ?? row.cause],
  ['switch', (row) => (row.kind === 'switch' ? `${textOf(row.name)} ${row.isOn === true ? 'on' : 'off'}` : '')],
  ['hash', (row) => row.hash],
  ['key_id', (row) => row.keyId],
  ['mac', (row) => row.mac],
]

/** Describes the basis of a run for the page: the operator's name beside it is not always their act. */
const BASIS_WORDS: ReadonlyMap<string, string> = new Map<ApprovalBasis['kind'], string>([
  ['operator', 'Approved · 批准'],
  ['session-read', "Ran by this session's setting · 按本次会话的设置自动执行"],
  ['standing', 'Ran by a standing approval · 按长期批准自动执行'],
  ['headless', 'Ran from the command line · 由命令行执行'],
])

/** All records of the files in one text, with where the chain ends and whether it holds. `redact` sees every text. */
export async function exportAudit(
  files: readonly string[],
  format: AuditFormat,
  options: {
    readonly redact: (text: string) => string
    readonly expectedHead?: string
    readonly keys?: readonly AuditKey[]
  },
): Promise<string> {
  const { redact, ...expected } = options
  const report = await verifyChain(files, expected)
  const rows: AuditRow[] = []
  for (const file of files) {
    for await (const line of readLines(file)) {
      const row = line === null ? null : rowOf(line.toString('utf8'), redact)
      if (row !== null) rows.push(row)
    }
  }
  if (format === 'csv') return csvOf(rows)
  return format === 'json' ? jsonOf(rows, report) : reportOf(rows, report)
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

/** The chain holds, and no key contradicts it. */
const isWhole = ({ ok, proof }: ChainReport): boolean => ok && proof?.ok !== false

function csvOf(rows: readonly AuditRow[]): string {
  const lines = [COLUMNS.map(([name]) => name).join(',')]
  for (const row of rows) lines.push(COLUMNS.map(([, read]) => csvCell(textOf(read(row)))).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

/** RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A page of plain HTML for printing: no script, no address, nothing fetched. */
function reportOf(rows: readonly AuditRow[], report: ChainReport): string {
  const shown = new Set([
    'seq',
    'time',
    'kind',
    'operator',
    'basis',
    'devices',
    'class',
    'proposed',
    'sent',
    'puback',
    'outcome',
    'reason',
    'switch',
    'hash',
  ])
  const columns = COLUMNS.filter(([name]) => shown.has(name))
  const head = columns.map(([name]) => `<th>${name}</th>`).join('')
  const body = rows.map((row) => {
    const cells = columns.map(([name, read]) => {
      const text = textOf(read(row))
      return `<td class="${name}">${html(name === 'basis' ? (BASIS_WORDS.get(text) ?? text) : text)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  const state = isWhole(report)
    ? 'The chain holds. 审计链完整。'
    : `Broken at line ${report.firstBrokenLine ?? '?'}. 审计链已损坏。`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Waypost audit</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{font:12px/1.4 system-ui,sans-serif;margin:24px}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #ccc;padding:3px 6px;text-align:left;vertical-align:top}
td.proposed,td.sent,td.hash{font-family:ui-monospace,monospace;white-space:pre-wrap;word-break:break-all}td.hash{font-size:9px}
tr{break-inside:avoid}</style></head><body>
<h1>Audit · 审计</h1>
<p>${html(state)}<br>Records · 记录数: ${report.count}<br>Last hash · 末尾哈希: <code>${html(report.head)}</code><br>
Key · 密钥: ${html(proofWords(report))}</p>
<table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></body></html>
`
}

function proofWords({ proof, lastSealed }: ChainReport): string {
  if (proof?.ok === false)
    return `${proof.keyIds.join(', ') || 'at hand · 已有'}, contradicts the records. 与记录不符。`
  if (lastSealed === null) return 'none: who wrote the file is not proven. 无：无法证明文件由谁写入。'
  if (proof === null) return `${lastSealed.keyId}, not at hand for this report. 生成本报告时没有此密钥。`
  const missing = proof.missing.map(({ from, to }) => `${from}–${to}`).join(', ')
  const words = `${proof.keyIds.join(', ')}, proves ${proof.proven} records from ${proof.from} on. 自第 ${proof.from} 条起证明了 ${proof.proven} 条记录。`
  return missing === '' ? words : `${words} Not proven · 未证明: ${missing}.`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const html = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isoTime(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? new Date(value).toISOString() : ''
}

function fieldOf(value: unknown, name: string): string {
  return typeof value === 'object' && value !== null ? textOf((value as AuditRow)[name]) : ''
}

function devicesOf(row: AuditRow): { readonly deviceId: string; readonly commandId: string }[] {
  const listed = Array.isArray(row.devices) ? row.devices : [row]
  return listed.map((device) => ({ deviceId: fieldOf(device, 'deviceId'), commandId: fieldOf(device, 'commandId') }))
}
