import type { LocalizedText } from '../../../../preload/contract/models/text.ts'

/** Why something cannot be judged; keys are the rule identifiers after `floor.`. */
export const FLOOR_REASONS = {
  parse: { en: 'cannot be judged: not valid shell syntax', zh: '无法判断：不是有效的 shell 语法' },
  signs: { en: 'cannot be judged: parentheses outside of quotes', zh: '无法判断：引号外的括号' },
  redirection: { en: 'cannot be judged: redirection to or from a file', zh: '无法判断：重定向到文件或来自文件' },
  substitution: { en: 'cannot be judged: command substitution', zh: '无法判断：命令替换' },
  process: { en: 'cannot be judged: process substitution', zh: '无法判断：进程替换' },
  variable: { en: 'cannot be judged: variable', zh: '无法判断：变量' },
  arithmetic: { en: 'cannot be judged: arithmetic expansion', zh: '无法判断：算术展开' },
  quoting: { en: "cannot be judged: $'…' quoting", zh: "无法判断：$'…' 引用" },
  heredoc: { en: 'cannot be judged: here-document', zh: '无法判断：此处文档（here-document）' },
  subshell: { en: 'cannot be judged: subshell', zh: '无法判断：子 shell' },
  group: { en: 'cannot be judged: command group', zh: '无法判断：命令组' },
  background: { en: 'cannot be judged: runs in the background', zh: '无法判断：在后台运行' },
  control: { en: 'cannot be judged: control flow', zh: '无法判断：流程控制' },
  function: { en: 'cannot be judged: defines a function', zh: '无法判断：定义函数' },
  assignment: { en: 'cannot be judged: sets variables', zh: '无法判断：设置变量' },
  brace: { en: 'cannot be judged: brace expansion in the program name', zh: '无法判断：程序名中有花括号展开' },
  braces: { en: 'cannot be judged: brace expansion too large', zh: '无法判断：花括号展开过大' },
  glob: { en: 'cannot be judged: wildcard in the program name', zh: '无法判断：程序名中有通配符' },
  depth: { en: 'cannot be judged: nested too deep', zh: '无法判断：嵌套过深' },
  place: { en: 'cannot be judged: program outside the system directories', zh: '无法判断：程序不在系统目录中' },
  name: { en: 'cannot be judged: the program is only known on the device', zh: '无法判断：程序名只有设备上才知道' },
  code: { en: 'cannot be judged: code of another language', zh: '无法判断：其他语言的代码' },
  place_of_program: { en: 'cannot be judged: unusual options before a program', zh: '无法判断：程序前有不常见的选项' },
  sent: {
    en: 'what one part reads goes to one that talks to the network, and may leave the device',
    zh: '前一部分读取的内容会交给访问网络的部分，可能离开设备',
  },
  large: { en: 'cannot be judged: too many parts', zh: '无法判断：组成部分过多' },
} as const satisfies Record<string, LocalizedText>

export type FloorReason = keyof typeof FLOOR_REASONS
