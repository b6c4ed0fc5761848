import type { CommandMark } from '../../../preload/contract/models/commands/command.ts'
import { sha256 } from '../../safety/audit/audit-record.ts'
import type { DeviceResult } from '../../shared/exchange.ts'
import { NO_OUTPUT, type Output } from '../models.ts'
import { addOutput } from './output-text.ts'
import type { ResultOutcome } from './state-machine.ts'

const TIMED_OUT = /timed?[ -]?out|超时/i
/** Longer text is output of the command, not the executor's own message. */
const MAX_MESSAGE_LENGTH = 300
/** The executor's clock and ours are not read at the same moment. */
const TIMER_SLACK_MS = 1_000

/** A result as read, before its command's state decides what it leads to. */
export interface ResultReading {
  readonly outcome: ResultOutcome
  readonly marks: readonly CommandMark[]
  readonly output: Output
  readonly resultSha256: string
}

/** `sentAt` (epoch ms) and `timeoutS` tell the executor's own timeout from a command that speaks of one. */
export function readResult(result: DeviceResult, sentAt: number | null, timeoutS: number): ResultReading {
  const ending = result.ending ?? null
  // An agent says how a command ended, and ends what it started; an executor has to be read.
  const isTimedOut = ending === null ? !result.isSuccess && hasTimedOut(result, sentAt, timeoutS) : ending === 'timeout'
  const marks: CommandMark[] = []
  if (result.isNotUtf8) marks.push('not-utf8')
  if (result.isTruncatedByDevice) marks.push('cut-by-device')
  if (isTimedOut && ending === null) marks.push('timeout-kills-nothing')
  return {
    outcome: outcomeOf(result, isTimedOut),
    marks,
    output: addOutput(addOutput(NO_OUTPUT, 'stdout', result.stdout), 'stderr', result.stderr),
    resultSha256: fingerprint(result),
  }
}

function outcomeOf({ isSuccess, ending }: DeviceResult, isTimedOut: boolean): ResultOutcome {
  if (ending === 'interrupted') return 'unknown'
  if (isTimedOut) return 'timed-out'
  return isSuccess ? 'succeeded' : 'failed'
}

function hasTimedOut(result: DeviceResult, sentAt: number | null, timeoutS: number): boolean {
  if (sentAt !== null && result.receivedAt - sentAt < timeoutS * 1000 - TIMER_SLACK_MS) return false
  return [result.stdout, result.stderr].some((text) => text.length <= MAX_MESSAGE_LENGTH && TIMED_OUT.test(text))
}

/** Hashes what the result says, not when, so that a repeated one is equal. */
function fingerprint(result: DeviceResult): string {
  return sha256(`${result.isSuccess} ${result.exitCode} ${result.stdout.length}\n${result.stdout}${result.stderr}`)
}
