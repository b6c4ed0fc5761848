import {
  certificatePem,
  commonFields,
  fieldsOf,
  NOTES,
  type ProfileDraft,
  presentSecrets,
  securityOf,
  textOf,
  transportOf,
} from './profile-draft.ts'

const STORE_KEY = 'ConnectionManager_connections'

/** True for MQTT Explorer's settings file, or its export of connections: a dictionary of version 1 entries. */
export function isMqttExplorer(value: unknown): value is object {
  const entries = connectionsOf(value)
  return entries.length > 0 && entries.every((entry) => fieldsOf(entry).get('configVersion') === 1)
}

/** Connections of MQTT Explorer (its ConnectionOptions); it keeps certificates and keys as base64 of their files. */
export function readMqttExplorer(value: object): ProfileDraft[] {
  return connectionsOf(value).map((connection) => {
    const fields = fieldsOf(connection)
    const isTls = fields.get('encryption') === true
    const certificate = fileOf(fields.get('clientCertificate'))
    const key = fileOf(fields.get('clientKey'))?.toString('utf8') ?? ''
    const isKeyText = key.includes('-----BEGIN ')
    const ca = fileOf(fields.get('selfSignedCertificate'))
    const transport = transportOf(fields.get('protocol'))
    const basePath = textOf(fields.get('basePath'))
    return {
      profile: {
        ...commonFields(fields),
        security: securityOf({ isTls, isMutual: certificate !== null, username: fields.get('username') }),
        transport,
        path: transport === 'websocket' && basePath !== '' ? `/${basePath.replace(/^\/+/, '')}` : null,
        ca: isTls && ca !== null ? certificatePem(ca) : null,
        clientCertificate: isTls && certificate !== null ? certificatePem(certificate) : null,
      },
      secrets: presentSecrets({ password: fields.get('password'), clientKey: isTls && isKeyText ? key : '' }),
      notes: [
        ...(isTls && key !== '' && !isKeyText ? [NOTES.key] : []),
        ...(isTls && fields.get('certValidation') === false ? [NOTES.unverified] : []),
      ],
    }
  })
}

function connectionsOf(value: unknown): unknown[] {
  const fields = fieldsOf(value)
  return [...fieldsOf(fields.get(STORE_KEY) ?? value).values()]
}

function fileOf(value: unknown): Buffer | null {
  const data = textOf(fieldsOf(value).get('data'))
  return data === '' ? null : Buffer.from(data, 'base64')
}
