import type { Run } from '../../../preload/contract/models/command.ts'
import type { RunFileFormat, RunFold } from '../../../preload/contract/models/folding.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { ValueColumn } from '../../../preload/contract/models/values.ts'
import { BYTE_ORDER_MARK, formatCsv } from '../../shared/csv.ts'
import { runText, samplesOf } from './run-text.ts'
import type { ValueTable } from './values/value-table.ts'

/** Excel reads a CSV as UTF-8 only with one. */
const CSV_HEAD = ['device', 'name', 'state', 'group', 'exit_code', 'duration_ms', 'finished_at', 'marks', 'reason']
const CSV_OUTPUTS = ['output', 'error_output']

export interface RunFileForm {
  readonly format: RunFileFormat
  /** Of the text; JSON and CSV are for programs and keep their words. */
  readonly language: Language
  /** As the operator named a device; empty without a name. */
  readonly nameOf: (deviceId: string) => string
}

/**
 * Writes a folded run as a file: `text` one block a group in the operator's language and local time, `json` the groups with
 * their devices, `csv` one row a device with a column for each value. Outputs are as the window shows them: sanitised, and
 * cut where it says so.
 */
export function runFile(run: Run, fold: RunFold, values: ValueTable, form: RunFileForm): string {
  if (form.format === 'csv') return csvOf(run, fold, values, form)
  return form.format === 'json' ? jsonOf(run, fold, form) : runText(run, fold, form)
}

function jsonOf(run: Run, { mode, groups, counts }: RunFold, { nameOf }: RunFileForm): string {
  const samples = samplesOf(run)
  const { id: runId, command, timeoutS, approvedBy, approvedAt } = run
  const names = Object.fromEntries(
    run.commands.flatMap(({ deviceId }) => (nameOf(deviceId) === '' ? [] : [[deviceId, nameOf(deviceId)]])),
  )
  const written = groups.map(({ sampleCommandId, deviceIds, kind, state, exitCode, isDoubtful, isDropped }) => {
    const { stdout = '', stderr = '', reason = null } = samples.get(sampleCommandId) ?? {}
    return { kind, state, exitCode, isDoubtful, isDropped, deviceIds, output: stdout, errorOutput: stderr, reason }
  })
  return `${JSON.stringify({ runId, command, timeoutS, approvedBy, approvedAt, mode, counts, names, groups: written }, null, 2)}\n`
}

/** Names a value by its column of the view; units stand here, so that cells are numbers. */
function valueHead({ title, unit }: ValueColumn): string {
  const name = title.en === '' ? 'value' : title.en
  return unit === '' ? name : `${name} (${unit})`
}

function csvOf({ commands }: Run, { groups }: RunFold, values: ValueTable, { nameOf }: RunFileForm): string {
  const columns = values.amounts()
  const numbers = new Map(groups.flatMap(({ deviceIds }, index) => deviceIds.map((id) => [id, index + 1] as const)))
  const rows = commands.map((record) => [
    record.deviceId,
    nameOf(record.deviceId),
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
