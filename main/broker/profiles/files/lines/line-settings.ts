import type { Setting } from '../setting-groups.ts'
import { isClientLine, programSettings } from './program-settings.ts'
import { assignedOn, scriptSettings, shellVariables } from './shell-words.ts'

/** Settings beyond `.env`: lines of shells, sections of INI and TOML, declarations of source code, an address. */

const MAX_LINES = 5_000
/** More than a list of addresses by hand holds. */
const MAX_ADDRESSES = 200

/** An address alone: with a scheme, or a host with its port. */
const ADDRESS =
  /^(?:(?:mqtts?|tcp|ssl|tls|wss?|mqtt\+(?:ssl|tls|wss?)):\/\/\S{1,2000}|[\w.-]{1,253}:\d{2,5}|\[[\da-f:.]{2,60}\]:\d{2,5}|\d{1,3}(?:\.\d{1,3}){3})$/i

/** An address in brackets, or in quotes as it stands in a list. */
const ENCLOSED = /^(<|["'`])([^<>"'`\s]{1,2000})(?:>|["'`])[,;]?$/

/** What stands in front of `NAME=value` in scripts, units and files of Docker. */
const FRONTS: readonly RegExp[] = [
  /^export\s+(?=[A-Za-z_]\w*=)/,
  /^set\s+"?(?=[\w.]+=)/i,
  /^set\s+-{1,2}[a-z-]{1,20}\s+(?=\w)/,
  /^setx\s+(?=\w)/i,
  /^setenv\s+(?=\w)/,
  /^\$env:(?=\w)/i,
  /^#define\s+(?=\w)/,
  /^Environment=(?=["'\w])/,
  /^(?:-e|--env)[ =](?=["'\w])/,
  /^ENV\s+(?=\w)/,
  /^-D\s?(?=\w)/,
]
/** Fronts behind which the name ends at a space. */
const SPACED = /^(?:#define|setx|setenv|set\s+-{1,2}[a-z-]{1,20})\s|^ENV\s+\w+\s/i
const SECTION = /^\[{1,2}([\w.:-]{1,80})\]{1,2}$/
/** Words of C, Java, JavaScript, Kotlin and Rust in front of a name. */
const DECLARATION =
  /^(?:(?:export|public|private|protected|static|final|const|constexpr|let|var|val|unsigned|signed|char|String|string|std::string|int|long|short|bool|boolean|auto|u?int(?:8|16|32)_t|pub|&str|byte)\b[\s*&]*)+(?=[A-Za-z_$])/

/** `define('NAME', 'value');` and `'name' => 'value',` of PHP. */
const PHP = /^(?:define\( {0,4})?['"]([\w.-]{1,80})['"] {0,40}(?:,|=>) {0,40}(?=[^\s)])/

/** True where lines have a form that no `.env` file has, so that reading them as one would lose what they say. */
export function isLineForm(text: string): boolean {
  if (/^#!\s?\/\S{0,40}sh\b/.test(text)) return true
  return linesOf(text).some(
    (line) =>
      SECTION.test(line) ||
      /^[A-Za-z][\w-]{0,40}(?:\.[\w-]{1,40}){1,8} {0,4}=/.test(line) ||
      isClientLine(line) ||
      FRONTS.slice(1).some((front) => front.test(line)) ||
      isExportedAfter(line) ||
      PHP.test(line) ||
      /^[\w.]{1,80}\s*=\s*"[^"]*"\s*--\s/.test(line) ||
      (DECLARATION.test(line) && /=/.test(line) && !/^export\s+\w+=/.test(line)) ||
      (/^export\s/.test(line) && assignedOn(line, new Map()).length > 1),
  )
}

/** Settings of such lines; none where the text has another form. */
export function lineSettings(text: string): Setting[] {
  const said = linesOf(text).map((line) => ENCLOSED.exec(line)?.[2] ?? line)
  if (said.length <= MAX_ADDRESSES && said.every((line) => ADDRESS.test(line)))
    return said.map((address, index) => setting(index === 0 ? 'MQTT_URL' : `MQTT_${index + 1}_URL`, address))
  const isScript = /^#!\s?\/\S{0,40}sh\b/.test(text)
  return programSettings(said) ?? (isScript ? scriptSettings(said) : assignments(said))
}

function linesOf(text: string): readonly string[] {
  // A line that ends in a backslash goes on in the next one.
  const whole = text.replace(/\r\n?/g, '\n').replaceAll(' \\\n', ' ')
  const lines = whole.split('\n').slice(0, MAX_LINES)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#(?!define\s)|;|\/\/|::|REM\s)/.test(line))
}

const setting = (name: string, text: string): Setting => ({ name, text, problem: null })

function assignments(lines: readonly string[]): Setting[] {
  let section = ''
  const variables = shellVariables(lines)
  return lines.flatMap((line) => {
    const head = SECTION.exec(line)?.[1]
    if (head !== undefined) {
      section = `${head.replace(/\W/g, '_')}_`
      return []
    }
    if (/^EnvironmentFile=/.test(line))
      return [{ name: 'EnvironmentFile', fullName: 'mqtt_option', text: 'true', problem: null }]
    const php = PHP.exec(line)
    if (php !== null) return [setting(`${section}${php[1]}`, plainValue(line.slice(php[0].length)))]
    const front = FRONTS.find((pattern) => pattern.test(line))
    const isQuoted = /^set\s+"/i.test(line)
    const rest = (front === undefined ? line.replace(DECLARATION, '') : line.replace(front, '')).slice(
      0,
      isQuoted && line.endsWith('"') ? -1 : undefined,
    )
    if (isExportedAfter(line) || /^export\s/.test(line)) {
      const exported = assignedOn(line, variables)
      if (exported.length > 0) return exported.map((one) => ({ ...one, name: section + one.name }))
    }
    const isQuotedList = front !== undefined && /^(?:Environment|ENV\s+\w+=)/.test(line)
    const words = isQuotedList ? quotedWords(line) : []
    if (words.length > 0) {
      // A percent sign stands twice in a unit.
      const plain = (text: string) => (line.startsWith('Environment') ? text.replaceAll('%%', '%') : text)
      return words.map((word) => setting(section + word.split('=', 1)[0], plain(word.slice(word.indexOf('=') + 1))))
    }
    if (/^set\s+"?[\w.]+=/i.test(line)) return asWritten(rest)
    return assignment(rest, section, front !== undefined && SPACED.test(line) && !/^\w+\s*=/.test(rest))
  })
}

/** `NAME=value; export NAME` */
function isExportedAfter(line: string): boolean {
  const last = line.replace(/;$/, '').lastIndexOf(';')
  return last > 0 && /^[A-Za-z_]\w{0,80}=/.test(line) && /^\s{0,9}export\s/.test(line.slice(last + 1))
}

/** `set NAME=value` of a batch file, where nothing is a comment. */
function asWritten(text: string): Setting[] {
  const name = text.split('=', 1)[0] ?? ''
  return [setting(name, text.slice(name.length + 1))]
}

/** `Environment="A=1" "B=2 3"`: one text for each. */
function quotedWords(line: string): readonly string[] {
  const words: string[] = ['']
  let quote = ''
  for (const sign of line.replace(/^(?:Environment=|ENV\s)/, '')) {
    const isQuote = sign === '"' || sign === "'"
    if (quote === '' && (/\s/.test(sign) || sign === ';')) words.push('')
    else if (isQuote && (quote === '' || quote === sign)) quote = quote === '' ? sign : ''
    else words[words.length - 1] += sign
  }
  return words.filter((word) => /^[A-Za-z_]\w{0,80}=/.test(word))
}

function assignment(text: string, section: string, isSpaced = false): Setting[] {
  // `name: value` is one of INI as well.
  const isColon = section !== '' && /^[\w.-]{1,80} {0,4}:\s/.test(text)
  const at = isSpaced ? text.search(/\s/) : text.search(isColon ? /:/ : /:?=/)
  const name = text
    .slice(0, Math.max(at, 0))
    .replace(/(?:\[\d{0,5}\](?:\s+PROGMEM)?|:\s*[\w&]{1,20})\s*$/, '')
    .trim()
  const value = text
    .slice(at)
    .replace(/^\s*:?=?/, '')
    .trimStart()
  if (!/^[\w.-]{1,80}$/.test(name)) return []
  const plain = plainValue(value.trim())
  // Properties of Java have names with dots, and signs behind a backslash.
  const isProperty = section === '' && name.includes('.') && !/^["']/.test(value.trim())
  return [setting(`${section}${name}`, isProperty ? propertyValue(value.trim()) : plain)]
}

/** A value of a `.properties` file: the whole line, with its escapes. */
function propertyValue(text: string): string {
  return text.replace(/\\(?:u([\da-fA-F]{4})|([\s\S]))/g, (_all, code, sign) =>
    code === undefined
      ? ({ t: '\t', n: '\n', r: '\r', f: '\f' }[String(sign)] ?? String(sign))
      : String.fromCharCode(Number.parseInt(String(code), 16)),
  )
}

/**
 * A value without its quotes (also those that a shell would take for others), the semicolon or the comment behind it; of a
 * list, its first.
 */
function plainValue(text: string): string {
  const one = /^\[\s*["']/.test(text) ? text.slice(1).trimStart() : text.replace(/^'?\\?(?=")/, '')
  const quote = one.charAt(0)
  const close = quote === '"' || quote === "'" || quote === '`' ? one.indexOf(quote, 1) : -1
  if (close > 0) return one.slice(1, close).replace(/\\$/, '')
  const comment = one.search(/\s(?:#|;|\/\/|--\s)/)
  const value = comment < 0 ? one : one.slice(0, comment).trimEnd()
  return /^(?:\d+|true|false)[;,)]{1,3}$/i.test(value) ? value.replace(/[;,)]{1,3}$/, '') : value
}
