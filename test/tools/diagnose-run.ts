import { text } from 'node:stream/consumers'
import { checkAddresses } from '../../main/broker/check/check-addresses.ts'
import { describe } from '../../main/broker/diagnosis/diagnose.ts'
import type { CauseName } from '../../main/broker/diagnosis/signatures.ts'
import { explainLog } from '../../main/broker/log/explain-log.ts'
import { type LogEnd, readLogEnd } from '../../main/broker/log/reading/read-log-end.ts'
import { faultAt } from '../../main/broker/session/session-fault.ts'
import type { ConnectionTest, TestStageName } from '../../preload/contract/models/broker/connection.ts'
import { type DiagnoseOptions, diagnoseOptions } from './diagnose-options.ts'
import { secretsOf } from './tool-arguments.ts'
import { NOWHERE, targetOfAll } from './tool-target.ts'

interface Report {
  readonly ok: boolean
  readonly failedStage: TestStageName | null
  readonly cause: string | null
  readonly message: string
  readonly fix: string | null
  readonly stages: readonly { readonly name: TestStageName; readonly ok: boolean; readonly ms: number }[]
}

/** Runs the command line tool: prints one JSON object and returns its exit code (0 ok, 1 not, 2 bad usage). */
export async function runDiagnose(args: readonly string[]): Promise<number> {
  const options = diagnoseOptions(args)
  if (typeof options === 'string') {
    process.stderr.write(options)
    return 2
  }
  const report = options.urls.length === 0 ? await logReport(options.logFile ?? '') : await urlReport(options)
  if (report === null) return 2
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return report.ok ? 0 : 1
}

async function urlReport(options: DiagnoseOptions): Promise<Report | null> {
  if (options.logFile !== null && (await logReport(options.logFile)) === null) return null
  const input = options.hasPassword || options.hasPassphrase ? await text(process.stdin) : ''
  const target = targetOfAll(options, secretsOf(input, options))
  if (typeof target === 'string') return inputFailure(target)
  const log = { info() {}, warn() {}, error: (words: string) => void process.stderr.write(`${words}\n`) }
  const test = await checkAddresses(target, {
    testId: 'diagnose',
    onProgress: () => {},
    signal: new AbortController().signal,
    now: Date.now,
    log,
    stageTimeoutMs: options.timeoutMs,
    ...(options.clientId === null ? {} : { clientId: options.clientId }),
  })
  for (const { address, state, failure } of test.addresses ?? []) {
    process.stderr.write(`${address}: ${state}${failure === null ? '' : `, ${failure.cause}: ${failure.message.en}`}\n`)
  }
  for (const note of test.notes) process.stderr.write(`${note.en}\n`)
  return reportOf(test)
}

function reportOf({ stages, failure, probes, brokerVersion }: ConnectionTest): Report {
  const ran = stages.flatMap(({ name, state, ms }) =>
    state === 'ok' || state === 'failed' ? [{ name, ok: state === 'ok', ms: ms ?? 0 }] : [],
  )
  const proven = probes.filter(({ outcome }) => outcome === 'proven').map(({ role }) => role)
  const granted = probes.filter(({ outcome }) => outcome === 'granted').map(({ role }) => role)
  const passed = [
    `The broker${brokerVersion === null ? '' : ` (${brokerVersion})`} accepts this connection.`,
    ...(proven.length === 0 ? [] : [`Proven: ${proven.join(', ')}.`]),
    ...(granted.length === 0 ? [] : [`Granted, not proven: ${granted.join(', ')}.`]),
  ]
  return {
    ok: failure === null,
    failedStage: stages.find(({ state }) => state === 'failed')?.name ?? null,
    cause: failure?.cause ?? null,
    message: failure?.message.en ?? passed.join(' '),
    fix: failure?.fix.en ?? null,
    stages: ran,
  }
}

/** Explains the end of the broker's log, of whatever size and encoding; null if the file cannot be read. */
async function logReport(file: string): Promise<Report | null> {
  let end: LogEnd
  try {
    end = await readLogEnd(file)
  } catch {
    process.stderr.write('the log file cannot be read\n')
    return null
  }
  if (end.isCut) process.stderr.write(`only the end of the log was read, of ${end.size} bytes\n`)
  const findings = explainLog(end.text)
  const [worst] = findings
  for (const { cause, line, count, clients } of findings) {
    const named = clients.map(({ name, count: times }) => `${name} ${times}×`).join(', ')
    process.stderr.write(`${cause} (${count}×${named === '' ? '' : `: ${named}`}): ${line}\n`)
  }
  return {
    ok: worst === undefined,
    failedStage: worst?.stage ?? null,
    cause: worst?.cause ?? null,
    message: worst?.message.en ?? 'Nothing in this log is known to be a problem.',
    fix: worst?.fix.en ?? null,
    stages: [],
  }
}

function inputFailure(cause: CauseName): Report {
  const { failure } = describe(cause, faultAt('input', NOWHERE))
  return {
    ok: false,
    failedStage: 'input',
    cause,
    message: failure.message.en,
    fix: failure.fix.en,
    stages: [{ name: 'input', ok: false, ms: 0 }],
  }
}
