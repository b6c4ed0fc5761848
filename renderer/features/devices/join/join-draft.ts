import {
  type BrokerLoginKind,
  JOIN_MAX,
  type JoinSuggestion,
} from '../../../../preload/contract/models/devices/joining.ts'
import type { PolicyClass } from '../../../../preload/contract/models/safety/signing.ts'
import type { RouteInput } from '../../../../preload/contract/routes/routes.ts'

/** What is typed to reach devices, and how they find their broker. */
export interface JoinDraft {
  /** Addresses with spaces, commas or lines between them; `host`, `host:port` or `[IPv6]:port`. */
  readonly addresses: string
  readonly user: string
  readonly login: 'password' | 'key' | 'kept'
  readonly password: string
  readonly keyName: string | null
  readonly passphrase: string
  readonly sudoPassword: string
  readonly keepsLogin: boolean
  readonly brokerHost: string
  readonly brokerPort: number | string
  readonly access: BrokerLoginKind
  readonly brokerUser: string
  readonly brokerPassword: string
  readonly setupId: string | null
  readonly maxClass: PolicyClass
}

export type JoinErrors = Partial<Record<keyof JoinDraft, 'missing' | 'address' | 'many' | 'port'>>

export function newDraft(suggestion: JoinSuggestion): JoinDraft {
  const { keptLogin, brokerHosts, brokerPort, login, setups } = suggestion
  return {
    addresses: '',
    user: keptLogin?.user ?? '',
    login: keptLogin === null ? 'password' : 'kept',
    password: '',
    keyName: null,
    passphrase: '',
    sudoPassword: '',
    keepsLogin: false,
    brokerHost: brokerHosts[0] ?? '',
    brokerPort,
    access: login,
    brokerUser: '',
    brokerPassword: '',
    setupId: setups[0]?.id ?? null,
    maxClass: 'destructive',
  }
}

const SSH_PORT = 22
const ADDRESS =
  /^(?:\[([0-9A-Fa-f:.%]{1,64})\]|([^\s[\]:]{1,255})|([0-9A-Fa-f:]{1,45}:[0-9A-Fa-f:.]{0,45}))(?::(\d{1,5}))?$/

/** Splits addresses; null in place of one that is none. */
export function targetsOf(text: string): readonly ({ readonly host: string; readonly port: number } | null)[] {
  const words = [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))]
  return words.map((word) => {
    const [, bracketed, plain, ipv6, port] = ADDRESS.exec(word) ?? []
    const host = bracketed ?? plain ?? ipv6
    const number = port === undefined ? SSH_PORT : Number(port)
    return host === undefined || number < 1 || number > 65_535 ? null : { host, port: number }
  })
}

/** What is wrong at the fields that say where the broker is. */
export function brokerErrors(draft: JoinDraft): JoinErrors {
  const port = Number(draft.brokerPort)
  return {
    ...(draft.brokerHost.trim() === '' && { brokerHost: 'missing' }),
    ...((!Number.isInteger(port) || port < 1 || port > 65_535) && { brokerPort: 'port' }),
    ...(draft.access === 'typed' && draft.brokerPassword === '' && { brokerPassword: 'missing' }),
    ...(draft.access === 'setup' && draft.setupId === null && { setupId: 'missing' }),
  }
}

/** What is wrong at all fields of the way over SSH. */
export function draftErrors(draft: JoinDraft): JoinErrors {
  const targets = targetsOf(draft.addresses)
  return {
    ...(targets.length === 0 && { addresses: 'missing' }),
    ...(targets.includes(null) && { addresses: 'address' }),
    ...(targets.length > JOIN_MAX && { addresses: 'many' }),
    ...(draft.login !== 'kept' && draft.user.trim() === '' && { user: 'missing' }),
    ...(draft.login === 'password' && draft.password === '' && { password: 'missing' }),
    ...(draft.login === 'key' && draft.keyName === null && { keyName: 'missing' }),
    ...brokerErrors(draft),
  }
}

/** The broker as main takes it. */
export function brokerOf(draft: JoinDraft): RouteInput<'joining.connect'>['broker'] {
  const { access, brokerUser, brokerPassword, setupId } = draft
  const place = { host: draft.brokerHost.trim(), port: Number(draft.brokerPort) }
  if (access === 'typed')
    return { ...place, access: { kind: 'typed', username: brokerUser.trim() || null, password: brokerPassword } }
  if (access === 'setup' && setupId !== null) return { ...place, access: { kind: 'setup', setupId } }
  return { ...place, access: { kind: 'none' } }
}

export function connectInput(draft: JoinDraft): RouteInput<'joining.connect'> {
  const given = (text: string) => (text === '' ? null : text)
  return {
    targets: targetsOf(draft.addresses).filter((target) => target !== null),
    user: draft.user.trim() || 'root',
    login: draft.login,
    password: draft.login === 'password' ? given(draft.password) : null,
    passphrase: draft.login === 'key' ? given(draft.passphrase) : null,
    sudoPassword: given(draft.sudoPassword),
    keepsLogin: draft.keepsLogin && draft.login !== 'kept',
    broker: brokerOf(draft),
    maxClass: draft.maxClass,
  }
}
