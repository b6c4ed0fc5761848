import type { Setting } from './setting-groups.ts'

/** Lines of programs that have a form of their own: Mosquitto's clients and bridges, Docker, Tasmota's console, rtl_433. */

const setting = (name: string, text: string): Setting => ({ name, text, problem: null })

const CLIENT = /^(?:[$#>]\s{1,9})?(?:mosquitto_(?:sub|pub|rr)|mqttx|mqtt\s+(?:sub|pub|sh|shell|con|connect|test))\s/
const CONTAINER = /^(?:[$#>]\s{1,9})?(?:sudo\s{1,9})?(?:docker|podman)\s/
const VARIABLE = /(?:^|\s)(?:-e|--env)[\s=]/

/** Settings of the program whose lines these are; null where they are of none that is known. */
export function programSettings(lines: readonly string[]): Setting[] | null {
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  if (has(CLIENT) || has(/^(?:-h|--host)\s+\S/)) return clientSettings(lines, has(/^(?:[$#>]\s{1,9})?mqtt\s/))
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
  ['-l', 'MQTT_PROTOCOL'],
  ['--protocol', 'MQTT_PROTOCOL'],
  ['--path', 'MQTT_PATH'],
  ['--ca', 'MQTT_CA_FILE'],
  ['--capem', 'MQTT_CA_FILE'],
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

function wordsIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    [...line.matchAll(/"([^"]*)"|'([^']*)'|((?:[^\s"']|"[^"]*"|'[^']*')+)/g)].map(
      ([, a, b, c]) => a ?? b ?? (c ?? '').replace(/"([^"]*)"|'([^']*)'/g, '$1$2'),
    ),
  )
}

/** `docker run -e NAME=value`, over lines too. */
function containerSettings(lines: readonly string[]): Setting[] {
  const words = wordsIn(lines)
  return words.flatMap((word, index) => {
    const isBare = word === '-e' || word === '--env'
    const pair = isBare ? (words[index + 1] ?? '') : /^(?:-e|--env=)(\w{1,80}=.*)$/s.exec(word)?.[1]
    return pair !== undefined && /^\w{1,80}=/.test(pair)
      ? [setting(pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1))]
      : []
  })
}

/** Options of `mosquitto_sub` and its like, on a command line or in their configuration file. */
function clientSettings(lines: readonly string[], isHiveMq: boolean): Setting[] {
  const words = wordsIn(lines)
  return words.flatMap((word, index) => {
    const name = CLIENT_OPTIONS.get(word)
    if (name !== undefined) return [setting(name, words[index + 1] ?? '')]
    const flag = isHiveMq && /^(?:-s|--secure)$/.test(word) ? 'MQTT_TLS' : CLIENT_SWITCHES.get(word)
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

const TASMOTA: ReadonlyMap<string, string> = new Map([
  ['mqtthost', 'MQTT_HOST'],
  ['mqttport', 'MQTT_PORT'],
  ['mqttuser', 'MQTT_USERNAME'],
  ['mqttpassword', 'MQTT_PASSWORD'],
  ['mqttkeepalive', 'MQTT_KEEPALIVE'],
])

/** `Backlog MqttHost 192.0.2.20; MqttPort 1883`, or one command a line. `0` and `1` stand for nothing and the default. */
function tasmotaSettings(lines: readonly string[]): Setting[] {
  const commands = lines.flatMap((line) => line.replace(/^(?:\d\d:){2}\d\d[.\d]* CMD: /, '').split(';'))
  return commands.flatMap((command) => {
    const [, word = '', text = ''] = /^\s*(?:backlog0?\s+)?(\w{1,40})\s+(\S.*)$/i.exec(command) ?? []
    if (/^setoption103$/i.test(word)) return [setting('MQTT_TLS', text.trim())]
    const name = TASMOTA.get(word.toLowerCase().replace(/[12]$/, ''))
    return name === undefined || (text.trim() === '0' && name !== 'MQTT_PORT') ? [] : [setting(name, text.trim())]
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
