import { baseOf } from '../shared/fetched-files.ts'
import { hasInOrder } from '../shared/in-order.ts'
import { requireAsciiName } from '../shared/input-rules.ts'
import { scanLiteral } from '../shared/literal-scan.ts'
import { addOpenRead, isCovered } from '../shared/read-coverage.ts'
import { Verdict } from '../shared/verdict.ts'
import { addCoveredWindowsRead } from './covered-read.ts'
import { judgePowerShellInside, type WindowsTables } from './powershell.ts'
import { isWholeDrive, parseWindowsArgs } from './windows-args.ts'
import { namesSecret, RAW_DRIVE, WINDOWS } from './windows-reasons.ts'
import { scanWindows } from './windows-scan.ts'

const MAX_DEPTH = 8
/** The script itself: `%0`, `%~f0`. */
const OWN_SCRIPT = /%~?f?0(?!\w)/i
const DOWNLOADS = /^(?:curl|invoke-webrequest|start-bitstransfer|invoke-restmethod|certutil|bitsadmin|wget|ftp|tftp)$/
const RUNS_INPUT = /^(?:cmd|powershell|pwsh|bash|wsl|sh|cscript|python|python3|perl|node)$/
const CARRIERS =
  /^(?:if|for|call|start|cmd|forfiles|runas|at|psexec|schtasks|reg|wmic|sc|wsl|bash|goto|do|else|in|not|exist|defined|errorlevel)$/
const MAX_GUESSES = 12
const HELP = { en: 'shows the help', zh: '显示帮助' }
const EVERYTHING = /^(?:\.|\.\\|(?:\.\\)?\*(?:\.\*)?)$/
const RUNS_FILES =
  /^(?:start|call|cmd|powershell|pwsh|cscript|wscript|python|python3|bash|sh|rundll32|regsvr32|msiexec|start-process)$/

/**
 * Judges a text for cmd.
 *
 * Handles: `&`, `&&`, `||`, `|`, `^`, `%variables%`, redirections, `if`, `for`, `start`, `call`, PowerShell inside.
 * @example cmd `dir C:\ & ver` → read
 * @example cmd `del /s /q C:\*` → forbidden
 * @example cmd `del a.txt` → destructive
 * @example cmd `echo x > C:\a.txt` → unknown
 * @example cmd `for %i in (*) do del %i` → destructive
 */
export function judgeCmd(command: string, tables: WindowsTables): Verdict {
  const verdict = new Verdict()
  judgeText(command, tables, verdict, 0)
  return verdict
}

/** Between double quotes a caret is a letter: `findstr /r "^listener"`; nothing is escaped before the first one outside. */
function hasEscape(text: string): boolean {
  let isQuoted = false
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted
    else if (char === '\n') isQuoted = false
    else if (char === '^' && !isQuoted) return true
  }
  return isQuoted && text.includes('^')
}

interface CmdPart {
  readonly text: string
  readonly isPiped: boolean
}

function judgeText(command: string, tables: WindowsTables, verdict: Verdict, depth: number): void {
  if (depth > MAX_DEPTH) {
    verdict.add(scanLiteral(command, true), 'cmd.depth', WINDOWS.depth)
    return
  }
  verdict.budget.spend(200 + 2 * command.length)
  let text = command
  if (hasEscape(text)) {
    verdict.add('unknown', 'cmd.floor.escape', WINDOWS.escape)
    text = text.replace(/\^\n?/g, '')
  }
  const found = scanWindows(text)
  if (found) verdict.add(found.class, found.rule, found.reason)
  if (/%[^%\s]+%|%%?~?\w|!\w+!/.test(text)) verdict.add('unknown', 'cmd.floor.variable', WINDOWS.expression)
  if (hasInOrder(text, [OWN_SCRIPT, /[|&]/, OWN_SCRIPT], /\n/)) verdict.add('forbidden', 'cmd.bomb', WINDOWS.forkBomb)
  if (RAW_DRIVE.test(text)) verdict.add('forbidden', 'cmd.raw', WINDOWS.rawDisk)
  if ((text.split('"').length - 1) % 2 === 1) verdict.add('unknown', 'cmd.floor.quote', WINDOWS.quote)
  text = withKnownVariables(text).replace(/%\w+:~[^%]*%|%\w+%/g, '')
  verdict.budget.spend(text.length)
  let isFed = false
  for (const part of splitCmd(text)) {
    const name = nameOf(part.text)
    if (part.isPiped && isFed && RUNS_INPUT.test(name)) verdict.add('forbidden', 'cmd.download', WINDOWS.download)
    isFed = (part.isPiped && isFed) || DOWNLOADS.test(name)
    judgePart(part, tables, verdict, depth)
  }
}

const KNOWN_VARIABLES: ReadonlyMap<string, string> = new Map([
  ['comspec', 'cmd'],
  ['systemdrive', 'C:'],
  ['homedrive', 'C:'],
  ['systemroot', 'C:\\Windows'],
  ['windir', 'C:\\Windows'],
  ['cd', '.'],
])

/** Puts in what Windows itself or the command set before; the rest stays. */
function withKnownVariables(text: string): string {
  const known = new Map(KNOWN_VARIABLES)
  for (const match of text.matchAll(/\bset\s+"?(\w+)=([^&|"\n]*)/gi)) {
    if (match[1] && match[2] !== undefined) known.set(match[1].toLowerCase(), match[2].trim())
  }
  return text.replace(
    /%(\w+)%|!(\w+)!/g,
    (all, one?: string, two?: string) => known.get((one ?? two ?? '').toLowerCase()) ?? all,
  )
}

function splitCmd(text: string): CmdPart[] {
  const parts: CmdPart[] = []
  let part = ''
  let isQuoted = false
  let isPiped = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '"') isQuoted = !isQuoted
    const isRedirectTarget = char === '&' && /[<>]$/.test(part)
    if (char === '\n' || (!isQuoted && (char === '|' || char === '&') && !isRedirectTarget)) {
      parts.push({ text: part, isPiped })
      const isDouble = text.charAt(i + 1) === char && char !== '\n'
      isPiped = char === '|' && !isDouble
      if (isDouble) i++
      part = ''
      if (char === '\n') isQuoted = false
    } else part += char
  }
  parts.push({ text: part, isPiped })
  return parts
}

/** Removes redirections; other than to `nul` they cannot be judged. */
function withoutRedirections(text: string, verdict: Verdict): string {
  let bare = ''
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '"') isQuoted = !isQuoted
    if (isQuoted || (char !== '>' && char !== '<')) {
      bare += char
      continue
    }
    const harmless = /^>(?:\s*nul(?=[\s)]|$)|&1(?=\s|$))/i.exec(text.slice(i))
    if (!harmless) verdict.add('unknown', 'cmd.floor.redirection', WINDOWS.redirection)
    bare = `${bare.replace(/(?<=^|\s)[12]$/, '')} `
    i += (harmless?.[0].length ?? 1) - 1
  }
  return bare
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const match of text.matchAll(/(?:"[^"]*"?|[^\s,;"])+/g)) words.push(match[0].replaceAll('"', ''))
  return words
}

/** Splits `del/s` and `cd..` after the name, as cmd does. */
function withSplitName(words: readonly string[]): string[] {
  const [first = '', ...rest] = words
  const found = /^@*([A-Za-z]{2}[\w-]*)([/.=][^\\]*)$/.exec(first)
  if (found?.[1] && found[2] && !/\.(?:exe|com|bat|cmd)$/i.test(first))
    return [found[1], found[2].replace(/^=/, ''), ...rest]
  return [first.replace(/^@+/, ''), ...rest]
}

function nameOf(text: string): string {
  return baseName(withSplitName(wordsOf(text.replace(/^[\s(@]+/, '')))[0] ?? '').name
}

function baseName(word: string): { name: string; isSystemPlace: boolean } {
  const lower = word.toLowerCase()
  const slash = Math.max(lower.lastIndexOf('\\'), lower.lastIndexOf('/'))
  return {
    name: lower.slice(slash + 1).replace(/\.(?:exe|com)$/, ''),
    isSystemPlace:
      slash < 0 ||
      /^[a-z]:\\windows(?:\\(?:system32|syswow64|sysnative)(?:\\(?:wbem|windowspowershell\\v1\.0|openssh))?)?\\[^\\]+$/.test(
        lower,
      ),
  }
}

function judgePart(part: CmdPart, tables: WindowsTables, verdict: Verdict, depth: number): void {
  let text = part.text
  if (/[()]/.test(text.replace(/"[^"]*"/g, ''))) {
    verdict.add('unknown', 'cmd.floor.group', WINDOWS.expression)
    text = text.replace(/[()]/g, ' ')
  }
  judgeCmdWords(withSplitName(wordsOf(withoutRedirections(text, verdict).trim())), part.isPiped, tables, verdict, depth)
}

/** Judges one program of Windows with its arguments, from cmd or from PowerShell. */
export function judgeCmdWords(
  words: readonly string[],
  isPiped: boolean,
  tables: WindowsTables,
  verdict: Verdict,
  depth: number,
): void {
  const first = words[0]
  if (!first) return
  verdict.budget.spend(200 + 4 * words.reduce((sum, word) => sum + word.length, 0))
  requireAsciiName(first)
  for (const word of words) if (/^[-/]/.test(word)) requireAsciiName(word.split(/[:=]/)[0] ?? word)
  const { name, isSystemPlace } = baseName(first)
  const args = words
    .slice(1)
    .flatMap((word) => (/^(?:\/[a-z]){2,}$/i.test(word) ? (word.match(/\/[a-z]/gi) ?? []) : [word]))
  const coverage = tables.cmd.cover(
    name,
    args.map((value) => ({ value })),
  )
  const covered = isCovered(coverage) ? coverage : undefined
  if (isSystemPlace && isHelpCall(name, args, tables)) {
    verdict.add('read', 'program.version', HELP)
    return
  }
  if (!isSystemPlace) verdict.add('unknown', 'cmd.floor.place', WINDOWS.place)
  const isListing = /^(?:dir|echo)$/.test(name) || (covered !== undefined && LISTS_ONLY.test(name))
  if (!isListing && args.some((word) => namesSecret(word, verdict.places)))
    verdict.add('change', 'cmd.secret', WINDOWS.secret)
  if (
    /^(?:del|erase|rd|rmdir|deltree)$/.test(name) &&
    args.some((word) => /^\/s$/i.test(word)) &&
    args.some((word) => isWholeDrive(word) || (verdict.isAtDriveRoot && EVERYTHING.test(word)))
  ) {
    verdict.add('forbidden', 'cmd.drive', WINDOWS.drive)
  }
  if (/^(?:cd|chdir|pushd)$/.test(name)) {
    verdict.isAtDriveRoot = args.some(isWholeDrive)
    verdict.places.push(...args.filter((word) => !word.startsWith('/')).slice(0, 2))
  }
  if (name === 'cmd' && depth < MAX_DEPTH) {
    const at = args.findIndex((word) => /^\/[ckr]/i.test(word))
    const attached = (args[at] ?? '').slice(2)
    judgeText([attached, ...args.slice(at < 0 ? args.length : at + 1)].join(' '), tables, verdict, depth + 1)
  }
  judgeFetched(name, args, verdict)
  if (!covered && /^(?:wsl|bash|sh|ssh)$/.test(name))
    verdict.add(scanLiteral(args.join(' '), true), 'cmd.other.shell', WINDOWS.depth)
  if (name === 'powershell' || name === 'pwsh') {
    judgePowerShellInside(args, tables, verdict, depth + 1)
    if (isPlainCommand(args)) return
  }
  if (CARRIERS.test(name)) guess(args, tables, verdict, depth)
  if (covered) addCoveredWindowsRead(covered, args, verdict)
  const isMatched = tables.cmd.applyParsed(name, parseWindowsArgs(args), verdict, covered !== undefined, isPiped)
  if (!covered && !isMatched)
    addOpenRead(first, isCovered(coverage) ? undefined : coverage, tables.cmd.isListed(name), verdict)
}

/** `powershell -NoProfile -Command X` does what X does; other options may load or hide something. */
function isPlainCommand(args: readonly string[]): boolean {
  const at = args.findIndex((word) => /^-c(?:ommand)?$/i.test(word))
  const isPlain = args
    .slice(0, Math.max(at, 0))
    .every((word) => /^-(?:nop(?:rofile)?|nologo|noni(?:nteractive)?)$/i.test(word))
  return at >= 0 && isPlain && args.length > at + 1 && args[at + 1] !== '-'
}

/** `X /?` of a listed program prints its help and does nothing else. */
/** Show what files are called, and who may open them. */
const LISTS_ONLY = /^(?:attrib|icacls|cacls|tree|where)$/

/** Programs that show their version and end, as their help says. */
const VERSIONED =
  /^(?:cargo|choco|code|curl|docker|ffmpeg|gh|git|helm|java|kubectl|mosquitto_pub|mosquitto_sub|node|npm|npx|pip3?|podman|pwsh|rustc|tar|yarn)$/

const isHelpCall = (name: string, args: readonly string[], tables: WindowsTables): boolean =>
  args.length === 1 &&
  ((/^[-/]\?$/.test(args[0] ?? '') && tables.cmd.isListed(name)) || (args[0] === '--version' && VERSIONED.test(name)))

/** A program that was downloaded or decoded before runs what nobody has seen. */
export function judgeFetched(name: string, args: readonly string[], verdict: Verdict): void {
  const names = [name, `${name}.exe`, ...(RUNS_FILES.test(name) ? args.map((word) => baseOf(word).toLowerCase()) : [])]
  if (names.some((file) => verdict.fetched.has(file))) verdict.add('forbidden', 'cmd.download', WINDOWS.download)
  if (
    DOWNLOADS.test(name) &&
    (name !== 'certutil' || args.some((word) => /^[-/](?:urlcache|decode|decodehex|verifyctl)/i.test(word)))
  ) {
    for (const word of args) if (!/^[-/]/.test(word)) verdict.fetched.add(baseOf(word).toLowerCase())
  }
}

/** Words after `if`, `for` or `start` may be programs: each is judged for what destroys. */
function guess(args: readonly string[], tables: WindowsTables, verdict: Verdict, depth: number): void {
  if (depth >= MAX_DEPTH) return
  for (let i = 0; i < Math.min(MAX_GUESSES, args.length); i++) {
    const word = (args[i] ?? '').replace(/^@+/, '')
    if (/\s/.test(word)) {
      const inner = new Verdict(verdict.budget)
      judgeText(word, tables, inner, depth + 1)
      verdict.merge(inner, 'destructive')
    }
    const name = baseName(word).name
    if (CARRIERS.test(name) && name !== 'cmd') continue
    if (!tables.cmd.hasRules(name)) continue
    const inner = new Verdict(verdict.budget)
    judgeCmdWords([word, ...args.slice(i + 1)], false, tables, inner, MAX_DEPTH - 1 > depth ? depth + 1 : MAX_DEPTH)
    verdict.merge(inner, 'destructive')
  }
}
