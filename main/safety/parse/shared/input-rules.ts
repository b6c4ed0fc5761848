import { COMMAND_MAX_BYTES } from '../../../../preload/contract/models/limits.ts'
import type { Shell } from '../../../../preload/contract/models/safety/safety.ts'
import { RefusedText } from './refused-text.ts'

const PLAIN = /^[\t\n\x20-\x7e]*$/
const LETTER_OR_DIGIT = /^[\p{L}\p{Nd}\u3007]$/u
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u
const CJK_PUNCTUATION =
  /^[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe5]$/
/** PowerShell reads these as quotation marks. */
const POWERSHELL_QUOTES = /^[\u2018-\u201f]$/

/** A code point as it is shown to people: `U+202E`. */
function escapedCodePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** True if the text is printable ASCII, tab and newline only. */
export function isPlainText(text: string): boolean {
  return PLAIN.test(text)
}

function refuseChar(char: string, index: number): never {
  const shown = escapedCodePoint(char)
  throw new RefusedText('input.character', {
    en: `holds a character that is not accepted: ${shown} at position ${index + 1}`,
    zh: `含有不接受的字符：${shown}（第 ${index + 1} 个位置）`,
  })
}

/**
 * Refuses a text that is too long or holds characters that look like others or are not seen.
 *
 * Handles: control, escape, bidirectional and zero-width characters, letters of other scripts in names and options.
 * @example `echo 温度` → read
 * @example `ls -l` → refused
 * @throws RefusedText
 */
export function checkInput(command: string, shell: Shell): void {
  const bytes = Buffer.byteLength(command, 'utf8')
  if (bytes === 0) throw new RefusedText('input.empty', { en: 'the command is empty', zh: '命令为空' })
  if (bytes > COMMAND_MAX_BYTES) {
    throw new RefusedText('input.length', {
      en: `the command is longer than ${COMMAND_MAX_BYTES} bytes`,
      zh: `命令超过 ${COMMAND_MAX_BYTES} 字节`,
    })
  }
  if (PLAIN.test(command)) return
  checkCharacters(command, shell)
  if (command.normalize('NFC') !== command) {
    throw new RefusedText('input.nfc', {
      en: 'holds characters that are not in composed form (NFC)',
      zh: '含有未规范化（非 NFC）的字符',
    })
  }
}

function checkCharacters(command: string, shell: Shell): void {
  const quoted = quotedPositions(command, shell)
  let index = 0
  for (const char of command) {
    if (!PLAIN.test(char)) {
      const isLetter = LETTER_OR_DIGIT.test(char) && !INVISIBLE.test(char)
      const isPunctuation = CJK_PUNCTUATION.test(char) && quoted[index] === 1
      if (shell === 'powershell' && POWERSHELL_QUOTES.test(char)) refuseChar(char, index)
      if (!isLetter && !isPunctuation) refuseChar(char, index)
    }
    index += char.length
  }
}

const ESCAPE = { bash: '\\', powershell: '`', cmd: '' } as const

/** Marks the UTF-16 positions inside quotes. */
function quotedPositions(command: string, shell: Shell): Uint8Array {
  const marks = new Uint8Array(command.length)
  let open = ''
  for (let i = 0; i < command.length; i++) {
    const char = command.charAt(i)
    if (open) {
      if (char === open) open = ''
      else if (char === ESCAPE[shell] && open === '"') i++
      else marks[i] = 1
    } else if (char === '"' || (char === "'" && shell !== 'cmd')) open = char
    else if (char !== '' && char === ESCAPE[shell]) i++
  }
  return marks
}

/**
 * Names of programs and options are ASCII, so that nothing can look like another program.
 * @throws RefusedText
 */
export function requireAsciiName(name: string): void {
  if (PLAIN.test(name)) return
  for (const char of name) {
    if (PLAIN.test(char)) continue
    const shown = escapedCodePoint(char)
    throw new RefusedText('input.name', {
      en: `a program name or an option holds ${shown}; only ASCII is accepted there`,
      zh: `程序名或选项含有 ${shown}，此处只接受 ASCII 字符`,
    })
  }
}
