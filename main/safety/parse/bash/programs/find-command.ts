import type { Arg } from '../../shared/arguments.ts'
import { scanLiteral } from '../../shared/literal-scan.ts'
import { isWholeRoot, patternOf, placesOf } from '../../shared/paths.ts'
import { isCovered } from '../../shared/read-coverage.ts'
import type { RuleIndex } from '../../shared/rule-index.ts'
import { isTreeWithSecrets } from '../../shared/secret-paths.ts'
import { addSink } from '../../shared/sinks.ts'
import { type BashScope, type InnerJudge, MAX_SCRIPT_DEPTH } from '../bash-scope.ts'
import { FLOOR_REASONS } from '../floor-reasons.ts'
import { READS_TREE } from '../secret-check.ts'

const RUNS = { en: 'find runs a program for each file', zh: 'find 对每个文件运行程序' }
const REMOVES = { en: 'deletes the files found', zh: '删除找到的文件' }
const WHOLE_ROOT = { en: 'deletes the whole system', zh: '删除整个系统' }
const REMOVER = /(?:^|\/)(?:rm|unlink|shred|srm)$/
const CHANGES_ALL = { en: 'changes rights or owners of all that is found', zh: '更改找到的所有文件的权限或所有者' }
const RIGHTS = /(?:^|\/)(?:chmod|chown|chgrp|setfacl|chattr|truncate|mv)$/
const EXEC = /^-(?:exec|execdir|ok|okdir)$/
const FILTER =
  /^-(?:i?name|i?path|i?wholename|i?regex|[acm]time|[acm]min|newer.*|size|user|group|uid|gid|perm|empty|inum|links|samefile|nouser|nogroup|i?lname|fstype)$/

export const isFind = (name: string): boolean => name === 'find' || name === 'gfind'

/**
 * Returns the arguments without actions that run a program which only reads, because its manual covers every word of it.
 *
 * Handles: `-exec` and `-execdir`, ended by `;` or `+`.
 * @example `find / -size +50M -exec ls -lh {} \;` → read
 */
export function withoutReadActions(args: readonly Arg[], tables: RuleIndex): readonly Arg[] {
  if (!args.some((arg) => EXEC.test(arg.value))) return args
  const kept: Arg[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (!arg) continue
    const end = /^-exec(?:dir)?$/.test(arg.value) ? endOfAction(args, i) : -1
    if (end > i && isReadAction(args.slice(i + 1, end), tables)) i = end
    else kept.push(arg)
  }
  return kept
}

const endOfAction = (args: readonly Arg[], start: number): number =>
  args.findIndex((word, k) => k > start && (word.value === ';' || word.value === '+'))

function isReadAction([program, ...rest]: readonly Arg[], tables: RuleIndex): boolean {
  return program !== undefined && isCovered(tables.cover(program.value, rest))
}

/** True if the program opens what `find` names for it. */
function opensFound([program, ...rest]: readonly Arg[], tables: RuleIndex): boolean {
  const coverage = program && tables.cover(program.value, rest)
  return isCovered(coverage) && coverage.files.some((file) => file.value.includes('{}'))
}

/**
 * Judges the actions of `find`: what it runs, deletes or writes.
 *
 * Handles: `-exec`, `-execdir`, `-ok`, `-okdir`, `-delete`, `-fprint`, `-fprintf`, `-fls`.
 * @example `find / -delete` → forbidden
 * @example `find /var/log -name '*.gz' -delete` → destructive
 * @example `find /var/log -exec cat {} +` → read
 * @example `find /etc -exec cat {} +` → change
 */
export function judgeFind(args: readonly Arg[], scope: BashScope, judge: InnerJudge): void {
  let isDeleting = args.some((arg) => arg.value === '-delete')
  for (let i = 0; i < args.length; i++) {
    const text = args[i]?.value ?? ''
    if (/^-f(?:print0?|printf|ls)$/.test(text)) {
      const file = args[i + 1]
      if (file) addSink(file, scope.directories, 'erase', scope.verdict)
    }
    if (!EXEC.test(text)) continue
    const end = endOfAction(args, i)
    const inner = args.slice(i + 1, end < 0 ? undefined : end)
    if (/^-ok/.test(text) || !isReadAction(inner, scope.tables)) scope.verdict.add('unknown', 'find.exec', RUNS)
    else if (opensFound(inner, scope.tables) && rootsOf(args).some((root) => mayHoldSecrets(root, scope)))
      scope.verdict.add('change', 'secret.tree', READS_TREE)
    if (inner.some((word) => REMOVER.test(word.value))) {
      isDeleting = true
      scope.verdict.add('destructive', 'find.remove', REMOVES)
    }
    if (inner.some((word) => RIGHTS.test(word.value))) scope.verdict.add('destructive', 'find.rights', CHANGES_ALL)
    judgeInner(inner, scope, judge)
    i = end < 0 ? args.length : end
  }
  if (!isDeleting || args.some((arg, i) => FILTER.test(arg.value) && !/^\*+$/.test(args[i + 1]?.value ?? ''))) return
  if (rootsOf(args).some((root) => placesOf(patternOf(root), scope.directories).some(isWholeRoot))) {
    scope.verdict.add('forbidden', 'find.root', WHOLE_ROOT)
  }
}

function rootsOf(args: readonly Arg[]): Arg[] {
  const roots = args.slice(0, firstExpression(args)).filter((arg) => !/^-[HLPDO]/.test(arg.value))
  return roots.length > 0 ? roots : [{ value: '.' }]
}

/** Below a relative place lies the home of the executor, with its own configuration. */
const mayHoldSecrets = (root: Arg, scope: BashScope): boolean =>
  !root.value.startsWith('/') || isTreeWithSecrets(root, scope.directories)

/** Returns what `find` prints first if it filters nothing: the places it starts from. */
export function findOutput(words: readonly string[]): string | undefined {
  if (words.some((word) => FILTER.test(word) || EXEC.test(word) || word === '-delete')) return undefined
  const roots = words
    .slice(0, firstExpression(words.map((value) => ({ value }))))
    .filter((word) => !/^-[HLPDO]/.test(word))
  return roots.length > 0 ? roots.join('\n') : '.'
}

function judgeInner(inner: readonly Arg[], scope: BashScope, judge: InnerJudge): void {
  if (scope.depth >= MAX_SCRIPT_DEPTH) {
    const text = inner.map((word) => word.value).join(' ')
    scope.verdict.add(scanLiteral(text, true), 'floor.depth', FLOOR_REASONS.depth)
    return
  }
  scope.depth++
  judge.argv(inner, scope, undefined)
  scope.depth--
}

function firstExpression(args: readonly Arg[]): number {
  const at = args.findIndex((arg) => /^-[a-z]|^[(!]$/.test(arg.value))
  return at < 0 ? args.length : at
}
