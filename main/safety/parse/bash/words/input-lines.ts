import type { BashScope, InnerJudge } from '../bash-scope.ts'
import { judgeCode } from './inner-text.ts'

const MAX_LINES = 40
/** Fields of a line of crontab(5) before its command. */
const SCHEDULE_FIELDS = 5

/**
 * Judges literal text given to an editor, a database or `crontab` line by line for what it would run.
 *
 * Handles: `!command`, lines of crontab(5), recipes of make, code.
 * @example `echo '0 5 * * * rm -rf /srv' | crontab -` → destructive
 * @example `echo '!reboot' | ed` → destructive
 */
export function judgeInputLines(input: string, scope: BashScope, judge: InnerJudge): void {
  for (const line of input.split('\n').slice(0, MAX_LINES)) {
    const bare = line.trim().replace(/^:/, '').trimStart()
    const escaped = bare.startsWith('!') ? bare.replace(/^!+/, '') : ''
    const words = line.trim().split(/\s+/)
    const scheduled = words.slice(line.trimStart().startsWith('@') ? 1 : SCHEDULE_FIELDS).join(' ')
    const recipe = /^[\w.-]+:([\s\S]+)$/.exec(line)?.[1]?.replace(/^[\s;]+/, '')
    for (const text of [escaped, scheduled, recipe]) {
      if (text) scope.aside('destructive', () => void judge.script(text, scope))
    }
    judgeCode(line, scope, judge)
  }
}
