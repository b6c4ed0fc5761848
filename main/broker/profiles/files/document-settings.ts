import { defaultNote, missingNote } from './import-notes.ts'
import type { Setting } from './setting-groups.ts'
import { isMqttName, namesBeside, roleOf } from './setting-names.ts'

const MAX_DEPTH = 8
/** More settings than any program has. */
const MAX_SETTINGS = 2_000

/** How the values of a document are meant. */
type DocumentKind = 'json' | 'yaml'

/**
 * The settings in a JSON or YAML document, by their path as one name: `mqtt: {host: …}` is `mqtt_host`. Beside a name of
 * MQTT that is a host (`mqttBroker`), names without that word are of the same connection.
 */
export function settingsOf(document: unknown, kind: DocumentKind): Setting[] {
  const settings: Setting[] = []
  const { substitutions, rest } = withoutSubstitutions(document)
  collect(kind === 'yaml' ? withoutFragments(rest) : rest, '', 0, settings)
  const isCompose = isFields(rest) && isFields(rest.services)
  return settings.map((setting) =>
    kind === 'json' && !PLACEHOLDER.test(setting.text) ? setting : withTemplate(setting, substitutions, isCompose),
  )
}

/** ESPHome keeps values of its own file apart, which are filled in elsewhere. */
function withoutSubstitutions(document: unknown): { substitutions: ReadonlyMap<string, string>; rest: unknown } {
  if (!isFields(document) || !isFields(document.substitutions)) return { substitutions: new Map(), rest: document }
  const { substitutions, ...rest } = document
  const texts = Object.entries(substitutions).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  )
  return { substitutions: new Map(texts), rest }
}

/** Compose keeps pieces for reuse under names that begin with `x-`; where they are used, they stand there. */
function withoutFragments(document: unknown): unknown {
  if (!isFields(document)) return document
  return Object.fromEntries(Object.entries(document).filter(([name]) => !name.startsWith('x-')))
}

/** What tools fill in from elsewhere inside of a value: `${NAME}`, `{{ name }}`. */
const TEMPLATE = /\$\{([^}:?]*)|\{\{\s*([\w.]*)/
/** A variable in JSON and TOML, where a dollar sign is more likely one of a password. */
const PLACEHOLDER = /\$\{[A-Z][A-Z0-9_]{0,100}(?::?-[^{}]{0,500})?\}|^\$[A-Z][A-Z0-9]{0,40}_[A-Z0-9_]{1,60}$/
/** And instead of one: `!secret.yaml name` in quotes (Zigbee2MQTT), `{FRIGATE_NAME}` (Frigate), `$MQTT_USER` (Telegraf). */
const REFERENCE =
  /^!(?:secret\S{0,40}|env_var|[\w./-]{1,60}\.ya?ml)\s+(\S{1,100})$|^\{([A-Z][A-Z0-9]*_[A-Z0-9_]+)\}$|^\$([A-Z][A-Z0-9]{0,40}_[A-Z0-9_]{1,60})$/
/** `${NAME:-default}` of Compose and `${NAME:default}` of Spring; a `$$` before it is a sign of its own. */
const WITH_DEFAULT =
  /\$\{([A-Za-z_][\w.]{0,100}):?-([^${}]{0,500})\}|\$\{([A-Za-z_][\w.]{0,100}):([^-?+${}][^${}]{0,500}|)\}/g

/** Fills in what stands in the file. In a Compose file `$$` is a dollar sign. */
function withTemplate(setting: Setting, substitutions: ReadonlyMap<string, string>, isCompose: boolean): Setting {
  if (setting.problem !== null) return setting
  const replaced: string[] = []
  const dollar = isCompose ? '\u0000' : '$$'
  const filled = setting.text
    .replaceAll('$$', () => dollar)
    .replace(/\$\{(\w{1,100})\}|\$(\w{1,100})/g, (all, one, other) => substitutions.get(one ?? other) ?? all)
    .replace(WITH_DEFAULT, (_all, name, value, springName, springValue) => {
      replaced.push(name ?? springName)
      return value ?? springValue
    })
  const found = TEMPLATE.exec(filled) ?? REFERENCE.exec(filled)
  const text = filled.replaceAll('\u0000', () => '$')
  if (found !== null)
    return { ...setting, problem: missingNote(setting.name, [found[1] || found[2] || found[3] || setting.name]) }
  return replaced.length === 0 ? { ...setting, text } : { ...setting, text, note: defaultNote(setting.name, replaced) }
}

function collect(value: unknown, path: string, depth: number, into: Setting[]): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  if (Array.isArray(value)) {
    collectItems(value, path, depth, into)
    return
  }
  const entries = Object.entries(decodedSecret(value))
  const hasHost = entries.some(isHostEntry)
  const isBesides = !isMqttName(path) && (hasHost || isOfMqtt(entries))
  const beside: ReadonlySet<string> = isBesides ? namesBeside(Object.keys(value), hasHost) : new Set()
  for (const [name, one] of entries) {
    if (into.length >= MAX_SETTINGS) return
    const full = path === '' ? name : `${path}_${name}`
    const elsewhere = elsewhereOf(one)
    if (elsewhere !== null) {
      into.push({ name: full, text: '', problem: missingNote(full, [elsewhere]) })
      continue
    }
    if (/^(?:env_file|envFrom)$/.test(name) && one !== null) {
      // What other files set may be the login.
      into.push({ name: full, fullName: 'mqtt_option', text: 'true', problem: null })
      continue
    }
    if (typeof one === 'object') {
      // `mqtt: {tls: {}}` asks for TLS as `mqtt: {tls: true}` does.
      if (isFields(one) && /^(?:tls|ssl)$/i.test(name) && !isSwitched(one))
        into.push({ name: full, text: 'true', problem: null })
      collect(one, full, depth + 1, into)
      continue
    }
    const isNumber = typeof one === 'number' && roleOf(full)?.role === 'host'
    if (isNumber || !['string', 'number', 'boolean'].includes(typeof one)) continue
    const isBeside = beside.has(name) && !isMqttName(full)
    into.push({ name: full, ...(isBeside ? { fullName: `mqtt_${name}` } : {}), text: String(one), problem: null })
  }
}

/** An object says itself whether it counts. */
function isSwitched(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(fields).some((name) => /^(?:enabled?|active|use|on|mode)$/i.test(name))
}

function isHostEntry([name, one]: readonly [string, unknown]): boolean {
  return typeof one === 'string' && roleOf(name)?.role === 'host'
}

/** Fields of a device's own settings page that only MQTT has. */
const MQTT_FIELDS = /^(?:topic_?prefix|base_?topic|client_?id|mqtt.*|keepalive|clean_?session)$/i

/** A host beside what only MQTT has: Shelly's `{server, client_id, topic_prefix}` names no MQTT. */
function isOfMqtt(entries: readonly (readonly [string, unknown])[]): boolean {
  const hasHost = entries.some(([name, one]) => typeof one === 'string' && roleOf(`mqtt_${name}`)?.role === 'host')
  return hasHost && entries.filter(([name]) => MQTT_FIELDS.test(name)).length > 1
}

/**
 * Lines of `environment: [MQTT_HOST=…]` (Docker Compose), variables of `env: [{name, value}]` (Kubernetes), and objects of a
 * list, each by its place in it.
 */
function collectItems(items: readonly unknown[], path: string, depth: number, into: Setting[]): void {
  const texts = items.filter((item) => typeof item === 'string')
  if (texts.length > 0 && texts.every((text) => !/^\w+=/.test(text)))
    into.push({ name: path, text: texts.slice(0, MAX_SETTINGS).join(','), problem: null })
  for (const [index, item] of items.slice(0, MAX_SETTINGS).entries()) {
    if (typeof item === 'string') {
      const at = /^\w+=/.test(item) ? item.indexOf('=') : -1
      if (at > 0) into.push({ name: `${path}_${item.slice(0, at)}`, text: item.slice(at + 1), problem: null })
      continue
    }
    if (!isFields(item)) continue
    const { name, value, valueFrom } = item
    if (typeof name === 'string' && typeof value === 'string') into.push({ name, text: value, problem: null })
    else if (typeof name === 'string' && valueFrom !== undefined)
      into.push({ name, text: '', problem: missingNote(name, [keyIn(valueFrom) || name]) })
    else {
      const place = index === 0 ? '' : `_${index + 1}`
      if (isOfDomain(item)) collect(withoutDomain(item), `mqtt${place}`, depth + 1, into)
      else collect(item, `${path}${place}`, depth + 1, into)
    }
  }
}

const DOMAIN_FIELDS = ['domain', 'type', 'platform', 'protocol']

/** An entry of Home Assistant, openHAB or the like that says of itself that it is of MQTT. */
function isOfDomain(item: Readonly<Record<string, unknown>>): boolean {
  return DOMAIN_FIELDS.some((field) => item[field] === 'mqtt')
}

function withoutDomain(item: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(item).filter(([name, value]) => !DOMAIN_FIELDS.includes(name) || value !== 'mqtt'),
  )
}

/** The name of the key in `valueFrom: {secretKeyRef: {name, key}}`. */
function keyIn(valueFrom: unknown): string {
  const [reference] = isFields(valueFrom) ? Object.values(valueFrom) : []
  return isFields(reference) && typeof reference.key === 'string' ? reference.key : ''
}

/** A Secret of Kubernetes without the encoding of its values, which is none of the password. */
function decodedSecret(value: object): object {
  if (!isFields(value) || value.kind !== 'Secret' || !isFields(value.data)) return value
  const data = Object.entries(value.data).map(([name, one]) => {
    const text = typeof one === 'string' ? Buffer.from(one, 'base64').toString('utf8').replace(/\n$/, '') : one
    return [name, text]
  })
  return { ...value, data: Object.fromEntries(data) }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function elsewhereOf(value: unknown): string | null {
  const isMarked = isFields(value) && 'elsewhere' in value && Object.keys(value).length === 1
  return isMarked && typeof value.elsewhere === 'string' ? value.elsewhere : null
}
