import { isSecretSearch, SEARCHES_SECRETS } from '../../secrets/secret-search.ts'
import { POWERSHELL_ALIASES } from '../../tables/windows/powershell-aliases.ts'
import { baseOf } from '../shared/fetched-files.ts'
import { requireAsciiName } from '../shared/input-rules.ts'
import { quotedStrings, scanLiteral } from '../shared/literal-scan.ts'
import { addOpenRead, isCovered } from '../shared/read-coverage.ts'
import type { RuleIndex } from '../shared/rule-index.ts'
import { Verdict } from '../shared/verdict.ts'
import { judgeCmdWords, judgeFetched } from './cmd.ts'
import { addCoveredWindowsRead } from './covered-read.ts'
import { type PowerShellStage, readPowerShell } from './powershell-text.ts'
import { isWholeDrive, parseWindowsArgs } from './windows-args.ts'
import { HOLDS_SECRET, namesSecret, RAW_DRIVE, WINDOWS, WINDOWS_SECRET } from './windows-reasons.ts'
import { DESTRUCTIVE_VERB, scanWindows, scanWindowsWords } from './windows-scan.ts'

/** Tables of both shells of Windows. */
export interface WindowsTables {
  readonly powershell: RuleIndex
  readonly cmd: RuleIndex
}

const MAX_DEPTH = 8
const DOWNLOADS =
  /\b(?:iwr|irm|curl|wget|invoke-webrequest|invoke-restmethod|download(?:string|file|data)|start-bitstransfer|frombase64string|openread)\b|net\.webclient|httpclient/i
const RUNS_TEXT = /\b(?:iex|invoke-expression)\b|\[scriptblock\]::create|\.invoke(?:script)?\(/i
const ENCODED = /^[-/]e(?:c|n(?:c(?:o(?:d(?:e(?:d(?:c\w*)?)?)?)?)?)?)?$/i
/** Cmdlets that take the name of another command or of a method. */
const NAMERS =
  /^(?:set-alias|new-alias|foreach-object|start-process|invoke-command|invoke-item|set-variable|new-variable)$/
const RUNNER_OPTION = /^-(?:a|f|w|no|v|s|co|as|t|j|e|u|r|l|i|h|d)[a-z]*$/i
const TEXT_RUNNERS = new Set(['invoke-expression', 'invoke-command', 'start-process', 'start-job', 'start-threadjob'])
/** Values that every session has, alone or with a property. */
const CONSTANTS =
  /^\s*\$(?:PSVersionTable|Host|PWD|HOME|PID|PSHOME|PSCulture|PSUICulture|IsWindows|IsLinux|env:(?:COMPUTERNAME|USERNAME|USERDOMAIN|OS|PROCESSOR_\w+|NUMBER_OF_PROCESSORS|PATH|PATHEXT|TEMP|TMP|USERPROFILE|APPDATA|LOCALAPPDATA|ProgramFiles|ProgramData|windir|SystemRoot|SystemDrive|HOMEDRIVE|HOMEPATH|COMSPEC))(?:\.\w+)*\s*$/i
/** Facts that .NET keeps of the machine and the session. */
const FACTS =
  /^\s*(?:\[(?:System\.)?IO\.Ports\.SerialPort\]::GetPortNames\(\)|\[(?:System\.)?Environment\]::(?:OSVersion|MachineName|UserName|UserDomainName|ProcessorCount|Is64Bit(?:OperatingSystem|Process)|SystemDirectory|CurrentDirectory|TickCount(?:64)?|Version))(?:\.\w+)*\s*$/i
/** The time between two: `(Get-Date) - (Get-CimInstance X).LastBootUpTime`. */
const DIFFERENCE = /^\s*\(([^()]*)\)\s*-\s*\(([^()]*)\)(?:\.\w+)*\s*$/
/** One pipeline in parentheses of which only a property is shown. */
const PROPERTY = /^\s*\(([^()]*)\)(?:\.\w+)+\s*$/
const TAKES_AWAY = { en: 'takes something away or stops it', zh: '移除或停止某项内容' }
const CONSTANT_REASON = { en: 'shows a value of the session', zh: '显示会话中的值' }
/** Cmdlets whose wildcards mean names of things, not files. */
const NAMING = /^get-(?!content|childitem|item|acl|filehash)|^where-object$/
const REMOVER = /^(?:remove-item|ri|rm|del|erase|rd|rmdir)$/i
const REMOVES_INSIDE = /\b(?:remove-item|ri|rm|del|erase|rd|rmdir)\s|\.delete\(/i
const SHELL = /^(?:powershell|pwsh|powershell_ise)(?:\.exe)?$/i

/**
 * Judges a text for PowerShell.
 *
 * Handles: pipelines, aliases, abbreviated parameters, script blocks of filters, calls of methods, cmd programs.
 * @example powershell `Get-Process | Select-Object Name` → read
 * @example powershell `(Get-Date) - (Get-CimInstance Win32_OperatingSystem).LastBootUpTime` → read
 * @example powershell `(Get-Date) - (Remove-Item x).Length` → destructive
 * @example powershell `[Environment]::MachineName` → read
 * @example powershell `[Environment]::Exit(1)` → unknown
 * @example powershell `gps | kill` → destructive
 * @example powershell `Remove-Item -Recurse C:\srv` → destructive
 * @example powershell `Invoke-Expression $x` → unknown
 */
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
  verdict.budget.spend(200 + 4 * text.length)
  const property = HOLDS_SECRET.test(text) ? undefined : (PROPERTY.exec(text)?.[1] ?? bothOf(text))
  const bare = CONSTANTS.test(text) || FACTS.test(text) ? '' : (property ?? text)
  if (bare === '') verdict.add('read', 'ps.constant', CONSTANT_REASON)
  const read = readPowerShell(bare)
  for (const file of downloadedFiles(text)) verdict.fetched.add(baseOf(file).toLowerCase())
  const found = scanWindows(text)
  if (found) verdict.add(found.class, found.rule, found.reason)
  const words = read.floors.size > 0 ? scanWindowsWords(text) : undefined
  if (words) verdict.add(words.class, words.rule, words.reason)
  for (const floor of read.floors) verdict.add('unknown', `ps.floor.${floor}`, WINDOWS[floor])
  if (RUNS_TEXT.test(text.replace(/[`'"]/g, '')) && DOWNLOADS.test(text.replace(/[`'"+]/g, ''))) {
    verdict.add('forbidden', 'ps.download', WINDOWS.download)
  }
  if (RAW_DRIVE.test(text)) verdict.add('forbidden', 'ps.raw', WINDOWS.rawDisk)
  let isWholeDriveListed = false
  for (const stage of read.stages) {
    const isRemoving = REMOVER.test(stage.words[0] ?? '') || stage.inner.some((inner) => REMOVES_INSIDE.test(inner))
    if (stage.isPiped && isWholeDriveListed && isRemoving) {
      verdict.add('forbidden', 'ps.drive', WINDOWS.drive)
    }
    isWholeDriveListed = stage.words.some((word) => isWholeDrive(word)) || (stage.isPiped && isWholeDriveListed)
    judgeStage(stage, tables, verdict, depth)
    for (const inner of stage.inner) judgeText(inner, tables, verdict, depth + 1)
  }
  judgeFlow(read.stages, verdict)
}

/** The two pipelines of a difference, one below the other. */
function bothOf(text: string): string | undefined {
  const match = DIFFERENCE.exec(text)
  return match === null ? undefined : `${match[1]}\n${match[2]}`
}

const LISTING = /^(?:get-childitem|get-item|resolve-path)$/
const OPENING = /^(?:select-string|get-content|import-csv|import-clixml)$/
const WRITING_OUT = /^(?:convertto-json|convertto-xml|format-custom)$/
const WIDE = /^-(?:r|rec\w*|s|depth|fo\w*|h\w*)$/i

/**
 * Judges what one stage hands to the next: files that are listed are opened, a whole process is written out with its
 * environment.
 * @example powershell `Get-ChildItem C:\Users\pi\.ssh | Select-String .` → change
 * @example powershell `Get-Process | ConvertTo-Json` → change
 */
function judgeFlow(stages: readonly PowerShellStage[], verdict: Verdict): void {
  let listed: readonly string[] = []
  let isProcess = false
  for (const { words, isPiped } of stages) {
    const name = nameOf(words[0] ?? '')
    if (!isPiped) {
      listed = LISTING.test(name) ? [...words.slice(1), ...verdict.places] : []
      isProcess = name === 'get-process'
    }
    const opensSecret = listed.some(
      (word) => WIDE.test(word) || WINDOWS_SECRET.test(word) || WINDOWS_SECRET.test(`${word}\\x`),
    )
    const isSearched =
      name === 'select-string' && words.slice(1).some((word) => !word.startsWith('-') && isSecretSearch(word))
    if (isPiped && listed.length > 0 && isSearched) verdict.add('change', 'secret.search', SEARCHES_SECRETS)
    if (isPiped && OPENING.test(name) && opensSecret) verdict.add('change', 'ps.secret', WINDOWS.secret)
    if (isPiped && WRITING_OUT.test(name) && isProcess) verdict.add('change', 'ps.secret', WINDOWS.secret)
    if (/^(?:select|select-object)$/.test(name)) isProcess = false
  }
}

/** The full name of a cmdlet, in lower case. */
function nameOf(word: string): string {
  const typed = word.toLowerCase().replace(/^[\w.]+\\(?=[a-z]+-)/, '')
  return Object.hasOwn(POWERSHELL_ALIASES, typed) ? (POWERSHELL_ALIASES[typed] ?? typed) : typed
}

/** Files that `.DownloadFile('address', 'file')` writes. */
function downloadedFiles(text: string): string[] {
  return text
    .toLowerCase()
    .split('.downloadfile(')
    .slice(1)
    .flatMap((call) => quotedStrings(call.split(')', 1)[0] ?? '').slice(-1))
}

function judgeStage({ words, isPiped }: PowerShellStage, tables: WindowsTables, verdict: Verdict, depth: number): void {
  const first = words[0]
  if (first === undefined) return
  requireAsciiName(first)
  for (const word of words) if (word.startsWith('-')) requireAsciiName(word.split(':')[0] ?? word)
  if (first === '.' || first === '&') {
    verdict.add('unknown', 'ps.floor.call', WINDOWS.call)
    judgeStage({ words: words.slice(1), inner: [], isPiped }, tables, verdict, depth)
    return
  }
  const name = nameOf(first)
  const args = words.slice(1)
  if (
    args.some((word) => namesSecret(word, verdict.places) && !(NAMING.test(name) && /^\*?[\w-]+\*?$/.test(word))) &&
    !(
      /^(?:get-childitem|test-path|get-item|get-acl)$/.test(name) &&
      (!args.some((word) => /^env:/i.test(word)) || args.some((word) => /^-na(?:m(?:e)?)?$/i.test(word)))
    )
  ) {
    verdict.add('change', 'ps.secret', WINDOWS.secret)
  }
  if (TEXT_RUNNERS.has(name))
    judgeText(args.filter((word) => !RUNNER_OPTION.test(word)).join(' '), tables, verdict, depth + 1)
  judgeFetched(name, args, verdict)
  const named = NAMERS.test(name) ? scanWindowsWords([name, ...args].join(' ')) : undefined
  if (named) verdict.add(named.class, named.rule, named.reason)
  if (SHELL.test(name)) judgeNestedShell(args, tables, verdict, depth)
  if (/^(?:set|push)-location$/.test(name)) {
    verdict.isAtDriveRoot = args.some(isWholeDrive)
    verdict.places.push(...args.filter((word) => !word.startsWith('-')).slice(0, 2))
  }
  if (DESTRUCTIVE_VERB.test(name) && !tables.powershell.isListed(name))
    verdict.add('destructive', 'ps.verb', TAKES_AWAY)
  if (name === 'remove-item') {
    if (isPiped) verdict.add('destructive', 'ps.remove.piped', WINDOWS.removeMany)
    if (
      args.some((word) => /^-r/i.test(word)) &&
      args.some(
        (word) => isWholeDrive(word) || (verdict.isAtDriveRoot && /^(?:\.|(?:\.[\\/])?\*(?:\.\*)?)$/.test(word)),
      )
    )
      verdict.add('forbidden', 'ps.drive', WINDOWS.drive)
  }
  if (tables.powershell.isListed(name)) {
    judgeCmdlet(name, args, tables, verdict)
  } else judgeCmdWords(words, isPiped, tables, verdict, depth)
}

/** Number of words that are options of the shell itself, with their values. */
function ownOptions(args: readonly string[]): number {
  let i = 0
  while (i < args.length && /^[-/]/.test(args[i] ?? ''))
    i += /^[-/](?:ex|ep|w|v|i|o|ps|conf|work|cus|set)/i.test(args[i] ?? '') ? 2 : 1
  return i
}

function judgeNestedShell(args: readonly string[], tables: WindowsTables, verdict: Verdict, depth: number): void {
  if (args.some((word) => ENCODED.test(word))) verdict.add('forbidden', 'ps.encoded', WINDOWS.download)
  const at = args.findIndex((word) => /^[-/]c(?:o\w*)?$/i.test(word))
  const rest = args.slice(at >= 0 ? at + 1 : ownOptions(args))
  judgeText(rest.join(' '), tables, verdict, depth + 1)
}

function judgeCmdlet(name: string, args: readonly string[], tables: WindowsTables, verdict: Verdict): void {
  const coverage = tables.powershell.cover(
    name,
    args.map((value) => ({ value })),
  )
  const covered = isCovered(coverage) ? coverage : undefined
  if (covered) addCoveredWindowsRead(covered, args, verdict)
  const isMatched = tables.powershell.applyParsed(name, parseWindowsArgs(args), verdict, covered !== undefined, false)
  if (!covered && !isMatched) addOpenRead(name, isCovered(coverage) ? undefined : coverage, true, verdict)
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
