import type { KnownCharacter } from '../../../../preload/contract/models/broker/broker-character.ts'
import type {
  Profile,
  ProfileSecret,
  ProfileSecretChanges,
  ProfileView,
  SecurityMode,
  Transport,
  Trust,
} from '../../../../preload/contract/models/broker/connection.ts'
import { withoutStrays } from '../../../../preload/contract/models/broker/stray-characters.ts'
import { USUAL_PORTS } from '../../../../preload/contract/models/limits.ts'
import { hasTls, type PasswordMove, passwordMove } from '../../../../preload/contract/models/safety/secret-place.ts'

import { addressLines, readAddressLines } from './address/other-addresses.ts'

/** A profile while it is typed. Secrets: empty keeps what is stored, null deletes it, a text replaces it. */
export interface ProfileDraft {
  readonly id: string
  readonly name: string
  readonly host: string
  /** As the field gives it: a text while it is empty or no number. */
  readonly port: number | string
  readonly security: SecurityMode
  readonly transport: Transport
  readonly path: string
  readonly username: string
  readonly trust: Trust
  readonly ca: string
  readonly pinnedCertificate: string
  readonly clientCertificate: string
  readonly serverName: string
  /** One a line, see `readAddressLines`. */
  readonly otherAddresses: string
  readonly alpn: string
  readonly mqttVersion: 'auto' | '4'
  readonly proxy: string
  readonly clientIdPrefix: string
  /** Empty makes one of the prefix. */
  readonly clientId: string
  readonly character: KnownCharacter | null
  readonly keepaliveS: number | string
  readonly connectAtStart: boolean
  readonly password: string | null
  readonly clientKey: string | null
  readonly passphrase: string | null
}

const PORTS = {
  tcp: { plain: USUAL_PORTS.plain, tls: USUAL_PORTS.tls },
  websocket: { plain: USUAL_PORTS.webSocket, tls: USUAL_PORTS.webSocketTls },
} as const
const USUAL_PATH = '/mqtt'

/** Choices that decide which inputs there are. */
type Choices = Pick<ProfileDraft, 'security' | 'transport' | 'trust'>

export function isTlsMode(security: SecurityMode): boolean {
  return hasTls({ security })
}

/** Tells whether the choices leave an input; the others are neither shown nor saved. */
export function hasInput({ security, transport, trust }: Choices, field: keyof ProfileDraft): boolean {
  switch (field) {
    case 'username':
    case 'password':
      return security !== 'anonymous'
    case 'path':
      return transport === 'websocket'
    case 'trust':
    case 'alpn':
      return isTlsMode(security)
    case 'ca':
      return isTlsMode(security) && trust === 'ca'
    case 'serverName':
      return isTlsMode(security) && trust !== 'pinned'
    case 'pinnedCertificate':
      return isTlsMode(security) && trust === 'pinned'
    case 'clientCertificate':
    case 'clientKey':
    case 'passphrase':
      return security === 'mtls'
    default:
      return true
  }
}

export function emptyDraft(id: string): ProfileDraft {
  return {
    id,
    name: '',
    host: '',
    port: USUAL_PORTS.plain,
    security: 'password',
    transport: 'tcp',
    path: USUAL_PATH,
    username: '',
    trust: 'ca',
    ca: '',
    pinnedCertificate: '',
    clientCertificate: '',
    serverName: '',
    otherAddresses: '',
    alpn: '',
    mqttVersion: 'auto',
    proxy: '',
    clientIdPrefix: 'waypost',
    clientId: '',
    character: null,
    keepaliveS: 30,
    connectAtStart: true,
    password: '',
    clientKey: '',
    passphrase: '',
  }
}

export function draftOf(profile: ProfileView): ProfileDraft {
  return {
    id: profile.id,
    name: profile.name,
    host: profile.host,
    port: profile.port,
    security: profile.security,
    transport: profile.transport,
    path: profile.path ?? '',
    username: profile.username ?? '',
    trust: profile.trust,
    ca: profile.ca ?? '',
    pinnedCertificate: profile.pinnedCertificate ?? '',
    clientCertificate: profile.clientCertificate ?? '',
    serverName: profile.serverName ?? '',
    otherAddresses: addressLines(profile.otherAddresses ?? []),
    alpn: profile.alpn ?? '',
    mqttVersion: profile.mqttVersion === 4 ? '4' : 'auto',
    proxy: profile.proxy ?? '',
    clientIdPrefix: profile.clientIdPrefix,
    clientId: profile.clientId ?? '',
    character: profile.character ?? null,
    keepaliveS: profile.keepaliveS,
    connectAtStart: profile.connectAtStart,
    password: '',
    clientKey: '',
    passphrase: '',
  }
}

function usualPort({ security, transport }: Pick<ProfileDraft, 'security' | 'transport'>): number {
  return PORTS[transport][isTlsMode(security) ? 'tls' : 'plain']
}

/** Changes mode or transport; the port follows while it is the usual one of the old choice. */
export function withChoice<Draft extends ProfileDraft>(
  draft: Draft,
  choice: Partial<Pick<ProfileDraft, 'security' | 'transport'>>,
): Draft {
  const next = { ...draft, ...choice }
  return { ...next, port: draft.port === usualPort(draft) || draft.port === '' ? usualPort(next) : draft.port }
}

const ADDRESS = /^(?:(mqtts?|tcp|ssl|tls|wss?):\/\/)?(\[[0-9a-f:.]+\]|[^\s:/[\]]+)(?::(\d{1,5}))?(\/\S*)?$/i

/** Takes a pasted `mqtts://host:8883`, `ws://host/mqtt` or `host:1883` apart; other text only loses outer spaces. */
export function withHost<Draft extends ProfileDraft>(draft: Draft, text: string): Draft {
  // A dot behind a name is one of its own where nothing else was copied along.
  const plain = /^[\w.:/%[\]+-]*$/.test(text.trim()) ? text.trim() : withoutStrays(text)
  const [whole, scheme, host = '', port, path = ''] = ADDRESS.exec(plain) ?? []
  const isWebSocket = /^wss?$/i.test(scheme ?? '')
  // A path belongs to a WebSocket; behind anything else it is a mistake to be named.
  if (whole === undefined || (!isWebSocket && path.length > 1)) return { ...draft, host: text.trim() }
  const plainHost = host.replace(/^\[|\]$/g, '')
  const changed = scheme ? withChoice(draft, choiceFor(scheme.toLowerCase(), draft.security)) : draft
  return {
    ...changed,
    host: plainHost,
    ...(port ? { port: Number(port) } : {}),
    ...(isWebSocket && path !== '' ? { path } : {}),
  }
}

function choiceFor(scheme: string, current: SecurityMode): Pick<ProfileDraft, 'security' | 'transport'> {
  const wantsTls = ['mqtts', 'ssl', 'tls', 'wss'].includes(scheme)
  const security = wantsTls === isTlsMode(current) ? current : wantsTls ? 'tls' : 'password'
  return { security, transport: scheme.startsWith('ws') ? 'websocket' : 'tcp' }
}

/** Fields that the way to the broker does not depend on. */
const LABELS: readonly (keyof ProfileDraft)[] = ['name', 'connectAtStart']

/** True if the outcome of a test of one draft says nothing about the other. */
export function isOtherConnection(draft: ProfileDraft, before: ProfileDraft): boolean {
  const fields = Object.keys(draft) as (keyof ProfileDraft)[]
  return fields.some((field) => !LABELS.includes(field) && draft[field] !== before[field])
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text
}

/** A complete profile and what changes of its secrets. */
interface ProfileInput {
  readonly profile: Profile
  readonly secrets: ProfileSecretChanges
}

/** Makes the input to save or to test. Call with a draft that has no errors. */
export function profileInput(draft: ProfileDraft): ProfileInput {
  const others = readAddressLines(draft.otherAddresses, Number(draft.port))
  const kept = (field: keyof ProfileDraft, text: string) => (hasInput(draft, field) ? textOrNull(text) : null)
  const profile: Profile = {
    id: draft.id,
    name: draft.name.trim() || draft.host.trim(),
    host: draft.host.trim(),
    port: Number(draft.port),
    security: draft.security,
    transport: draft.transport,
    path: kept('path', draft.path.trim()),
    username: kept('username', draft.username),
    trust: hasInput(draft, 'trust') ? draft.trust : 'ca',
    ca: kept('ca', draft.ca),
    pinnedCertificate: kept('pinnedCertificate', draft.pinnedCertificate),
    clientCertificate: kept('clientCertificate', draft.clientCertificate),
    serverName: kept('serverName', draft.serverName.trim()),
    clientIdPrefix: draft.clientIdPrefix,
    clientId: textOrNull(draft.clientId.trim()),
    character: draft.character,
    keepaliveS: Number(draft.keepaliveS),
    connectAtStart: draft.connectAtStart,
    otherAddresses: typeof others === 'string' ? [] : others,
    alpn: kept('alpn', draft.alpn.trim()),
    mqttVersion: draft.mqttVersion === '4' ? 4 : null,
    proxy: textOrNull(draft.proxy.trim().replace(/\/$/, '')),
  }
  return {
    profile,
    secrets: {
      ...secretChange(draft, 'password'),
      ...secretChange(draft, 'clientKey'),
      ...secretChange(draft, 'passphrase'),
    },
  }
}

/** A secret that the chosen mode does not use is deleted rather than kept out of sight. */
function secretChange(draft: ProfileDraft, name: ProfileSecret): Record<string, string | null> {
  const value = hasInput(draft, name) ? draft[name] : null
  return value === '' ? {} : { [name]: value }
}

/** Why the stored password has to be typed again for this draft; null where it need not be, or is typed or deleted already. */
export function movedPassword(draft: ProfileDraft, saved: ProfileView | null): PasswordMove | null {
  const isKept = saved?.secrets.password === true && draft.password === '' && hasInput(draft, 'password')
  return isKept ? passwordMove(saved, profileInput(draft).profile) : null
}
