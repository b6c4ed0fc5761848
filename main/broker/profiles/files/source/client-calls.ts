import type { Setting } from '../setting-groups.ts'
import { roleOf } from '../setting-names.ts'
import { type Api, CONSTRUCTORS, ESP_FIELDS, MQTT_APIS, OF_MQTT, UNIQUE_APIS } from './client-apis.ts'
import { type Call, lastWord } from './collect.ts'
import { type Expression, type Item, nameIn, pathOf } from './expression.ts'
import type { SettingMaker } from './setting-maker.ts'
import type { Value } from './values.ts'

/** Types of options that do not say MQTT, and names that clients usually have. */
const OF_OPTIONS =
  /^(?:async_client|connect_options|ssl_options)$|ConnectOptions|ConnectionSettings|ConnectionOptions|ClientOptions/
const USUAL_OWNER = /^\$?(?:client|c|cli|opts|options|conn_?opts|conn(?:ect(?:ion)?)?_?(?:options|settings))$/i

/** Libraries of Python whose client takes the host first. */
const OF_BROKER = /\b(?:aiomqtt|asyncio_mqtt)\b/

/** A setting, and the variable whose connection it is of. */
export interface Found extends Setting {
  readonly owner: string
}

/** Reads the calls of MQTT libraries, as `client-apis.ts` lists them and as they differ. */
export class ClientCalls {
  readonly #maker: SettingMaker
  readonly #types: ReadonlyMap<string, string>

  constructor(maker: SettingMaker, types: ReadonlyMap<string, string>) {
    this.#maker = maker
    this.#types = types
  }

  /** What one call says of a connection. */
  of(call: Call): Found[] {
    const { name, owner } = call
    const own = (settings: readonly Setting[]) => settings.map((one) => ({ ...one, owner }))
    const isOfMqtt = this.#isOfMqtt(call)
    const unique = UNIQUE_APIS.get(name)
    if (unique !== undefined) return own(this.#byApi(unique, call))
    if (!isOfMqtt) return []
    if (/^esp_mqtt_client_config/.test(name)) return own(this.#espFields(call.args))
    if (call.isBlock) return own(this.#maker.document('mqtt', call.args))
    if (/^(?:connect|Connect|connect_async|connectAsync|ConnectAsync)$/.test(name)) return own(this.#connect(call))
    const made = this.#constructed(call)
    if (made !== null) return own(made)
    const known = MQTT_APIS.get(name)
    if (known !== undefined) return own(this.#byApi(known, call))
    return own(this.#setter(call))
  }

  /** The type of its variable, its own path or the variable's name says MQTT. */
  #isOfMqtt({ path, owner }: Call): boolean {
    const type = this.#types.get(owner)
    // `import { connect } from 'mqtt'`
    if (OF_MQTT.test(path) || OF_MQTT.test(owner) || /^connect(?:Async)?$/.test(path)) return true
    if (type !== undefined) return OF_MQTT.test(type) || OF_OPTIONS.test(type)
    return USUAL_OWNER.test(owner)
  }

  #byApi({ args, also = [] }: Api, call: Call): Setting[] {
    const said = also.map(
      (name): Setting => ({ name: call.name, fullName: `mqtt_${name}`, text: 'true', problem: null }),
    )
    return [...said, ...this.#maker.placed(args, call.args), ...this.#maker.named(call.args)]
  }

  /** `connect` of all libraries: an address, an object of options, a host and a port, or an id and a login. */
  #connect(call: Call): Setting[] {
    const own = call.args
      .filter(({ name }) => name === null)
      .map((arg) => ({ arg, worth: this.#maker.worth(arg.value) }))
    const isSwitch = ({ worth }: { worth: Value }) => worth.kind === 'text' && /^(?:true|false)$/.test(worth.text)
    // A switch behind the rest is about the session.
    const said = own[0] !== undefined && isSwitch(own[0]) ? own : own.filter((one) => !isSwitch(one))
    const args = [...said.map(({ arg }) => arg), ...call.args.filter(({ name }) => name !== null)]
    const places = said.map(({ worth }) => worth)
    const [first, second, third] = places
    const objects = places.flatMap((one) => (one.kind === 'fields' ? this.#maker.document('mqtt', one.items) : []))
    if (objects.length > 0 || first?.kind === 'fields') {
      const isAddress = first?.kind === 'text' || first?.kind === 'missing'
      return [...(isAddress ? this.#maker.setting('url', 'mqtt_url', first) : []), ...objects]
    }
    if (first?.kind === 'text' && first.text.includes('://'))
      return [...this.#maker.setting('url', 'mqtt_url', first), ...this.#maker.named(args)]
    const type = this.#types.get(call.owner) ?? ''
    const isDevice = /PubSubClient|^MQTTClient$|^MqttClient$|AsyncMqtt/.test(type) && !/\bMqttClient\b/.test(call.path)
    const isPort =
      second?.kind === 'text'
        ? second.isNumber || /^\d+$/.test(second.text)
        : second === undefined ||
          (second.kind === 'unknown' && first?.kind === 'text') ||
          /port/i.test(second.kind === 'missing' ? second.names.join() : '')
    if (first?.kind === 'text' && /^(?:true|false)$/.test(first.text))
      return this.#maker.placed(['clean', null, 'username', 'password'], args)
    // A will behind the id: `connect(id, topic, qos, retain, message)`.
    if (isDevice && places.length <= 5 && third?.kind === 'text' && third.isNumber)
      return this.#maker.placed(['client_id', 'will'], args)
    if (isDevice && !(second !== undefined && isPort))
      return this.#maker.placed(['client_id', 'username', 'password'], args)
    // `m:connect("host", 8883, true)` of NodeMCU.
    const isSecure = /(?:^|\.)mqtt\.Client$/.test(type) && own[2]?.worth.kind === 'text' && own[2].worth.text === 'true'
    const tls: Setting[] = isSecure ? [{ name: 'secure', fullName: 'mqtt_tls', text: 'true', problem: null }] : []
    if (isPort) return [...tls, ...this.#maker.placed(['host', 'port'], args), ...this.#maker.named(args)]
    return this.#maker.placed(
      third === undefined ? ['username', 'password'] : ['client_id', 'username', 'password'],
      args,
    )
  }

  #constructed(call: Call): Setting[] | null {
    const { name, path, args } = call
    const known =
      CONSTRUCTORS.get(name) ?? (name === 'new' ? CONSTRUCTORS.get(lastWord(path.replace(/\.new$/, ''))) : undefined)
    const places = args.filter((arg) => arg.name === null).map(({ value }) => this.#maker.worth(value))
    const isText = (value: Value | undefined) => value?.kind === 'text' && !value.isNumber
    const url = places.findIndex((value) => value.kind === 'text' && value.text.includes('://'))
    if (url >= 0 && /Client/.test(name === 'new' ? path : name))
      return this.#maker.placed([...Array<null>(url).fill(null), 'url', 'client_id'], args)
    if (/(?:^|\.)Paho(?:\.MQTT)?\.Client$/.test(path)) {
      const names = places.length > 3 ? ['host', 'port', 'path', 'client_id'] : ['host', 'port', 'client_id']
      return [
        { name: 'Paho', fullName: 'mqtt_websocket', text: 'true', problem: null },
        ...this.#maker.placed(names, args),
      ]
    }
    if (name === 'MQTTClient' && !isText(places[0]) && args.every((arg) => arg.name === null)) return []
    // The host of PubSubClient stands first, where it is no connection of the board.
    if (name === 'PubSubClient' && !isText(places[0])) return []
    if (known !== undefined) return this.#byApi(known, call)
    if (name === 'MqttClient' && places.length > 0) {
      const names =
        places[2]?.kind === 'text' && /^(?:true|false)$/.test(places[2].text)
          ? ['host', 'port', 'tls']
          : ['host', 'port', 'client_id']
      return isText(places[0]) ? this.#maker.placed(names, args) : []
    }
    // NodeMCU: `mqtt.Client("id", 120, "user", "password")`.
    if (name === 'Client' && isText(places[0]) && places[1]?.kind === 'text' && places[1].isNumber)
      return this.#maker.placed(['client_id', 'keepalive', 'username', 'password'], args)
    // Of these libraries the client is made with its broker: `aiomqtt.Client("host", port=8883)`.
    if (name === 'Client' && OF_BROKER.test(`${path} ${this.#types.get(name) ?? ''}`))
      return this.#byApi({ args: ['host', 'port'] }, call)
    return /^(?:Client|MQTT|CocoaMQTT5?|MqttConnectionConfig|MqttClientOptions)$/.test(name)
      ? [...this.#maker.placed(['client_id'], isText(places[0]) ? args : []), ...this.#maker.named(args)]
      : null
  }

  /** `setUserName("…")`, `.serverHost("…")`, `.WithClientId("…")`. */
  #setter({ name, path, args }: Call): Setting[] {
    if (!path.includes('.')) return []
    const plain = name.replace(/^(?:[Ss]et|[Ww]ith|[Uu]se|[Ee]nable|[Aa]dd)(?=[A-Z_])_?/, '')
    const role = roleOf(`mqtt_${plain}`)
    const [first] = args
    if (plain === '' || role === null || first === undefined || first.name !== null || args.length > 2) return []
    if (role.role === 'other' && !/client_?id|identifier/i.test(plain)) return []
    return this.#maker.setting(name, `mqtt_${plain}`, this.#maker.worth(first.value))
  }

  #espFields(args: readonly Item[]): Setting[] {
    return args.flatMap(({ name, value }) => {
      if (name === null) return []
      const worth = this.#maker.worth(value)
      const path = pathOf(name)
      if (worth.kind === 'fields')
        return this.#espFields(worth.items.map((item) => ({ ...item, name: under(name, item.name) })))
      const known = ESP_FIELDS.find(([end]) => path === end || path.endsWith(`.${end}`))?.[1]
      const said: Value =
        /^(?:ca|client_cert|client_key)$/.test(known ?? '') && worth.kind !== 'text'
          ? { kind: 'missing', names: [nameIn(value) || path] }
          : worth
      return this.#maker.setting(
        path,
        `mqtt_${known ?? 'esp_option'}`,
        known === 'tls' ? { kind: 'text', text: 'true', isNumber: false, replacedBy: [] } : said,
      )
    })
  }
}

function under(outer: Expression, inner: Expression | null): Expression | null {
  return inner === null ? null : { kind: 'member', of: { kind: 'name', name: pathOf(outer) }, name: pathOf(inner) }
}
