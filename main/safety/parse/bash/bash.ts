import { isPlainText } from '../shared/input-rules.ts'
import { scanLiteral } from '../shared/literal-scan.ts'
import { RefusedText } from '../shared/refused-text.ts'
import type { RuleIndex } from '../shared/rule-index.ts'
import type { Verdict } from '../shared/verdict.ts'
import { BashScope } from './bash-scope.ts'
import { judgeScript } from './bash-walk.ts'
import { FLOOR_REASONS } from './floor-reasons.ts'

/**
 * Judges a text for bash and sh; the entrance of this folder.
 *
 * Handles: every command in the text, also in substitutions, pipelines and bodies; where there are too many parts the whole
 * text is scanned as well.
 * @example `df -h; uptime` → read
 * @example `ls && rm -rf /` → forbidden
 * @throws RefusedText when it holds no command or a name that is not ASCII.
 */
export function judgeBash(command: string, tables: RuleIndex): Verdict {
  const scope = new BashScope(tables)
  scope.isAscii = isPlainText(command)
  judgeScript(command, scope)
  if (scope.isOverBudget) scope.verdict.add(scanLiteral(command, true), 'floor.large', FLOOR_REASONS.large)
  if (scope.steps === 0 && scope.verdict.count === 0) {
    throw new RefusedText('input.nothing', { en: 'holds no command', zh: '不含任何命令' })
  }
  return scope.verdict
}
