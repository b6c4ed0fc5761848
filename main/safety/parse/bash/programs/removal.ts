import { type Arg, hasFlag, type ParsedArgs } from '../../shared/arguments.ts'
import { isRawDisk, isSystemDirectory, isWholeRoot, patternOf, placesOf } from '../../shared/paths.ts'
import { sinkOf } from '../../shared/sinks.ts'
import type { BashScope } from '../bash-scope.ts'

const WHOLE_ROOT = { en: 'deletes the whole system', zh: '删除整个系统' }
const OPAQUE = { en: 'deletes what only the device can name', zh: '删除只有设备才能确定的内容' }
/** Recursive deletion of this many of them leaves no system. */
const SYSTEM_DIRECTORIES = 4
const MANY = { en: 'deletes everything a wildcard matches', zh: '删除通配符匹配的所有内容' }

/**
 * Judges what `rm`, `rmdir` and `unlink` remove.
 *
 * Handles: the root directory and its spellings, `--no-preserve-root`, several system directories at once, wildcards that
 * match everything, names that only the device knows, raw disks and other vital objects.
 * @example `rm -rf /` → forbidden
 * @example `rm -r --no-preserve /` → forbidden
 * @example `rm -rf /bin /etc /usr /var` → forbidden
 * @example `rm *` → destructive
 * @example `rm old.log` → change
 */
export function judgeRemoval(args: readonly Arg[], parsed: ParsedArgs, scope: BashScope): void {
  const isRecursive = ['r', 'R', 'recursive'].some((flag) => hasFlag(parsed, flag, []))
  if (parsed.longs.some((name) => name.length > 3 && 'no-preserve-root'.startsWith(name))) {
    scope.verdict.add('forbidden', 'rm.root', WHOLE_ROOT)
  }
  let systemDirectories = 0
  for (const arg of args) {
    const pattern = patternOf(arg)
    if (arg.isOpaque) scope.verdict.add('destructive', 'rm.opaque', OPAQUE)
    if (pattern === '') continue
    const places = placesOf(pattern, scope.directories)
    if (places.some(isSystemDirectory)) systemDirectories++
    if (isRecursive && places.some(isWholeRoot)) scope.verdict.add('forbidden', 'rm.root', WHOLE_ROOT)
    const sink = sinkOf(arg, scope.directories, 'erase')
    if (sink && sink.class !== 'forbidden') {
      scope.verdict.add(sink.class, sink.rule, sink.reason)
      if (sink.cutsOff) scope.verdict.isCuttingOff = true
    }
    if (places.some(isRawDisk) || /^[*?[]/.test(arg.glob ?? '')) scope.verdict.add('destructive', 'rm.many', MANY)
  }
  if (isRecursive && systemDirectories >= SYSTEM_DIRECTORIES) scope.verdict.add('forbidden', 'rm.root', WHOLE_ROOT)
}
