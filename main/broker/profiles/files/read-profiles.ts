import { AppError } from '../../../../preload/contract/errors.ts'
import type { Profile, ProfileSecretChanges } from '../../../../preload/contract/models/broker/connection.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { profileSchema } from '../../../../preload/contract/routes/broker/connection.ts'
import { settingsOf } from './document-settings.ts'
import { envSettings, readDotenv } from './dotenv.ts'
import { badLinesNote, FILE_NOTES, guessedNote, hostlessNote, jsonNote, NOTES, REFUSALS } from './import-notes.ts'
import { JsonProblem, parseLenientJson } from './lenient-json.ts'
import { isLineForm, lineSettings } from './lines/line-settings.ts'
import { isMessageCsv, readMqttxCsv, readMqttxXml, xmlSettings } from './mqttx-tables.ts'
import { parseToml } from './parse-toml.ts'
import { parseYamlTexts } from './parse-yaml.ts'
import { certificatesIn, fieldsOf, type ProfileDraft, textOf } from './profile-draft.ts'
import { isMqttExplorer, readMqttExplorer } from './read-mqtt-explorer.ts'
import { isMqttx, readMqttx } from './read-mqttx.ts'
import { readNodeRed } from './read-node-red.ts'
import { readSettings } from './read-settings.ts'
import { groupSettings, hostlessNames } from './setting-groups.ts'
import { isSource, sourceSettings } from './source/source-settings.ts'

/** A profile out of a file, with its secrets, and what could not be taken over. */
export interface ImportedProfile {
  readonly profile: Profile
  readonly secrets: ProfileSecretChanges
  readonly notes: readonly LocalizedText[]
}

/** A connection of a file that was not taken over. */
export interface RefusedEntry {
  readonly label: string
  readonly reasons: readonly LocalizedText[]
}

/** All that a file holds of connections, taken over or not. */
export interface ProfileFile {
  readonly profiles: readonly ImportedProfile[]
  readonly refused: readonly RefusedEntry[]
  /** Of the file as a whole. */
  readonly notes: readonly LocalizedText[]
}

/** More than anybody has; a file with more is not one of ours. */
const MAX_PROFILES = 200
/** Lines of one file: more than any program has. */
const MAX_LINES = 5_000
const MAX_PASSWORD = 4_096
const MAX_PEM = 256_000

/**
 * Reads profiles out of `.env`, `rpi_executor_config.json`, our own export, MQTTX, MQTT Explorer, and settings of other
 * programs in JSON or YAML. Every profile gets a new id and does not connect at start. `isGuess` says that the encoding of
 * the text is one. Throws `PROFILE_FILE_INVALID` when the file holds nothing of a connection.
 */
export function readProfiles(text: string, newId: () => string, isGuess = false): ProfileFile {
  const { drafts, notes } = contentOf(text.replace(/^\ufeff/, ''))
  const judged = drafts.slice(0, MAX_PROFILES).map((draft) => judge(isGuess ? withoutGuesses(draft) : draft, newId()))
  const profiles = judged.flatMap((one) => ('profile' in one ? [one] : []))
  const refused = judged.flatMap((one) => ('label' in one ? [one] : []))
  if (profiles.length + refused.length + notes.length === 0) {
    const names = settingsWithoutHost(text)
    if (names.length === 0) throw new AppError('PROFILE_FILE_INVALID')
    return { profiles, refused, notes: [hostlessNote(names)] }
  }
  return { profiles, refused, notes: drafts.length > MAX_PROFILES ? [...notes, FILE_NOTES.tooMany] : notes }
}

const DEFAULTS = {
  security: 'anonymous',
  username: null,
  ca: null,
  clientCertificate: null,
  serverName: null,
  clientIdPrefix: 'waypost-',
  keepaliveS: 30,
  connectAtStart: false,
} as const

function judge(draft: ProfileDraft, id: string): ImportedProfile | RefusedEntry {
  const { label, secrets, notes } = draft
  if (draft.refusal !== null) return { label, reasons: [draft.refusal] }
  if ((secrets.password ?? '').length > MAX_PASSWORD) return { label, reasons: [REFUSALS.password] }
  if ((secrets.clientKey ?? '').length > MAX_PEM) return { label, reasons: [REFUSALS.certificate] }
  const profile = profileSchema.safeParse({ ...DEFAULTS, ...draft.profile, id })
  if (profile.success) return { profile: profile.data, secrets, notes: [...notes, ...unreadableNotes(profile.data)] }
  const reasons = profile.error.issues.map(({ code, path }) =>
    code === 'unrecognized_keys' ? REFUSALS.newer : reasonFor(String(path[0] ?? '')),
  )
  return { label, reasons: [...new Set(reasons)] }
}

/** A certificate that was cut off on its way into the file is kept, so that the form shows it, and told. */
function unreadableNotes({ ca, clientCertificate }: Profile): readonly LocalizedText[] {
  const given = [ca, clientCertificate].filter((pem) => pem !== null)
  return given.some((pem) => certificatesIn(pem) === 0) ? [NOTES.certificate] : []
}

function reasonFor(field: string): LocalizedText {
  const reasons = new Map<string, LocalizedText>([
    ['host', REFUSALS.host],
    ['port', REFUSALS.port],
    ['username', REFUSALS.username],
    ['path', REFUSALS.path],
    ['ca', REFUSALS.certificate],
    ['clientCertificate', REFUSALS.certificate],
  ])
  return reasons.get(field) ?? REFUSALS.other
}

/** Leaves out what may be other characters than those that were typed: a password is never guessed. */
function withoutGuesses(draft: ProfileDraft): ProfileDraft {
  const isGuessed = (value: unknown) => typeof value === 'string' && /[^\p{ASCII}]/u.test(value)
  const { password, ...secrets } = draft.secrets
  const notes = [...draft.notes]
  if (isGuessed(password)) notes.push(guessedNote('password'))
  if (isGuessed(draft.profile.username)) notes.push(guessedNote('username'))
  const isHost = isGuessed(draft.profile.host)
  return {
    ...draft,
    profile: { ...draft.profile, username: isGuessed(draft.profile.username) ? null : draft.profile.username },
    secrets: password === undefined || isGuessed(password) ? secrets : { ...secrets, password },
    notes,
    refusal: draft.refusal ?? (isHost ? guessedNote('host') : null),
  }
}

interface Content {
  readonly drafts: readonly ProfileDraft[]
  readonly notes: readonly LocalizedText[]
}

/** What Tasmota's console, or its answer over MQTT, puts in front of an object: `09:00:00.000 MQT: stat/plug/STATUS6 = `. */
const TASMOTA_ANSWER =
  /^(?:[\d:.]{5,12} {1,4}(?:RSL|MQT): {1,4})?(?:[\w/-]{1,100}\/)?(?:STATUS\d{0,2}|RESULT) {0,4}= {0,4}(?=\{)/

function contentOf(whole: string): Content {
  const text = whole.trimStart().replace(TASMOTA_ANSWER, '')
  const start = text.trimStart()
  if (start.startsWith('PK\u0003\u0004')) return { drafts: [], notes: [FILE_NOTES.excel] }
  if (/^(?:\{|\[\s*[[{"\]])/.test(withoutLeadingComments(start)) && !/^\[\[[\w.]+\]\]/.test(start))
    return jsonContent(text)
  if (isSource(text)) {
    const drafts = groupSettings(sourceSettings(text), MAX_PROFILES + 1).map(readSettings)
    if (drafts.length > 0) return { drafts, notes: [] }
  }
  if (start.startsWith('<') && !/^<(?:\?php\b|\w{1,12}:\/\/)/.test(start)) return xmlContent(start)
  if (isMqttxCsv(start)) return rowContent(readMqttxCsv(start))
  if (isMessageCsv(start)) return { drafts: [], notes: [FILE_NOTES.messages] }
  if (isBrokerFile(text)) return { drafts: [], notes: [FILE_NOTES.brokerFile] }
  const toml = parseToml(text)
  if (toml !== undefined) {
    const content = documentContent(toml, 'json')
    if (content.drafts.length > 0) return content
  }
  const object = objectContent(text)
  if (object !== null) return object
  if (isLineForm(text)) {
    const drafts = lineDrafts(text)
    if (drafts.length > 0) return { drafts, notes: [] }
  }
  const env = envContent(text)
  if (env.drafts.length > 0) return env
  if (isLikeYaml(start)) return yamlContent(text)
  const drafts = lineDrafts(text)
  return drafts.length > 0 ? { drafts, notes: [] } : env
}

/** A `mosquitto.conf` without bridges: lines that only a broker has. */
function isBrokerFile(text: string): boolean {
  const has = (pattern: RegExp) => pattern.test(text)
  return (
    has(/^(?:listener|port)\s+\d+/m) &&
    has(/^(?:allow_anonymous|password_file|persistence)\s+\S/m) &&
    !has(/^connection\s/m)
  )
}

/** Names of settings of MQTT in a file of which no reader made a connection. */
function settingsWithoutHost(text: string): string[] {
  const readings = [
    () => envSettings(readDotenv(text)),
    () => lineSettings(text),
    () => (isSource(text) ? sourceSettings(text) : []),
    () => (isLikeYaml(text) ? settingsOf(parseYamlTexts(text), 'yaml') : []),
  ]
  for (const reading of readings) {
    const names = hostlessNames(reading())
    if (names.length > 0) return names
  }
  return []
}

/** What stands in front of an object in source code: `module.exports =`, `export default`, `MQTT =`. */
const OBJECT_START =
  /^(?:export default |return |(?:(?:export|const|let|var) {1,4}){0,2}([A-Za-z_$][\w.$]{0,80}) {0,4}(?:: {0,4}\w{1,80} {0,4})?= {0,4}(?:Object\.freeze\()?)\{/

/** The object that a piece of Python or JavaScript consists of; null where it holds no connection. */
function objectContent(text: string): Content | null {
  const line = text.split('\n', MAX_LINES).find((one) => OBJECT_START.test(one))
  if (line === undefined) return null
  const start = OBJECT_START.exec(line)
  const from = text.indexOf('{', text.indexOf(line))
  try {
    const value = parseLenientJson(text.slice(from, text.lastIndexOf('}') + 1))
    const content = documentContent({ [start?.[1]?.replace('module.exports', '') ?? '']: value }, 'json')
    return content.drafts.length > 0 ? content : null
  } catch (error) {
    if (error instanceof JsonProblem) return null
    throw error
  }
}

function lineDrafts(text: string): ProfileDraft[] {
  return groupSettings(lineSettings(text), MAX_PROFILES + 1).map(readSettings)
}

/** A first line with the names of fields. */
function isMqttxCsv(text: string): boolean {
  const [head = ''] = text.slice(0, 4_000).split('\n', 1)
  return /\bclientId\b/.test(head) && /\bhost\b/.test(head) && /[,;\t]/.test(head) && !/[{}]/.test(head)
}

function withoutLeadingComments(text: string): string {
  return text.replace(/^(?:(?:#|\/\/)[^\n]*\n\s*)+/, '')
}

/** A list item or a key begins a line that is no comment. */
function isLikeYaml(text: string): boolean {
  const line = text.split('\n').find((one) => one.trim() !== '' && !/^(?:\s*#|---)/.test(one)) ?? ''
  return /^\s*(?:- )?["']?[\w.-]+["']?:(?:\s|$)|^\s{0,9}- &\w{1,40}$/.test(line.trimEnd())
}

function rowContent(rows: readonly object[]): Content {
  return { drafts: readMqttx(rows), notes: [] }
}

function xmlContent(text: string): Content {
  const rows = readMqttxXml(text)
  if (rows.length > 0) return rowContent(rows)
  return { drafts: groupSettings(xmlSettings(text), MAX_PROFILES + 1).map(readSettings), notes: [] }
}

function jsonContent(text: string): Content {
  try {
    return documentContent(parseLenientJson(text), 'json')
  } catch (error) {
    if (error instanceof JsonProblem) return { drafts: [], notes: [jsonNote(error.line)] }
    throw error
  }
}

function yamlContent(text: string): Content {
  return documentContent(parseYamlTexts(text), 'yaml')
}

function documentContent(value: unknown, kind: 'json' | 'yaml'): Content {
  if (isMqttExplorer(value)) return { drafts: readMqttExplorer(value), notes: [] }
  if (isMqttx(value)) return { drafts: readMqttx(value), notes: [] }
  if (Array.isArray(value)) {
    const drafts = readNodeRed(value)
    if (drafts.length > 0) return { drafts, notes: [FILE_NOTES.nodeRed] }
    return documentContent({ list: value }, kind)
  }
  const embedded = embeddedIn(value)
  if (embedded.length > 0) return { drafts: embedded, notes: [] }
  const own = fieldsOf(value).get('waypostProfile')
  if (own !== undefined) return { drafts: [readOwn(fieldsOf(own))], notes: [] }
  return { drafts: groupSettings(settingsOf(value, kind), MAX_PROFILES + 1).map(readSettings), notes: [] }
}

/** Connections of the files that a ConfigMap or a Secret of Kubernetes holds as texts. */
function embeddedIn(value: unknown): readonly ProfileDraft[] {
  const documents = fieldsOf(value).get('documents')
  const all = Array.isArray(documents) ? documents : [value]
  const texts = all.flatMap((one: unknown) => {
    const fields = fieldsOf(one)
    if (!/^(?:ConfigMap|Secret)$/.test(textOf(fields.get('kind')))) return []
    const data = [...fieldsOf(fields.get('data')), ...fieldsOf(fields.get('stringData'))]
    return data.flatMap(([name, text]) =>
      /\.(?:ya?ml|json|env|toml|conf|ini|properties)$/.test(name) && textOf(text).includes('\n') ? [textOf(text)] : [],
    )
  })
  return texts.flatMap((text) => (text.startsWith('apiVersion:') ? [] : contentOf(text).drafts))
}

/** Our own export holds no secret; the id of the other computer means nothing here. */
function readOwn(fields: ReadonlyMap<string, unknown>): ProfileDraft {
  const { id: _id, ...profile } = Object.fromEntries(fields)
  const label = textOf(fields.get('name')) || textOf(fields.get('host')) || '#1'
  return { label, profile: { ...profile, connectAtStart: false }, secrets: {}, notes: [], refusal: null }
}

function envContent(text: string): Content {
  const dotenv = readDotenv(text)
  const drafts = groupSettings(envSettings(dotenv), MAX_PROFILES + 1).map(readSettings)
  const { badLines, lost } = dotenv
  return { drafts, notes: drafts.length > 0 && badLines.length > 0 ? [badLinesNote(badLines, lost)] : [] }
}
