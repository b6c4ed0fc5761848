import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { AssistantOutcome, EarlierTurn } from '../../shared/assistance.ts'
import { changed, type MarkedText } from '../../shared/marked-text.ts'

const SAME =
  /^(?:(?:and |now |then |please )*(?:do |run |show )?(?:the same|same|the same (?:thing|command|again)|same (?:thing|command|again)|again|once more|repeat(?: that| it)?)(?:,? please)?|(?:再|也|同样|一样|请)*(?:来一次|执行一次|看一下|查一下|再来一次|同样的(?:命令|操作)?|一样的|再来|重复(?:一次)?))$/iu
const ERRORS =
  /^(?:(?:and|now|then|please|show)[ ,]*)*(?:only|just)(?: the)? (?:errors?|failures?)(?: please)?$|^(?:(?:现在|再|请)?(?:只|仅)(?:要|看|显示|查看|列出)?(?:其中的?|里面的?)?(?:错误|报错|失败)(?:的|信息|日志|部分)?)$/iu
const PLACE =
  /(?:,|，)? ?(?:\b(?:on|for|at) [\w.-]+(?: ?(?:,|and|&) ?[\w.-]+)*|(?:在|对|到) ?[\w.-]+(?: ?(?:、|,|，|和) ?[\w.-]+)* ?(?:上面|上|也)?) ?/iu
const PUNCTUATION = /(?<![\s.!?。！？，,])[\s.!?。！？，,]+$/u

const AGAIN: LocalizedText = { en: 'The command before, once more.', zh: '再次执行上一条命令。' }
const ONLY_ERRORS: LocalizedText = { en: 'The command before, only its errors.', zh: '上一条命令，仅显示错误。' }
const NOT_REPEATED: LocalizedText = {
  en: 'The command before was not approved, so it is not repeated. Say what is to be done, or type the command.',
  zh: '上一条命令未获批准，因此不会重复执行。请说明要做什么，或直接输入命令。',
}
const source = { kind: 'phrasebook', name: '' } as const

/**
 * Reads "the same" and "only the errors" without a model: the newest command again, or cut down to its errors, with
 * its mark. One that was rejected, has expired or may not be sent is not repeated, and nothing older in its place: the
 * operator would not expect that. Null where the text says something else, or where there is nothing to repeat.
 */
export function repeatedCommand(
  text: MarkedText,
  system: DeviceSystem,
  history: readonly EarlierTurn[],
): AssistantOutcome | null {
  const said = text.text.normalize('NFKC').replace(/\s+/gu, ' ').replace(PLACE, '').trim().replace(PUNCTUATION, '')
  const isSame = SAME.test(said)
  if (!isSame && !ERRORS.test(said)) return null
  const before = history.findLast(({ command }) => command !== null)
  if (!before?.command) return null
  const { isFromDeviceOutput: isMarked } = text
  if (!before.canRepeat) return { kind: 'decline', text: NOT_REPEATED, source, isFromDeviceOutput: isMarked }
  const repeated = isSame ? before.command : changed(before.command, (command) => errorsOf(command, system))
  return {
    kind: 'command',
    command: repeated.text,
    explanation: isSame ? AGAIN : ONLY_ERRORS,
    timeoutS: null,
    source,
    isFromDeviceOutput: isMarked || repeated.isFromDeviceOutput,
  }
}

function errorsOf(command: string, system: DeviceSystem): string {
  if (system === 'windows-powershell') return `${command} | Select-String -Pattern 'error|fail'`
  if (system === 'windows-cmd') return `${command} | findstr /i "error fail"`
  const isOnlyOne = !/[|;&]/u.test(command)
  if (isOnlyOne && /^(?:sudo -n )?journalctl(?: |$)/u.test(command)) return `${command} -p err`
  if (isOnlyOne && /^(?:sudo -n )?dmesg(?: |$)/u.test(command)) return `${command} --level=err,crit,alert,emerg`
  return `${command} | grep -iE 'error|fail'`
}
