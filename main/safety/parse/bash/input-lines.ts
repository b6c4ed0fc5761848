import type { BashScope, InnerJudge } from './bash-scope.ts'
import { judgeCode } from './inner-text.ts'

const MAX_LINES = 40

/** Judges literal text given to an editor, a database or `crontab` line by line for what it would run. */
export function judgeInputLines(input: string, scope: BashScope, judge: InnerJudge): void {
  for (const line of input.split('\n').slice(0, MAX_LINES)) {
    const escaped = /^\s*:?\s*!+(.+)$/.exec(line)?.[1]
    const scheduled = /^\s*(?:@\w+|(?:\S+[ \t]+){5})(.+)$/.exec(line)?.[1]
    const recipe = /^[\w.-]+:\s*;?\s*(.+)$/.exec(line)?.[1]
    for (const text of [escaped, scheduled, recipe]) {
      if (text) scope.aside('destructive', () => void judge.script(text, scope))
    }
    judgeCode(line, scope, judge)
  }
}
