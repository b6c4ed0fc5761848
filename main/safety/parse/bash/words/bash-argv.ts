import type { Wrapper } from '../../../tables/rule.ts'
import type { Arg } from '../../shared/arguments.ts'
import { DECODERS, DOWNLOADERS, INTERPRETERS } from '../../shared/feeders.ts'
import { fetchedNames, withoutVoidOutput } from '../../shared/fetched-files.ts'
import { requireAsciiName } from '../../shared/input-rules.ts'
import { programName } from '../../shared/program-name.ts'
import { addOpenRead, isCovered } from '../../shared/read-coverage.ts'
import { checkProgram } from '../bash-checks.ts'
import { outputOf } from '../bash-output.ts'
import { type BashScope, type Flow, type InnerJudge, mergedFlow, NO_FLOW } from '../bash-scope.ts'
import { judgeShell, SHELLS } from '../bash-shell.ts'
import { addCoveredRead } from '../covered-read.ts'
import { isFind, withoutReadActions } from '../programs/find-command.ts'
import { judgeVitalUse } from '../vital-checks.ts'
import { readWrapper } from '../wrapper-args.ts'
import { guessAnywhere, guessProgram, guessUnlisted, judgeWildcardName } from './bash-guess.ts'
import { PIPED_INTO_SHELL } from './bash-shapes.ts'

/** Options of ssh and strace that name a command. */
const SSH_OPTION = /^(?:(?:proxy|local|knownhosts)command\s*[= ]\s*|[|!])/i
/** `timeout 0` and `timeout infinity` bound nothing (timeout(1)). */
const NO_LIMIT = /^(?:0[0.]*[smhd]?|inf(?:inity)?)$/i
const REMOVERS = /(?:^|\/)(?:rm|unlink|rmdir|shred|srm|chmod|chown|chgrp|truncate|kill|pkill)$/
const INIT_SCRIPT = /^\/etc\/(?:rc\.d\/)?init\.d\/([\w.@-]+)$/
/** Text that is written in escapes, so that it cannot be read on the card. */
const ESCAPED = /\\(?:x[0-9A-Fa-f]{2}|0?[0-7]{3}|u[0-9A-Fa-f]{4})/
const VERSION = { en: 'shows the version or the help', zh: '显示版本或帮助' }
const REMOVES = { en: 'deletes or changes all that it reads the names of', zh: '删除或更改读入的所有名称对应的对象' }

/**
 * Judges a program with its arguments; wrappers are looked through one after the other.
 *
 * Handles: `sudo`, `timeout`, `xargs`, `env` and other wrappers, `X --version`, programs outside of the system directories,
 * names with wildcards, programs that were downloaded before, init scripts.
 * @example `sudo df -h` → change
 * @example `ls | xargs rm` → destructive
 * @example `timeout 5 tail -f a.log` → read
 * @example `/tmp/df` → unknown
 * @example `/usr/bin/df -h` → read
 * @example `frobnicate` → unknown
 */
export function judgeArgv(argv: readonly Arg[], scope: BashScope, input: string | undefined, judge: InnerJudge): Flow {
  const limits = scope.verdict.timeLimits
  const flows: Flow[] = []
  try {
    let rest: readonly Arg[] | undefined = argv
    while (rest && rest.length > 0) {
      const current: readonly Arg[] = rest
      scope.step(current)
      rest = undefined
      const result = judgeOne(current, scope, input, judge)
      flows.push(result.flow)
      rest = result.next
    }
  } finally {
    scope.verdict.timeLimits = limits
  }
  const output = flows.at(-1)?.output
  return { ...mergedFlow(flows.map(({ output: _, ...flow }) => flow)), ...(output === undefined ? {} : { output }) }
}

interface Call {
  readonly scope: BashScope
  readonly judge: InnerJudge
  readonly input: string | undefined
}

interface Step {
  readonly flow: Flow
  readonly next?: readonly Arg[]
}

function judgeOne(argv: readonly Arg[], scope: BashScope, input: string | undefined, judge: InnerJudge): Step {
  const head = argv[0]
  if (!head) return { flow: NO_FLOW }
  if (!scope.isAscii) requireAsciiNames(argv)
  const args = argv.slice(1)
  if (head.isOpaque) scope.floor('name')
  if (head.glob !== undefined) judgeWildcardName(head.glob, args, scope, judge)
  const script = INIT_SCRIPT.exec(head.value)?.[1]
  if (script) return { flow: NO_FLOW, next: [{ value: 'service' }, { value: script }, ...args] }
  const { name, isSystemPlace } = programName(head)
  if (isSystemPlace && isVersionCall(name, args, scope)) return { flow: NO_FLOW }
  // Compose is judged by its own rows as well, which know its options.
  if (name === 'docker' && args[0]?.value === 'compose' && args[1]?.value.startsWith('-')) {
    return { flow: NO_FLOW, next: [{ value: 'docker-compose' }, ...args.slice(1)] }
  }
  if (/^python[\d.]*$/.test(name) && args[0]?.value === '-m' && args[1]?.value === 'pip') {
    return { flow: NO_FLOW, next: args.slice(1) }
  }
  if (head.value.includes('/') && scope.fetched.has(name))
    scope.verdict.add('forbidden', 'pipe.shell', PIPED_INTO_SHELL)
  if (!isSystemPlace) scope.floor('place')
  if (SHELLS.has(name)) return { flow: judgeShell(args, scope, judge) }
  const isRead = isCovered(scope.tables.cover(name, args))
  for (const wrapper of isRead ? [] : scope.tables.wrappersOf(name)) {
    const step = judgeWrapper(name, wrapper, args, { scope, judge, input })
    if (step) return step
  }
  return { flow: judgeProgram(name, args, scope, input, judge) }
}

/** `X --version` and `X --help` of a listed program run nothing; what may destroy keeps its class. */
function isVersionCall(name: string, args: readonly Arg[], scope: BashScope): boolean {
  const [only, ...others] = args.map((arg) => arg.value)
  if (only === undefined || others.length > 0) return false
  if (!/^--(?:version|help)$/.test(only) && !scope.tables.optionsOf(name).version.has(only)) return false
  if (!scope.tables.isListed(name) || scope.tables.worstOf(name) === 'destructive') return false
  scope.verdict.add('read', 'program.version', VERSION)
  return true
}

function requireAsciiNames(argv: readonly Arg[]): void {
  argv.forEach((arg, i) => {
    if (i === 0) requireAsciiName(arg.value)
    else if (arg.value.startsWith('-')) requireAsciiName(optionName(arg.value))
  })
}

function optionName(text: string): string {
  const equals = text.indexOf('=')
  return equals > 0 ? text.slice(0, equals) : text
}

function judgeWrapper(name: string, wrapper: Wrapper, args: readonly Arg[], call: Call): Step | undefined {
  const { scope, judge } = call
  const facts = scope.tables.optionsOf(name, wrapper.sub)
  const wrapped = readWrapper(wrapper, args, facts)
  if (!wrapped || wrapped.isIdle) return undefined
  const rest = args.slice(wrapped.start)
  if (args.length === 0 && scope.tables.hasOwnUse(name)) return undefined
  const rule = wrapperId(wrapper)
  scope.verdict.add(wrapper.floor, rule, wrapper.reason)
  if (wrapper.isTimeLimit && !wrapped.skipped.some((arg) => NO_LIMIT.test(arg.value))) scope.verdict.timeLimits++
  if (facts.isEndless) scope.verdict.markEndless(`${rule}.endless`, wrapper.reason)
  if (wrapper.cutsOff) scope.verdict.isCuttingOff = true
  if (wrapped.hasAssignment) scope.floor('assignment')
  for (const text of wrapped.texts) judge.script(text.value.replace(SSH_OPTION, ''), scope)
  if (wrapper.floor === 'unknown') judgeShellTexts(args, scope, judge)
  if (wrapper.isLoose) guessAnywhere(args, facts.shellText.size > 0, scope, judge)
  else if (wrapped.isUncertain) guessProgram(rest, scope, judge)
  const isOpaque = rest.some((arg) => arg.isOpaque) || wrapped.texts.some((arg) => arg.isOpaque)
  if (wrapper.isShellText) {
    const flow = judge.script(rest.map((arg) => arg.value).join(' '), scope)
    return { flow: isOpaque || (rest.length === 0 && wrapper.stdin) ? { ...flow, isShell: true } : flow }
  }
  if (wrapper.stdin === 'arguments' && rest.slice(0, 8).some((arg) => REMOVERS.test(arg.value))) {
    scope.verdict.add('destructive', 'xargs.remove', REMOVES)
  }
  if (wrapper.stdin === 'arguments')
    return { flow: NO_FLOW, next: withInput(rest, args.slice(0, wrapped.start), call.input) }
  const isShell = (wrapper.stdin === 'script' || wrapped.isShell) && rest.length === 0
  return { flow: isShell ? { isShell } : NO_FLOW, next: rest }
}

/** The text after a `-c` anywhere may be given to a shell that the wrapper names by an option. */
function judgeShellTexts(args: readonly Arg[], scope: BashScope, judge: InnerJudge): void {
  args.slice(0, 20).forEach((arg, i) => {
    const text = args[i + 1]?.value
    if (text && /^-[a-z]?c$/.test(arg.value) && /\s/.test(text))
      scope.aside('destructive', () => void judge.script(text, scope))
  })
}

/** Identifier of a wrapper for the audit. */
function wrapperId(wrapper: Wrapper): string {
  const first = wrapper.programs.split(' ')[0] ?? ''
  return `wrap.${first}${wrapper.sub ? `.${wrapper.sub.replaceAll(' ', '-')}` : ''}`
}

/** Returns the words with what `xargs` adds or puts in for its mark: literal input, or what only the device knows. */
function withInput(rest: readonly Arg[], options: readonly Arg[], input: string | undefined): Arg[] {
  const words = (input ?? '').split(/[\s"'\0]+/).filter((word) => word !== '')
  const fed: Arg[] = input === undefined ? [{ value: '', isOpaque: true }] : words.map((value) => ({ value }))
  const at = options.findIndex((arg) => /^-[iI]|^--replace/.test(arg.value))
  const mark = at < 0 ? '' : options[at]?.value.replace(/^-[iI]|^--replace=?/, '') || (options[at + 1]?.value ?? '{}')
  const marks = ['{}', mark].filter((text) => text !== '')
  const isMarked = (arg: Arg): boolean => marks.some((text) => arg.value.includes(text))
  if (!rest.some(isMarked)) return rest.at(-1)?.isOpaque ? [...rest] : [...rest, ...fed]
  return rest.flatMap((arg) => (isMarked(arg) ? fed.map((word) => filled(arg, marks, word)) : [arg]))
}

function filled(arg: Arg, marks: readonly string[], word: Arg): Arg {
  const value = marks.reduce((text, mark) => text.replaceAll(mark, word.value), arg.value)
  return { value, ...(word.isOpaque ? { isOpaque: true } : {}) }
}

function judgeProgram(
  name: string,
  given: readonly Arg[],
  scope: BashScope,
  input: string | undefined,
  judge: InnerJudge,
): Flow {
  const args = withoutVoidOutput(name, given)
  if (name === '[' && args.at(-1)?.value !== ']') scope.floor('parse')
  const isListed = scope.tables.isListed(name)
  const coverage = scope.tables.cover(name, isFind(name) ? withoutReadActions(args, scope.tables) : args)
  const covered = isCovered(coverage) ? coverage : undefined
  const isMatched = scope.tables.apply(name, args, scope.verdict, covered !== undefined, scope.canEndSoon)
  if (covered) addCoveredRead(covered, scope)
  checkProgram({ name, args, scope, judge, input, covered })
  if (!covered) judgeVitalUse(args, coverage !== undefined && !isMatched, scope)
  if (!covered && !isMatched) {
    addOpenRead(name, isCovered(coverage) ? undefined : coverage, isListed, scope.verdict)
    if (!isListed && args.length > 0) guessUnlisted(args, scope, judge)
  }
  const output = outputOf(
    name,
    args.map((arg) => arg.value),
  )
  const flags = args.map((arg) => arg.value)
  const isFeeding =
    DOWNLOADERS.has(name) ||
    (/^(?:echo|printf)$/.test(name) && flags.some((flag) => ESCAPED.test(flag))) ||
    DECODERS.some((decoder) => decoder.programs.has(name) && ['', ...flags].some((flag) => decoder.flag.test(flag)))
  if (isFeeding) for (const file of fetchedNames(given)) scope.fetched.add(file)
  if (INTERPRETERS.has(name) && fetchedNames(given).some((file) => scope.fetched.has(file))) {
    scope.verdict.add('forbidden', 'pipe.shell', PIPED_INTO_SHELL)
  }
  const passed = output ?? (name === 'cat' || name === 'tee' ? input : undefined)
  const isInterpreter =
    INTERPRETERS.has(name) &&
    (flags.includes('-') ||
      !flags.some((flag) => !/^(?:-[a-zA-Z]*|\/dev\/stdin|\/dev\/fd\/\d+)$/.test(flag) || /^-[ce]/.test(flag)))
  const hasHiddenCode = INTERPRETERS.has(name) && args.some((arg) => arg.isOpaque)
  return {
    ...(isInterpreter || hasHiddenCode ? { isShell: true } : {}),
    ...(isFeeding ? { feeds: true } : {}),
    ...((covered ? covered.form.isNetwork : DOWNLOADERS.has(name)) ? { isNetwork: true } : {}),
    ...(passed === undefined ? {} : { output: passed }),
  }
}
