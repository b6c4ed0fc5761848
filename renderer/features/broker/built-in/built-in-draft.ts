import type { BuiltInMode, BuiltInView } from '../../../../preload/contract/models/broker/broker.ts'
import { USUAL_PORTS } from '../../../../preload/contract/models/limits.ts'
import type { RouteInput } from '../../../../preload/contract/routes/routes.ts'

export interface AccountDraft {
  readonly key: number
  readonly name: string
  /** Empty keeps the password that is set. */
  readonly password: string
  readonly isStored: boolean
}

/** The built-in broker's set-up while it is typed. */
export interface BuiltInDraft {
  readonly mode: BuiltInMode
  readonly host: string
  readonly port: number | string
  readonly startsWithApp: boolean
  /** Names and addresses of the certificate, separated by commas or spaces. */
  readonly names: string
  readonly operator: AccountDraft
  readonly devices: readonly AccountDraft[]
  readonly isGiven: boolean
  /** A given certificate is in use already. */
  readonly hasGiven: boolean
  readonly certificate: string
  readonly privateKey: string
  readonly ca: string
}

const USUAL_PORT: Readonly<Record<BuiltInMode, number>> = {
  anonymous: USUAL_PORTS.plain,
  password: USUAL_PORTS.plain,
  tls: USUAL_PORTS.tls,
  mtls: USUAL_PORTS.tls,
}
const LOOPBACK = '127.0.0.1'

/** Makes a draft of what is set up now, or a first proposal with a password for the operator. */
export function draftOf(view: BuiltInView, newPassword: () => string): BuiltInDraft {
  const stored = view.accounts.map(({ name }, index) => ({ key: index + 1, name, password: '', isStored: true }))
  const operatorIndex = view.accounts.findIndex(({ role }) => role === 'operator')
  const operator = stored[operatorIndex]
  return {
    mode: view.choice?.mode ?? 'password',
    host: view.choice?.host ?? '0.0.0.0',
    port: view.choice?.port ?? USUAL_PORT.password,
    startsWithApp: view.choice?.startsWithApp ?? true,
    names: view.choice?.names.join(', ') ?? '',
    operator: operator ?? { key: 0, name: 'operator', password: newPassword(), isStored: false },
    devices: stored.filter((_account, index) => index !== operatorIndex),
    isGiven: view.certificate === 'given',
    hasGiven: view.certificate === 'given',
    certificate: '',
    privateKey: '',
    ca: '',
  }
}

/** The usual port follows the mode; without logins the address goes back to this computer. */
export function withMode(draft: BuiltInDraft, mode: BuiltInMode): BuiltInDraft {
  const isUsual = draft.port === '' || Number(draft.port) === USUAL_PORT[draft.mode]
  return {
    ...draft,
    mode,
    port: isUsual ? USUAL_PORT[mode] : draft.port,
    host: mode === 'anonymous' && !isLoopback(draft.host) ? LOOPBACK : draft.host,
  }
}

export function withDevice(draft: BuiltInDraft, password: string): BuiltInDraft {
  const key = Math.max(0, draft.operator.key, ...draft.devices.map((device) => device.key)) + 1
  return { ...draft, devices: [...draft.devices, { key, name: '', password, isStored: false }] }
}

export function withAccount(draft: BuiltInDraft, changed: AccountDraft): BuiltInDraft {
  if (changed.key === draft.operator.key) return { ...draft, operator: changed }
  return { ...draft, devices: draft.devices.map((device) => (device.key === changed.key ? changed : device)) }
}

export function withoutAccount(draft: BuiltInDraft, key: number): BuiltInDraft {
  return { ...draft, devices: draft.devices.filter((device) => device.key !== key) }
}

/** Tells whether the server certificate comes from the app's own authority. */
export function usesOwnCa({ mode, isGiven, hasGiven }: BuiltInDraft): boolean {
  return mode === 'tls' ? !isGiven : mode === 'mtls' && !hasGiven
}

/** Tells whether an address is a loopback address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** Returns the first account that nobody has named; null where none is needed, or each has its name. */
export function unnamedAccount({ mode, operator, devices }: BuiltInDraft): AccountDraft | null {
  if (mode === 'anonymous') return null
  return [operator, ...devices].find(({ name }) => name.trim() === '') ?? null
}

/** The request to main, or null while the port is none. Main judges everything else. */
export function builtInInput(draft: BuiltInDraft): RouteInput<'builtIn.save'> | null {
  const port = Number(draft.port)
  if (draft.port === '' || !Number.isInteger(port) || port < 1 || port > 65_535) return null
  const account = ({ name, password }: AccountDraft, role: 'operator' | 'device') => ({
    name: name.trim(),
    role,
    ...(password === '' || draft.mode === 'mtls' ? {} : { password }),
  })
  return {
    choice: {
      mode: draft.mode,
      host: draft.host,
      port,
      startsWithApp: draft.startsWithApp,
      names: draft.names.split(/[\s,;，；、]+/).filter((name) => name !== ''),
    },
    accounts:
      draft.mode === 'anonymous'
        ? []
        : [account(draft.operator, 'operator'), ...draft.devices.map((device) => account(device, 'device'))],
    given: givenOf(draft),
  }
}

/** Empty fields keep what was given before; the first time main names what is missing. */
function givenOf(draft: BuiltInDraft): RouteInput<'builtIn.save'>['given'] {
  const { mode, certificate, privateKey, ca, isGiven, hasGiven } = draft
  // Certificates for every client come from the set-up wizard, or from the app's own CA.
  if (mode === 'mtls') return hasGiven ? 'keep' : null
  if (mode !== 'tls' || !isGiven) return null
  if (hasGiven && certificate.trim() === '' && privateKey.trim() === '') return 'keep'
  return { certificate, key: privateKey, ca: ca.trim() === '' ? null : ca }
}
