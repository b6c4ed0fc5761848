import { type Arg, hasFlag, type ParsedArgs } from './arguments.ts'
import type { BashScope } from './bash-scope.ts'
import { isRawDisk, isWholeRoot, patternOf, placesOf } from './paths.ts'
import { sinkOf } from './sinks.ts'

const WHOLE_ROOT = { en: 'deletes the whole system', zh: '删除整个系统' }
const MANY = { en: 'deletes everything a wildcard matches', zh: '删除通配符匹配的所有内容' }

/** Judges what `rm` and its relatives remove. */
export function judgeRemoval(args: readonly Arg[], parsed: ParsedArgs, scope: BashScope): void {
  const isRecursive = ['r', 'R', 'recursive'].some((flag) => hasFlag(parsed, flag, []))
  if (parsed.longs.some((name) => name.length > 3 && 'no-preserve-root'.startsWith(name))) {
    scope.verdict.add('forbidden', 'rm.root', WHOLE_ROOT)
  }
  for (const arg of args) {
    const pattern = patternOf(arg)
    if (pattern === '') continue
    const places = placesOf(pattern, scope.directories)
    if (isRecursive && places.some(isWholeRoot)) scope.verdict.add('forbidden', 'rm.root', WHOLE_ROOT)
    const sink = sinkOf(arg, scope.directories, true)
    if (sink && sink.class !== 'forbidden') {
      scope.verdict.add(sink.class, sink.rule, sink.reason)
      if (sink.cutsOff) scope.verdict.isCuttingOff = true
    }
    if (places.some(isRawDisk) || /^[*?[]/.test(arg.glob ?? '')) scope.verdict.add('destructive', 'rm.many', MANY)
  }
}
