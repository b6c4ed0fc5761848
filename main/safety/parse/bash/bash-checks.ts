import type { OptionFacts } from '../../options/option-facts.ts'
import { hasFlag, neverEnds, type ParsedArgs, parseArgs } from '../shared/arguments.ts'
import { isSystemDirectory, isWholeRoot, patternOf, placesOf, readingsOf } from '../shared/paths.ts'
import { addSink } from '../shared/sinks.ts'
import { outputOf } from './bash-output.ts'
import { ENDLESS } from './covered-read.ts'
import type { ProgramCall } from './program-call.ts'
import { judgeAwk } from './programs/awk-program.ts'
import { judgeFind } from './programs/find-command.ts'
import { judgeFilter } from './programs/jq-filter.ts'
import { judgeRemoval } from './programs/removal.ts'
import { judgeSed } from './programs/sed-script.ts'
import { checkSecrets } from './secret-check.ts'
import {
  judgeDownloadDirectory,
  judgeEmptying,
  judgeRights,
  judgeStartedUnits,
  judgeTouch,
  judgeTreeCopy,
} from './vital-checks.ts'
import { judgeCode, judgeTextOptions } from './words/inner-text.ts'
import { judgeInputLines } from './words/input-lines.ts'

interface ParsedCall extends ProgramCall {
  readonly parsed: ParsedArgs
  readonly facts: OptionFacts
}

/** Programs that take commands of their own, or of the shell, from their input. */
const READS_COMMANDS: ReadonlySet<string> = new Set(
  'ed ex vi vim nvim crontab gdb bc dc psql mysql mariadb sqlite3 redis-cli mongo telnet ftp sftp lftp tclsh python python3 perl ruby node php lua nmcli fdisk parted make'.split(
    ' ',
  ),
)

type Check = (call: ParsedCall) => void

const MAX_DIRECTORIES = 32
const DELETES_SYSTEM = { en: 'deletes the whole system', zh: '删除整个系统' }
const REPLACES_SYSTEM = { en: 'unpacks over directories of the system', zh: '解压并覆盖系统目录' }
const PACKS_SYSTEM = { en: 'replaces the files of a directory of the system', zh: '替换系统目录中的文件' }
const EDITORS = new Set(['vim', 'vi', 'nvim', 'ex', 'ed', 'emacs', 'nano'])
const MOVES_SYSTEM = { en: 'moves a directory of the system away', zh: '移走系统目录' }

/**
 * Judges what the rows of a program cannot say: paths that it writes, scripts and commands in its arguments.
 *
 * Handles: secrets among the arguments, shell text in options (`tar --to-command`), calls that never end, files that a verb
 * writes (`cp`, `tee`, `dd of=`, `tar -f`), directories (`cd`), code of other languages (`python -c`), literal input of
 * editors and databases.
 * @example `cp a.txt /etc/passwd` → destructive
 * @example `dd if=a of=/dev/sda` → forbidden
 * @example `tar xf a.tar --to-command='rm -r /srv'` → destructive
 * @example `cd /etc && cp a.txt passwd` → destructive
 * @example `python3 -c 'import os; os.system("reboot")'` → destructive
 */
export function checkProgram(call: ProgramCall): void {
  const facts = call.scope.tables.optionsOf(call.name)
  const parsed = parseArgs(call.args, facts)
  if (!call.covered) {
    checkSecrets(call.args, parsed, facts, call.scope)
    judgeTextOptions(call.args, facts, call.scope, call.judge)
    if (neverEnds(parsed, facts)) call.scope.verdict.markEndless('endless.option', ENDLESS)
  }
  CHECKS.get(call.name)?.({ ...call, parsed, facts })
  if (call.input !== undefined && READS_COMMANDS.has(call.name)) judgeInputLines(call.input, call.scope, call.judge)
}

const sinkLast: Check = ({ parsed, args, scope }) => {
  const target =
    args.find((_, i) => /^-t$|^--target-directory$/.test(args[i - 1]?.value ?? '')) ?? parsed.operands.at(-1)
  if (target) addSink(target, scope.directories, 'erase', scope.verdict)
  for (const arg of args) {
    const named = /^--target-directory=(.+)|^-t(.+)/.exec(arg.value)
    const path = named?.[1] ?? named?.[2]
    if (path) addSink({ value: path }, scope.directories, 'erase', scope.verdict)
  }
}

const sinkAll: Check = ({ parsed, scope }) => {
  for (const arg of parsed.operands) addSink(arg, scope.directories, 'erase', scope.verdict)
}

const sinkMove: Check = (call) => {
  sinkLast(call)
  for (const arg of call.parsed.operands) {
    addSink(arg, call.scope.directories, 'append', call.scope.verdict)
    const places = placesOf(patternOf(arg), call.scope.directories)
    if (arg !== call.parsed.operands.at(-1) && places.some((place) => isWholeRoot(place) || isSystemDirectory(place))) {
      call.scope.verdict.add(places.some(isWholeRoot) ? 'forbidden' : 'destructive', 'move.system', MOVES_SYSTEM)
    }
  }
}

const sinkSecond: Check = ({ parsed, scope }) => {
  const target = parsed.operands[1]
  if (target) addSink(target, scope.directories, 'erase', scope.verdict)
}

const sinkSocat: Check = (call) => {
  for (const arg of call.args) {
    const value = /^(?:OPEN|CREATE|CREAT|FILE|GOPEN):([^,]+)/i.exec(arg.value)?.[1]
    if (value) addSink({ value }, call.scope.directories, 'erase', call.scope.verdict)
  }
  code(call)
}

const sinkSync: Check = (call) => {
  sinkLast(call)
  judgeTreeCopy(call.parsed.operands, call.scope)
  const target = call.parsed.operands.at(-1)
  const isDeleting = call.parsed.longs.some((name) => name.startsWith('del'))
  if (isDeleting && target && placesOf(patternOf(target), call.scope.directories).some(isWholeRoot)) {
    call.scope.verdict.add('forbidden', 'sync.root', DELETES_SYSTEM)
  }
}

/** `docker cp web:/x /etc/passwd` writes on the device itself. */
const sinkContainer: Check = ({ parsed, scope }) => {
  const target = parsed.operands.at(-1)
  if (parsed.operands.some((arg) => arg.value === 'cp') && target && !target.value.includes(':'))
    addSink(target, scope.directories, 'erase', scope.verdict)
}

/** Unpacking over a directory of the system replaces what the device runs on. */
const sinkUnpack: Check = ({ args, scope }) => {
  args.forEach((arg, i) => {
    const path = /^(?:-[A-Za-z]*[Cd]|--directory)(?:=(.+))?$/.exec(arg.value)
    const target = path ? (path[1] ? { value: path[1] } : args[i + 1]) : undefined
    const places = target ? placesOf(patternOf(target), scope.directories) : []
    if (places.some((place) => isWholeRoot(place) || isSystemDirectory(place))) {
      scope.verdict.add('destructive', 'unpack.system', REPLACES_SYSTEM)
    }
  })
}

const sinkEdited: Check = (call) => {
  code(call)
  const isInPlace = EDITORS.has(call.name) || call.args.some((arg) => /^-[a-z]*i|^inplace$/.test(arg.value))
  if (isInPlace) sinkAll(call)
}

const sinkTee: Check = ({ parsed, scope }) => {
  const isAppending = hasFlag(parsed, 'a', []) || hasFlag(parsed, 'append', [])
  for (const arg of parsed.operands) addSink(arg, scope.directories, isAppending ? 'append' : 'erase', scope.verdict)
}

const sinkKeyed: Check = ({ args, scope }) => {
  for (const arg of args) {
    const value = /^(?:of|--output|--output-document|--file|-o|-O|-f|-w)=?(.+)$/.exec(arg.value)?.[1]
    if (value) addSink({ value }, scope.directories, 'erase', scope.verdict)
  }
}

const sinkOption =
  (option: RegExp): Check =>
  ({ args, scope }) => {
    args.forEach((arg, i) => {
      const found = option.exec(arg.value)
      const target = found ? (found[1] ? { value: found[1] } : args[i + 1]) : undefined
      if (target) addSink(target, scope.directories, 'erase', scope.verdict)
    })
  }

const changeDirectory: Check = ({ parsed, scope }) => {
  const target = parsed.operands[0]
  const path = target ? patternOf(target) : '/root'
  const from = scope.directories.slice(0, 8)
  const places = [...readingsOf(path), ...from.flatMap((directory) => readingsOf(`${directory}/${path}`))]
  for (const place of places) {
    if (!scope.directories.includes(place) && scope.directories.length < MAX_DIRECTORIES) scope.directories.push(place)
  }
}

const judgeFirstOperand: Check = ({ parsed, scope, judge }) => {
  const text = parsed.operands[0]
  if (text) judge.script(text.value, scope)
}

const judgeAlias: Check = ({ args, scope, judge }) => {
  for (const arg of args) {
    const equals = arg.value.indexOf('=')
    if (equals > 0) judge.script(arg.value.slice(equals + 1), scope)
  }
}

const code: Check = ({ args, scope, judge }) => {
  for (const arg of args) judgeCode(arg.value, scope, judge)
}

const runsElsewhere: Check = ({ args, scope, judge }) => {
  for (const arg of args.slice(0, 20)) scope.aside('destructive', () => void judge.script(arg.value, scope))
}

/**
 * A packer replaces its file unless it is told otherwise.
 * @example `gzip /etc/passwd` → destructive
 * @example `gzip -k notes.txt` → change
 * @example `gzip -r /etc` → destructive
 */
const sinkPacked: Check = (call) => {
  const keeps = ['c', 'k', 'l', 't', 'stdout', 'keep', 'list', 'test'].some((flag) => hasFlag(call.parsed, flag, []))
  const isKeeping = /^(?:zstd|lz4)$/.test(call.name) && !hasFlag(call.parsed, 'rm', [])
  if (keeps || isKeeping) return
  sinkAll(call)
  const isTree = ['r', 'recursive'].some((flag) => hasFlag(call.parsed, flag, []))
  const places = call.parsed.operands.flatMap((arg) => placesOf(patternOf(arg), call.scope.directories))
  if (isTree && places.some((place) => isWholeRoot(place) || isSystemDirectory(place)))
    call.scope.verdict.add('destructive', 'pack.system', PACKS_SYSTEM)
}

const sinkArchive = sinkOption(/^(?:-?[A-Za-z]*f|--file)(?:=(.+))?$/)

/** Remembers a variable that the shell itself sets, because later words may use it. */
const setByPrintf: Check = ({ args, scope }) => {
  const [option, name, ...rest] = args.map((arg) => arg.value)
  const text = option === '-v' && name !== undefined ? outputOf('printf', rest) : undefined
  if (name !== undefined && text !== undefined) scope.variables.set(name, text)
}

const setByRead: Check = ({ parsed, scope, input }) => {
  const name = parsed.operands.at(-1)?.value
  if (name !== undefined && input !== undefined) scope.variables.set(name, input)
}

/** Git runs what some of its options and sub-commands name; a message is only text. */
const runsByGit: Check = ({ args, scope, judge }) => {
  args.forEach(({ value }, i) => {
    const before = args[i - 1]?.value ?? ''
    const isMessage =
      /^(?:-[a-z]*m|--message|-F|--author|--date|--grep|-S|-G)$/.test(before) ||
      /^(?:-m|--message=|--author=)/.test(value)
    const rest = /^(?:run|foreach)$/.test(value) ? args.slice(i + 1).map((arg) => arg.value) : []
    const text =
      rest.length > 0 ? rest.join(' ') : /\s/.test(value) && !isMessage ? value.replace(/^(?:--?[\w-]+=)?!?/, '') : ''
    if (text !== '') scope.aside('destructive', () => void judge.script(text, scope))
  })
}

const byName: [string, Check][] = [
  ['rm rmdir unlink', (call) => judgeRemoval(call.args, call.parsed, call.scope)],
  ['find gfind', (call) => judgeFind(call.args, call.scope, call.judge)],
  ['sed gsed', (call) => judgeSed(call, call.parsed, call.facts)],
  ['jq yq', (call) => judgeFilter(call, call.facts)],
  [
    'awk gawk mawk nawk',
    (call) => {
      judgeAwk(call, call.facts)
      if (call.args.some((arg) => arg.value === 'inplace')) sinkAll(call)
    },
  ],
  [
    'cp install ln scp',
    (call) => {
      sinkLast(call)
      if (call.name !== 'ln') judgeEmptying(call.parsed, call.scope)
      // `install -d` sets rights and owner of a directory that is there.
      if (call.name === 'install' && hasFlag(call.parsed, 'd', [])) judgeRights(call.parsed, call.scope)
      if (call.name === 'cp') judgeTreeCopy(call.parsed.operands, call.scope)
    },
  ],
  ['rsync', sinkSync],
  ['docker podman', sinkContainer],
  ['systemctl service invoke-rc.d rc-service', (call) => judgeStartedUnits(call.parsed, call.scope)],
  ['chmod chown chgrp setfacl chattr', (call) => judgeRights(call.parsed, call.scope)],
  ['touch mkdir', (call) => judgeTouch(call.parsed, call.scope)],
  ['unzip', sinkUnpack],
  ['perl ruby vim vi nvim ex ed emacs nano', sinkEdited],
  ['mv', sinkMove],
  ['tee sponge', sinkTee],
  ['truncate shred badblocks', sinkAll],
  ['dd dcfldd dc3dd', sinkKeyed],
  ['ddrescue dd_rescue', sinkSecond],
  ['gzip bzip2 xz lzma compress pigz zstd lz4', sinkPacked],
  ['uniq xxd', (call) => (call.covered ? undefined : sinkSecond(call))],
  ['socat', sinkSocat],
  [
    'curl',
    (call) => {
      sinkOption(/^(?:-[A-Za-z]*o|--output)(?:=(.+))?$/)(call)
      judgeDownloadDirectory(call.args, call.scope)
    },
  ],
  [
    'wget',
    (call) => {
      sinkOption(/^(?:-[A-Za-z]*O|--output-document)(?:=(.+))?$/)(call)
      judgeDownloadDirectory(call.args, call.scope)
    },
  ],
  ['aria2c', (call) => judgeDownloadDirectory(call.args, call.scope)],
  ['sort', sinkOption(/^(?:-[A-Za-z]*o|--output)(?:=(.+))?$/)],
  [
    'tar bsdtar',
    (call) => {
      if (hasFlag(call.parsed, 'c', []) || hasFlag(call.parsed, 'create', [])) sinkArchive(call)
      sinkUnpack(call)
    },
  ],
  ['cd pushd', changeDirectory],
  ['git', runsByGit],
  ['printf', setByPrintf],
  ['read', setByRead],
  ['trap complete', judgeFirstOperand],
  ['alias', judgeAlias],
  ['ansible ansible-playbook salt salt-call puppet fab pssh parallel-ssh pdsh', runsElsewhere],
  [
    'python python2 python3 node nodejs php lua luajit tclsh wish expect Rscript julia osascript gdb jshell sqlite3 mysql psql make gcc nmap less more most pg man nc ncat pwsh deno bun',
    code,
  ],
]

const CHECKS: ReadonlyMap<string, Check> = new Map(
  byName.flatMap(([names, check]) => names.split(' ').map((name): [string, Check] => [name, check])),
)
