import type { CommandClass } from '../../../../preload/contract/models/safety.ts'

const DISK = String.raw`/dev/(?:sd[a-z]|hd[a-z]|vd[a-z]|xvd[a-z]|nvme\d|mmcblk\d|disk/|mapper/)`
/** Code that fetches or decodes a text, and code that runs one: together they run what nobody has seen. */
const FETCHES =
  /\b(?:urlopen|urlretrieve|requests?\.get|Net::HTTP|http\.get|https\.get|LWP|file_get_contents|open-uri|b64decode|decode64|base64_decode|decode_base64|atob|frombase64string|unhexlify|a2b_hex|fromhex)\b|['"](?:base64|hex)['"]/
const RUNS = /\b(?:exec|eval|system|popen|execSync|spawn|spawnSync|instance_eval|compile|Function)\b\s*[(\s]/
const FORBIDDEN: readonly RegExp[] = [
  /\brm[ \t]+(?:-[\w-]+[ \t]+){0,6}(?:-\w*[rR]\w*|--recursive)[ \t]+(?:-[\w-]+[ \t]+){0,6}["']?\/+\.?\*?["']?(?:[\s;&|)"'`\]]|$)/,
  /--no-preserve-root/,
  /\b(?:curl|wget)\b[^\n;|]{0,400}\|[ \t]*(?:sudo[ \t]+)?(?:ba|da|z|k|a)?sh\b/,
  /\bbase64[ \t]+(?:-d|-D|--decode)\b[^\n;|]{0,100}\|[ \t]*(?:sudo[ \t]+)?(?:ba|da|z|k|a)?sh\b/,
  /(?:^|[\s;&|])([\w:]+)\s*\(\)\s*\{[^}]{0,200}(?:[\s|&{])\1[^}]{0,200}[|&][^}]{0,100}\}|:\(\)[ \t]*\{/,
  /\bfork[ \t]+while[ \t]+(?:fork|1)|while[ \t]+(?:True|1)[ \t]*:[ \t\n]*os\.fork/,
  new RegExp(`(?:>[ \\t]*["']?|\\bof=|open\\(\\s*["'])${DISK}`),
  /\b(?:rmtree|remove_tree|rmSync|rmdirSync|rm_rf|rm_r|rmdir)\(?\s*\[?["']\/["']/,
  /\bwhile[ \t]*\(?(?:True|1|true)\)?[\s\S]{0,60}\bfork\(|\bloop\s*(?:\{|do)\s*fork\b/,
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
 */
export function scanLiteral(text: string, hasWords: boolean): CommandClass {
  if (FORBIDDEN.some((pattern) => pattern.test(text))) return 'forbidden'
  if (FETCHES.test(text) && RUNS.test(text)) return 'forbidden'
  if (DESTRUCTIVE.some((pattern) => pattern.test(text))) return 'destructive'
  return hasWords && DESTRUCTIVE_WORDS.test(text) ? 'destructive' : 'unknown'
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
