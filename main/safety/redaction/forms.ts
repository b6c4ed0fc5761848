import { isSecretName } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'
import { isSaidOfSecret, matchAt, matchesOf, type Replacement, replaceAll } from './value.ts'

/** A word that leads to a secret, and what stands between it and the secret; `end` is what has to follow. */
interface Form {
  readonly lead: RegExp
  readonly between: RegExp
  readonly value: RegExp
  readonly end?: RegExp
}

const BARE = /[^\s"'@]{1,128}/y
const AT = /@/y

/** Samba, Oracle, SMTP, Tasmota, LDIF, modems and calls with a password behind other arguments, each with a form of its own. */
const FORMS: readonly Form[] = [
  { lead: /[ \t]-U(?=[ \t"'\w])/g, between: /[ \t]{0,4}["']?[^\s%"']{1,64}%/y, value: BARE },
  { lead: /jdbc:oracle:/g, between: /\w{1,10}:[^\s/@]{1,64}\//y, value: BARE, end: AT },
  {
    lead: /\b(?:sqlplus|expdp|impdp|rman)[ \t]/g,
    between: /(?:-\w{1,4}[ \t]){0,3}[^\s/@]{1,64}\//y,
    value: BARE,
    end: AT,
  },
  { lead: /\bAUTH[ \t](?:PLAIN|LOGIN|CRAM-MD5|XOAUTH2)[ \t]/g, between: /(?:)/y, value: /[A-Za-z0-9+/=]{8,2000}/y },
  {
    lead: /\b(?:(?:Mqtt|Web|Wifi|Ap)Password\d?|Password[12])[ \t]/g,
    between: /[ \t]{0,4}/y,
    value: /[^\s;"'=:[][^\s;"'=:]{2,64}/y,
  },
  {
    lead: /(?:userPassword|olcRootPW|unicodePwd|clearPassword|sambaNTPassword)::[ \t]/gi,
    between: /(?:)/y,
    value: /[A-Za-z0-9+/=]{4,2000}/y,
  },
  {
    lead: /\bauth[ \t]?=[ \t]?\(/g,
    between: /[ \t]{0,4}["'][^"'\r\n]{0,80}["'],[ \t]{0,4}["']/y,
    value: /[^"'\r\n[][^"'\r\n]{0,128}/y,
  },
  // OpenVPN's management, and the shell of Android.
  {
    lead: /^[ \t]*password[ \t]+"(?:Auth|HTTP Proxy|Private Key|SOCKS Proxy)"/gm,
    between: /[ \t]{1,8}"/y,
    value: /[^"\r\n[][^"\r\n]{0,200}/y,
  },
  {
    lead: /\bwifi[ ](?:add-suggestion|connect-network)[ ]/g,
    between: /(?:"[^"\r\n]{1,64}"|[^\s"]{1,64})[ ](?:wpa[23]|wep)[ ]/y,
    value: /"?[^\s"[][^\s"]{4,64}/y,
  },
  // ipsec.secrets: what opens the file of a key.
  {
    lead: /: {1,4}(?:RSA|ECDSA|PKCS8|PKCS12|P12|BLISS) {1,4}/g,
    between: /[^\s"']{1,200} {1,4}["']/y,
    value: /[^"'\r\n[][^"'\r\n]{0,200}/y,
  },
  // A command that prints the password: `--password-command "echo X"`.
  {
    lead: /(?:pass(?:word)?|secret|token|askpass)[-_]?(?:command|cmd|eval)["']?(?:[ \t]*[:=][ \t]*|[ \t]+)["']?(?:echo|printf)[ \t]/gi,
    between: /(?:-[A-Za-z][ \t])?["']?/y,
    value: /[^\s"'$[][^\s"']{2,128}/y,
  },
  // The third argument of a connection to a broker or a database.
  {
    lead: /\b(?:mysqli(?:_connect)?|mysql_connect|MySQLdb\.connect|pymysql\.connect|FTP|getConnection|imap_open|PDO|ldap_bind|ssh2_auth_password|(?:client|mqtt|mqttClient|mqtt_client)\.connect)\(/g,
    between: /[^,()\r\n]{1,120},[ \t]{0,20}["'][^"'\r\n]{0,80}["'],[ \t]{0,20}["']/y,
    value: /[^"'\r\n[][^"'\r\n]{0,400}/y,
  },
  {
    lead: /\bAT[+^]/g,
    between:
      /(?:(?:SGAUTH|CGAUTH)=\d{1,2},\d,"[^"\r\n]{0,64}",|QICSGP=\d{1,2},\d,"[^"\r\n]{0,64}","[^"\r\n]{0,64}",|SAPBR=3,1,"PWD",|CW(?:JAP|SAP)(?:_CUR|_DEF)?="[^"\r\n]{0,64}",|MQTTUSERCFG=\d,\d,"[^"\r\n]{0,64}","[^"\r\n]{0,64}",|CPIN=|(?:KEY=)?["']?(?:APP|NWK|NWKS|APPS|GENAPP)S?KEY["']?[,=][ ]?)"?/y,
    value: /[^"\r\n,[][^"\r\n,]{0,100}/y,
  },
]
/** The two passwords of a user of SNMP, behind the names of their methods. */
const SNMP_USER = /\bcreateUser[ \t]/
const SNMP_METHOD = /(?<=[ \t])(?:MD5|SHA[\d-]{0,4}|DES|AES[\d-]{0,4})[ \t]{1,4}"?/g
/** A name in brackets or quotes, with a value: `os.environ["X"] = "Y"`, `setx X Y`. */
const NAMED: readonly RegExp[] = [
  /(\[["']([\w.-]{1,80})["']\][ \t]{0,8}=[ \t]{0,8}["'])((?!\[redacted\])[^"'\r\n]{1,400})/g,
  /(\bsetx[ \t]{1,8}["']?([\w.-]{1,80})["']?[ \t]{1,8}["']?)((?![/[])[^\s"']{1,400})/gi,
]
/** The columns of an `INSERT`, and its rows. */
const INSERT =
  /\b(?:insert|replace)[ \t]{1,8}into[ \t]{1,8}[\w."`[\]]{1,80}\s{0,20}\(([^()]{1,400})\)\s{0,20}values\s{0,20}/gi
const SQL_ROW = /\(((?:[^()'"]|'[^']*'|"[^"]*"){1,4000})\)(?:\s{0,20},\s{0,20})?/y
const SQL_CELL = /'(?:[^']|'')*'|"[^"]*"|[^,'"]+/g
/** `reg add … /v DefaultPassword /d X`, `-Name DefaultPassword -Value X`: where one begins, its name, its value. */
const REGISTRY = /\/v[ \t]|-Name[ \t]/gi
const REGISTRY_NAME = /[ \t]{0,4}["']?[\w.-]{1,80}/y
const REGISTRY_VALUE =
  /["']?[ \t]{1,4}(?:(?:\/t|-PropertyType|-Type)[ \t]{1,4}\w{1,20}[ \t]{1,4})?(?:\/d|-Value)[ \t]{1,4}["']?/iy
/** A text that PowerShell makes secure. */
const TO_SECURE = /(["'])(?!\[redacted\])[^"'\r\n]{1,200}\1(?=[ \t]{0,4}\|[ \t]{0,4}ConvertTo-SecureString)/gi
/** What an expect script sends after it was asked for a password. */
const SENT = /(\bsend[ \t]{1,4}(?:--[ \t]{1,4})?["'])((?!\[redacted\])[^"'\\\r\n]{3,80})/g
const BEFORE_SENT = 120

/** Takes out secrets that a program or a language writes in a form of its own. */
export function redactForms(text: string): string {
  let out = redactRegistry(redactInserts(redactSnmp(FORMS.reduce(redactForm, text))))
  if (out.includes('ConvertTo-Sec')) out = out.replace(TO_SECURE, `$1${REDACTED}$1`)
  for (const form of NAMED) {
    out = out.replace(form, (whole, before: string, name: string, value: string) =>
      isSecretName(name) && !isSaidOfSecret(value) ? before + REDACTED : whole,
    )
  }
  if (!out.includes('assword')) return out
  return out.replace(SENT, (whole, before: string, _value: string, at: number, all: string) =>
    all.slice(Math.max(0, at - BEFORE_SENT), at).includes('assword') ? before + REDACTED : whole,
  )
}

function redactForm(text: string, { lead, between, value, end }: Form): string {
  const found: Replacement[] = []
  for (const { index, 0: word } of matchesOf(lead, text)) {
    const middle = matchAt(between, text, index + word.length)
    if (middle === undefined) continue
    const start = index + word.length + middle.length
    const run = matchAt(value, text, start)
    if (run === undefined || run.startsWith(REDACTED)) continue
    if (end && matchAt(end, text, start + run.length) === undefined) continue
    found.push({ start, end: start + run.length, text: REDACTED })
  }
  return replaceAll(text, found)
}

function redactRegistry(text: string): string {
  const found: Replacement[] = []
  for (const { index, 0: option } of matchesOf(REGISTRY, text)) {
    const name = matchAt(REGISTRY_NAME, text, index + option.length)
    if (name === undefined || !isSecretName(name.replace(/^[\s"']+/, ''))) continue
    const between = matchAt(REGISTRY_VALUE, text, index + option.length + name.length)
    if (between === undefined) continue
    const start = index + option.length + name.length + between.length
    const value = matchAt(BARE, text, start)
    if (value !== undefined && !value.startsWith(REDACTED))
      found.push({ start, end: start + value.length, text: REDACTED })
  }
  return replaceAll(text, found)
}

/** Takes out the cells of the columns that are named like a secret. */
function redactInserts(text: string): string {
  const found: Replacement[] = []
  for (const { index, 0: head, 1: columns = '' } of matchesOf(INSERT, text)) {
    const isSecret = columns.split(',').map((column) => isSecretName(column.replace(/["`\s[\]]/g, '')))
    if (!isSecret.includes(true)) continue
    let at = index + head.length
    for (let row = matchAt(SQL_ROW, text, at); row !== undefined; row = matchAt(SQL_ROW, text, at)) {
      found.push(...cellsOf(row, at).filter((_cell, n) => isSecret[n] === true))
      at += row.length
    }
  }
  return replaceAll(text, found)
}

/** The cells of a row in parentheses that begins at `at`, each to be replaced without its quotes. */
function cellsOf(row: string, at: number): Replacement[] {
  return [...row.slice(0, row.lastIndexOf(')')).slice(1).matchAll(SQL_CELL)]
    .filter(([cell]) => cell.trim() !== '')
    .map(({ index, 0: cell }) => {
      const quote = /^['"]/.exec(cell)?.[0] ?? ''
      const isNothing = quote === '' || cell.includes(REDACTED)
      return {
        start: at + 1 + index,
        end: at + 1 + index + cell.length,
        text: isNothing ? cell : quote + REDACTED + quote,
      }
    })
}

function redactSnmp(text: string): string {
  if (!text.includes('createUser')) return text
  return text
    .split('\n')
    .map((line) => (SNMP_USER.test(line) ? redactSnmpLine(line) : line))
    .join('\n')
}

function redactSnmpLine(line: string): string {
  const found: Replacement[] = []
  for (const { index, 0: method } of matchesOf(SNMP_METHOD, line)) {
    const start = index + method.length
    const run = matchAt(BARE, line, start)
    if (run !== undefined && !run.startsWith(REDACTED)) found.push({ start, end: start + run.length, text: REDACTED })
  }
  return replaceAll(line, found)
}
