import type { PolicyClass } from '../../../preload/contract/models/safety/signing.ts'
import type { BrokerPlace } from '../look/look-script.ts'

/** Where the agent stands on a device. */
export const PLACES = {
  program: '/usr/local/lib/waypost/waypost_agent.py',
  folder: '/usr/local/lib/waypost',
  undo: '/usr/local/lib/waypost/undo.sh',
  packages: '/usr/local/lib/waypost/packages',
  /** What was there before the last upgrade. */
  before: '/usr/local/lib/waypost/before',
  putBack: '/usr/local/lib/waypost/undo-upgrade.sh',
  configFolder: '/etc/waypost',
  config: '/etc/waypost/agent.json',
  ca: '/etc/waypost/ca.pem',
  certificate: '/etc/waypost/client.pem',
  key: '/etc/waypost/client.key',
  state: '/var/lib/waypost',
  log: '/var/lib/waypost/agent.log',
  unit: '/etc/systemd/system/waypost-agent.service',
  dropIns: '/etc/systemd/system/waypost-agent.service.d',
  readsOnly: '/etc/systemd/system/waypost-agent.service.d/reads-only.conf',
  cron: '/etc/cron.d/waypost-agent',
} as const

/** The files of the agent as they come with the app. */
export interface AgentSources {
  readonly program: string
  readonly unit: string
}

/** Login of a device at its broker. */
export interface DeviceAccess {
  readonly broker: BrokerPlace
  readonly username: string | null
  readonly password: string | null
  readonly client: { readonly certificate: string; readonly key: string } | null
}

/** Who may give commands to a device. */
export interface TrustedOperator {
  readonly name: string
  /** Public key, PEM. */
  readonly pem: string
}

/** A file for a device: sent under `name`, placed at `target`. */
export interface DeviceFile {
  readonly name: string
  readonly target: string
  readonly mode: number
  readonly text: string
  /** The text for eyes: with dots in place of secrets. */
  readonly shown: string
}

const HEARTBEAT_S = 30
const DOTS = '••••••'

/** What makes the configuration of one device. */
export interface DeviceChoices {
  readonly deviceId: string
  readonly access: DeviceAccess
  readonly operator: TrustedOperator
  /** Highest class that the device runs, whoever signed. */
  readonly maxClass: PolicyClass
}

/** Builds what a device needs, with its configuration. */
export function agentFiles(
  sources: AgentSources,
  about: DeviceChoices & { readonly service: Service },
): readonly DeviceFile[] {
  const { access, service, maxClass } = about
  const { ca, isTls } = access.broker
  const isOwnCa = isTls && ca !== null
  return [
    plainFile('waypost_agent.py', PLACES.program, 0o755, sources.program),
    ...serviceFile(sources, service),
    ...(service === 'systemd' && maxClass === 'read' ? [readsOnlyFile()] : []),
    {
      name: 'agent.json',
      target: PLACES.config,
      mode: 0o600,
      text: configuration(about, access.password),
      shown: configuration(about, access.password === null ? null : DOTS),
    },
    ...(isOwnCa ? [plainFile('ca.pem', PLACES.ca, 0o644, ca)] : []),
    ...(access.client === null
      ? []
      : [
          plainFile('client.pem', PLACES.certificate, 0o644, access.client.certificate),
          { name: 'client.key', target: PLACES.key, mode: 0o600, text: access.client.key, shown: DOTS },
        ]),
  ]
}

/** Builds what an upgrade replaces: the program and what starts it. Configuration and keys of the device stay. */
export function upgradeFiles(sources: AgentSources, service: Service): readonly DeviceFile[] {
  return [plainFile('waypost_agent.py', PLACES.program, 0o755, sources.program), ...serviceFile(sources, service)]
}

/** What starts the agent with the device. */
export type Service = 'systemd' | 'cron' | 'none'

export function serviceOf({
  hasSystemd,
  hasCron,
}: {
  readonly hasSystemd: boolean
  readonly hasCron: boolean
}): Service {
  if (hasSystemd) return 'systemd'
  return hasCron ? 'cron' : 'none'
}

/** Starts the agent without systemd; its log stays small enough for a Pi, because it has a line for a command alone. */
export const RUN_LINE = `/usr/bin/python3 -E ${PLACES.program} run >>${PLACES.log} 2>&1`

function serviceFile({ unit }: AgentSources, service: Service): DeviceFile[] {
  switch (service) {
    case 'systemd':
      return [plainFile('waypost-agent.service', PLACES.unit, 0o644, unit)]
    case 'cron':
      return [
        plainFile(
          'waypost-agent.cron',
          PLACES.cron,
          0o644,
          `# Starts the Waypost agent with the device, where no systemd runs.\n@reboot root ${RUN_LINE}\n`,
        ),
      ]
    case 'none':
      return []
  }
}

/**
 * Keeps all that the agent starts from gaining rights by set-user-ID programs (`NoNewPrivileges=`, systemd.exec(5)). Beside the
 * unit, because an upgrade replaces the unit.
 */
function readsOnlyFile(): DeviceFile {
  return plainFile(
    'reads-only.conf',
    PLACES.readsOnly,
    0o644,
    '# This device runs only commands that read: see "policy" in /etc/waypost/agent.json.\n[Service]\nNoNewPrivileges=yes\n',
  )
}

function configuration(
  { deviceId, access: { broker, username, client }, operator, maxClass }: DeviceChoices,
  password: string | null,
): string {
  const { host, port, isTls, ca } = broker
  const tls = {
    tls: true,
    ...(ca !== null && { ca: PLACES.ca }),
    ...(client !== null && { cert: PLACES.certificate, key: PLACES.key }),
  }
  const config = {
    device_id: deviceId,
    brokers: [{ host, port, ...(isTls && tls) }],
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    heartbeat_interval: HEARTBEAT_S,
    policy: { signed: 'required', max_class: maxClass },
    trusted: [{ name: operator.name, key: operator.pem }],
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

function plainFile(name: string, target: string, mode: number, text: string): DeviceFile {
  return { name, target, mode, text, shown: text }
}
