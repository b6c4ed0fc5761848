import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { CommandRecord, Run } from '../../../preload/contract/models/commands/command.ts'
import type { RunFileFormat, RunFold } from '../../../preload/contract/models/commands/folding.ts'
import type { ValueColumn } from '../../../preload/contract/models/commands/values.ts'
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

/** A run with its groups and numbers. */
export interface SavedRun {
  readonly run: Run
  readonly fold: RunFold
  readonly values: ValueTable
}

/**
 * Writes folded runs as one file, in steps of a few ms: `text` one block a group in the operator's language and local time, `json` the groups with
 * their devices, `csv` one row a device with a column for each value. Outputs are as the window shows them: sanitised, and
 * cut where it says so. Several runs are those of one question: `json` lists them as `runs`, `csv` has a column for the command.
 */
export function* runFile(saved: readonly SavedRun[], form: RunFileForm): Generator<undefined, string> {
  if (form.format === 'csv') return yield* csvOf(saved, form)
  if (form.format === 'text') return saved.map(({ run, fold }) => runText(run, fold, form)).join('\n')
  const runs = saved.map(({ run, fold }) => jsonOf(run, fold, form))
  return `${JSON.stringify(runs.length === 1 ? runs[0] : { runs }, null, 2)}\n`
}

function jsonOf(run: Run, { mode, groups, counts }: RunFold, { nameOf }: RunFileForm) {
  const samples = samplesOf(run)
  const { id: runId, command, timeoutS, approvedBy, approvedAt } = run
  const names = Object.fromEntries(
    run.commands.flatMap(({ deviceId }) => (nameOf(deviceId) === '' ? [] : [[deviceId, nameOf(deviceId)]])),
  )
  const written = groups.map(({ sampleCommandId, deviceIds, kind, state, exitCode, isDoubtful, isDropped }) => {
    const { stdout = '', stderr = '', reason = null } = samples.get(sampleCommandId) ?? {}
    return { kind, state, exitCode, isDoubtful, isDropped, deviceIds, output: stdout, errorOutput: stderr, reason }
  })
  return { runId, command, timeoutS, approvedBy, approvedAt, mode, counts, names, groups: written }
}

/** Names a value by its column of the view; units stand here, so that cells are numbers. */
function valueHead({ title, unit }: ValueColumn): string {
  const name = title.en === '' ? 'value' : title.en
  return unit === '' ? name : `${name} (${unit})`
}

function* csvOf(saved: readonly SavedRun[], form: RunFileForm): Generator<undefined, string> {
  const isQuestion = saved.length > 1
  const tables = []
  for (const one of saved) {
    tables.push({ ...one, columns: columnsOf(one.values) })
    yield
  }
  // A number of the same name in the same unit is one column, whichever command gave it.
  const heads = new Map(tables.flatMap(({ columns }) => [...columns].map(([id, { head }]) => [id, head] as const)))
  const ids = [...heads.keys()]
  const head = [...(isQuestion ? ['command'] : []), ...CSV_HEAD, ...heads.values(), ...CSV_OUTPUTS]
  const lines = [formatCsv([head])]
  for (const { run, fold, columns } of tables) {
    const numbers = groupNumbers(fold)
    for (const record of run.commands) {
      const values = ids.map((id) => columns.get(id)?.of.get(record.deviceId) ?? '')
      const facts = factsOf(record, numbers, form)
      lines.push(formatCsv([[...(isQuestion ? [run.command] : []), ...facts, ...values, record.stdout, record.stderr]]))
      yield
    }
  }
  return BYTE_ORDER_MARK + lines.join('')
}

function columnsOf(values: ValueTable) {
  return new Map(
    values
      .amounts()
      .map(({ column, of }) => [`${column.id}\0${column.unit}`, { head: valueHead(column), of }] as const),
  )
}

/** Numbers the groups of devices, from 1. */
function groupNumbers({ groups }: RunFold): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(({ deviceIds }, index) => deviceIds.map((id) => [id, index + 1] as const)))
}

function factsOf(record: CommandRecord, numbers: ReadonlyMap<string, number>, { nameOf }: RunFileForm) {
  return [
    record.deviceId,
    nameOf(record.deviceId),
    record.state,
    String(numbers.get(record.deviceId) ?? ''),
    String(record.exitCode ?? ''),
    String(record.durationMs ?? ''),
    record.finishedAt === null ? '' : new Date(record.finishedAt).toISOString(),
    record.marks.join(' '),
    record.reason ?? '',
  ]
}
