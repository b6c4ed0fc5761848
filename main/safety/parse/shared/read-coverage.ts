import type { CoveredRead, OpenRead } from '../../manual/cover-read.ts'
import type { Verdict } from './verdict.ts'

const MAX_SHOWN = 40

/** True if every word of the call is on the list of its program. */
export function isCovered(coverage: CoveredRead | OpenRead | undefined): coverage is CoveredRead {
  return coverage !== undefined && 'form' in coverage
}

/**
 * Says which word keeps a call from being a known read, and what the known form would be. `open` is undefined where the
 * program has no manual.
 *
 * Handles: options, values and operands that are not on the list.
 * @example `df --frobnicate` → unknown
 * @example `df -h` → read
 */
export function addOpenRead(name: string, open: OpenRead | undefined, isListed: boolean, verdict: Verdict): void {
  const program = shown(name)
  if (!open) {
    verdict.add('unknown', `unlisted.${isListed ? 'use' : 'program'}`, {
      en: `“${program}” is not on the list of known reads`,
      zh: `“${program}”不在已知只读命令列表中`,
    })
    return
  }
  const known = open.known === undefined ? undefined : shown(open.known)
  verdict.add('unknown', 'unlisted.use', {
    en: `${whyOpen(open, program)}${known === undefined ? '' : `; “${known}” is a known read`}`,
    zh: `${whyOpenZh(open, program)}${known === undefined ? '' : `；“${known}”是已知的只读用法`}`,
  })
}

function whyOpen({ why, word }: OpenRead, program: string): string {
  if (why === 'missing') return `this use of “${program}” is not on the list of known reads`
  const what = why === 'operand' ? 'argument' : why === 'value' ? 'value' : 'option'
  return `“${program}”: the ${what} “${shown(word)}” is not on the list of known reads`
}

function whyOpenZh({ why, word }: OpenRead, program: string): string {
  if (why === 'missing') return `“${program}”的这种用法不在已知只读命令列表中`
  const what = why === 'operand' ? '参数' : why === 'value' ? '取值' : '选项'
  return `“${program}”：${what}“${shown(word)}”不在已知只读命令列表中`
}

const shown = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text)
