import { KEEPALIVE_S } from '../../../../preload/contract/models/limits.ts'
import {
  commonFields,
  fieldsOf,
  NOTES,
  type ProfileDraft,
  presentSecrets,
  securityOf,
  textOf,
  transportOf,
} from './profile-draft.ts'

/** True for an export of MQTTX: one connection or a list, each with a client id and a host. */
export function isMqttx(value: unknown): value is readonly unknown[] | object {
  const [first] = Array.isArray(value) ? value : [value]
  const fields = fieldsOf(first)
  return fields.has('clientId') && fields.has('host') && !fields.has('configVersion')
}

/**
 * Connections of MQTTX (its ConnectionModel). It keeps certificates as paths, which are not followed: a file that names
 * files must not make us read them.
 */
export function readMqttx(value: readonly unknown[] | object): ProfileDraft[] {
  return [value].flat().map((connection) => {
    const fields = fieldsOf(connection)
    const protocol = textOf(fields.get('protocol'))
    const isTls = fields.get('ssl') === true || protocol === 'mqtts' || protocol === 'wss'
    const files = ['ca', 'cert', 'key'].map((name) => textOf(fields.get(name)))
    const [ca = '', cert = '', key = ''] = files.map((text) => (text.includes('-----BEGIN ') ? text : ''))
    const isMutual = textOf(fields.get('cert')) !== ''
    const keepaliveS = Number(fields.get('keepalive'))
    return {
      profile: {
        ...commonFields(fields),
        security: securityOf({ isTls, isMutual, username: fields.get('username') }),
        transport: transportOf(protocol),
        path: transportOf(protocol) === 'websocket' ? textOf(fields.get('path')) || null : null,
        ca: isTls && ca !== '' ? ca : null,
        clientCertificate: isTls && cert !== '' ? cert : null,
        ...(Number.isInteger(keepaliveS) && keepaliveS >= KEEPALIVE_S.min && keepaliveS <= KEEPALIVE_S.max
          ? { keepaliveS }
          : {}),
      },
      secrets: presentSecrets({ password: fields.get('password'), clientKey: isTls ? key : '' }),
      notes: [
        ...(isTls && files.some((text) => text !== '' && !text.includes('-----BEGIN ')) ? [NOTES.files] : []),
        ...(isTls && fields.get('rejectUnauthorized') === false ? [NOTES.unverified] : []),
      ],
    }
  })
}
