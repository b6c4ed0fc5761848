import { POWERSHELL_ALIASES } from '../tables/powershell-aliases.ts'
import { judgeCmdWords } from './cmd.ts'
import { requireAsciiName } from './input-rules.ts'
import { scanLiteral } from './literal-scan.ts'
import { readPowerShell } from './powershell-text.ts'
import type { RuleIndex } from './rule-index.ts'
import { Verdict } from './verdict.ts'
import { isWholeDrive, parseWindowsArgs } from './windows-args.ts'
import { RAW_DRIVE, WINDOWS, WINDOWS_SECRET } from './windows-reasons.ts'

/** Tables of both shells of Windows. */
export interface WindowsTables {
  readonly powershell: RuleIndex
  readonly cmd: RuleIndex
}

const MAX_DEPTH = 8
const DOWNLOADS =
  /\b(?:iwr|irm|curl|wget|invoke-webrequest|invoke-restmethod|download(?:string|file|data)|start-bitstransfer|frombase64string|openread)\b|net\.webclient|httpclient/i
const RUNS_TEXT = /\b(?:iex|invoke-expression)\b|\[scriptblock\]::create|\.invoke(?:script)?\(/i
const ENCODED = /^-e(?:n(?:c(?:o(?:d(?:e(?:d(?:c\w*)?)?)?)?)?)?)?$/i
/** Cmdlets whose arguments are commands themselves. */
const TEXT_RUNNERS = new Set(['invoke-expression', 'invoke-command', 'start-process', 'start-job', 'start-threadjob'])
const SHELL = /^(?:powershell|pwsh|powershell_ise)(?:\.exe)?$/i

/** Judges a text for PowerShell. */
export function judgePowerShell(command: string, tables: WindowsTables): Verdict {
  const verdict = new Verdict()
  judgeText(command, tables, verdict, 0)
  return verdict
}

function judgeText(text: string, tables: WindowsTables, verdict: Verdict, depth: number): void {
  if (depth > MAX_DEPTH) {
    verdict.add(scanLiteral(text, true), 'ps.depth', WINDOWS.depth)
    return
  }
  const read = readPowerShell(text)
  for (const floor of read.floors) verdict.add('unknown', `ps.floor.${floor}`, WINDOWS[floor])
  if (RUNS_TEXT.test(text.replace(/[`'"]/g, '')) && DOWNLOADS.test(text.replace(/[`'"+]/g, ''))) {
    verdict.add('forbidden', 'ps.download', WINDOWS.download)
  }
  if (RAW_DRIVE.test(text)) verdict.add('forbidden', 'ps.raw', WINDOWS.rawDisk)
  for (const stage of read.stages) {
    judgeStage(stage.words, stage.isPiped, tables, verdict, depth)
    for (const inner of stage.inner) judgeText(inner, tables, verdict, depth + 1)
  }
}

function judgeStage(
  words: readonly string[],
  isPiped: boolean,
  tables: WindowsTables,
  verdict: Verdict,
  depth: number,
): void {
  const first = words[0]
  if (first === undefined) return
  requireAsciiName(first)
  for (const word of words) if (word.startsWith('-')) requireAsciiName(word.split(':')[0] ?? word)
  const typed = first.toLowerCase().replace(/^[\w.]+\\(?=[a-z]+-)/, '')
  if (typed === '.' || typed === '&') {
    verdict.add('unknown', 'ps.floor.call', WINDOWS.call)
    judgeStage(words.slice(1), isPiped, tables, verdict, depth)
    return
  }
  const name = Object.hasOwn(POWERSHELL_ALIASES, typed) ? (POWERSHELL_ALIASES[typed] ?? typed) : typed
  const args = words.slice(1)
  if (args.some((word) => WINDOWS_SECRET.test(word)) && !/^(?:get-childitem|test-path|get-item|get-acl)$/.test(name)) {
    verdict.add('change', 'ps.secret', WINDOWS.secret)
  }
  if (TEXT_RUNNERS.has(name))
    judgeText(args.filter((word) => !word.startsWith('-')).join(' '), tables, verdict, depth + 1)
  if (SHELL.test(name)) judgeNestedShell(args, tables, verdict, depth)
  if (name === 'remove-item') {
    if (isPiped) verdict.add('destructive', 'ps.remove.piped', WINDOWS.removeMany)
    if (args.some((word) => /^-r/i.test(word)) && args.some(isWholeDrive))
      verdict.add('forbidden', 'ps.drive', WINDOWS.drive)
  }
  if (tables.powershell.entryOf(name)) {
    const isMatched = tables.powershell.applyParsed(name, parseWindowsArgs(args), verdict, false)
    if (!isMatched) unlisted(verdict, first)
  } else judgeCmdWords(words, isPiped, tables, verdict, depth)
}

function judgeNestedShell(args: readonly string[], tables: WindowsTables, verdict: Verdict, depth: number): void {
  if (args.some((word) => ENCODED.test(word))) verdict.add('forbidden', 'ps.encoded', WINDOWS.download)
  const at = args.findIndex((word) => /^[-/]c(?:o\w*)?$/i.test(word))
  const rest = at >= 0 ? args.slice(at + 1) : args.filter((word) => !word.startsWith('-'))
  judgeText(rest.join(' '), tables, verdict, depth + 1)
}

function unlisted(verdict: Verdict, name: string): void {
  const shown = name.length > 40 ? `${name.slice(0, 39)}…` : name
  verdict.add('unknown', 'unlisted.use', { en: `“${shown}” this use is on no list`, zh: `“${shown}”此用法不在列表中` })
}

/** Judges text for PowerShell found inside a cmd command. */
export function judgePowerShellInside(
  args: readonly string[],
  tables: WindowsTables,
  verdict: Verdict,
  depth: number,
): void {
  judgeNestedShell(args, tables, verdict, depth)
}
