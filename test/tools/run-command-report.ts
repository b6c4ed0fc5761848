import { foldRun } from '../../main/commands/folding/fold.ts'
import type { CommandRecord, CommandState, Run } from '../../preload/contract/models/commands/command.ts'
import type { Classification } from '../../preload/contract/models/safety/safety.ts'

/** What a call of `run-command` prints. */
export interface RunReport {
  /** Null where nothing was sent. */
  readonly runId: string | null
  readonly class: Classification['class'] | null
  readonly devices: readonly {
    readonly id: string
    readonly state: CommandState
    readonly exitCode: number | null
    readonly output: string
  }[]
  readonly groups: readonly { readonly count: number; readonly outcome: CommandState; readonly output: string }[]
}

/** Reports a call of which nothing was sent. */
export function unsentReport(judged: RunReport['class']): RunReport {
  return { runId: null, class: judged, devices: [], groups: [] }
}

/** Reports an ended run: failures and silence first among its groups, as the window shows them. */
export function runReport({ id: runId, commands }: Run, judged: Classification['class']): RunReport {
  const byCommand = new Map(commands.map((record) => [record.commandId, record]))
  return {
    runId,
    class: judged,
    devices: commands.map((record) => ({
      id: record.deviceId,
      state: record.state,
      exitCode: record.exitCode,
      output: outputOf(record),
    })),
    groups: foldRun(runId, commands, 'exact').groups.map(({ deviceIds, state, sampleCommandId }) => {
      const sample = byCommand.get(sampleCommandId)
      return { count: deviceIds.length, outcome: state, output: sample === undefined ? '' : outputOf(sample) }
    }),
  }
}

/** Both streams of an answer; where there is none, the reason that the device or the broker gave. */
function outputOf({ stdout, stderr, reason }: CommandRecord): string {
  const isOnNewLine = stdout === '' || stderr === '' || stdout.endsWith('\n')
  const text = `${stdout}${isOnNewLine ? '' : '\n'}${stderr}`
  return text === '' ? (reason ?? '') : text
}

/** Writes a report as JUnit XML, one test case a device, for the pages of build servers. */
export function junitOf({ devices, runId }: RunReport, command: string): string {
  const failed = devices.filter(({ state }) => state !== 'succeeded').length
  const cases = devices.map(({ id, state, output }) => {
    const verdict = state === 'succeeded' ? '' : `<failure message="${escaped(state)}"/>`
    return `    <testcase classname="run-command" name="${escaped(id)}">${verdict}<system-out>${escaped(output)}</system-out></testcase>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${devices.length}" failures="${failed}">`,
    `  <testsuite name="${escaped(command)}" id="${escaped(runId ?? '')}" tests="${devices.length}" failures="${failed}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

/** Characters that XML 1.0 (2.2) does not allow, escaped or not. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(NOT_XML, '\u{fffd}').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
