import type { Profile, ProfileSecret, ProfileView, SecurityMode } from '../../../preload/contract/models/connection.ts'
import type { RouteInput } from '../../../preload/contract/routes/routes.ts'

/** A profile while it is typed. Secrets: empty keeps what is stored, null deletes it, a text replaces it. */
export interface ProfileDraft {
  readonly id: string
  readonly name: string
  readonly host: string
  /** As the field gives it: a text while it is empty or no number. */
  readonly port: number | string
  readonly security: SecurityMode
  readonly username: string
  readonly ca: string
  readonly clientCertificate: string
  readonly serverName: string
  readonly clientIdPrefix: string
  readonly keepaliveS: number | string
  readonly connectAtStart: boolean
  readonly password: string | null
  readonly clientKey: string | null
  readonly passphrase: string | null
}

const PLAIN_PORT = 1883
const TLS_PORT = 8883

export function isTlsMode(security: SecurityMode): boolean {
  return security === 'tls' || security === 'mtls'
}

/** Which inputs a security mode has; the others are neither shown nor saved. */
export function hasInput(security: SecurityMode, field: keyof ProfileDraft): boolean {
  switch (field) {
    case 'username':
    case 'password':
      return security !== 'anonymous'
    case 'ca':
    case 'serverName':
      return isTlsMode(security)
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
    port: PLAIN_PORT,
    security: 'password',
    username: '',
    ca: '',
    clientCertificate: '',
    serverName: '',
    clientIdPrefix: 'waypost',
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
    username: profile.username ?? '',
    ca: profile.ca ?? '',
    clientCertificate: profile.clientCertificate ?? '',
    serverName: profile.serverName ?? '',
    clientIdPrefix: profile.clientIdPrefix,
    keepaliveS: profile.keepaliveS,
    connectAtStart: profile.connectAtStart,
    password: '',
    clientKey: '',
    passphrase: '',
  }
}

/** Changes the mode; the port follows while it is the usual one of the old mode. */
export function withSecurity<Draft extends ProfileDraft>(draft: Draft, security: SecurityMode): Draft {
  const usual = isTlsMode(draft.security) ? TLS_PORT : PLAIN_PORT
  const next = isTlsMode(security) ? TLS_PORT : PLAIN_PORT
  return { ...draft, security, port: draft.port === usual || draft.port === '' ? next : draft.port }
}

/** Takes a pasted `mqtts://host:8883` or `host:1883` apart; other text stays as it is, but for outer spaces. */
export function withHost<Draft extends ProfileDraft>(draft: Draft, text: string): Draft {
  const match = /^(?:(mqtts?|tcp|ssl|tls):\/\/)?(\[[0-9a-f:.]+\]|[^\s:/[\]]+)(?::(\d{1,5}))?\/?$/i.exec(text.trim())
  if (!match) return { ...draft, host: text.trim() }
  const [, scheme, host = '', port] = match
  const plainHost = host.replace(/^\[|\]$/g, '')
  const changed = scheme ? withSecurity(draft, securityFor(scheme.toLowerCase(), draft.security)) : draft
  return { ...changed, host: plainHost, ...(port ? { port: Number(port) } : {}) }
}

function securityFor(scheme: string, current: SecurityMode): SecurityMode {
  const wantsTls = scheme === 'mqtts' || scheme === 'ssl' || scheme === 'tls'
  if (wantsTls === isTlsMode(current)) return current
  return wantsTls ? 'tls' : 'password'
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text
}

/** What the form asks main to save or to test. Call with a draft that has no errors. */
export function profileInput(draft: ProfileDraft): RouteInput<'profiles.save'> {
  const kept = (field: keyof ProfileDraft, text: string) => (hasInput(draft.security, field) ? textOrNull(text) : null)
  const profile: Profile = {
    id: draft.id,
    name: draft.name.trim() || draft.host.trim(),
    host: draft.host.trim(),
    port: Number(draft.port),
    security: draft.security,
    username: kept('username', draft.username),
    ca: kept('ca', draft.ca),
    clientCertificate: kept('clientCertificate', draft.clientCertificate),
    serverName: kept('serverName', draft.serverName.trim()),
    clientIdPrefix: draft.clientIdPrefix,
    keepaliveS: Number(draft.keepaliveS),
    connectAtStart: draft.connectAtStart,
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
  const value = hasInput(draft.security, name) ? draft[name] : null
  return value === '' ? {} : { [name]: value }
}
