import { findWindowsSecret } from '../../secrets/find-windows-secret.ts'

/** Reasons for what the tables of Windows cannot say. */
export const WINDOWS = {
  drive: { en: 'deletes a whole drive', zh: '删除整个驱动器' },
  rawDisk: { en: 'writes to a raw disk', zh: '直接写入原始磁盘' },
  download: { en: 'runs downloaded or decoded text as commands', zh: '将下载或解码的内容当作命令执行' },
  forkBomb: { en: 'fork bomb: a script that starts itself', zh: 'fork 炸弹：不断启动自身的脚本' },
  expression: { en: 'cannot be judged: variables, expressions or script blocks', zh: '无法判断：变量、表达式或脚本块' },
  redirection: { en: 'cannot be judged: redirection', zh: '无法判断：重定向' },
  call: { en: 'cannot be judged: runs a program through an operator', zh: '无法判断：通过调用运算符运行程序' },
  escape: { en: 'cannot be judged: escape characters', zh: '无法判断：转义字符' },
  quote: { en: 'cannot be judged: a quote does not end', zh: '无法判断：引号未闭合' },
  place: { en: 'cannot be judged: program outside the system directories', zh: '无法判断：程序不在系统目录中' },
  depth: { en: 'cannot be judged: nested too deep', zh: '无法判断：嵌套过深' },
  removeMany: { en: 'deletes everything it is given', zh: '删除传入的所有内容' },
  secret: { en: 'reads a secret (a key or a password file)', zh: '读取机密（密钥或密码文件）' },
} as const

/** Files, registry keys and variables that hold secrets on Windows, by the table of places. */
export const WINDOWS_SECRET = { test: (word: string): boolean => findWindowsSecret(word) !== undefined } as const
export const RAW_DRIVE = /\\\\[.?]\\(?:physicaldrive\d|harddisk\w*|[a-z]:$)/i

/**
 * True if a word names a secret, from where the command is or from a directory that it changed to.
 *
 * Handles: files, registry keys and variables of the table of places.
 * @example cmd `type C:\Users\pi\.ssh\id_rsa` → change
 * @example powershell `Get-Content .env` → change
 */
export function namesSecret(word: string, places: readonly string[]): boolean {
  if (WINDOWS_SECRET.test(word)) return true
  const isRelative = !/^(?:[a-z]+:|[\\/~])/i.test(word)
  return isRelative && places.some((place) => WINDOWS_SECRET.test(`${place}\\${word}`))
}

/** Properties that show the environment of a process, a recovery password or another secret. */
export const HOLDS_SECRET =
  /\.\s*(?:environment|startinfo|keyprotector|recovery|credential|\w*(?:passw|secret|token|privatekey))/i
