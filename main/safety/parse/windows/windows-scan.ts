import type { CommandClass } from '../../../../preload/contract/models/safety.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'

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

const FORBIDDEN: readonly (readonly [RegExp, string, LocalizedText])[] = [
  [/\bmshta(?:\.exe)?["']?\s+["']?(?:https?|javascript|vbscript):/i, 'windows.script.address', SCRIPTS],
  [/\bregsvr32(?:\.exe)?\b[^\n|&;]*\/i:["']?https?:/i, 'windows.script.address', SCRIPTS],
  [/\brundll32(?:\.exe)?\b[^\n|;]*javascript:/i, 'windows.script.address', SCRIPTS],
  [
    /\b(?:wscript|cscript|msiexec|installutil|regasm|msbuild)(?:\.exe)?\b[^\n|&;]*["'\s/:]https?:\/\//i,
    'windows.script.address',
    SCRIPTS,
  ],
  [
    /\bfor\s+\/f\b[^\n]{0,400}\b(?:curl|wget|certutil|bitsadmin|iwr|irm)\b[^\n]{0,400}\bdo\b\s*\(?\s*@?(?:call\s+|start\s+|cmd\s+\/c\s+)?"?%%?~?\w"?(?=$|[\s)&|])/i,
    'windows.loop.download',
    SCRIPTS,
  ],
  [
    /\bfor\s+\/l\s+%%?\w\s+in\s*\(\s*(?:,[^)]*|\d+\s*,\s*0\s*,[^)]*)?\)\s*do\s*\(?\s*@?(?:start|cmd|call|%0)/i,
    'windows.bomb',
    BOMB,
  ],
  [/\bstart\b[^\n]{0,40}%~?[a-z]*0[^\n]{0,200}\bgoto\b/i, 'windows.bomb', BOMB],
  [
    /\b(?:while\s*\(\s*(?:1|\$true)\s*\)|for\s*\(\s*;\s*;\s*\))\s*\{[^}]{0,200}\b(?:start-process|saps|start|start-job|sajb)\b/i,
    'windows.bomb',
    BOMB,
  ],
  [/\bfunction\s+([\w-]+)\s*\{[^}]{0,200}\b\1\s*[|;&]\s*\1\b/i, 'windows.bomb', BOMB],
  [/\bdirectory\]?::delete\(\s*['"][a-z]:[\\/]*['"]/i, 'windows.drive', DRIVE],
  [
    /::(?:write\w*|open\w*|create)\(\s*['"]\\\\[.?]\\(?:physicaldrive|[a-z]:['"])/i,
    'windows.raw',
    { en: 'writes to a raw disk', zh: '直接写入原始磁盘' },
  ],
]

/** What the text of a Windows command holds that no list of words may hide; linear in its length. */
export function scanWindows(text: string): Finding | undefined {
  for (const [pattern, rule, reason] of FORBIDDEN) if (pattern.test(text)) return { class: 'forbidden', rule, reason }
  return undefined
}

/** For text that cannot be judged word by word: names of what destroys, quoting and joining undone. */
export function scanWindowsWords(text: string): Finding | undefined {
  const joined = text.replace(/['"]\s*\+\s*['"]/g, '').replace(/[`^]/g, '')
  return WORDS.test(joined) ? { class: 'destructive', rule: 'windows.words', reason: DESTROYS } : undefined
}
