import { missingNote } from './import-notes.ts'
import type { Setting } from './setting-groups.ts'
import { isMqttName, roleOf } from './setting-names.ts'

const MAX_DEPTH = 6
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
  collect(document, '', 0, settings)
  return kind === 'json' ? settings : settings.map(withTemplate)
}

/** What tools fill in from elsewhere inside of a value: `${NAME}`, `{{ name }}`. */
const TEMPLATE = /\$\{([^}:]*)|\{\{\s*([\w.]*)/
/** And instead of one: `!secret.yaml name` in quotes (Zigbee2MQTT), `{FRIGATE_NAME}` (Frigate). */
const REFERENCE = /^!(?:secret|env_var)\S{0,40}\s+(\S{1,100})$|^\{([A-Z][A-Z0-9]*_[A-Z0-9_]+)\}$/

function withTemplate(setting: Setting): Setting {
  const found = TEMPLATE.exec(setting.text) ?? REFERENCE.exec(setting.text)
  if (setting.problem !== null || found === null) return setting
  return { ...setting, problem: missingNote(setting.name, [found[1] || found[2] || setting.name]) }
}

function collect(value: unknown, path: string, depth: number, into: Setting[]): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  if (Array.isArray(value)) {
    collectLines(value, path, into)
    return
  }
  const entries = Object.entries(value)
  const hasHost = !isMqttName(path) && entries.some(([name, one]) => isHostName(name) && typeof one === 'string')
  for (const [name, one] of entries) {
    if (into.length >= MAX_SETTINGS) return
    const full = path === '' ? name : `${path}_${name}`
    const elsewhere = elsewhereOf(one)
    if (elsewhere !== null) {
      into.push({ name: full, text: '', problem: missingNote(full, [elsewhere]) })
      continue
    }
    if (typeof one === 'object') {
      // `mqtt: {tls: {}}` asks for TLS as `mqtt: {tls: true}` does.
      if (one !== null && /^(?:tls|ssl)$/i.test(name)) into.push({ name: full, text: 'true', problem: null })
      collect(one, full, depth + 1, into)
      continue
    }
    const isNumber = typeof one === 'number' && roleOf(full)?.role === 'host'
    if (isNumber || !['string', 'number', 'boolean'].includes(typeof one)) continue
    const isBeside = hasHost && !isMqttName(full)
    into.push({ name: full, ...(isBeside ? { fullName: `mqtt_${name}` } : {}), text: String(one), problem: null })
  }
}

/** `environment: [MQTT_HOST=…]`, as in a file of Docker Compose. */
function collectLines(lines: readonly unknown[], path: string, into: Setting[]): void {
  for (const line of lines.slice(0, MAX_SETTINGS)) {
    const at = typeof line === 'string' ? line.indexOf('=') : -1
    if (typeof line !== 'string' || at < 1) continue
    into.push({ name: `${path}_${line.slice(0, at)}`, text: line.slice(at + 1), problem: null })
  }
}

function elsewhereOf(value: unknown): string | null {
  const isMarked =
    typeof value === 'object' && value !== null && 'elsewhere' in value && Object.keys(value).length === 1
  return isMarked && typeof value.elsewhere === 'string' ? value.elsewhere : null
}

function isHostName(name: string): boolean {
  return roleOf(name)?.role === 'host'
}
