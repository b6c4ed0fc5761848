import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { readAddress } from './file-address.ts'
import { clientIdNote, NOTES, REFUSALS, tlsUnusedNote, unusedNote, unverifiedNote } from './import-notes.ts'
import {
  certificatePem,
  fieldsOf,
  isOn,
  loginNotes,
  nameOf,
  type ProfileDraft,
  plainText,
  portOf,
  presentSecrets,
  securityOf,
  textOf,
  transportOf,
} from './profile-draft.ts'

const STORE_KEY = 'ConnectionManager_connections'
const LEGACY_KEY = 'connectionSettings'

/**
 * True for MQTT Explorer's settings file, or its export of connections: a dictionary of entries. Those of 0.4 have the
 * `configVersion` 1, those of 0.3 none; before, one connection stood alone, with `tls`.
 */
export function isMqttExplorer(value: unknown): value is object {
  const fields = fieldsOf(value)
  if (fields.has(STORE_KEY) && connectionsOf(value).length > 0) return true
  const entries = connectionsOf(value)
  return entries.length > 0 && entries.some(isConnection) && entries.every((entry) => fieldsOf(entry).size > 0)
}

function isConnection(entry: unknown): boolean {
  const fields = fieldsOf(entry)
  return typeof fields.get('host') === 'string' && (fields.get('configVersion') === 1 || fields.has('certValidation'))
}

/** Connections of MQTT Explorer (its ConnectionOptions); it keeps certificates and keys as base64 of their files. */
export function readMqttExplorer(value: object): ProfileDraft[] {
  return connectionsOf(value).map((connection, index) => readConnection(fieldsOf(connection), index))
}

function readConnection(fields: ReadonlyMap<string, unknown>, index: number): ProfileDraft {
  const address = readAddress(textOf(fields.get('host')))
  const place = typeof address === 'string' ? null : address
  const isTls = [fields.get('encryption'), fields.get('tls')].map(isOn).includes(true) || place?.scheme?.isTls === true
  const [ca, certificate, key] = ['selfSignedCertificate', 'clientCertificate', 'clientKey'].map((name) =>
    fileOf(fields.get(name)),
  )
  const caPem = ca ? certificatePem(ca) : null
  const clientPem = certificate ? certificatePem(certificate) : null
  const keyText = key?.toString('utf8') ?? ''
  const isKeyText = keyText.includes('-----BEGIN ')
  const transport = place?.scheme?.transport ?? transportOf(fields.get('protocol'))
  const basePath = textOf(fields.get('basePath')) || (place?.path ?? '')
  const username = plainText(fields.get('username')) || (place?.username ?? '')
  const password = plainText(fields.get('password')) || (place?.password ?? '')
  const hasLogin = username !== '' || password !== ''
  const name = nameOf(textOf(fields.get('name')))
  const host = place?.host ?? ''
  const isLost = (file: Buffer | null | undefined, pem: string | null) =>
    file !== null && file !== undefined && pem === null
  const notes: LocalizedText[] = [...loginNotes(username, password !== '')]
  if (isTls && keyText !== '' && !isKeyText) notes.push(NOTES.key)
  if (isTls && (isLost(ca, caPem) || isLost(certificate, clientPem))) notes.push(NOTES.certificate)
  if (isTls && isOn(fields.get('certValidation')) === false) notes.push(unverifiedNote(['certValidation']))
  const files = ['selfSignedCertificate', 'clientCertificate', 'clientKey'].filter((name) => fileOf(fields.get(name)))
  if (!isTls && files.length > 0) notes.push(tlsUnusedNote(files))
  if (textOf(fields.get('clientId')) !== '') notes.push(clientIdNote('clientId'))
  if (fields.has('subscriptions')) notes.push(unusedNote(['subscriptions']))
  return {
    label: name || host || `#${index + 1}`,
    profile: {
      name: name || host,
      host,
      port: place?.port ? portOf(place.port) : portOf(fields.get('port')),
      security: securityOf({ isTls, isMutual: Boolean(certificate ?? key), hasLogin }),
      transport,
      path: transport === 'websocket' && basePath !== '' ? `/${basePath.replace(/^\/+/, '')}` : null,
      username: username || null,
      ca: isTls ? caPem : null,
      clientCertificate: isTls ? clientPem : null,
    },
    secrets: presentSecrets({ password, clientKey: isTls && isKeyText ? keyText : '' }),
    notes,
    refusal: refusalOf(fields, address),
  }
}

function refusalOf(fields: ReadonlyMap<string, unknown>, address: ReturnType<typeof readAddress>) {
  const kind = fields.get('type')
  if ((kind !== undefined && kind !== 'mqtt') || fields.size === 0) return REFUSALS.kind
  if (textOf(fields.get('host')).trim() === '') return REFUSALS.noHost
  if (address === 'scheme') return REFUSALS.scheme
  if (typeof address === 'string') return REFUSALS.host
  return address.port === null && plainText(fields.get('port')).trim() === '' ? REFUSALS.noPort : null
}

function connectionsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const fields = fieldsOf(value)
  const stored = fields.get(STORE_KEY)
  const legacy = fields.get(LEGACY_KEY)
  if (stored !== undefined) return Array.isArray(stored) ? stored : [...fieldsOf(stored).values()]
  if (legacy !== undefined) return [legacy]
  return isConnection(value) ? [value] : [...fields.values()]
}

function fileOf(value: unknown): Buffer | null {
  const data = textOf(fieldsOf(value).get('data'))
  return data === '' ? null : Buffer.from(data, 'base64')
}
