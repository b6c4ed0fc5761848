import { mayNameSecret } from '../secrets/secret-words.ts'
import { BlockReader } from './blocks.ts'
import { REDACTED } from './mark.ts'
import { redactRow, type Table, tableOf } from './tables.ts'

/** A longer line is no line of a settings file or of a table. */
const MAX_LINE = 4000

/** `cryptsetup luksDump --dump-volume-key`: bytes, also on the lines that follow. */
const KEY_DUMP = /^[ \t]*(?:MK|Master key|Volume key) dump:[ \t]*(?:[0-9a-f]{2}[ \t]|\r?$)/i
const HEX_LINE = /^[ \t]*(?:[0-9a-f]{2}[ \t]+){3,64}(?:[0-9a-f]{2})?[ \t]*$/i
const BYTES = /(?:[0-9a-f]{2}[ \t]+){3,64}(?:[0-9a-f]{2})?/i
/** What a text has to hold for its lines to be read as those of a dump, a vault or a key of PuTTY. */
const DUMP = /dump:|Private-Lines:|\$ANSIBLE_VAULT;/i
/** PuTTY: the number of lines of base64 that follow. */
/** Redis: a user with passwords, or their hashes. */
const REDIS_USER = /^(?:[\w.:-]{1,60}> )?(?:acl setuser|user) \S{1,80} /i
const REDIS_SIGN = / [>#]/
const REDIS_PASSWORD = /(?<= )(?:>[^\s[][^\s]{0,400}|#[0-9a-f]{64}(?![0-9a-f]))/gi
/** Ansible: a text that a password protects. */
const VAULT = /^[ \t]*\$ANSIBLE_VAULT;/
const VAULT_LINE = /^[ \t]*[0-9a-f]{12,100}[ \t]*\r?$/
const PUTTY_KEY = /^Private-Lines:[ \t]*(\d{1,3})/

/**
 * Lines of files that hold secrets in a fixed place: signs without which there is none, and the form, with what stays
 * before the secret and what after it.
 */
export const LINE_FORMS: readonly (readonly [needs: string, form: RegExp])[] = [
  // .pgpass: host:port:database:user:password
  [
    ':',
    /^((?:\*|localhost|(?=[\da-fA-F]*[g-zG-Z_.-])[\w.-]+):(?:\d{4,5}|\*):(?:\*|[A-Za-z_][\w.-]*):(?:\*|[A-Za-z_][\w.@-]*):)[^\s:[][^\s:]*()$/,
  ],
  // chap-secrets: client server secret addresses; words with single spaces between them are a sentence
  [
    '*',
    /^(?=.*[\t"'])([ \t]*["']?[\w.@\\-]+["']?[ \t]+(?:\*|["']?[A-Za-z][\w.-]*["']?)[ \t]+)(?!\d+[ \t])["']?[^\s"'[]{6,}["']?([ \t]+\*[ \t]*\r?)$/,
  ],
  [
    '*',
    /^([ \t]*["']?[\w.@\\-]+["']?[ \t]+\*[ \t]+)["']?[^\s"'[]{4,}["']?([ \t]+(?:\*|\d{1,3}(?:\.\d{1,3}){3})[ \t]*\r?)$/,
  ],
  [
    '"',
    /^([ \t]*["']?[\w.@\\-]+["']?[ \t]+["']?[\w.*-]+["']?[ \t]+)"(?!\[)[^"\r\n]{3,100}"([ \t]+(?:\*|\d{1,3}(?:\.\d{1,3}){3})[ \t]*\r?)$/,
  ],
  // shadow: name:hash:days:…
  [':', /^([a-z_][\w-]*:)[^\s:*![][^\s:]{7,}(:\d*:\d*:\d*:\d*:\d*:\d*:\d*\r?)$/],
  // A psk file of Mosquitto: identity:hex
  [
    ':',
    /^((?!(?:build|checksum|commit|digest|etag|fingerprint|firmware|guid|hash|id|image|mac|md5|revision|serial|sha|uuid|version)[\w.-]*:)[\w-]+:)(?:[0-9A-F]{24}|[0-9A-F]{32}|[0-9A-F]{48}|[0-9A-F]{64})(\r?)$/i,
  ],
  // A psk file of hostapd: any station, or one with settings before its address
  ['00:00:00:00:00:00', /^((?:\w+=\S+[ \t]+)*00:00:00:00:00:00[ \t]+)[^\s[][^\r\n]{7,62}()$/],
  ['=', /^((?:(?:keyid|vlanid|wps)=\S{1,60}[ \t]+){1,3}(?:[\da-f]{2}:){5}[\da-f]{2}[ \t]+)[^\s[][^\r\n]{7,62}()$/i],
  // Postfix: [server]:port user:password
  ['[', /^(\[[\w.-]+\](?::\d{1,5})?[ \t]+[^\s:]{1,200}:)[^\s[]+()$/],
  [':', /^([\w.-]+:\d{1,5}[ \t]+[^\s:@]{1,100}@[^\s:@]{1,100}:)[^\s[]+(\r?)$/],
  // HAProxy: stats auth user:password
  ['stats', /^([ \t]*stats[ \t]+auth[ \t]+[^\s:]{1,100}:)[^\s[]+([ \t]*\r?)$/],
  // pgbouncer: "user" "password"; names of fields are no users
  [
    '"',
    /^([ \t]*"(?!(?:action|category|class|colou?r|comment|country|date|description|error|format|key|label|language|level|line|location|message|method|mode|model|name|path|reason|region|result|size|state|status|subject|summary|time|title|topic|type|unit|url|value|vendor|version|warning|zone)")[\w.@-]{1,63}"[ \t]+")(?![\d.]{1,15}"|\[)[^"\r\n]{6,400}("[ \t]*\r?)$/i,
  ],
  // coturn: user=name:password
  ['=', /^([ \t]*user=[\w.@-]{1,60}:)(?=[^\s\d]{0,60}\d)(?=[\d\W]{0,60}[a-z])[^\s[]{4,200}([ \t]*\r?)$/i],
  // davfs: address user password
  [
    '://',
    /^([ \t]*https?:\/\/[^\s"]{1,400}[ \t]+[A-Za-z_][\w.@-]{1,60}[ \t]+)(?:"[^"[\r\n]{3,200}"|(?=[^\s\d]{0,60}\d)(?=[\d\W]{0,60}[a-z])[^\s"[]{6,200})([ \t]*\r?)$/i,
  ],
  // ProFTPD: database user password
  ['', /^([ \t]*SQLConnectInfo[ \t]+\S{1,200}[ \t]+\S{1,200}[ \t]+)[^\s[]\S{0,200}((?:[ \t][^\r\n]*)?)$/i],
  // Keys of chrony and ntpd: number method key
  [
    '',
    /^([ \t]*\d{1,5}[ \t]+(?:MD5|SHA\d{0,3}(?:-\d{3})?|AES\d{3}(?:CMAC)?|M|RMD160|SM3)[ \t]+(?:(?:ASCII|HEX):)?)[^\s[]{4,200}([ \t]*\r?)$/,
  ],
  // snmpd.conf: createUser name MD5 "password" AES "password"; com2sec name source community
  ['com2sec', /^([ \t]*com2sec6?[ \t]+(?:-Cn[ \t]+\S+[ \t]+)?\S+[ \t]+\S+[ \t]+)[^\s[]\S*([ \t]*\r?)$/],
  ['sink', /^([ \t]*trap2?sink[ \t]+\S+[ \t]+)[^\s[]\S*((?:[ \t]+\d{1,5})?[ \t]*\r?)$/],
  // wg show dump: private key of an interface, pre-shared key of a peer
  ['\t', /^((?:[\w.=-]{1,15}\t)?)[A-Za-z0-9+/]{43}=(\t[A-Za-z0-9+/]{43}=\t\d{1,5}\t.*)$/],
  ['\t', /^((?:[\w.=-]{1,15}\t)?[A-Za-z0-9+/]{43}=\t)[A-Za-z0-9+/]{43}=(\t.*)$/],
  // OpenWrt: /etc/config/wireless, and what uci shows of it
  [
    'option',
    /^([ \t]*option[ \t]+(?:key\d?|(?:\w{1,40}_)?(?:password|passwd|passphrase|pwd?|psk|secret|token|pincode))[ \t]+)["']?[^\s"'[][^"'\r\n]{3,80}["']?(\r?)$/,
  ],
  ['wireless.', /^((?:uci[ \t]+set[ \t]+)?wireless\.[^=\s]{1,80}\.key\d?=)["']?[^\s"'[][^"'\r\n]{3,80}["']?(\r?)$/],
  // A jar of cookies as curl and wget write it
  [
    '\t',
    /^((?:#HttpOnly_)?[\w.-]{1,100}\t(?:TRUE|FALSE)\t[^\t]{1,200}\t(?:TRUE|FALSE)\t\d{1,12}\t[^\t]{1,100}\t)[^\t\s[]+(\r?)$/,
  ],
  // Redis and mail: a login as it is typed
  ['AUTH', /^((?:[\w.:-]{1,60}> )?AUTH[ \t]+(?:[\w-]{1,40}[ \t]+)?)(?=[^\s\d]{0,40}\d)[^\s[]{4,200}(\r?)$/],
  // dmsetup table --showkeys
  ['', /^((?:[\w.-]+:[ \t]+)?\d+[ \t]+\d+[ \t]+crypt[ \t]+\S+[ \t]+)[0-9a-f]{32,}([ \t].*)$/i],
]

/** A bit for each sign that a form may need. */
const SIGN_BITS = new Uint8Array(128)
for (const [n, sign] of [...':*"=[\t'].entries()) SIGN_BITS[sign.charCodeAt(0)] = 1 << n
const FORMS = LINE_FORMS.map(([needs, form]) => ({ sign: signsOf(needs), needs, form }))

function signsOf(text: string): number {
  let signs = 0
  for (let i = 0; i < text.length; i++) signs |= SIGN_BITS[text.charCodeAt(i)] ?? 0
  return signs
}

/** Takes out secrets that only the lines around them mark: tables, blocks, dumps of keys, files with fixed places. */
export function redactLines(text: string): string {
  const lines = text.split('\n')
  const blocks = new BlockReader(text)
  const hasDump = DUMP.test(text)
  let table: Table | undefined
  let isDump = false
  let keyLines = 0
  let isVault = false
  for (const [i, line] of lines.entries()) {
    isVault = hasDump && (VAULT.test(line) || (isVault && VAULT_LINE.test(line)))
    isDump = hasDump && (KEY_DUMP.test(line) || (isDump && HEX_LINE.test(line)))
    if (line.length > MAX_LINE) table = undefined
    else if (keyLines > 0) lines[i] = /^[A-Za-z0-9+/=]+\r?$/.test(line) ? REDACTED : line
    else if (isVault) lines[i] = line.replace(/[0-9a-f]{12,100}/, REDACTED)
    else if (isDump) lines[i] = line.replace(BYTES, REDACTED)
    else {
      const mayName = mayNameSecret(line)
      const inBlock = blocks.read(line, mayName)
      const row = inBlock ?? (table && redactRow(line, table))
      table = row === undefined ? (mayName ? tableOf(line) : undefined) : table
      lines[i] = row ?? redactLine(line)
    }
    if (hasDump) keyLines = Number(PUTTY_KEY.exec(line)?.[1] ?? Math.max(0, keyLines - 1))
  }
  return lines.join('\n')
}

function redactLine(line: string): string {
  if (line.length < 8) return line
  if (REDIS_SIGN.test(line) && REDIS_USER.test(line))
    return line.replace(REDIS_PASSWORD, (word) => word.charAt(0) + REDACTED)
  const signs = signsOf(line)
  for (const { sign, needs, form } of FORMS) {
    if ((signs & sign) !== sign || (needs.length > 1 && !line.includes(needs))) continue
    const match = form.exec(line)
    if (match) return `${match[1]}${REDACTED}${match[2]}`
  }
  return line
}
