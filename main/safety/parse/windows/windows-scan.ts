import type { CommandClass } from '../../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { hasInOrder } from '../shared/in-order.ts'

interface Finding {
  readonly class: CommandClass
  readonly rule: string
  readonly reason: LocalizedText
}

const DESTROYS = { en: 'names something that deletes or stops', zh: '包含删除或停止操作' }
const SCRIPTS = { en: 'runs downloaded or decoded text as commands', zh: '将下载或解码的内容当作命令执行' }
const BOMB = { en: 'fork bomb: a script that starts itself', zh: 'fork 炸弹：不断启动自身的脚本' }
const DRIVE = { en: 'deletes a whole drive', zh: '删除整个驱动器' }

/** Verbs of cmdlets that take away, whatever their noun. */
export const DESTRUCTIVE_VERB =
  /^(?:remove|stop|restart|clear|disable|uninstall|unregister|suspend|reset|initialize|dismount|disconnect|revoke|block|deny|optimize|limit|debug)-[a-z]/i

const WORDS = new RegExp(
  [
    String.raw`\b(?:remove|stop|restart|clear|disable|uninstall|unregister|suspend|reset|initialize|dismount)-[a-z{]`,
    String.raw`\bformat-volume\b`,
    String.raw`(?:\.|::)\s*['"]?(?:delete|kill|stop|terminate|reboot|shutdown|win32shutdown\w*|closemainwindow|setdynamicdnsregistration|disable|uninstall|moveto)['"]?\s*\(`,
    String.raw`(?:%|foreach|foreach-object)\s+(?:-\w+\s+)?(?:delete|kill|stop|terminate|reboot|shutdown|disable|uninstall)\b`,
    String.raw`(?:^|[\s;|&({'"=])(?:del|erase|ri|rmdir|rd|rm|spps|spsv|kill|taskkill|shutdown|logoff|diskpart|format|vssadmin|bcdedit|wevtutil|takeown|icacls|clc|clhy)(?:\.exe)?(?=$|[\s;|&)}'"/])`,
  ].join('|'),
  'i',
)

interface Shape {
  readonly parts: readonly RegExp[]
  /** Text that must not stand between the parts. */
  readonly breaker?: RegExp
  readonly rule: string
  readonly reason: LocalizedText
}

const LINE = /\n/
const COMMAND = /[\n|&;]/
const ADDRESS = 'windows.script.address'

const FORBIDDEN: readonly Shape[] = [
  { parts: [/\bmshta(?:\.exe)?["']?\s+["']?(?:https?|javascript|vbscript):/i], rule: ADDRESS, reason: SCRIPTS },
  { parts: [/\bregsvr32(?:\.exe)?\b/i, /\/i:["']?https?:/i], breaker: COMMAND, rule: ADDRESS, reason: SCRIPTS },
  { parts: [/\brundll32(?:\.exe)?\b/i, /javascript:/i], breaker: /[\n|;]/, rule: ADDRESS, reason: SCRIPTS },
  {
    parts: [/\b(?:wscript|cscript|msiexec|installutil|regasm|msbuild)(?:\.exe)?\b/i, /["'\s/:]https?:\/\//i],
    breaker: COMMAND,
    rule: ADDRESS,
    reason: SCRIPTS,
  },
  {
    parts: [
      /\bfor\s+\/f\b/i,
      /\b(?:curl|wget|certutil|bitsadmin|iwr|irm)\b/i,
      /\bdo\b[\s(@]*(?:call\s+|start\s+|cmd\s+\/c\s+)?"?%%?~?\w"?(?=$|[\s)&|])/i,
    ],
    breaker: LINE,
    rule: 'windows.loop.download',
    reason: SCRIPTS,
  },
  {
    parts: [/\bfor\s+\/l\s+%%?\w\s+in\s*\(\s*(?:,|\d+\s*,\s*0\s*,|\))/i, /\bdo\b[\s(@]*(?:start|cmd|call|%0)/i],
    rule: 'windows.bomb',
    reason: BOMB,
  },
  { parts: [/\bstart\b/i, /%~?[a-z]{0,8}0/i, /\bgoto\b/i], breaker: LINE, rule: 'windows.bomb', reason: BOMB },
  {
    parts: [
      /\b(?:while\s*\(\s*(?:1|\$true)\s*\)|for\s*\(\s*;\s*;\s*\))\s*\{/i,
      /\b(?:start-process|saps|start|start-job|sajb)\b/i,
    ],
    breaker: /\}/,
    rule: 'windows.bomb',
    reason: BOMB,
  },
  { parts: [/\bdirectory\]?::delete\(\s*['"][a-z]:[\\/]*['"]/i], rule: 'windows.drive', reason: DRIVE },
  {
    parts: [/::(?:write\w*|open\w*|create)\(\s*['"]\\\\[.?]\\(?:physicaldrive|[a-z]:['"])/i],
    rule: 'windows.raw',
    reason: { en: 'writes to a raw disk', zh: '直接写入原始磁盘' },
  },
]

/** True if a function starts itself and, by a pipe or in a row, itself once more. */
function definesBomb(text: string): boolean {
  return [...text.matchAll(/\bfunction\s+([\w-]+)\s*\{/gi)].some((head) => {
    const name = (head[1] ?? '').toLowerCase()
    const body = (text.slice(head.index + head[0].length).split('}', 1)[0] ?? '').toLowerCase()
    return body.split(/[|;&]/).filter((part) => part.trim() === name).length > 1
  })
}

/**
 * Finds what the text of a Windows command holds that no list of words may hide; linear in its length.
 *
 * Handles: scripts run from an address, downloads run in a loop, fork bombs, whole drives, raw disks.
 * @example cmd `mshta http://x/a.hta` → forbidden
 * @example cmd `regsvr32 /s /i:http://x/a.sct scrobj.dll` → forbidden
 * @example powershell `while ($true) { Start-Process x }` → forbidden
 */
export function scanWindows(text: string): Finding | undefined {
  const found = FORBIDDEN.find(({ parts, breaker }) => hasInOrder(text, parts, breaker))
  if (found) return { class: 'forbidden', rule: found.rule, reason: found.reason }
  return definesBomb(text) ? { class: 'forbidden', rule: 'windows.bomb', reason: BOMB } : undefined
}

/** For text that cannot be judged word by word: names of what destroys, quoting and joining undone. */
export function scanWindowsWords(text: string): Finding | undefined {
  const joined = text.replace(/['"]\s*\+\s*['"]/g, '').replace(/[`^]/g, '')
  return WORDS.test(joined) ? { class: 'destructive', rule: 'windows.words', reason: DESTROYS } : undefined
}
