import type { CommandClass } from '../../../../preload/contract/models/safety/safety.ts'
import { hasInOrder } from './in-order.ts'

const DISK = String.raw`/dev/(?:sd[a-z]|hd[a-z]|vd[a-z]|xvd[a-z]|nvme\d|mmcblk\d|disk/|mapper/)`
/** Code that fetches or decodes a text, and code that runs one: together they run what nobody has seen. */
const FETCHES =
  /\b(?:urlopen|urlretrieve|requests?\.get|Net::HTTP|http\.get|https\.get|LWP|file_get_contents|open-uri|b64decode|decode64|base64_decode|decode_base64|atob|frombase64string|unhexlify|a2b_hex|fromhex)\b|['"](?:base64|hex)['"]/
const RUNS = /\b(?:exec|eval|system|popen|execSync|spawn|spawnSync|instance_eval|compile|Function)\b\s*[(\s]/
const SHELL = /\|[ \t]*(?:sudo[ \t]+)?(?:ba|da|z|k|a)?sh\b/
const FORBIDDEN: readonly RegExp[] = [
  /--no-preserve-root/,
  /:\(\)[ \t]*\{/,
  /\bfork[ \t]+while[ \t]+(?:fork|1)|while[ \t]+(?:True|1)[ \t]*:[ \t\n]*os\.fork/,
  new RegExp(`(?:>[ \\t]*["']?|\\bof=|open\\(\\s*["'])${DISK}`),
  /\b(?:rmtree|remove_tree|rmSync|rmdirSync|rm_rf|rm_r|rmdir)\(?\s*\[?["']\/["']/,
  /\bloop\s*(?:\{|do)\s*fork\b/,
]
/** Parts that are forbidden only together, in this order and without a break between them. */
const FORBIDDEN_IN_ORDER: readonly (readonly [readonly RegExp[], RegExp?])[] = [
  [[/\b(?:curl|wget)\b/, SHELL], /[\n;]/],
  [[/\bbase64[ \t]+(?:-d|-D|--decode)\b/, SHELL], /[\n;]/],
  [[/\bwhile[ \t]*\(?(?:True|1|true)/, /\bfork\(/]],
]
const DESTRUCTIVE: readonly RegExp[] = [
  /\b(?:rmtree|unlink|unlinkSync|rmSync|rmdirSync|rmdir|os\.remove|os\.removedirs|os\.kill|File\.delete|FileUtils\.rm\w*|Dir\.delete|truncate|os\.truncate|remove_tree|shell_exec)\b/,
  /\bimport\b[^;\n]{0,80}\b(?:remove|unlink|rmtree|kill|rmdir|removedirs)\b|\bdelete\s*\(/,
  /\bos\.(?:reboot|execv\w*)\b|\breboot\(/,
]
const DESTRUCTIVE_WORDS =
  /(?:^|[\s;&|("'`/\\{$])(?:rm|dd|mkfs[.\w]*|mke2fs|shred|wipefs|blkdiscard|parted|s?fdisk|sgdisk|truncate|reboot|shutdown|poweroff|halt|telinit|kill|pkill|killall|userdel|usermod|useradd|passwd|chpasswd|iptables|nft|ufw|umount|rmmod|mkswap|crontab|systemctl|ifdown|find|chmod|chown|docker|apt|apt-get|dpkg|Remove-Item|Format-Volume|Stop-Computer|del|format|rd|rmdir)(?=$|[\s;&|)"'`}<>])/

/**
 * Judges text that cannot be parsed as a command (code of another language, nesting too deep) by what is written in it.
 * `hasWords` also counts bare names of destructive programs. Linear in the length of the text.
 *
 * Handles: removal of the root directory, fork bombs, downloads into a shell, raw disks, calls that delete.
 * @example `python3 -c 'import shutil; shutil.rmtree("/")'` → forbidden
 * @example `node -e 'fs.unlinkSync("a")'` → destructive
 */
export function scanLiteral(text: string, hasWords: boolean): CommandClass {
  if (FORBIDDEN.some((pattern) => pattern.test(text))) return 'forbidden'
  if (FORBIDDEN_IN_ORDER.some(([parts, breaker]) => hasInOrder(text, parts, breaker))) return 'forbidden'
  if (removesRoot(text) || definesForkBomb(text)) return 'forbidden'
  if (FETCHES.test(text) && RUNS.test(text)) return 'forbidden'
  if (DESTRUCTIVE.some((pattern) => pattern.test(text))) return 'destructive'
  return hasWords && DESTRUCTIVE_WORDS.test(text) ? 'destructive' : 'unknown'
}

const MAX_WORDS = 14

/** True if an `rm` in the text takes the root directory with all below it. */
function removesRoot(text: string): boolean {
  return text
    .split(/\brm[ \t]+/)
    .slice(1)
    .some((rest) => {
      const words = (rest.split(/[\n;&|]/, 1)[0] ?? '').split(/[ \t]+/, MAX_WORDS)
      const isRecursive = words.some((word) => /^-[A-Za-z]*[rR]|^--recursive/.test(word))
      return isRecursive && words.some((word) => /^["']?\/+\.?\*?["')`\]]*$/.test(word))
    })
}

/** True if a function in the text starts itself and more beside it. */
function definesForkBomb(text: string): boolean {
  return [...text.matchAll(/(?<![\w:])([\w:]+)\s*\(\)\s*\{/g)].some((head) => {
    const body = text.slice(head.index + head[0].length).split('}', 1)[0] ?? ''
    return /[|&]/.test(body) && body.split(/[\s|&;{]+/).includes(head[1] ?? '')
  })
}

/** The quoted strings of a piece of code, in order. */
export function quotedStrings(code: string): string[] {
  const found: string[] = []
  for (let i = 0; i < code.length; i++) {
    const open = code.charAt(i)
    if (open !== '"' && open !== "'" && open !== '`') continue
    let text = ''
    let k = i + 1
    for (; k < code.length && code.charAt(k) !== open; k++) {
      if (code.charAt(k) === '\\' && k + 1 < code.length) k++
      text += code.charAt(k)
    }
    if (k >= code.length) continue
    found.push(text)
    i = k
  }
  return found
}
