import type { CommandRecord, Run } from '../../../preload/contract/models/command.ts'
import type { FoldGroup, RunFileFormat, RunFold } from '../../../preload/contract/models/folding.ts'
import type { ValueColumn } from '../../../preload/contract/models/values.ts'
import { BYTE_ORDER_MARK, formatCsv } from '../../shared/csv.ts'
import type { ValueTable } from './values/value-table.ts'

/** Excel reads a CSV as UTF-8 only with one. */
const CSV_HEAD = ['device', 'state', 'group', 'exit_code', 'duration_ms', 'finished_at', 'marks', 'reason']
const CSV_OUTPUTS = ['output', 'error_output']

/**
 * Writes a folded run as a file: `text` one block a group, `json` the groups with their devices, `csv` one row a device
 * with a column for each value. Outputs are as the window shows them: sanitised, and cut where it says so.
 */
export function runFile(run: Run, fold: RunFold, values: ValueTable, format: RunFileFormat): string {
  if (format === 'csv') return csvOf(run, fold, values)
  return format === 'json' ? jsonOf(run, fold) : textOf(run, fold)
}

function samplesOf({ commands }: Run): ReadonlyMap<string, CommandRecord> {
  return new Map(commands.map((record) => [record.commandId, record]))
}

function textOf(run: Run, { groups, counts }: RunFold): string {
  const samples = samplesOf(run)
  const { same, differ, dropped, failed, silent, waiting } = counts
  const lost = dropped > 0 ? `, ${dropped} with an output that is no longer kept` : ''
  const head = `$ ${run.command}\n${new Date(run.approvedAt).toISOString()}  ${counts.devices} devices: ${same} the same, ${differ} differ${lost}, ${failed} failed, ${silent} silent, ${waiting} waiting\n`
  return [head, ...groups.map((group) => blockOf(group, samples.get(group.sampleCommandId)))].join('\n')
}

function blockOf(group: FoldGroup, sample: CommandRecord | undefined): string {
  const exit = group.exitCode === null ? '' : `, exit code ${group.exitCode}`
  const doubt = group.isDoubtful ? ', doubtful' : ''
  const title = `=== ${group.deviceIds.length} × ${group.state} (${group.kind}${exit}${doubt})`
  const { stdout = '', stderr = '', reason = null } = sample ?? {}
  const parts = [stdout, stderr === '' ? '' : `--- stderr ---\n${stderr}`, reason ?? '']
  if (group.isDropped) parts.push('(output no longer kept)')
  const answer = parts.map((part) => part.trimEnd()).filter((part) => part !== '')
  return `${[title, group.deviceIds.join(' '), ...answer].join('\n')}\n`
}

function jsonOf(run: Run, { mode, groups, counts }: RunFold): string {
  const samples = samplesOf(run)
  const { id: runId, command, timeoutS, approvedBy, approvedAt } = run
  const written = groups.map(({ sampleCommandId, deviceIds, kind, state, exitCode, isDoubtful, isDropped }) => {
    const { stdout = '', stderr = '', reason = null } = samples.get(sampleCommandId) ?? {}
    return { kind, state, exitCode, isDoubtful, isDropped, deviceIds, output: stdout, errorOutput: stderr, reason }
  })
  return `${JSON.stringify({ runId, command, timeoutS, approvedBy, approvedAt, mode, counts, groups: written }, null, 2)}\n`
}

/** Names a value by its column of the view; units stand here, so that cells are numbers. */
function valueHead({ title, unit }: ValueColumn): string {
  const name = title.en === '' ? 'value' : title.en
  return unit === '' ? name : `${name} (${unit})`
}

function csvOf({ commands }: Run, { groups }: RunFold, values: ValueTable): string {
  const columns = values.amounts()
  const numbers = new Map(groups.flatMap(({ deviceIds }, index) => deviceIds.map((id) => [id, index + 1] as const)))
  const rows = commands.map((record) => [
    record.deviceId,
    record.state,
    String(numbers.get(record.deviceId) ?? ''),
    String(record.exitCode ?? ''),
    String(record.durationMs ?? ''),
    record.finishedAt === null ? '' : new Date(record.finishedAt).toISOString(),
    record.marks.join(' '),
    record.reason ?? '',
    ...columns.map(({ of }) => of.get(record.deviceId) ?? ''),
    record.stdout,
    record.stderr,
  ])
  const head = [...CSV_HEAD, ...columns.map(({ column }) => valueHead(column)), ...CSV_OUTPUTS]
  return BYTE_ORDER_MARK + formatCsv([head, ...rows])
}
