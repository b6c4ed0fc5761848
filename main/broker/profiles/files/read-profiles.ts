import { AppError } from '../../../../preload/contract/errors.ts'
import type { Profile, ProfileSecretChanges } from '../../../../preload/contract/models/connection.ts'
import { USUAL_PORTS } from '../../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { profileSchema } from '../../../../preload/contract/routes/connection.ts'
import { parseDotenv } from './dotenv.ts'
import { fieldsOf, type ProfileDraft, textOf } from './profile-draft.ts'
import { isMqttExplorer, readMqttExplorer } from './read-mqtt-explorer.ts'
import { isMqttx, readMqttx } from './read-mqttx.ts'

/** A profile out of a file, with its secrets, and what could not be taken over. */
export interface ImportedProfile {
  readonly profile: Profile
  readonly secrets: ProfileSecretChanges
  readonly notes: readonly LocalizedText[]
}

/** More than anybody has; a file with more is not one of ours. */
const MAX_PROFILES = 200

/**
 * Reads profiles out of `.env`, `rpi_executor_config.json`, our own export, MQTTX and MQTT Explorer. Every profile gets a
 * new id and does not connect at start. Throws `PROFILE_FILE_INVALID` when the file holds none.
 */
export function readProfiles(text: string, newId: () => string): ImportedProfile[] {
  const drafts = draftsOf(text).slice(0, MAX_PROFILES)
  const imported = drafts.flatMap((draft) => {
    const profile = profileSchema.safeParse({ ...DEFAULTS, ...draft.profile, id: newId() })
    return profile.success ? [{ profile: profile.data, secrets: draft.secrets, notes: draft.notes }] : []
  })
  if (imported.length === 0) throw new AppError('PROFILE_FILE_INVALID')
  return imported
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

function draftsOf(text: string): ProfileDraft[] {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return readEnv(text)
  }
  if (isMqttx(value)) return readMqttx(value)
  if (isMqttExplorer(value)) return readMqttExplorer(value)
  const fields = fieldsOf(value)
  if (fields.has('waypostProfile')) return [readOwn(fieldsOf(fields.get('waypostProfile')))]
  return fields.has('mqtt_host') ? [readExecutor(fields)] : []
}

/** Our own export holds no secret; the id of the other computer means nothing here. */
function readOwn(fields: ReadonlyMap<string, unknown>): ProfileDraft {
  const { id: _id, ...profile } = Object.fromEntries(fields)
  return { profile: { ...profile, connectAtStart: false }, secrets: {}, notes: [] }
}

function readEnv(text: string): ProfileDraft[] {
  const values = parseDotenv(text)
  const host = values.get('MQTT_HOST') ?? ''
  if (host === '') return []
  const isTls = /^(1|true|yes|on)$/i.test(values.get('MQTT_TLS') ?? '')
  const port = Number(values.get('MQTT_PORT') || (isTls ? USUAL_PORTS.tls : USUAL_PORTS.plain))
  return [simple(host, port, isTls, values.get('MQTT_USERNAME') ?? '', values.get('MQTT_PASSWORD') ?? '')]
}

function readExecutor(fields: ReadonlyMap<string, unknown>): ProfileDraft {
  const isTls = fields.get('mqtt_tls') === true
  const port = Number(fields.get('mqtt_port') ?? (isTls ? USUAL_PORTS.tls : USUAL_PORTS.plain))
  const host = textOf(fields.get('mqtt_host'))
  return simple(host, port, isTls, textOf(fields.get('mqtt_username')), textOf(fields.get('mqtt_password')))
}

function simple(host: string, port: number, isTls: boolean, username: string, password: string): ProfileDraft {
  const plain = username === '' ? 'anonymous' : 'password'
  return {
    profile: { name: host, host, port, security: isTls ? 'tls' : plain, username: username || null },
    secrets: username === '' || password === '' ? {} : { password },
    notes: [],
  }
}
