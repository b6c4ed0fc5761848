import type { Setting } from './setting-groups.ts'

/** Settings beyond `.env`: lines of shells, sections of INI and TOML, options of Mosquitto's clients, a bridge, an address. */

const MAX_LINES = 5_000

/** What stands in front of `NAME=value` in scripts, units and sketches. */
const FRONTS: readonly RegExp[] = [
  /^export\s+(?=\S)/,
  /^set\s+"?(?=[\w.]+=)/i,
  /^\$env:(?=\w)/i,
  /^#define\s+(?=\w)/,
  /^Environment=(?=["\w])/,
  /^(?:-e|--env)[ =](?=\w)/,
]

/** Settings of such lines; none where the text has another form. */
export function lineSettings(text: string): Setting[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').slice(0, MAX_LINES)
  const said = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#(?!define\s)|;|\/\/|::)/.test(line))
  const [first = ''] = said
  if (said.length === 1 && /^(?:mqtts?|tcp|ssl|tls|wss?):\/\/\S{1,2000}$/i.test(first))
    return [setting('MQTT_URL', first)]
  if (said.some((line) => /^(?:mosquitto_(?:sub|pub|rr)\s|-h\s+\S|--host\s)/.test(line))) return clientSettings(said)
  if (said.some((line) => /^connection\s+\S/.test(line)) && said.some((line) => /^address(?:es)?\s+\S/.test(line)))
    return bridgeSettings(said)
  return assignments(said)
}

const setting = (name: string, text: string): Setting => ({ name, text, problem: null })

function assignments(lines: readonly string[]): Setting[] {
  let section = ''
  return lines.flatMap((line) => {
    const head = /^\[{1,2}([\w.:-]{1,80})\]{1,2}$/.exec(line)?.[1]
    if (head !== undefined) {
      section = `${head.replace(/\W/g, '_')}_`
      return []
    }
    const front = FRONTS.find((pattern) => pattern.test(line))
    const isQuoted = /^set\s+"/i.test(line)
    const rest = (front === undefined ? line : line.replace(front, '')).slice(
      0,
      isQuoted && line.endsWith('"') ? -1 : undefined,
    )
    const isShell = front !== undefined && /^(?:export|Environment)/.test(line)
    return (isShell ? shellWords(line) : [rest]).flatMap((one) =>
      assignment(one, section, front?.source.includes('define')),
    )
  })
}

/** `export A=1; export B=2`, `Environment="A=1" "B=2 3"`: one text for each. */
function shellWords(line: string): readonly string[] {
  const words = line.replace(/^Environment=/, ' ')
  return [...words.matchAll(/[\s;](?:"([^"=]{1,80}=[^"]*)"|([A-Za-z_]\w{0,80}=(?:"[^"]*"|'[^']*'|[^\s;]*)))/g)].map(
    ([, quoted, plain = '']) => quoted ?? plain,
  )
}

function assignment(text: string, section: string, isMacro = false): Setting[] {
  const match = isMacro ? /^(\w{1,80})\s+(\S.*)$/.exec(text) : /^([\w.-]{1,80})\s*=\s*(.*)$/.exec(text)
  return match === null ? [] : [setting(`${section}${match[1]}`, plainValue((match[2] ?? '').trim()))]
}

/** A value without its quotes or the comment behind it, which stands apart; of a list, its first. */
function plainValue(text: string): string {
  const one = /^\[\s*["']/.test(text) ? text.slice(1).trimStart() : text
  const quote = one.charAt(0)
  const close = quote === '"' || quote === "'" ? one.indexOf(quote, 1) : -1
  if (close > 0) return one.slice(1, close)
  const comment = one.search(/\s(?:#|;|\/\/)/)
  return comment < 0 ? one : one.slice(0, comment).trimEnd()
}

const CLIENT_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['-h', 'MQTT_HOST'],
  ['--host', 'MQTT_HOST'],
  ['-p', 'MQTT_PORT'],
  ['--port', 'MQTT_PORT'],
  ['-u', 'MQTT_USERNAME'],
  ['--username', 'MQTT_USERNAME'],
  ['-P', 'MQTT_PASSWORD'],
  ['--pw', 'MQTT_PASSWORD'],
  ['-L', 'MQTT_URL'],
  ['--url', 'MQTT_URL'],
  ['--cafile', 'MQTT_CA_FILE'],
  ['--cert', 'MQTT_CERT_FILE'],
  ['--key', 'MQTT_KEY_FILE'],
  ['-k', 'MQTT_KEEPALIVE'],
])
const CLIENT_SWITCHES: ReadonlyMap<string, string> = new Map([
  ['--tls-use-os-certs', 'MQTT_TLS'],
  ['--capath', 'MQTT_TLS'],
  ['--insecure', 'MQTT_TLS_INSECURE'],
])

/** Options of `mosquitto_sub` and its like, on a command line or in their configuration file. */
function clientSettings(lines: readonly string[]): Setting[] {
  const words = lines.flatMap((line) =>
    [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? ''),
  )
  return words.flatMap((word, index) => {
    const name = CLIENT_OPTIONS.get(word)
    if (name !== undefined) return [setting(name, words[index + 1] ?? '')]
    const flag = CLIENT_SWITCHES.get(word)
    return flag === undefined ? [] : [setting(flag, 'true')]
  })
}

const BRIDGE: ReadonlyMap<string, string> = new Map([
  ['address', 'MQTT_HOST'],
  ['addresses', 'MQTT_HOST'],
  ['remote_username', 'MQTT_USERNAME'],
  ['username', 'MQTT_USERNAME'],
  ['remote_password', 'MQTT_PASSWORD'],
  ['password', 'MQTT_PASSWORD'],
  ['bridge_cafile', 'MQTT_CA_FILE'],
  ['bridge_capath', 'MQTT_TLS'],
  ['bridge_tls_use_os_certs', 'MQTT_TLS'],
  ['bridge_certfile', 'MQTT_CERT_FILE'],
  ['bridge_keyfile', 'MQTT_KEY_FILE'],
  ['bridge_insecure', 'MQTT_TLS_INSECURE'],
  ['keepalive_interval', 'MQTT_KEEPALIVE'],
])

/** The other broker of each bridge in a mosquitto.conf. */
function bridgeSettings(lines: readonly string[]): Setting[] {
  let count = 0
  let bridge = ''
  return lines.flatMap((line) => {
    const [, name = '', value = ''] = /^(\w{1,60})\s+(\S.*)$/.exec(line) ?? []
    if (name === 'connection') {
      count++
      bridge = count === 1 ? '' : `${count}_`
    }
    const known = BRIDGE.get(name)
    if (count === 0 || known === undefined) return []
    const text = name === 'bridge_capath' ? 'true' : name.startsWith('address') ? (value.split(/\s+/)[0] ?? '') : value
    return [setting(known.replace('MQTT_', `MQTT_${bridge}`), text)]
  })
}
