import { readAddress, schemeOf } from './file-address.ts'
import { clientIdNote, filesNote, REFUSALS, tlsUnusedNote, unusedNote, unverifiedNote } from './import-notes.ts'
import {
  fieldsOf,
  firstProtocol,
  inlinePem,
  isOn,
  keepaliveOf,
  loginNotes,
  nameOf,
  type ProfileDraft,
  plainText,
  portOf,
  presentSecrets,
  securityOf,
  textOf,
} from './profile-draft.ts'
import { roleOf } from './setting-names.ts'

/** True for an export of MQTTX: one connection or a list, each with a client id and a host. */
export function isMqttx(value: unknown): value is readonly unknown[] | object {
  const entries = connectionsIn(value)
  return entries.length > 0 && entries.some(isConnection)
}

function isConnection(value: unknown): boolean {
  const fields = fieldsOf(value)
  const isText = (name: string) => typeof fields.get(name) === 'string'
  return isText('clientId') && isText('host') && !fields.has('configVersion') && !fields.has('certValidation')
}

/** Connections stand in a list, in folders of the list (collections), or alone. */
function connectionsIn(value: unknown, depth = 0): unknown[] {
  const entries = Array.isArray(value) ? value : [value]
  return entries.flatMap((entry: unknown) => {
    const children = fieldsOf(entry).get('children')
    if (Array.isArray(children) && depth < 8 && !fieldsOf(entry).has('clientId'))
      return connectionsIn(children, depth + 1)
    return fieldsOf(entry).get('isCollection') === true ? [] : [entry]
  })
}

const FILES = ['ca', 'cert', 'key'] as const
/** Fields that a connection here has, and those by which MQTTX keeps order in its list or reconnects. */
const KNOWN: ReadonlySet<string> = new Set([
  ...FILES,
  ...['name', 'protocol', 'host', 'port', 'username', 'password', 'path', 'ssl', 'certType', 'rejectUnauthorized'],
  ...['keepalive', 'ALPNProtocols', 'mqttVersion', 'clean', 'connectTimeout', 'reconnect', 'reconnectPeriod'],
  ...['id', 'createAt', 'updateAt', 'unreadMessageCount', 'clientIdWithTime', 'parentId', 'orderId', 'isCollection'],
  ...['clientId', 'client', 'connected', 'isCollapsed', 'children'],
])

/**
 * Connections of MQTTX (its ConnectionModel), of JSON with its types or of a table of texts alone. It keeps certificates as
 * paths, which are not followed: a file that names files must not make us read them.
 */
export function readMqttx(value: readonly unknown[] | object): ProfileDraft[] {
  return connectionsIn(value).map((connection, index) => readConnection(fieldsOf(connection), index))
}

function readConnection(fields: ReadonlyMap<string, unknown>, index: number): ProfileDraft {
  const address = readAddress(textOf(fields.get('host')))
  const place = typeof address === 'string' ? null : address
  const protocols = [schemeOf(textOf(fields.get('protocol'))), place?.scheme ?? null]
  const isTls = switches(fields, 'tls').length > 0 || protocols.some((protocol) => protocol?.isTls === true)
  const isWebSocket =
    switches(fields, 'webSocket').length > 0 || protocols.some((protocol) => protocol?.transport === 'websocket')
  const transport = isWebSocket ? 'websocket' : 'tcp'
  const files = FILES.map((name) => textOf(fields.get(name)))
  const paths = FILES.filter((name) => textOf(fields.get(name)) !== '' && inlinePem(textOf(fields.get(name))) === '')
  const kept = FILES.filter((name) => textOf(fields.get(name)) !== '')
  const [ca = '', cert = '', key = ''] = files.map(inlinePem)
  const username = plainText(fields.get('username')) || (place?.username ?? '')
  const password = plainText(fields.get('password')) || (place?.password ?? '')
  const hasLogin = username !== '' || password !== ''
  const keepalive = keepaliveOf(fields.get('keepalive'))
  const host = place?.host ?? ''
  const name = nameOf(textOf(fields.get('name')))
  const path = textOf(fields.get('path')) || (place?.path ?? null)
  const unused = [...fields].flatMap(([field, value]) =>
    !KNOWN.has(field) && !isSwitch(field) && isFilled(value) ? [field] : [],
  )
  return {
    label: name || host || `#${index + 1}`,
    profile: {
      name: name || host,
      host,
      port: place?.port ? portOf(place.port) : portOf(fields.get('port')),
      security: securityOf({ isTls, isMutual: files.slice(1).some((text) => text !== ''), hasLogin }),
      transport,
      path: transport === 'websocket' ? path : null,
      username: username || null,
      ca: isTls ? ca || null : null,
      clientCertificate: isTls ? cert || null : null,
      alpn: isTls ? firstProtocol(fields.get('ALPNProtocols')) : null,
      ...keepalive.fields,
    },
    secrets: presentSecrets({ password, clientKey: isTls ? key : '' }),
    notes: [
      ...keepalive.notes,
      ...loginNotes(username, password !== ''),
      ...(isTls && paths.length > 0 ? [filesNote(paths)] : []),
      ...(!isTls && kept.length > 0 ? [tlsUnusedNote(kept)] : []),
      ...(isTls && isOn(fields.get('rejectUnauthorized')) === false ? [unverifiedNote(['rejectUnauthorized'])] : []),
      ...(textOf(fields.get('clientId')) === '' ? [] : [clientIdNote('clientId')]),
      ...(unused.length === 0 ? [] : [unusedNote(unused)]),
    ],
    refusal: refusalOf(fields, address),
  }
}

function refusalOf(fields: ReadonlyMap<string, unknown>, address: ReturnType<typeof readAddress>) {
  if (!fields.has('host') && !fields.has('clientId')) return REFUSALS.kind
  if (textOf(fields.get('host')).trim() === '') return REFUSALS.noHost
  if (address === 'scheme') return REFUSALS.scheme
  if (typeof address === 'string') return REFUSALS.host
  return address.port === null && plainText(fields.get('port')).trim() === '' ? REFUSALS.noPort : null
}

/** Names of fields that switch TLS or WebSocket on: exports of other clients have other names for it. */
function switches(fields: ReadonlyMap<string, unknown>, role: 'tls' | 'webSocket'): string[] {
  return [...fields].flatMap(([name, value]) => {
    const isSet = isOn(value) === true || (typeof value === 'object' && value !== null && !Array.isArray(value))
    return isSet && roleOf(`mqtt_${name}`)?.role === role ? [name] : []
  })
}

function isSwitch(name: string): boolean {
  const role = roleOf(`mqtt_${name}`)?.role
  return role === 'tls' || role === 'webSocket'
}

/** Says something: of an object, one of its fields; a will without a topic is none. */
function isFilled(value: unknown, depth = 0): boolean {
  if (typeof value === 'string' && /^[[{]/.test(value)) return isFilled(parsed(value), depth + 1)
  if (typeof value !== 'object') return value === true || plainText(value) !== ''
  if (value === null || depth > 4) return false
  if (Array.isArray(value)) return value.length > 0
  const fields = fieldsOf(value)
  if (fields.has('lastWillTopic')) return textOf(fields.get('lastWillTopic')) !== ''
  return [...fields.values()].some((one) => isFilled(one, depth + 1))
}

/** An object in a cell of a table; the text itself where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return ` ${text}`
  }
}
