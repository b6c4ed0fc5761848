import { isOn } from '../profile-draft.ts'
import type { Setting } from '../setting-groups.ts'
import { isMqttName, roleOf } from '../setting-names.ts'
import { OF_MQTT, PLAIN_TYPE, SECURE_TYPE } from './client-apis.ts'
import { ClientCalls, type Found } from './client-calls.ts'
import { type Call, type Collected, collect, lastWord } from './collect.ts'
import { type Item, nameIn, pathOf } from './expression.ts'
import { parseSource } from './parser.ts'
import { SettingMaker } from './setting-maker.ts'
import { Values } from './values.ts'

const MARKS =
  /^\s{0,40}(?:#\s{0,4}(?:include|define|pragma|ifndef)\b|import\s|from\s+[\w.]+\s+import\b|using\s+[\w.]+;|package\s+\w|use\s+[\w:\\]+|<\?php|(?:const|let|var|val)\s+\w|(?:public|private|static|final|class|def|func|fn|function|void|async)\s+\w|export\s+(?:const|default|let|class|function)\b|module\.exports|require\b|return\s|@\w+\(|<script\b|[A-Za-z_]\w{0,80} (?:[A-Za-z_]\w{0,80} )?= [{(]\s{0,9}$)/
/** A call at the beginning of a line, or behind a sign of assignment. */
const CALL = /^(?:[\w$.:]{1,80} {0,4}:?= {0,4})?(?:new |await )?[A-Za-z_$][\w$.:]{0,80}\(/
const MAX_CHARS = 1_000_000
const MAX_LINES = 5_000

/** Tells source code: a line that begins as no file of settings does, or a call of an MQTT library. */
export function isSource(text: string): boolean {
  if (text.length > MAX_CHARS) return false
  const lines = text.split('\n', MAX_LINES)
  if (lines.some((line) => /^\s*\[{1,2}[\w.:-]{1,80}\]{1,2}\s*$|^\s*(?:ENV|FROM|CMD|RUN|setenv)\s+\S/.test(line)))
    return false
  return lines.some((line) => MARKS.test(line)) || (OF_MQTT.test(text) && lines.some((line) => CALL.test(line.trim())))
}

/** Settings that source code gives to a client of MQTT, and those that it keeps under names of MQTT. */
export function sourceSettings(text: string): Setting[] {
  const collected = collect(parseSource(scriptsOf(text)))
  for (const [alias, path] of importsOf(text)) collected.types.set(alias, path)
  const reader = new Reader(collected, OF_MQTT.test(text))
  const called = reader.called()
  const declared = reader.declared()
  const isHost = (one: Setting) =>
    roleOf(one.fullName ?? one.name)?.role === 'host' && (one.text !== '' || one.problem !== null)
  if (!called.some(isHost)) return [...called, ...declared]
  const given = new Set(called.map((one) => roleOf(one.fullName ?? one.name)?.role))
  const missing = declared.filter((one) => {
    const found = roleOf(one.fullName ?? one.name)
    return found !== null && found.group === '' && !given.has(found.role) && !/^(?:host|port|other)$/.test(found.role)
  })
  // Bare names of a login are judged by what stands beside them.
  const isLogin = (role: string | undefined) => role === 'username' || role === 'password'
  const hasLogin = [...called, ...missing].some((one) => isLogin(roleOf(one.fullName ?? one.name)?.role))
  const bare = hasLogin ? [] : [...declared, ...reader.loose()].filter((one) => isBareLogin(one.name))
  return [...called, ...missing, ...bare]
}

function isBareLogin(name: string): boolean {
  const found = roleOf(`mqtt_${name}`)
  return !isMqttName(name) && found?.group === '' && (found.role === 'username' || found.role === 'password')
}

/** Names of what is imported from a library of MQTT: `import paho.mqtt.publish as publish`, `from paho.mqtt import publish`. */
function importsOf(text: string): [alias: string, path: string][] {
  return text.split('\n', MAX_LINES).flatMap((line): [string, string][] => {
    const [first = '', path = '', second = '', ...names] = line.trim().split(/[\s,]+/, 12)
    const isImport = (first === 'import' && second === 'as') || (first === 'from' && second === 'import')
    return isImport && OF_MQTT.test(path) ? names.filter((name) => name !== 'as').map((name) => [name, path]) : []
  })
}

/** The scripts of a page, or the text as it is. */
function scriptsOf(text: string): string {
  const small = text.toLowerCase()
  const scripts: string[] = []
  let at = small.indexOf('<script')
  if (at < 0 || small.length !== text.length) return text
  while (at >= 0) {
    const start = small.indexOf('>', at) + 1
    if (start === 0) break
    const end = small.indexOf('</script', start)
    scripts.push(text.slice(start, end < 0 ? undefined : end))
    at = end < 0 ? -1 : small.indexOf('<script', end)
  }
  return scripts.join('\n')
}

class Reader {
  readonly #calls: readonly Call[]
  readonly #collected: Collected
  readonly #types: ReadonlyMap<string, string>
  readonly #maker: SettingMaker
  readonly #clientCalls: ClientCalls
  readonly #isMqttFile: boolean

  constructor(collected: Collected, isMqttFile: boolean) {
    this.#collected = collected
    this.#calls = collected.calls
    this.#types = collected.types
    this.#maker = new SettingMaker(new Values([...collected.bindings, ...argumentsOf(collected.calls)]))
    this.#clientCalls = new ClientCalls(this.#maker, collected.types)
    this.#isMqttFile = isMqttFile
  }

  /** What calls of MQTT libraries are given, one group for each connection. */
  called(): Setting[] {
    if (!this.#isMqttFile) return []
    const isHost = (one: Setting) => roleOf(one.fullName ?? '')?.role === 'host'
    const found = [...this.#calls.flatMap((call) => this.#clientCalls.of(call)), ...this.#assigned()]
    const isKnown = found.some((one) => isHost(one) && one.problem === null)
    // `connect(options)` says nothing where the options were given their host.
    const all = found.filter((one) => !(isKnown && isHost(one) && one.problem !== null))
    const tls = [...this.#secureNet(), ...this.#unverified()]
    if (!all.some(isHost)) return [...all, ...this.#addressed(), ...tls]
    const owners = [...new Set(all.filter(isHost).map(({ owner }) => owner))]
    if (owners.length < 2) return [...all, ...tls]
    const links = this.#links(owners)
    return [...all, ...tls].map((one) => {
      const at = owners.indexOf(links.get(one.owner) ?? one.owner)
      return at < 1 ? one : { ...one, fullName: (one.fullName ?? one.name).replace(/^mqtt_/i, `mqtt_${at + 1}_`) }
    })
  }

  /** Values that stand under a name of their own, and objects. */
  declared(): Setting[] {
    return this.#collected.bindings.flatMap(({ path, value, type }) => {
      const name = path.replace(/^(?:self|this|cls)\./, '')
      const worth = this.#maker.worth(value)
      if (worth.kind === 'fields') {
        if (type !== null && OF_MQTT.test(type)) return []
        return this.#maker.document(name, worth.items)
      }
      return isMqttName(name) || type === null || !SECURE_TYPE.test(type) ? this.#maker.setting(name, name, worth) : []
    })
  }

  /** `mqtt.username = "…"`, `client.port = 8883`. */
  #assigned(): Found[] {
    return this.#collected.bindings.flatMap(({ path, value }) => {
      const at = path.lastIndexOf('.')
      const owner = lastWord(path.slice(0, Math.max(at, 0)))
      const type = this.#types.get(owner)
      if (at < 0 || !OF_MQTT.test(type ?? '')) return []
      return this.#maker
        .setting(path, `mqtt_${path.slice(at + 1)}`, this.#maker.worth(value))
        .map((one) => ({ ...one, owner }))
    })
  }

  /** Fields of objects that are of nothing else: no database and no network stands beside them. */
  loose(): Setting[] {
    return this.#collected.objects.flatMap((items) => {
      const names = items.map(({ name }) => (name === null ? '' : nameIn(name)))
      if (names.some((name) => /host|server|database|ssid|dialect|url|mail/i.test(name))) return []
      return items.flatMap(({ name, value }) =>
        name !== null && isBareLogin(nameIn(name))
          ? this.#maker.setting(nameIn(name), nameIn(name), this.#maker.worth(value))
          : [],
      )
    })
  }

  /** Objects with an address of MQTT in them, whatever they are handed to. */
  #addressed(): Setting[] {
    const isAddress = ({ name, value }: Item) => {
      const worth = name === null ? null : this.#maker.worth(value)
      return worth?.kind === 'text' && /^mqtts?:\/\//i.test(worth.text)
    }
    const found = this.#collected.objects.find((items) => items.some(isAddress))
    return found === undefined ? [] : this.#maker.named(found)
  }

  /** Switches that turn the verification of certificates off, wherever the file has them. */
  #unverified(): Found[] {
    return [...this.#collected.bindings, ...this.#collected.fields].flatMap(({ path, value }) => {
      const name = lastWord(path)
      const role = roleOf(`mqtt_${name}`)?.role
      if ((role !== 'insecure' && role !== 'verify') || !/[a-z]/i.test(name)) return []
      const worth = this.#maker.worth(value)
      const isOff = worth.kind === 'text' && isOn(worth.text) === (role === 'insecure')
      return isOff ? [{ name, fullName: `mqtt_${name}`, text: worth.text, problem: null, owner: '' }] : []
    })
  }

  /** TLS of a sketch: its client is given a connection that encrypts, or no other one is there. */
  #secureNet(): Found[] {
    const secure = [...this.#types].filter(
      ([, type]) => SECURE_TYPE.test(type) && /Client/.test(type) && !OF_MQTT.test(type),
    )
    const isMqtt = (call: Call) => OF_MQTT.test(`${call.name} ${this.#types.get(call.owner) ?? ''}`)
    const given = this.#calls
      .filter(isMqtt)
      .flatMap(({ args }) => args.map(({ value }) => this.#types.get(lastWord(pathOf(value))) ?? ''))
    if (
      secure.length === 0 ||
      (given.some((type) => PLAIN_TYPE.test(type)) && !given.some((type) => SECURE_TYPE.test(type)))
    )
      return []
    const names = secure.map(([name]) => name)
    const ofNet = this.#calls.filter(({ owner }) => names.includes(owner))
    const ca = ofNet.filter(({ name }) => /^set(?:CACert|TrustAnchors)$/.test(name))
    return [
      { name: secure[0]?.[1] ?? '', fullName: 'mqtt_tls', text: 'true', problem: null },
      ...(ofNet.some(({ name }) => name === 'setInsecure')
        ? [{ name: 'setInsecure', fullName: 'mqtt_tls_insecure', text: 'true', problem: null }]
        : []),
      ...ca.flatMap((call) => this.#maker.placed(['ca_cert'], call.args)),
    ].map((one) => ({ ...one, owner: '' }))
  }

  /** Which variable hands its settings to which connection. */
  #links(owners: readonly string[]): ReadonlyMap<string, string> {
    const links = new Map<string, string>()
    for (const { owner, args } of this.#calls) {
      if (!owners.includes(owner)) continue
      for (const { value } of args) if (pathOf(value) !== '') links.set(lastWord(pathOf(value)), owner)
    }
    return links
  }
}

/** `add_argument("--host", default="…")` and the like: values that the command line may replace. */
function argumentsOf(calls: readonly Call[]): Collected['bindings'] {
  return calls.flatMap(({ name, args }) => {
    if (!/^(?:add_argument|option|add_option)$/.test(name)) return []
    const names = args.filter((arg) => arg.name === null).map(({ value }) => nameIn(value))
    const given = args.find((arg) => arg.name !== null && nameIn(arg.name) === 'default')
    const long = names.find((one) => one.startsWith('--')) ?? names[0] ?? ''
    const path = long.replace(/^-+/, '').replaceAll('-', '_')
    if (given === undefined || path === '') return []
    return [{ path: `args.${path}`, value: given.value, type: null }]
  })
}
