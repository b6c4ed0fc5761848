import type { DeviceSystem } from '../../preload/contract/models/safety.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { EarlierTurn } from './ask.ts'

interface FollowUp {
  readonly command: string
  readonly explanation: LocalizedText
}

const SAME =
  /^(?:(?:and |now |then |please )*(?:do |run |show )?(?:the same|same|the same (?:thing|command|again)|same (?:thing|command|again)|again|once more|repeat(?: that| it)?)(?:,? please)?|(?:再|也|同样|一样|请)*(?:来一次|执行一次|看一下|查一下|再来一次|同样的(?:命令|操作)?|一样的|再来|重复(?:一次)?))$/iu
const ERRORS =
  /^(?:(?:and|now|then|please|show)[ ,]*)*(?:only|just)(?: the)? (?:errors?|failures?)(?: please)?$|^(?:(?:现在|再|请)?(?:只|仅)(?:要|看|显示|查看|列出)?(?:其中的?|里面的?)?(?:错误|报错|失败)(?:的|信息|日志|部分)?)$/iu
const PLACE =
  /(?:,|，)?\s*(?:\b(?:on|for|at)\s+[\w.-]+(?:\s*(?:,|and|&)\s*[\w.-]+)*|(?:在|对|到)\s*[\w.-]+(?:\s*(?:、|,|，|和)\s*[\w.-]+)*\s*(?:上面|上|也)?)\s*/iu
const PUNCTUATION = /[\s.!?。！？，,]+$/u

/**
 * What "the same" and "only the errors" mean without a model: the newest command again, or cut down to its errors.
 * Null where the text says something else, or where there is nothing to repeat.
 */
export function repeatedCommand(text: string, system: DeviceSystem, history: readonly EarlierTurn[]): FollowUp | null {
  const said = text.normalize('NFKC').replace(PLACE, '').trim().replace(PUNCTUATION, '')
  const before = history.findLast(({ command }) => command !== null)?.command ?? null
  if (before === null) return null
  if (SAME.test(said)) {
    return { command: before, explanation: { en: 'The command before, once more.', zh: '再次执行上一条命令。' } }
  }
  if (!ERRORS.test(said)) return null
  const explanation = { en: 'The command before, only its errors.', zh: '上一条命令，仅显示错误。' }
  return { command: errorsOf(before, system), explanation }
}

function errorsOf(command: string, system: DeviceSystem): string {
  if (system === 'windows-powershell') return `${command} | Select-String -Pattern 'error|fail'`
  if (system === 'windows-cmd') return `${command} | findstr /i "error fail"`
  const isOnlyOne = !/[|;&]/u.test(command)
  if (isOnlyOne && /^(?:sudo -n )?journalctl(?: |$)/u.test(command)) return `${command} -p err`
  if (isOnlyOne && /^(?:sudo -n )?dmesg(?: |$)/u.test(command)) return `${command} --level=err,crit,alert,emerg`
  return `${command} | grep -iE 'error|fail'`
}
