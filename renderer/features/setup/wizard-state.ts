import type { SecurityMode } from '../../../preload/contract/models/broker/connection.ts'
import type {
  AccountsTaken,
  ClusterKind,
  SetupDraft,
  SetupPlan,
  SetupPlatform,
  SetupProblem,
  SetupTuning,
  SetupView,
} from '../../../preload/contract/models/broker/setup.ts'
import { USUAL_PORTS, USUAL_TUNING } from '../../../preload/contract/models/limits.ts'

/** The steps in their order. */
export const STEPS = ['platform', 'security', 'names', 'accounts', 'limits', 'files', 'proof', 'handover'] as const
export type Step = (typeof STEPS)[number]

/** An account of a person while it is typed. */
export interface OperatorRow {
  /** Only for the list's identity. */
  readonly key: number
  readonly name: string
  /** Empty keeps what main holds for `keptName`. */
  readonly password: string
  /** The name under which main knows a password; null for a new account. */
  readonly keptName: string | null
}

/** As a number field gives it: a text while it is empty or no number. */
type NumberInput = number | string

/** All that the operator entered; nothing of it is lost by going back. */
export interface WizardValues {
  readonly id: string
  readonly isKept: boolean
  readonly plan: Omit<SetupPlan, 'port' | 'operators' | 'tuning'>
  readonly port: NumberInput
  readonly operators: readonly OperatorRow[]
  /** `maxConnections` is empty for no limit. */
  readonly tuning: Readonly<Record<keyof SetupTuning, NumberInput>>
}

const { plain: PLAIN_PORT, tls: TLS_PORT } = USUAL_PORTS
const TUNING: WizardValues['tuning'] = { ...USUAL_TUNING, maxConnections: USUAL_TUNING.maxConnections ?? '' }

export function newWizard(id: string, name: string): WizardValues {
  return {
    id,
    isKept: false,
    plan: {
      name,
      platform: 'debian',
      mode: 'tls',
      version: '2.0',
      hosts: [],
      isLoopbackOnly: false,
      devices: [],
      keyType: 'ecdsa',
    },
    port: TLS_PORT,
    operators: [{ key: 0, name: 'operator', password: '', keptName: null }],
    tuning: TUNING,
  }
}

/** A kept set-up, opened again. */
export function wizardOf({ id, plan, knownAccounts }: SetupView): WizardValues {
  const { port, operators, tuning, ...rest } = plan
  return {
    id,
    isKept: true,
    plan: rest,
    port,
    operators: operators.map((name, key) => ({
      key,
      name,
      password: '',
      keptName: knownAccounts.includes(name) ? name : null,
    })),
    tuning: { ...tuning, maxConnections: tuning.maxConnections ?? '' },
  }
}

/** The same set-up with further devices, at a site where there are several. */
export function withDevices(view: SetupView, added: readonly string[], site: string | null): SetupView {
  const { plan } = view
  const siteOf =
    site === null ? plan.siteOf : { ...plan.siteOf, ...Object.fromEntries(added.map((device) => [device, site])) }
  return { ...view, plan: { ...plan, devices: [...plan.devices, ...added], siteOf } }
}

/** The same set-up without one of its devices. */
export function withoutDevice(view: SetupView, device: string): SetupView {
  const devices = view.plan.devices.filter((other) => other !== device)
  return { ...view, plan: { ...view.plan, devices } }
}

export function isTlsMode(mode: SecurityMode): boolean {
  return mode === 'tls' || mode === 'mtls'
}

export function hasPasswords(mode: SecurityMode): boolean {
  return mode === 'password' || mode === 'tls'
}

/** Changes the mode; the port follows while it is the usual one of the old mode. */
export function withMode(values: WizardValues, mode: SecurityMode): WizardValues {
  const usual = isTlsMode(values.plan.mode) ? TLS_PORT : PLAIN_PORT
  const next = isTlsMode(mode) ? TLS_PORT : PLAIN_PORT
  const port = values.port === usual || values.port === '' ? next : values.port
  return { ...values, port, plan: { ...values.plan, mode } }
}

/** Changes the platform. A cluster is set up with passwords, so that its mode changes where it has none. */
export function withPlatform(values: WizardValues, platform: SetupPlatform): WizardValues {
  const { mode, isLoopbackOnly, cluster, runtime, balancers, siteOf } = values.plan
  const isCluster = platform === 'cluster'
  const changed = isCluster && !hasPasswords(mode) ? withMode(values, 'tls') : values
  const plan = {
    ...changed.plan,
    platform,
    cluster: isCluster ? (cluster ?? 'nats') : undefined,
    runtime: isCluster ? runtime : undefined,
    balancers: isCluster ? balancers : undefined,
    siteOf: isCluster ? siteOf : undefined,
    isLoopbackOnly: !isCluster && isLoopbackOnly,
  }
  return { ...changed, plan }
}

/** Brokers whose nodes run as services or in containers. */
export function hasRuntimes(cluster: ClusterKind): boolean {
  return cluster === 'nats' || cluster === 'rabbitmq'
}

/** Changes what runs on the nodes. Bridged sites have neither haproxy nor containers, and others no sites. */
export function withCluster(values: WizardValues, cluster: ClusterKind): WizardValues {
  const isBridged = cluster === 'bridges'
  const { runtime, balancers, siteOf } = values.plan
  const plan = {
    ...values.plan,
    cluster,
    runtime: hasRuntimes(cluster) ? runtime : undefined,
    balancers: isBridged ? undefined : balancers,
    siteOf: isBridged ? siteOf : undefined,
  }
  return { ...values, plan }
}

/** Changes centre and sites. A device stays where its site is still there. */
export function withHosts(values: WizardValues, hosts: readonly string[]): WizardValues {
  const before = values.plan.hosts
  // A renamed site keeps its devices.
  const at = before.findIndex((host) => !hosts.includes(host))
  const isRenamed = at > 0 && before.length === hosts.length
  const [from, to] = isRenamed ? [before[at], hosts[at]] : [undefined, undefined]
  const siteOf = Object.entries(values.plan.siteOf ?? {}).map(([device, site]) => [
    device,
    site === from && to !== undefined ? to : site,
  ])
  return { ...values, plan: { ...values.plan, hosts, siteOf: Object.fromEntries(siteOf) } }
}

type Sites = Pick<SetupPlan, 'hosts' | 'devices' | 'siteOf'>

/** Devices of a site; where it is the only one, all. */
export function devicesAt({ hosts, devices, siteOf = {} }: Sites, site: string): readonly string[] {
  const sites = hosts.slice(1)
  const isOnly = sites.length === 1 && sites[0] === site
  return devices.filter((device) =>
    isOnly ? !sites.includes(siteOf[device] ?? '') || siteOf[device] === site : siteOf[device] === site,
  )
}

/** Changes the devices of one site. One that was typed at another site moves. */
export function withDevicesAt(values: WizardValues, site: string, found: readonly string[]): WizardValues {
  const gone = new Set(devicesAt(values.plan, site))
  const others = values.plan.devices.filter((device) => !gone.has(device) && !found.includes(device))
  const siteOf = Object.fromEntries(
    [...Object.entries(values.plan.siteOf ?? {}), ...found.map((device) => [device, site] as const)].filter(
      ([device]) => others.includes(device) || found.includes(device),
    ),
  )
  return { ...values, plan: { ...values.plan, devices: [...others, ...found], siteOf } }
}

/** Adds people and devices from a file. Of those that are there already, only a password may be newer. */
export function withAccounts(values: WizardValues, { people, devices }: AccountsTaken): WizardValues {
  const given = new Map(people.map(({ name, hasPassword }) => [name, hasPassword]))
  // The empty row that a new set-up begins with gives way.
  const before = values.operators.filter(
    (row) => given.size === 0 || row.password !== '' || row.keptName !== null || given.has(row.name),
  )
  const kept = before.map((row) => (given.get(row.name) === true ? { ...row, password: '', keptName: row.name } : row))
  const names = new Set(kept.map(({ name }) => name))
  const next = Math.max(-1, ...values.operators.map(({ key }) => key)) + 1
  const added = people
    .filter(({ name }) => !names.has(name))
    .map(({ name, hasPassword }, index) => ({
      key: next + index,
      name,
      password: '',
      keptName: hasPassword ? name : null,
    }))
  const sites = values.plan.hosts.slice(1)
  const placed = devices.flatMap(({ id, site }) => (site !== null && sites.includes(site) ? [[id, site] as const] : []))
  const siteOf =
    values.plan.cluster === 'bridges' ? { ...values.plan.siteOf, ...Object.fromEntries(placed) } : values.plan.siteOf
  const all = [...new Set([...values.plan.devices, ...devices.map(({ id }) => id)])]
  return { ...values, operators: [...kept, ...added], plan: { ...values.plan, devices: all, siteOf } }
}

/** Makes the draft for main. An empty or unreadable number becomes 0, which main refuses by its field. */
export function draftOf({ id, plan, port, operators, tuning }: WizardValues): SetupDraft {
  const typed = operators
    .filter(({ password }) => password !== '')
    .map(({ name, password }) => [name, password] as const)
  return {
    id,
    plan: {
      ...plan,
      hosts: plan.hosts.map((host) => host.trim()),
      port: numberOf(port),
      operators: operators.map(({ name }) => name),
      tuning: {
        maxConnections: tuning.maxConnections === '' ? null : numberOf(tuning.maxConnections),
        sessionExpiryDays: numberOf(tuning.sessionExpiryDays),
        maxQueuedMessages: numberOf(tuning.maxQueuedMessages),
        maxPacketBytes: numberOf(tuning.maxPacketBytes),
        maxKeepaliveS: numberOf(tuning.maxKeepaliveS),
      },
    },
    passwords: Object.fromEntries(hasPasswords(plan.mode) ? typed : []),
  }
}

function numberOf(value: NumberInput): number {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : 0
}

const STEP_OF_FIELD: Readonly<Record<SetupProblem['field'], Step>> = {
  name: 'platform',
  mode: 'security',
  hosts: 'names',
  balancers: 'names',
  port: 'names',
  isLoopbackOnly: 'names',
  operators: 'accounts',
  devices: 'accounts',
  passwords: 'accounts',
  maxConnections: 'limits',
  sessionExpiryDays: 'limits',
  maxQueuedMessages: 'limits',
  maxPacketBytes: 'limits',
  maxKeepaliveS: 'limits',
  folder: 'files',
}

/** The problems of all steps up to and including one: later ones have not been seen yet. */
export function problemsUpTo(problems: readonly SetupProblem[], step: Step): readonly SetupProblem[] {
  const last = STEPS.indexOf(step)
  return problems.filter(({ field }) => STEPS.indexOf(STEP_OF_FIELD[field]) <= last)
}

/** The first step with a problem; null when there is none. */
export function firstBadStep(problems: readonly SetupProblem[]): Step | null {
  const steps = problems.map(({ field }) => STEP_OF_FIELD[field])
  return STEPS.find((step) => steps.includes(step)) ?? null
}
