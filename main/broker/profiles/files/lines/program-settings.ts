import { missingNote } from '../import-notes.ts'
import type { Setting } from '../setting-groups.ts'
import { type ShellWord, shellVariables, shellWords } from './shell-words.ts'

/** Lines of programs that have a form of their own: Mosquitto's clients and bridges, Docker, Tasmota's console, rtl_433. */

const setting = (name: string, text: string): Setting => ({ name, text, problem: null })

/** A setting that is shown under the name that it has in the file. */
const shown = (name: string, fullName: string, text: string): Setting => ({ name, fullName, text, problem: null })

const CLIENT = /^(?:[$#>]\s{1,9})?(?:mosquitto_(?:sub|pub|rr)|mqttx|mqtt\s+(?:sub|pub|sh|shell|con|connect|test))\s/
/** A client of MQTT with options, anywhere in a line: behind `ExecStart=`, a pipe, the times of cron. */
const PROGRAM = /^(?:\S{0,100}\/)?(?:mosquitto_(?:sub|pub|rr)|mqttx|mqtt)$/

/** True for a line with a command of a client in it. */
export function isClientLine(line: string): boolean {
  return CLIENT.test(line) || /(?:^|[\s/=|(])mosquitto_(?:sub|pub|rr)\s{1,4}-/.test(line)
}

const CONTAINER = /^(?:[$#>]\s{1,9})?(?:sudo\s{1,9})?(?:docker|podman)\s/
const VARIABLE = /(?:^|\s)(?:-e|--env)[\s=]/

/** Settings of the program whose lines these are; null where they are of none that is known. */
export function programSettings(lines: readonly string[]): Setting[] | null {
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  if (lines.some(isClientLine) || has(/^(?:-h|--host)\s+\S/)) return clientSettings(lines)
  if (has(/^connection\s+\S/) && has(/^address(?:es)?\s+\S/)) return bridgeSettings(lines)
  if (has(CONTAINER) && has(VARIABLE)) return containerSettings(lines)
  if (has(/(?:^|[;\s])MqttHost\d?\s+[^\s=]/i)) return tasmotaSettings(lines)
  if (has(/^(?:Bridge|Thing)\s+mqtt:broker:/)) return openhabSettings(lines)
  if (has(/^config\s+\w+/) && has(/^option\s+\w+\s/)) return openwrtSettings(lines)
  const urls = lines.flatMap((line) => /^(?:output|-F)\s+["']?(mqtts?:\/\/[^\s"']{1,500})/i.exec(line)?.[1] ?? [])
  return urls.length === 0 ? null : rtlSettings(urls[0] ?? '')
}

/** `Bridge mqtt:broker:plant [ host="…", port=8883, secure=true ]` of openHAB, over lines too. */
function openhabSettings(lines: readonly string[]): Setting[] {
  const text = lines.join(' ')
  const from = text.indexOf('[', text.search(/(?:Bridge|Thing)\s+mqtt:broker:/))
  const inside = text.slice(from + 1, text.indexOf(']', from))
  return outsideQuotes(inside, ',').map((pair) => {
    const name = pair.split('=', 1)[0] ?? ''
    const text = pair.slice(name.length + 1).trim()
    return setting(`mqtt_${name.trim()}`, unquoted(text))
  })
}

function outsideQuotes(text: string, mark: string): readonly string[] {
  const parts = ['']
  let isQuoted = false
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted
    if (sign === mark && !isQuoted) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}

function unquoted(text: string): string {
  const quote = text.charAt(0)
  return (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote) ? text.slice(1, -1) : text
}

/** `config mqtt` and `option host '…'` of OpenWrt. */
function openwrtSettings(lines: readonly string[]): Setting[] {
  let section = ''
  return lines.flatMap((line) => {
    const [, kind] = /^config\s+(\w{1,60})/.exec(line) ?? []
    if (kind !== undefined) section = kind
    const [, name, text = ''] = /^option\s+(\w{1,60})\s+(\S.*)$/.exec(line) ?? []
    return name === undefined ? [] : [setting(`${section}_${name}`, unquoted(text))]
  })
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
  ['--hostname', 'MQTT_HOST'],
  ['-pw', 'MQTT_PASSWORD'],
  ['--password', 'MQTT_PASSWORD'],
  ['--user', 'MQTT_USERNAME'],
  ['--protocol', 'MQTT_PROTOCOL'],
  ['--path', 'MQTT_PATH'],
  ['--ca', 'MQTT_CA_FILE'],
  ['--capem', 'MQTT_CA_FILE'],
  ['--cafile', 'MQTT_CA_FILE'],
  ['--capath', 'MQTT_CA_PATH'],
  ['--cert', 'MQTT_CERT_FILE'],
  ['--key', 'MQTT_KEY_FILE'],
  ['-k', 'MQTT_KEEPALIVE'],
  ['--keepalive', 'MQTT_KEEPALIVE'],
  ['--tls-version', 'MQTT_TLS_VERSION'],
  ['--tls-alpn', 'MQTT_TLS_ALPN'],
  ['--ciphers', 'MQTT_TLS_CIPHERS'],
  ['--psk', 'MQTT_TLS_PSK'],
  ['--psk-identity', 'MQTT_TLS_PSK'],
  ['-t', 'MQTT_TOPIC'],
  ['--topic', 'MQTT_TOPIC'],
  ['-i', 'MQTT_CLIENT_ID'],
  ['-I', 'MQTT_CLIENT_ID'],
  ['--id', 'MQTT_CLIENT_ID'],
  ['--identifier', 'MQTT_CLIENT_ID'],
  ['--client-id', 'MQTT_CLIENT_ID'],
  ['-q', 'MQTT_QOS'],
  ['--qos', 'MQTT_QOS'],
  ['-V', 'MQTT_VERSION'],
  ['--mqtt-version', 'MQTT_VERSION'],
  ['--proxy', 'MQTT_PROXY'],
  ['--will-topic', 'MQTT_WILL'],
  ['--will-payload', 'MQTT_WILL'],
])
const CLIENT_SWITCHES: ReadonlyMap<string, string> = new Map([
  ['--tls-use-os-certs', 'MQTT_TLS'],
  ['--insecure', 'MQTT_TLS_INSECURE'],
  ['--ws', 'MQTT_WEBSOCKET'],
])

/** `docker run -e NAME=value`, over lines too. */
function containerSettings(lines: readonly string[]): Setting[] {
  const variables = shellVariables(lines)
  const words = lines.flatMap((line) => shellWords(line, variables))
  return words.flatMap((word, index) => {
    const isBare = word.text === '-e' || word.text === '--env'
    const next = isBare ? words[index + 1] : word
    const pair = isBare ? (next?.text ?? '') : /^(?:-e|--env=)(\w{1,80}=.*)$/s.exec(word.text)?.[1]
    if (next === undefined || pair === undefined || !/^\w{1,80}=/.test(pair)) return []
    const name = pair.split('=', 1)[0] ?? ''
    return [filled(name, name, { ...next, text: pair.slice(name.length + 1) })]
  })
}

function filled(name: string, fullName: string, { text, missing }: ShellWord): Setting {
  return missing.length === 0
    ? shown(name, fullName, text)
    : { name, fullName, text: '', problem: missingNote(name, missing) }
}

/**
 * Options of `mosquitto_sub` and its like, on command lines or in their configuration file. Lines that go to different
 * brokers are connections of their own.
 */
function clientSettings(lines: readonly string[]): Setting[] {
  const variables = shellVariables(lines)
  const commands = lines.filter(isClientLine)
  if (commands.length === 0)
    return optionsIn(
      lines.flatMap((line) => shellWords(line)),
      '',
    )
  const brokers = new Map<string, number>()
  return commands.flatMap((line) => {
    const all = shellWords(line.replace(/^(?:[$#>]\s{1,9}|ExecStart=[-@+!:]{0,3})/, ''), variables)
    const start = Math.max(
      0,
      all.findIndex(({ text }) => PROGRAM.test(text)),
    )
    const words = all.slice(start)
    const end = words.findIndex(({ text }) => text === ';')
    const settings = optionsIn(end < 0 ? words : words.slice(0, end), (words[0]?.text ?? '').replace(/^.*\//, ''))
    const place = settings
      .filter(({ fullName }) => /^MQTT_(?:HOST|PORT|URL|USERNAME)$/.test(fullName ?? ''))
      .map(({ text }) => text)
      .join(' ')
    const at = brokers.get(place) ?? brokers.size
    brokers.set(place, at)
    return at === 0
      ? settings
      : settings.map((one) => ({ ...one, fullName: (one.fullName ?? '').replace('MQTT_', `MQTT_${at + 1}_`) }))
  })
}

function optionsIn(words: readonly ShellWord[], program: string): Setting[] {
  const isHiveMq = program === 'mqtt'
  return words.flatMap((word, index) => {
    const [option = '', given] = /^--[\w-]+=/.test(word.text) ? cutAt(word.text) : [word.text]
    const name = option === '-l' && program === 'mqttx' ? 'MQTT_PROTOCOL' : CLIENT_OPTIONS.get(option)
    const value = given === undefined ? words[index + 1] : { ...word, text: given }
    if (name !== undefined) return value === undefined ? [] : [filled(option, name, value)]
    const flag = isHiveMq && /^(?:-s|--secure)$/.test(option) ? 'MQTT_TLS' : CLIENT_SWITCHES.get(option)
    return flag === undefined ? [] : [shown(option, flag, 'true')]
  })
}

function cutAt(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

const BRIDGE: ReadonlyMap<string, string> = new Map([
  ['address', 'MQTT_HOST'],
  ['addresses', 'MQTT_HOST'],
  ['remote_username', 'MQTT_USERNAME'],
  ['username', 'MQTT_USERNAME'],
  ['remote_password', 'MQTT_PASSWORD'],
  ['password', 'MQTT_PASSWORD'],
  ['bridge_cafile', 'MQTT_CA_FILE'],
  ['bridge_capath', 'MQTT_CA_PATH'],
  ['bridge_alpn', 'MQTT_TLS_ALPN'],
  ['bridge_tls_version', 'MQTT_TLS_VERSION'],
  ['bridge_psk', 'MQTT_TLS_PSK'],
  ['bridge_identity', 'MQTT_TLS_PSK'],
  ['topic', 'MQTT_TOPIC'],
  ['remote_clientid', 'MQTT_CLIENT_ID'],
  ['clientid', 'MQTT_CLIENT_ID'],
  ['bridge_protocol_version', 'MQTT_VERSION'],
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
      return [shown(name, `MQTT_${bridge}BRIDGE_NAME`, value)]
    }
    if (count === 0) return []
    const known = BRIDGE.get(name) ?? 'MQTT_OPTION'
    const text = name.startsWith('address') ? value.split(/\s+/).map(withBridgePort).join(',') : value
    return [shown(name, known.replace('MQTT_', `MQTT_${bridge}`), text)]
  })
}

/** A bridge takes 1883 where its address has no port, with TLS too. */
function withBridgePort(address: string): string {
  return /:\d{1,5}$/.test(address) ? address : `${address.includes(':') ? `[${address}]` : address}:1883`
}

const TASMOTA: ReadonlyMap<string, string> = new Map([
  ['mqtthost', 'MQTT_HOST'],
  ['mqttport', 'MQTT_PORT'],
  ['mqttuser', 'MQTT_USERNAME'],
  ['mqttpassword', 'MQTT_PASSWORD'],
  ['mqttkeepalive', 'MQTT_KEEPALIVE'],
  ['mqttclient', 'MQTT_CLIENT_ID'],
  ['topic', 'MQTT_TOPIC'],
  ['fulltopic', 'MQTT_TOPIC'],
  ['grouptopic', 'MQTT_TOPIC'],
  ['mqttfingerprint', 'MQTT_TLS_FINGERPRINT'],
])

/** `Backlog MqttHost 192.0.2.20; MqttPort 1883`, or one command a line. `0` and `1` stand for nothing and the default. */
function tasmotaSettings(lines: readonly string[]): Setting[] {
  const commands = lines.flatMap((line) => line.replace(/^(?:\d\d:){2}\d\d[.\d]* CMD: /, '').split(';'))
  return commands.flatMap((command) => {
    const [, word = '', text = ''] = /^\s*(?:backlog0?\s+)?(\w{1,40})\s+(\S.*)$/i.exec(command) ?? []
    if (/^setoption103$/i.test(word)) return [shown(word, 'MQTT_TLS', text.trim())]
    const name = TASMOTA.get(word.toLowerCase().replace(/[12]$/, ''))
    return name === undefined || (text.trim() === '0' && name !== 'MQTT_PORT') ? [] : [shown(word, name, text.trim())]
  })
}

/** `mqtt://host:port,user=op,pass=secret`. */
function rtlSettings(text: string): Setting[] {
  const [url = '', ...options] = text.split(',')
  const values = new Map(
    options.map((option) => [option.split('=', 1)[0] ?? '', option.slice(option.indexOf('=') + 1)]),
  )
  const login = [
    ['user', 'MQTT_USERNAME'],
    ['pass', 'MQTT_PASSWORD'],
    ['tls_ca_cert', 'MQTT_CA_FILE'],
    ['tls_cert', 'MQTT_CERT_FILE'],
    ['tls_key', 'MQTT_KEY_FILE'],
    ['tls_insecure', 'MQTT_TLS_INSECURE'],
  ] as const
  return [
    setting('MQTT_URL', url),
    ...login.flatMap(([option, name]) => (values.has(option) ? [setting(name, values.get(option) ?? '')] : [])),
  ]
}
